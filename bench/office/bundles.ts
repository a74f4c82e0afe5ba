import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { worldStart } from '#tests/support/small-world.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = `${root}.build/bench/`;

export const programs = {
  serve: `${root}.build/serve.js`,
  bareServer: `${out}bare-server.mjs`,
  officeTime: `${out}office-time.cjs`,
} as const;

/** So long after the filled file's present do we measure. */
const passedMs = Date.now() - Date.parse(worldStart);

/** The machine's time as a program sees it that was started with `officeTime`. */
export const officeTimeMs = (): number => Date.now() - passedMs;

/** What is started beside the product's own bundle is bundled like it. */
export async function bundlePrograms(): Promise<void> {
  const bundle = (name: string, format: 'esm' | 'cjs', outfile: string): Promise<unknown> =>
    build({
      absWorkingDir: root,
      entryPoints: [`bench/office/${name}.ts`],
      outfile,
      bundle: true,
      platform: 'node',
      format,
      target: 'node24',
      sourcemap: true,
      define: { passedMs: String(passedMs) },
      logLevel: 'error',
    });
  await Promise.all([
    bundle('bare-server', 'esm', programs.bareServer),
    bundle('office-time', 'cjs', programs.officeTime),
  ]);
}
