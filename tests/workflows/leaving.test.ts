import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault, placeVaultKeys } from '#local/vault.ts';
import type { Item } from '#shared/ports.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { createDynamoTable, engineMissing, startEngine, type DynamoTable } from '../support/dynamo-table.ts';
import type { Engine } from '../support/dynoxide.ts';
import { vaultKeysText } from '#shared/vault/keys-text.ts';
import { idNumber, playHalf, playOn, type HalfSeason } from '../support/half-season.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { countRequestsAnew, type GivenPorts } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { worldStart } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';
import {
  createSentFiles,
  exportFrom,
  importInto,
  placeOn,
  placeOnTable,
  type Place,
} from '../support/transfer-ends.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-leaving-'));
let folders = 0;
const freshFolder = (): string => join(root, String((folders += 1)));

interface Lived {
  readonly home: TestHome;
  readonly place: Place;
}

function sqlitePlace(): Place & Pick<GivenPorts, 'database'> {
  const database = openDatabase(':memory:');
  return { ...placeOn(database, createSqliteStore(database), freshFolder()) };
}

async function liveIn(place: Place, given: GivenPorts = {}): Promise<Lived> {
  const clock = given.clock ?? createTestClock(worldStart);
  const files = createSentFiles(place.folder, clock);
  const vault = createVault(place.folder);
  return { place, home: await createTestHome({ store: place.store, clock, files, vault, ...given }) };
}

/** Out of one home, into the other: the clock goes on, and whatever is drawn by chance. */
async function move({ home, place }: Lived, to: Place): Promise<Lived> {
  const folder = freshFolder();
  await exportFrom(place, folder);
  await importInto(to, folder);
  const { clock, random } = home.ports;
  return liveIn(to, { clock, random, settled: true });
}

interface Ended {
  readonly items: readonly Item[];
  readonly ends: readonly string[];
  readonly lived: Lived;
}

/** The same in each season, so that one number has one fingerprint. */
const vaultKeys = vaultKeysText({
  data: [{ id: 'feedbeef', key: Buffer.alloc(32, 7) }],
  fingerprint: Buffer.alloc(32, 8),
});

async function season(begin: Place, to?: Place): Promise<Ended> {
  countRequestsAnew();
  mkdirSync(begin.folder, { recursive: true });
  placeVaultKeys(begin.folder, vaultKeys);
  const begun = await liveIn(begin);
  const half: HalfSeason = await playHalf(begun.home);
  const lived = to === undefined ? begun : await move(begun, to);
  const ends = await playOn(lived.home, half);
  return { items: await lived.place.stored(), ends, lived };
}

/** A generation more, and no answers to retries from before: that is all that tells it from one that never moved. */
const comparable = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(({ pk, sk }) => !pk.startsWith('ANSWER#') && pk !== 'IMPORT' && sk !== 'FLOW' && !isCount(pk))
    .map((item) => ({
      ...item,
      // Entries are caught up one by one or together.
      version: item.sk === 'EFFECTS' ? 1 : item.version,
      body: { ...item.body, ...byChance(item) },
    }));

/** Figures are counted by sweeps, and marked by whoever came last: what they are counted of is compared. */
const isCount = (pk: string): boolean => /^(?:FIGURES|AWARDED|SEEN|RECOUNT)#/.test(pk);

/** Who of several was told first; the nonce of a seal. */
function byChance({ pk, body }: Item): Item['body'] {
  if (pk.startsWith('NOTICES#')) return { origin: 'any' };
  return 'idNumber' in body ? { idNumber: { ...(body['idNumber'] as object), sealed: 'sealed' } } : {};
}

const sealedIn = (items: readonly Item[]): readonly string[] =>
  items.flatMap(({ body }) => ('idNumber' in body ? [(body['idNumber'] as { sealed: string }).sealed] : []));

async function expectTheSameEnd(moved: Ended, stayed: Ended): Promise<void> {
  const { place, home } = moved.lived;
  expect(moved.ends).toEqual(stayed.ends);
  expect(comparable(moved.items)).toStrictEqual(comparable(stayed.items));
  expect(await brokenInvariants(place.store, place.stored)).toEqual([]);
  expect(home.ports.alarms).toEqual([]);
  const opened = await Promise.all(sealedIn(moved.items).map((sealed) => home.ports.vault.open(sealed)));
  expect(opened).toEqual([idNumber]);
  const flows = moved.items.filter(({ sk }) => sk === 'FLOW').map((item) => loadFlow(item)?.value);
  expect(flows.map((flow) => [flow?.generation, flow?.moved, flow?.lost])).toEqual(
    flows.map(() => [2, undefined, undefined]),
  );
}

describe.skipIf(engineMissing !== undefined)('a season that leaves its home in the middle', () => {
  let engine: Engine;
  let tables: DynamoTable[];
  let stayed: Ended;
  beforeAll(async () => {
    engine = await startEngine();
    tables = [await createDynamoTable(engine), await createDynamoTable(engine)];
    stayed = await season(sqlitePlace());
  });
  afterAll(async () => {
    for (const table of tables) table.close();
    await engine.stop();
    rmSync(root, { recursive: true });
  });

  it('from a file into a table ends as one that never moved', async () => {
    expect(stayed.ends).toEqual(['AWARDED', 'AWARDED', 'AWARDED', 'AT_STEP', 'DRAFT', 'DRAFT', 'FINISHED']);
    await expectTheSameEnd(await season(sqlitePlace(), placeOnTable(tables[0]!, freshFolder())), stayed);
  }, 30_000);

  it('from a table into a file ends as one that never moved', async () => {
    await expectTheSameEnd(await season(placeOnTable(tables[1]!, freshFolder()), sqlitePlace()), stayed);
  }, 30_000);
});
