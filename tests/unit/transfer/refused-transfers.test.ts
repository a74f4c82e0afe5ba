import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import type { Item } from '#shared/ports.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { importOffice } from '#shared/transfer/import-office.ts';
import { openExport } from '#shared/transfer/open-export.ts';
import { sha256Of } from '#shared/transfer/parts.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { playHalf } from '#tests/support/half-season.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';
import {
  createSentFiles,
  endsOf,
  exportFrom,
  importInto,
  placeOn,
  type Place,
} from '#tests/support/transfer-ends.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-refused-'));
const whole = join(root, 'whole');
let office: Place;
let names = 0;
const fresh = (): string => join(root, String((names += 1)));

function emptyPlace(): Place {
  const database = openDatabase(':memory:');
  return placeOn(database, createSqliteStore(database), fresh());
}

beforeAll(async () => {
  office = emptyPlace();
  const clock = createTestClock(worldStart);
  const files = createSentFiles(office.folder, clock);
  await playHalf(
    await createTestHome({ store: office.store, clock, files, vault: createVault(office.folder) }),
  );
  await exportFrom(office, whole);
}, 30_000);
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of the export, with one thing done to it. */
function spoilt(spoil: (folder: string) => void): string {
  const folder = fresh();
  cpSync(whole, folder, { recursive: true });
  spoil(folder);
  return folder;
}

const change = (name: string, by: (text: string) => string) => (folder: string) => {
  writeFileSync(join(folder, name), by(readFileSync(join(folder, name), 'utf8')));
};

/** As somebody would who knows how the manifest is made. */
const changeRecords = (by: (text: string) => string) => (folder: string) => {
  change('records.jsonl', by)(folder);
  const sha256 = sha256Of(readFileSync(join(folder, 'records.jsonl')));
  changeManifest((manifest) => ({ ...manifest, records: { ...(manifest['records'] as object), sha256 } }))(
    folder,
  );
};

const changeManifest = (by: (manifest: Record<string, unknown>) => unknown) =>
  change('manifest.json', (text) => JSON.stringify(by(JSON.parse(text) as Record<string, unknown>)));

const fileNames = (folder: string): readonly string[] =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { id: string }[] }).files.map(
    ({ id }) => `files/${id}`,
  );

const reordered = (text: string): string => {
  const [header, one, other, ...rest] = text.split('\n');
  return [header, other, one, ...rest].join('\n');
};
const firstFile = (folder: string): string => join(folder, fileNames(folder)[0]!);

const planted = (pk: string): string => JSON.stringify({ pk, sk: 'META', version: 1, v: 1, body: {} });

async function refusalOf(run: Promise<unknown>): Promise<TransferRefused> {
  const thrown = await run.catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(TransferRefused);
  return thrown as TransferRefused;
}

describe('an export that isn’t what its manifest says is refused, and nothing is written:', () => {
  it.each<[string, string, RegExp, (folder: string) => void]>([
    ['no manifest', 'ManifestMissing', /manifest/, (folder) => rmSync(join(folder, 'manifest.json'))],
    [
      'a manifest that is cut',
      'ManifestUnreadable',
      /manifest/,
      change('manifest.json', (text) => text.slice(0, 90)),
    ],
    [
      'another version',
      'VersionUnknown',
      /version 2 only|version 1 only/,
      changeManifest((manifest) => ({ format: manifest['format'], version: 2, other: true })),
    ],
    ['other things', 'ManifestUnreadable', /format/, change('manifest.json', () => '{"format":"other"}')],
    ['no records', 'PartMissing', /records\.jsonl/, (folder) => rmSync(join(folder, 'records.jsonl'))],
    [
      'a word altered',
      'PartAltered',
      /records\.jsonl/,
      change('records.jsonl', (text) => text.replace('Lê Văn Tám', 'Lê Văn Năm')),
    ],
    [
      'an entry altered',
      'PartAltered',
      /CASE#\w+: entry 1 altered/,
      change('records.jsonl', (text) => text.replace('\\"act\\":\\"Drafted\\"', '\\"act\\":\\"Submitted\\"')),
    ],
    [
      'an entry altered, and the manifest made to fit',
      'HistoriesDiffer',
      /records\.jsonl/,
      changeRecords((text) => text.replace('\\"act\\":\\"Drafted\\"', '\\"act\\":\\"Submitted\\"')),
    ],
    [
      'a line that is no item',
      'LineWrong',
      /line 3/,
      change('records.jsonl', (text) => text.replace(/^((?:.*\n){2}).*\n/, '$1{"pk":"x"}\n')),
    ],
    ...['SIGNIN#x', 'ANSWER#x', 'IMPORT', 'CASES', 'OTHER#x'].map(
      (pk): [string, string, RegExp, (folder: string) => void] => [
        `a line of ${pk}, which no office consists of`,
        'LineWrong',
        /line 2.*kind/,
        changeRecords((text) => text.replace('\n', `\n${planted(pk)}\n`)),
      ],
    ),
    ['lines in another order', 'LineWrong', /line 3.*order/, change('records.jsonl', reordered)],
    [
      'the end of a line cut off',
      'PartCutOff',
      /cut off: it holds \d+ items of \d+/,
      change('records.jsonl', (text) => text.slice(0, -500)),
    ],
    [
      'its last lines cut off',
      'PartCutOff',
      /cut off/,
      change('records.jsonl', (text) => `${text.split('\n').slice(0, -9).join('\n')}\n`),
    ],
    ['a file gone', 'PartMissing', /files\/\w+/, (folder) => rmSync(firstFile(folder))],
    ['a file altered', 'PartAltered', /files\/\w+/, (folder) => appendFileSync(firstFile(folder), ' ')],
    [
      'a file that the manifest leaves out',
      'PartMissing',
      /files\/\w+/,
      changeManifest((manifest) => ({ ...manifest, files: [] })),
    ],
    ['keys gone', 'VaultKeysMissing', /--without-vault/, (folder) => rmSync(join(folder, 'vault-keys.json'))],
    [
      'keys altered',
      'PartAltered',
      /vault-keys\.json/,
      change('vault-keys.json', (text) => text.replace('A', 'B').replace('a', 'b')),
    ],
  ])('%s', async (_name, code, said, spoil) => {
    const place = emptyPlace();
    const refused = await refusalOf(importInto(place, spoilt(spoil)));

    expect([refused.code, await place.stored()]).toEqual([code, []]);
    expect(refused.message).toMatch(said);
    expect(refused.message.split('\n')).toHaveLength(2);
    expect(existsSync(place.folder)).toBe(false);
  });

  it('another export than the one whose proof was noted down', async () => {
    const noted = (await openExport(whole)).proof;
    const place = emptyPlace();
    const other = spoilt(changeManifest((manifest) => ({ ...manifest, exportedAt: worldStart })));
    const refused = await refusalOf(openExport(other, { proof: noted }));

    expect([refused.code, await place.stored()]).toEqual(['ProofDiffers', []]);
    expect((await openExport(whole, { proof: noted })).proof).toBe(noted);
  });

  it('keys that stay behind are asked for by name only', async () => {
    const folder = spoilt((copy) => rmSync(join(copy, 'vault-keys.json')));
    const opened = await openExport(folder, { withVault: false });
    expect(opened.vaultKeys).toBeUndefined();
  });
});

describe('an office is taken in where nothing stands:', () => {
  const item: Item = { pk: 'ORG#1', sk: 'META', version: 1, v: 1, body: {} };

  it('not where another office is', async () => {
    const place = emptyPlace();
    await place.store.commit([{ put: item }]);
    const refused = await refusalOf(importInto(place, whole));
    expect([refused.code, refused.facts]).toEqual(['OfficeNotEmpty', { found: 'ORG#1' }]);
    expect(await place.stored()).toHaveLength(1);
  });

  it('but somebody’s sign-in is no office', async () => {
    const place = emptyPlace();
    await place.store.commit([{ put: { ...item, pk: 'SIGNIN#x', expiresAt: 4_000_000_000 } }]);
    await importInto(place, whole);
    expect((await place.stored()).length).toBeGreaterThan(100);
  });

  it('not twice', async () => {
    const place = emptyPlace();
    await importInto(place, whole);
    expect((await refusalOf(importInto(place, whole))).code).toBe('ImportedAlready');
  });

  it('not where something else came in between: it is read back before anybody can sign in', async () => {
    const place = emptyPlace();
    const opened = await openExport(whole);
    const ends = endsOf(place);
    const stranger = { ...item, pk: 'STRANGER', body: { name: 'somebody' } };
    const run = importOffice(opened, ends, {
      at: machineNow(),
      onProgress: () => place.store.commit([{ put: stranger }]),
    });
    const refused = await refusalOf(run);
    expect(refused.code).toBe('ImportDiffers');
    expect((await place.stored()).filter(({ pk, sk }) => pk.startsWith('PERSON#') || sk === 'FLOW')).toEqual(
      [],
    );
  });
});

describe('an import that was cut off', () => {
  /** After so many batches the process is gone. */
  async function cutOffAfter(batches: number, place: Place): Promise<void> {
    let done = 0;
    const run = importOffice(await openExport(whole), endsOf(place), {
      at: machineNow(),
      onProgress: () => {
        done += 1;
        if (done > batches) throw new Error('cut off');
      },
    });
    await expect(run).rejects.toThrow('cut off');
  }

  it.each([0, 1, 2])(
    'after %i batches is run again from the same export, and ends whole',
    async (batches) => {
      const [place, straight] = [emptyPlace(), emptyPlace()];
      await importInto(straight, whole);
      await cutOffAfter(batches, place);
      const other = spoilt(change('manifest.json', (text) => `${text} `));

      expect((await refusalOf(importInto(place, other))).code).toBe('OtherImportUnfinished');
      expect((await refusalOf(exportFrom(place, fresh()))).code).toBe('ImportUnfinished');
      await importInto(place, whole);
      const butMark = ({ pk }: Item): boolean => pk !== 'IMPORT';
      expect((await place.stored()).filter(butMark)).toStrictEqual((await straight.stored()).filter(butMark));
    },
  );

  it('when people were in already overwrites nothing that was done since', async () => {
    const place = emptyPlace();
    const people = (stored: readonly Item[]) => stored.filter(({ pk }) => pk.startsWith('PERSON#'));
    let opened = false;
    const run = importOffice(await openExport(whole), endsOf(place), {
      at: machineNow(),
      onProgress: async () => {
        opened = people(await place.stored()).length > 0;
        if (opened) throw new Error('cut off');
      },
    });
    await expect(run).rejects.toThrow('cut off');
    const [meta] = (await place.stored()).filter(({ pk, sk }) => pk.startsWith('CASE#') && sk === 'META');
    const acted = { ...meta!, version: meta!.version + 1, body: { ...meta!.body, acted: true } };
    await place.store.commit([{ put: acted }]);
    await importInto(place, whole);

    expect(opened).toBe(true);
    expect(await place.store.get([acted])).toEqual([acted]);
  });
});

describe('an export', () => {
  it('goes into a folder of its own', async () => {
    expect((await refusalOf(exportFrom(office, whole))).code).toBe('ExportFolderTaken');
  });

  it('of a history that doesn’t verify is made only when it is to say so, and says so wherever it goes', async () => {
    const place = emptyPlace();
    await importInto(place, whole);
    const entry = (await place.stored()).find(({ sk }) => sk === 'ENTRY#000002')!;
    const text = (entry.body['text'] as string).replace('2020', '2021');
    await place.store.commit([{ put: { ...entry, body: { ...entry.body, text } } }]);
    const fault = `${entry.pk}: entry 2 altered`;

    expect((await refusalOf(exportFrom(place, fresh()))).message).toContain(fault);
    const [folder, next] = [fresh(), emptyPlace()];
    const { manifest } = await exportFrom(place, folder, { withFaults: true });
    expect(manifest.histories.faults).toEqual([fault]);
    await importInto(next, folder);
    expect((await exportFrom(next, fresh(), { withFaults: true })).manifest.histories).toEqual(
      manifest.histories,
    );
  });

  it('says which attachments were gone', async () => {
    const place = emptyPlace();
    await importInto(place, whole);
    const [gone] = fileNames(whole).map((name) => name.slice('files/'.length));
    rmSync(join(place.folder, 'kept', gone!));
    const folder = fresh();
    expect((await exportFrom(place, folder)).manifest.missingFiles).toEqual([gone]);
    await importInto(emptyPlace(), folder);
  });
});
