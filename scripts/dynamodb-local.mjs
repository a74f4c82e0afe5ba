// Runs the store's contract on Amazon's own DynamoDB Local, which is closer to the service than dynoxide is (it refuses
// empty bounds, start keys out of range and half-named fields). Needs Java 17. Never a dependency and never part of
// `npm test`: Amazon's licence binds whoever runs it, and asks for an AWS account in good standing.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const name = 'amplify-dynamodb-simulator';
const version = '2.9.30';
const integrity =
  'sha512-xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==';
const folder = `${root}.build/dynamodb-local/${version}/`;
const emulator = `${folder}package/emulator/`;
const tests = ['contract/dynamo-store', 'contract/stores-agree', 'workflows/case-on-dynamodb'].map(
  (test) => `tests/${test}.test.ts`,
);

function run(command, args, options = {}) {
  const { error, status, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  if (error !== undefined || status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

async function fetchEmulator() {
  if (existsSync(`${emulator}DynamoDBLocal.jar`)) return;
  await mkdir(folder, { recursive: true });
  console.log(`fetching ${name} ${version} (57 MB)`);
  run('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`], {
    shell: process.platform === 'win32',
  });
  const archive = `${folder}${name}-${version}.tgz`;
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== integrity) throw new Error(`${archive} is not the one that is known: ${found}`);
  run('tar', ['-xzf', archive, '-C', folder]);
  await rm(archive);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function isServing(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function startEngine(port) {
  const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const engine = spawn('java', [...args, '-inMemory', '-disableTelemetry', '-port', String(port)], {
    cwd: emulator,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (await isServing(port)) return engine;
    if (engine.exitCode !== null) throw new Error(`DynamoDB Local ended with ${engine.exitCode}`);
    await pause(200);
  }
  engine.kill();
  throw new Error('DynamoDB Local did not serve within a minute');
}

if (spawnSync('java', ['-version']).status !== 0) {
  console.error('DynamoDB Local needs Java 17 or later, and there is none on PATH: nothing was tested.');
  process.exit(1);
}
await fetchEmulator();
console.log(`DynamoDB Local is Amazon's, under its own licence: ${emulator}LICENSE.txt`);
const port = await freePort();
const engine = await startEngine(port);
const ended = once(engine, 'exit');
try {
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--hookTimeout=60000', ...tests],
    {
      cwd: root,
      env: { ...process.env, DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` },
      stdio: 'inherit',
    },
  );
  const [code] = await once(vitest, 'exit');
  process.exitCode = code ?? 1;
} finally {
  engine.kill();
  await ended;
}
