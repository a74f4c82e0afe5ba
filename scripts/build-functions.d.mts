import type { BuildOptions, Metafile } from 'esbuild';

/** Types of build-functions.mjs for the tests and the bench. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
  readonly gzip: number;
}
export interface AssetSizes {
  readonly coldStart: Size;
  readonly whole: Size;
  /** Bytes of the cold start by package or folder, the heaviest first. */
  readonly inputs: Readonly<Record<string, number>>;
}
export const functionEntries: Readonly<Record<string, string>>;
export const bundleOptions: BuildOptions & { readonly metafile: true };
export function buildFunctions(
  out: string,
  names?: readonly string[],
): Promise<Readonly<Record<string, AssetSizes>>>;
export function sizesOf(metafile: Pick<Metafile, 'outputs'>, base: string): Promise<AssetSizes>;
