import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { loadCeremony } from '#shared/records/ceremony-record.ts';
import { keys } from '#shared/records/keys.ts';
import { parseNotice } from '#shared/records/notice-record.ts';
import { keptFileOf } from '#shared/transfer/travels.ts';
import { playHalf, type HalfSeason } from '#tests/support/half-season.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import { createSentFiles } from '#tests/support/transfer-ends.ts';
import { readDeployment } from '../template.ts';
import {
  createPick,
  keyOfNotice,
  openFaultyOffice,
  synthesised,
  type FaultyOffice,
} from './faulty-office.ts';
import { workOn } from './officials.ts';
import { rebuildFlows } from './rebuilt.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-leaving-aws-'));
const [data, exported] = [join(root, 'data'), join(root, 'exported')];
const operate = fileURLToPath(new URL('../../../scripts/operate.mjs', import.meta.url));
let office: FaultyOffice | undefined;
afterAll(async () => {
  await office?.close();
  rmSync(root, { recursive: true });
});

/** As an operator types it. @throws Error where the command fails */
const command = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, [operate, ...args], { env: { ...process.env, ...environment } });

/** Half a season on a data file, carried by the interpreter of the embedded home. */
async function playHalfThere(): Promise<HalfSeason> {
  mkdirSync(data);
  const database = openDatabase(join(data, dataFileName));
  const clock = createTestClock(worldStart);
  const files = createSentFiles(data, clock);
  const there = await createTestHome({
    database,
    store: createSqliteStore(database),
    clock,
    files,
    vault: createVault(data),
  });
  const half = await playHalf(there);
  there.workflow.close();
  await database.close();
  return half;
}

const deployment = readDeployment(synthesised);
const bucket = deployment.nameOf(deployment.only('AWS::S3::Bucket', /^Files/));

async function moveIn(into: FaultyOffice): Promise<void> {
  const { home, mailedBefore } = into;
  const vault = deployment.arnOf(deployment.only('AWS::SecretsManager::Secret'));
  const place = ['--table', home.table, '--bucket', bucket, '--vault-secret', vault];
  await command(['import', ...place, '--from', exported], {
    ...home.endpoints,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'operator',
    AWS_SECRET_ACCESS_KEY: 'operator',
  });
  for (const item of (await into.scan()).items.filter(({ pk }) => pk.startsWith('NOTICES#'))) {
    const notice = parseNotice(item);
    if (notice.mail === 'sent') mailedBefore.add(keyOfNotice(notice));
  }
}

it(
  'an office that left its laptop in the middle of a season plays on to the end in the AWS home, through its functions and machines',
  { timeout: 240_000 },
  async () => {
    const half = await playHalfThere();
    await command(['export', '--data', data, '--to', exported]);
    office = await openFaultyOffice({}, () => Promise.resolve());
    await moveIn(office);
    const { home } = office;
    expect(await rebuildFlows(office)).toMatchObject({ records: 5, living: 0, failed: [] });

    const cases = [half.recommended, half.asked, half.gathered];
    await workOn(office, createPick(0), async () => cases);
    await home.advanceTo(at(civilDateSchema.parse('2020-10-10'), 9));
    await office.recover();

    const { items, store } = await office.scan();
    const ends = await store.get([...cases, half.draft].map((id) => keys.caseMeta(id)));
    const statuses = ends.map((item) => loadCase(item)?.value.status);
    expect(statuses).toEqual(['AWARDED', 'AWARDED', 'AWARDED', 'DRAFT']);
    const [ceremony] = await store.get([keys.ceremonyMeta(half.ceremony)]);
    expect(loadCeremony(ceremony)?.value.phase).toBe('FINISHED');
    expect(await office.broken({ items, store })).toEqual([]);
    const papers = items.flatMap((item) => keptFileOf(item) ?? []);
    expect(papers.length).toBeGreaterThan(1);
    for (const { id } of papers) expect([...home.files.objects.keys()]).toContain(`${bucket}/files/${id}`);
    expect([office.givenUp, office.alarms]).toEqual([[], []]);
  },
);
