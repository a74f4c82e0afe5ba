import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome } from '#local/home.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import type { Item } from '#shared/ports.ts';
import {
  createDynamoTable,
  engineMissing,
  startEngine,
  type DynamoTable,
} from '#tests/support/dynamo-table.ts';
import type { Engine } from '#tests/support/dynoxide.ts';
import { jsonProtocol, serve, ServiceError, type StandIn } from '#tests/rehearsal/json-service.ts';
import { serveFiles } from '#tests/rehearsal/stand-ins/files.ts';
import { runOperate } from '#tests/support/operate.ts';
import { playHalf, stepsOf, type HalfSeason } from '#tests/support/half-season.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { people } from '#tests/support/small-directory.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import { createSentFiles } from '#tests/support/transfer-ends.ts';

/** `npm run export`, `import` and `rebuild`, as an operator types them, each in a process of its own. */

const root = mkdtempSync(join(tmpdir(), 'vd-commands-'));
const folder = (name: string): string => join(root, name);
const importUntilKilled = fileURLToPath(new URL('../support/import-until-killed.ts', import.meta.url));

/** An office on a data file of its own, and its season in the middle or wherever it stands. */
async function homeIn(name: string, given: { settled: boolean }): Promise<TestHome> {
  mkdirSync(folder(name), { recursive: true });
  const database = openDatabase(join(folder(name), dataFileName));
  const clock = createTestClock(worldStart);
  const files = createSentFiles(folder(name), clock);
  const vault = createVault(folder(name));
  return createTestHome({ database, store: createSqliteStore(database), clock, files, vault, ...given });
}

let office: TestHome;
let half: HalfSeason;
beforeAll(async () => {
  office = await homeIn('office', { settled: false });
  half = await playHalf(office);
}, 30_000);
afterAll(async () => {
  await office.ports.database.close();
  rmSync(root, { recursive: true });
});

const stays = ({ pk, sk, expiresAt }: Item): boolean =>
  expiresAt === undefined && sk !== 'FLOW' && pk !== 'IMPORT';
/** A move ends with a rebuild, which makes anew what cases are found by. */
const madeAnew = (item: Item): Item => (item.pk.startsWith('SEARCHED#') ? { ...item, version: 1 } : item);
const stored = (home: TestHome): readonly Item[] => itemsIn(home.ports.database).filter(stays).map(madeAnew);

async function opened<T>(name: string, look: (home: TestHome) => Promise<T>): Promise<T> {
  const home = await homeIn(name, { settled: true });
  try {
    return await look(home);
  } finally {
    home.workflow.close();
    await home.ports.database.close();
  }
}

// Each command is a program of its own: on a busy machine it starts slowly.
const patience = { timeout: 60_000 };

describe('an office that moves to another folder', patience, () => {
  it('is exported while it runs, for its owner’s eyes only', async () => {
    const { code, out } = await runOperate(['export', '--data', folder('office'), '--to', folder('export')]);
    expect([code, out]).toEqual([0, expect.stringContaining('proof of this export')]);
    for (const part of ['manifest.json', 'records.jsonl', 'vault-keys.json'])
      expect(statSync(join(folder('export'), part)).mode & 0o777).toBe(0o600);
    expect(statSync(folder('export')).mode & 0o777).toBe(0o700);
  });

  it('can’t be opened while an import that was killed lacks a part, and is whole after it was run again', async () => {
    mkdirSync(folder('moved'));
    const file = join(folder('moved'), dataFileName);
    const args = [folder('export'), folder('moved'), file, '2'];
    const child = spawn(process.execPath, [importUntilKilled, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const options = { folder: folder('moved'), kind: 'office', host: '127.0.0.1', port: 0 } as const;
    await expect(openHome({ ...options, log: () => undefined })).rejects.toMatchObject({
      code: 'ImportUnfinished',
    });
    for (const command of [
      ['rebuild', '--data', folder('moved')],
      ['export', '--data', folder('moved'), '--to', folder('too-early')],
    ])
      expect(await runOperate(command)).toMatchObject({
        code: 1,
        err: expect.stringContaining('npm run import') as string,
      });

    const again = await runOperate(['import', '--data', folder('moved'), '--from', folder('export')]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(await opened('moved', async (home) => stored(home))).toStrictEqual(stored(office));
  });

  it('gets its executions from rebuild, once, and goes on', async () => {
    const first = await runOperate(['rebuild', '--data', folder('moved')]);
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(/should carry: 5[^]*alive: 0[^]*anew: 5/),
    ]);
    const second = await runOperate(['rebuild', '--data', folder('moved')]);
    expect(second.out).toMatch(/should carry: 5[^]*alive: 5[^]*anew: 0/);
    const replaced = await runOperate(['rebuild', '--data', folder('moved'), '--replace']);
    expect(replaced.out).toMatch(/alive: 0[^]*anew: 5/);

    const asked = (person: string) =>
      runOperate(['end-sign-ins', '--data', folder('moved'), '--person', person]);
    expect((await asked(people.wardOfficer.username)).out).toContain('Signed out of every browser');
    expect(await asked('nobody')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Không có người[^]*Nobody/) as string,
    });

    await opened('moved', async (home) => {
      home.workflow.resumeAll();
      home.ports.nudge(`CASE#${half.recommended}`);
      await home.settle();
      expect(await stepsOf(home, half)).toEqual([
        'district-police-letter',
        'district-appraise',
        'ward-letter',
      ]);
      expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
      expect(home.workflow.running().map(({ name }) => name)).toEqual(
        expect.arrayContaining([`${half.asked}-3`, `${half.ceremony}-3`]),
      );
    });
  });
});

describe('an operator is told in both languages', patience, () => {
  it.concurrent.each<[string, readonly string[], RegExp]>([
    ['what a command needs', ['export'], /Cách dùng[^]*Usage/],
    ['of an option that there is none', ['import', '--dta', 'x'], /Cách dùng[^]*Usage/],
    ['what the other home needs', ['rebuild', '--table', 'x'], /--case-flow ARN/],
    [
      'that there is no office',
      ['export', '--data', folder('none'), '--to', folder('x')],
      /Không thấy[^]*no data file/,
    ],
    [
      'that there is no export',
      ['import', '--data', folder('new'), '--from', folder('none')],
      /không có[^]*no manifest/,
    ],
    [
      'that the office runs',
      ['import', '--data', folder('office'), '--from', folder('export')],
      /đang được dùng[^]*in use/,
    ],
    [
      'that an office is there',
      ['import', '--data', folder('moved'), '--from', folder('export')],
      /đã được nhập đủ/,
    ],
  ])('%s', async (_name, args, said) => {
    const { code, err } = await runOperate(args);
    expect(code).toBe(1);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^ +at /m);
    expect(existsSync(folder('new'))).toBe(false);
  });
});

describe.skipIf(engineMissing !== undefined)('an office that moves to AWS and back', patience, () => {
  let engine: Engine;
  let table: DynamoTable;
  const services: StandIn[] = [];
  const secret = { text: JSON.stringify({ id: '00000001', seed: 'a'.repeat(64) }) };
  const started: string[] = [];
  let environment: Record<string, string>;
  beforeAll(async () => {
    engine = await startEngine();
    table = await createDynamoTable(engine);
    const files = await serveFiles();
    const secrets = await serve(
      jsonProtocol({
        GetSecretValue: async () => ({ SecretString: secret.text }),
        PutSecretValue: async ({ SecretString }) => {
          secret.text = String(SecretString);
          return {};
        },
      }),
    );
    const flows = await serve(
      jsonProtocol({
        DescribeExecution: async ({ executionArn }) => {
          if (started.includes(String(executionArn).split(':').at(-1)!)) return { status: 'RUNNING' };
          throw new ServiceError('ExecutionDoesNotExist');
        },
        StartExecution: async ({ name }) => {
          started.push(String(name));
          return { executionArn: 'arn', startDate: 1 };
        },
      }),
    );
    services.push(files, secrets, flows);
    environment = {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_S3: files.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      AWS_ENDPOINT_URL_SFN: flows.url,
    };
  });
  afterAll(async () => {
    for (const service of services) await service.close();
    table.close();
    await engine.stop();
  });

  it('brings records, papers and keys there and back', async () => {
    const cloud = ['--table', table.name, '--bucket', 'files', '--vault-secret', 'arn:aws:secretsmanager:x'];
    const there = await runOperate(['import', ...cloud, '--from', folder('export')], environment);
    expect([there.code, there.err]).toEqual([0, '']);
    const flow = (name: string): string => `arn:aws:states:local:111122223333:stateMachine:${name}`;
    const flows = ['--case-flow', flow('case'), '--ceremony-flow', flow('ceremony')];
    const rebuilt = await runOperate(['rebuild', `--table=${table.name}`, ...flows], environment);
    expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringMatching(/anew: 5/)]);
    expect(started.toSorted()).toEqual(
      [half.recommended, half.asked, half.gathered, half.consulted, half.ceremony]
        .map((id) => `${id}-2`)
        .toSorted(),
    );
    const verified = await runOperate(['verify-history', `--table=${table.name}`], environment);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('Nothing wrong was found.')]);
    const back = await runOperate(['export', ...cloud, '--to', folder('cloud')], environment);
    expect([back.code, back.err]).toEqual([0, '']);
    await runOperate(['import', '--data', folder('back'), '--from', folder('cloud')]);

    await opened('back', async (home) => {
      expect(stored(home)).toStrictEqual(stored(office));
      const { sealed, fingerprint } = stored(home).find(({ body }) => 'idNumber' in body)?.body[
        'idNumber'
      ] as {
        sealed: string;
        fingerprint: string;
      };
      const number = await home.ports.vault.open(sealed);
      expect(await home.ports.vault.fingerprint(number)).toBe(fingerprint);
    });
  });
});
