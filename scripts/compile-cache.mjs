// Keeps what V8 made of the program, so that the next start doesn't compile it again. Loaded before it (--import).
import { enableCompileCache, flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../.build/compile-cache', import.meta.url)));
// Else only a program that ends in good order leaves one.
setTimeout(flushCompileCache, 10_000).unref();
