import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { idNumber, playHalf } from '#tests/support/half-season.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import {
  createSentFiles,
  exportFrom,
  importInto,
  placeOn,
  placeOnTable,
  type Place,
} from '#tests/support/transfer-ends.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-round-trip-'));
const folder = (name: string): string => join(root, name);

function placeInMemory(name: string): Place {
  const database = openDatabase(':memory:');
  return placeOn(database, createSqliteStore(database), folder(name));
}

/** What no use case writes, and both stores take: text that other formats cut or order otherwise, numbers at their edges. */
const oddItems: readonly Item[] = [
  '\u2028 ends no line',
  'a "quote", a \\ and\na line',
  '🏅 after \uffee',
  'Đặng Thị Ngọc Ánh',
].map((text, index) => ({
  pk: `AREA#${text}`,
  sk: text,
  version: index + 1,
  v: 3,
  body: { z: text, a: { '10': [null, true, -0.5, 1e100, ''], '9': {} }, [text]: [] },
  g2: { pk: text, sk: 'one' },
}));

/** An office in the middle of its season, and what else a store may hold. */
async function livedIn(place: Place): Promise<void> {
  const clock = createTestClock(worldStart);
  const files = createSentFiles(place.folder, clock);
  const vault = createVault(place.folder);
  await playHalf(await createTestHome({ store: place.store, clock, files, vault }));
  await place.store.commit([
    ...oddItems.map((put) => ({ put })),
    { put: { pk: 'SIGNIN#somebody', sk: 'META', version: 1, v: 1, body: {}, expiresAt: 4_000_000_000 } },
  ]);
}

const partsOf = (export_: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder(export_), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  );

describe('an office that is exported', () => {
  let engine: Engine | undefined;
  let table: DynamoTable | undefined;
  const first = placeInMemory('first');
  beforeAll(async () => {
    await livedIn(first);
    await exportFrom(first, folder('1'));
  }, 30_000);
  afterAll(async () => {
    table?.close();
    await engine?.stop();
    rmSync(root, { recursive: true });
  });

  it('stands in another file as it stood, but for flows that are to be started and what may vanish', async () => {
    const other = placeInMemory('other');
    await importInto(other, folder('1'));
    const stays = ({ pk, sk, expiresAt }: Item): boolean =>
      expiresAt === undefined && sk !== 'FLOW' && pk !== 'IMPORT';

    expect((await other.stored()).filter(stays)).toStrictEqual((await first.stored()).filter(stays));
    expect((await other.stored()).filter(({ expiresAt }) => expiresAt !== undefined)).toEqual([]);
    expect(JSON.stringify(await other.stored())).not.toContain('"token"');
  });

  it('is exported from there byte for byte as before, however little of it fits in memory', async () => {
    const other = placeInMemory('again');
    await importInto(other, folder('1'));
    const { manifest } = await exportFrom(other, folder('2'), { runBytes: 20_000 });

    expect(partsOf('2')).toEqual(partsOf('1'));
    expect(manifest.files.length).toBeGreaterThan(0);
    expect(Object.keys(partsOf('2')).sort()).toEqual(
      ['manifest.json', 'records.jsonl', 'vault-keys.json', ...manifest.files.map(({ id }) => id)].sort(),
    );
  });

  it.skipIf(engineMissing !== undefined)(
    'through a table and back into a file is byte for byte the same, and its seals open',
    async () => {
      engine = await startEngine();
      table = await createDynamoTable(engine);
      const [cloud, back] = [placeOnTable(table, folder('cloud')), placeInMemory('back')];
      await importInto(cloud, folder('1'));
      await exportFrom(cloud, folder('3'));
      await importInto(back, folder('3'));
      await exportFrom(back, folder('4'));

      expect(partsOf('3')).toEqual(partsOf('1'));
      expect(partsOf('4')).toEqual(partsOf('1'));
      const subject = (await back.stored()).find(({ body }) => 'idNumber' in body);
      const { sealed, fingerprint } = subject?.body['idNumber'] as { sealed: string; fingerprint: string };
      const vault = createVault(back.folder);
      expect([await vault.open(sealed), await vault.fingerprint(idNumber)]).toEqual([idNumber, fingerprint]);
    },
    30_000,
  );
});
