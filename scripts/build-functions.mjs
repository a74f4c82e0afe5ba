// Builds .build/functions/<name>/: one asset a function of the AWS home, as the stacks take it. Source maps go to
// .build/function-maps/<name>/: no cold start reads them, and `node --enable-source-maps` isn't set there.
//   npm run build:functions
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildPublic, kilobytes } from './public.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** By name, which is the last folder of the path: `functions/tasks/open-step/handler.ts` is `open-step`. */
export const functionEntries = Object.fromEntries(
  globSync('functions/**/handler.ts', { cwd: root })
    .sort()
    .map((path) => [basename(dirname(path)), join(root, path)]),
);

/**
 * `import { z }` is one object with everything of zod in it, locales of fifty languages too. The namespace is the same
 * thing to the reader, and esbuild leaves out what nobody names. And zod compiles each schema for its first parse, which
 * pays off after thousands of them: a function answers a few requests and is gone. Said where zod itself is loaded,
 * before any schema is made. https://zod.dev/api#zconfig
 */
const zodForColdStarts = {
  name: 'zod for cold starts',
  setup({ onLoad, onResolve }) {
    const namespace = 'zod-without-jit';
    onLoad({ filter: /\/(?:shared|web|functions|workflows)\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replace("import { z } from 'zod';", "import * as z from 'zod';"),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
    onResolve({ filter: /^zod$/ }, ({ importer }) =>
      importer.startsWith(join(root, 'node_modules')) || importer === 'zod'
        ? undefined
        : { path: 'zod', namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: "import { config } from 'zod'; config({ jitless: true }); export * from 'zod';",
      resolveDir: root,
    }));
  },
};

/**
 * Lambda gives a function its role's credentials in the environment. The SDK's own chain looks in eight more places, and
 * each of them is a chunk that splits what all share once more.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const credentialsOfLambda = {
  name: 'credentials of Lambda',
  setup({ onResolve, onLoad }) {
    const own = { path: 'credentials of Lambda', namespace: 'credentials' };
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => own);
    onLoad({ filter: /.*/, namespace: own.namespace }, () => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: root,
    }));
  },
};

/** What the SDK would read from disk for browsers, and for streams of events: no function is the one or asks for the other. */
const neverRead = {
  name: 'never read',
  setup({ onResolve, onLoad }) {
    const namespace = 'never read';
    onResolve({ filter: /^(bowser|@smithy\/core\/event-streams)$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: 'export {};' }));
  },
};

// The X-Ray SDK is CommonJS: it asks for Node's modules by `require`, and reads a file beside itself.
const commonJsBanner = `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url),__dirname=import.meta.dirname;`;

/** An ESM bundle of the AWS SDK only loads with `mainFields` in this order. Names of errors are set by their constructors. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
  sourcemap: 'external',
  metafile: true,
  logLevel: 'warning',
  banner: { js: commonJsBanner },
};

/**
 * Clients that few requests need are bundles of their own, with a core of the SDK of their own. Sharing it would cut what
 * every cold start loads into more and larger pieces, a tenth of its time. What an `instanceof` asks for is one module all
 * the same.
 */
const apart = {
  clients: { 's3-files': 'shared/files/s3-files.ts', 'secrets-manager': 'shared/vault/secrets-manager.ts' },
  common: { ports: 'shared/ports.ts', id: 'shared/domain/id.ts' },
};

const always = [zodForColdStarts, credentialsOfLambda, neverRead];

/** Leaves what is imported as `#shared/…` to a file of that name in the same folder. */
function leaveTo(modules) {
  const files = new Map(Object.entries(modules).map(([name, path]) => [`#${path}`, `./${name}.mjs`]));
  return {
    name: 'leave to another bundle',
    setup({ onResolve }) {
      onResolve({ filter: /^#shared\// }, ({ path }) =>
        files.has(path) ? { path: files.get(path), external: true } : undefined,
      );
    },
  };
}

/**
 * @param out folder that gets a folder a function; what was there before is gone
 * @returns by name what lies in each asset and what a cold start loads of it
 */
export async function buildFunctions(out, names = Object.keys(functionEntries)) {
  const built = {};
  for (const name of names) {
    built[name] = await buildFunction(name, join(out, 'functions', name), join(out, 'function-maps', name));
  }
  return built;
}

async function buildFunction(name, folder, maps) {
  for (const path of [folder, maps]) await rm(path, { recursive: true, force: true });
  const answersPeople = ['api', 'web'].includes(name);
  const own = await bundle(folder, {
    entryPoints: { handler: functionEntries[name], ...(answersPeople ? apart.common : {}) },
    plugins: [...always, ...(answersPeople ? [leaveTo(apart.clients)] : [])],
  });
  const clients = answersPeople ? await bundleClients(folder) : {};
  if (name === 'web') await buildPublic(`${folder}/public/`);
  await moveMaps(folder, maps);
  return sizesOf({ outputs: { ...own, ...clients } }, root);
}

async function bundle(outdir, more) {
  const { metafile } = await build({ ...bundleOptions, outdir, ...more });
  return metafile.outputs;
}

async function bundleClients(folder) {
  const outputs = await bundle(folder, {
    entryPoints: apart.clients,
    chunkNames: 'client-[hash]',
    plugins: [...always, leaveTo(apart.common)],
  });
  const twice = Object.values(apart.common).filter((path) =>
    Object.values(outputs).some(({ inputs }) => path in inputs),
  );
  if (twice.length > 0) throw new Error(`two copies of ${twice.join(', ')}: import it as #shared/…`);
  return outputs;
}

async function moveMaps(folder, maps) {
  await mkdir(maps, { recursive: true });
  for (const file of globSync('*.map', { cwd: folder })) await rename(join(folder, file), join(maps, file));
}

/** What Node reads before the handler can be called: the entry and all that it imports by `import`, not by `import()`. */
export async function sizesOf({ outputs }, base) {
  const files = Object.keys(outputs).filter((file) => file.endsWith('.mjs'));
  const entry = files.find((file) => basename(file) === 'handler.mjs');
  const loaded = new Set();
  const follow = (file) => {
    if (file === undefined || loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of outputs[file].imports) {
      if (kind === 'import-statement' && path in outputs) follow(path);
    }
  };
  follow(entry);
  const [coldStart, whole] = await Promise.all([sizeOf([...loaded], base), sizeOf(files, base)]);
  return { coldStart, whole, inputs: inputsOf([...loaded].map((file) => outputs[file])) };
}

async function sizeOf(files, base) {
  const contents = await Promise.all(files.map((file) => readFile(join(base, file))));
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
  return {
    files: files.length,
    bytes: sum(contents.map((content) => content.length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

/** Bytes by package, or by folder of ours, the heaviest first. */
function inputsOf(outputs) {
  const bytes = new Map();
  for (const { inputs } of outputs) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const from = /^node_modules\/((?:@[^/]+\/)?[^/]+)|^([^/]+\/[^/]+)/.exec(file);
      const source = from?.[1] ?? from?.[2] ?? file;
      bytes.set(source, (bytes.get(source) ?? 0) + bytesInOutput);
    }
  }
  return Object.fromEntries([...bytes].sort(([, one], [, other]) => other - one));
}

function line(name, { coldStart, whole }) {
  const column = (text, width) => String(text).padStart(width);
  return `${name.padEnd(16)}${column(kilobytes(coldStart.bytes), 9)}${column(kilobytes(coldStart.gzip), 9)}${column(coldStart.files, 6)}${column(kilobytes(whole.bytes), 12)}${column(kilobytes(whole.gzip), 9)}${column(whole.files, 6)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildFunctions(join(root, '.build'));
  console.log('kB                 cold start   gzip files       whole    gzip files');
  for (const [name, sizes] of Object.entries(built)) {
    console.log(line(name, sizes));
    if (process.argv.includes('--inputs')) {
      const heavy = Object.entries(sizes.inputs).slice(0, 20);
      console.log(`  ${heavy.map(([source, bytes]) => `${source} ${kilobytes(bytes)}`).join(', ')}`);
    }
  }
}
