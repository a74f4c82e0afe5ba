import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildFunctions, bundleOptions, sizesOf, type AssetSizes } from '../scripts/build-functions.mjs';

// How much longer is a function's import than that of the table's bare client, each in a fresh process?
const rounds = Number(process.argv[2] ?? 15);
const allowed = { apiToBare: 1.5, apiGzip: 200_000 };

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, '.build', 'cold-start');
const bare = 'bare client';

/** Names that lead nowhere: nothing is asked of anybody before the import is over. */
const environment = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  PUBLIC_URL: 'https://bench.invalid',
  LOG_LEVEL: 'INFO',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'bench',
  CASE_FLOW_ARN: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:case',
  CEREMONY_FLOW_ARN: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:ceremony',
  MAIL_FROM: 'bench@bench.invalid',
  MAIL_CONFIGURATION_SET: 'bench',
  FILES_BUCKET: 'bench',
  VAULT_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:bench',
  OIDC_ISSUER: 'https://issuer.invalid',
  OIDC_CLIENT_ID: 'bench',
  OIDC_AUDIENCE: 'bench',
};

/** The client as it is sold, with the three commands of the store: what no function of ours can do without. */
const bareClient = `
  import { BatchGetItemCommand, DynamoDBClient, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  export const handler = () => [client, BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand];`;

async function buildBare(): Promise<AssetSizes> {
  const { metafile } = await build({
    ...bundleOptions,
    stdin: { contents: bareClient, resolveDir: root, loader: 'ts' },
    entryNames: 'handler',
    outdir: join(out, 'functions', bare),
  });
  return sizesOf(metafile, root);
}

/** Milliseconds from an empty process to a handler that can be called. Node's own start is not in them. */
interface Taken {
  readonly wall: number;
  /** Of the main thread: what is left of it when others use the machine, too. */
  readonly cpu: number;
}

const timeImport = `
  const cpu = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
  const [wall, before] = [performance.now(), cpu()];
  await import(process.argv[1]);
  console.log(performance.now() - wall, cpu() - before);
  process.exit();`;

function importOnce(name: string): Taken {
  const file = pathToFileURL(join(out, 'functions', name, 'handler.mjs')).href;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', timeImport, file], {
    env: environment,
    encoding: 'utf8',
  });
  const [wall, cpu] = said.trim().split(' ').map(Number);
  return { wall: wall ?? NaN, cpu: cpu ?? NaN };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** A function's import and, right before it, one of the bare client: whatever else the machine does falls on both. */
interface Pair {
  readonly own: Taken;
  readonly bare: Taken;
}

const wallOf = (taken: readonly Taken[]): number => median(taken.map(({ wall }) => wall));
const ratioOf = (pairs: readonly Pair[], clock: keyof Taken): number =>
  median(pairs.map((pair) => pair.own[clock] / pair.bare[clock]));
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const kilobytes = (bytes = NaN): number => rounded(bytes / 1000, 1);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const bareSizes = await buildBare();
const sizes = await buildFunctions(out);
const taken = new Map<string, Pair[]>(Object.keys(sizes).map((name) => [name, []]));
// The first round only fills the disk's cache.
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, pairs] of taken) {
    const pair = { bare: importOnce(bare), own: importOnce(name) };
    if (round > 0) pairs.push(pair);
  }
}

console.table(
  [...taken].map(([name, pairs]) => ({
    function: name,
    'import ms': rounded(wallOf(pairs.map(({ own }) => own)), 1),
    'to bare': rounded(ratioOf(pairs, 'wall'), 2),
    'cpu to bare': rounded(ratioOf(pairs, 'cpu'), 2),
    'cold start kB gzip': kilobytes(sizes[name]?.coldStart.gzip),
    'asset kB gzip': kilobytes(sizes[name]?.whole.gzip),
  })),
);
const bareMs = wallOf([...taken.values()].flat().map((pair) => pair.bare));
console.log(`${bare}: ${rounded(bareMs, 1)} ms, ${kilobytes(bareSizes.coldStart.gzip)} kB gzip`);
console.log(`medians of ${rounds} pairs of processes each, Node ${process.version}`);
const ratio = ratioOf(taken.get('api') ?? [], 'wall');
const gzip = sizes['api']?.coldStart.gzip ?? NaN;
if (!(ratio <= allowed.apiToBare && gzip <= allowed.apiGzip)) {
  console.log(`api must be at most ${allowed.apiToBare} times the bare client, and ${allowed.apiGzip} bytes`);
  process.exitCode = 1;
}
