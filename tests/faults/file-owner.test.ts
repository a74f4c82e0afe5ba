import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openReader } from '#local/sqlite/database.ts';
import { createSqliteReader, createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { printCodeOf } from '#shared/domain/print-code.ts';
import { readChain } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { replayed } from '#shared/records/replayed-record.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import { findingLine, type Finding } from '#shared/verification/finding.ts';
import type { Printed } from '#shared/verification/paper.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import type { FileOwner } from '../support/file-owner.ts';
import { expectFound, foundAfter, type Attack, type Expected, type Look } from '../support/owned-file.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';
import { exportFrom, placeOn } from '../support/transfer-ends.ts';

/** What whoever owns the file can do to it, and by what each is found. docs/history.md has the table. */

const root = mkdtempSync(join(tmpdir(), 'vd-file-owner-'));
const file = join(root, 'office.sqlite');
const exported = join(root, 'export');
let one: string;
let letter: string;
/** What a citizen took home the day before last. */
const paper: { root: string; head: string; publicCode: string } = { root: '', head: '', publicCode: '' };

beforeAll(async () => {
  const database = openDatabase(file);
  const store = createSqliteStore(database);
  const home = await createTestHome({ database, store });
  const way = walkIn(home);
  const nextDay = async (): Promise<void> => {
    await home.passDays(1);
    await closeDays(home.ports);
    await home.settle();
  };
  const cases = [await draftNomination(home.ports), await draftNomination(home.ports, { birthYear: 1971 })];
  await closeDays(home.ports);
  for (const id of cases) await way.act(people.wardOfficer, id, 'submit');
  await nextDay();
  await way.session('ward', cases);
  letter = `LIST#${await way.letter(desks.ward, cases)}`;
  await nextDay();
  const { head, publicCode } = await way.caseOf(cases[0]!);
  const [closings] = await store.get([keys.closings()]);
  Object.assign(paper, {
    root: printCodeOf(closings!.body['head'] as string),
    head: printCodeOf(head),
    publicCode,
  });
  mkdirSync(join(root, 'data'), { recursive: true });
  await exportFrom(placeOn(database, store, join(root, 'data')), exported);
  await way.act(people.policeOfficer, cases[0]!, 'receive');
  await nextDay();
  await way.act(people.policeOfficer, cases[0]!, 'recommend');
  one = `CASE#${cases[0]!}`;
  home.workflow.close();
  await database.close();
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const found = (attack: Attack, look: Look = {}): Promise<Finding[]> => foundAfter(file, root, attack, look);

const entryKey = (seq: number): string => keys.entry(one, seq).sk;
const payloadKey = (seq: number): string => keys.payload(one, seq).sk;
const roots = keys.closings().pk;
const forged = (owner: FileOwner) =>
  owner.recompute(one, (entry) => (entry.seq === 3 ? { ...entry, act: 'Edited' } : entry));

/** The last entry of a case goes, and the record is what it was before it. */
async function undoLast(owner: FileOwner): Promise<void> {
  const last = owner.entries(one);
  owner.remove(one, entryKey(last));
  owner.remove(one, payloadKey(last));
  const reader = openReader(file);
  const chain = await readChain(createSqliteReader(reader) as never, one);
  await reader.close();
  for (const [sk, body] of replayed(chain.slice(0, last - 1))) owner.put(one, sk, body);
  owner.sql('UPDATE items SET version = ? WHERE pk = ? AND sk = ?', last - 1, one, 'META');
  owner.change(one, 'EFFECTS', (effects) => ({ ...effects, through: last - 1 }));
}

type Row = readonly [what: string, attack: Attack, expected: Expected];
const here = (): string => one;

const attacks: readonly Row[] = [
  [
    'an entry is changed',
    (owner) => {
      owner.change(one, entryKey(3), ({ text, ...rest }) => ({
        ...rest,
        text: String(text).replace('"act":"', '"act":"X'),
      }));
    },
    [['EntryAltered', here, 3]],
  ],
  [
    'an entry is changed, and its hash with it',
    (owner) => {
      owner.write(one, { ...owner.entry(one, 3), act: 'Edited' });
    },
    [['EntryAltered', here, 3]],
  ],
  [
    'an entry is deleted',
    (owner) => {
      owner.remove(one, entryKey(3));
    },
    [['EntryMissing', here, 3]],
  ],
  [
    'an entry is deleted, and the others are moved up',
    (owner) => {
      owner.remove(one, entryKey(3));
      owner.remove(one, payloadKey(3));
      owner.shift(one, 4, -1);
    },
    [['EntryMissing', here, 3]],
  ],
  [
    'an entry is inserted, and the others are moved down',
    (owner) => {
      const forgery = { ...owner.entry(one, 3), act: 'Edited' };
      owner.shift(one, 3, 1);
      owner.write(one, forgery, 3);
    },
    [['EntryInserted', here, 3]],
  ],
  [
    'two entries change places',
    (owner) => {
      const [third, fourth] = [owner.body(one, entryKey(3)), owner.body(one, entryKey(4))];
      owner.put(one, entryKey(3), fourth);
      owner.put(one, entryKey(4), third);
    },
    [
      ['EntryMisplaced', here, 3],
      ['EntryMisplaced', here, 4],
    ],
  ],
  [
    'the last entry is cut off',
    (owner) => {
      owner.remove(one, entryKey(owner.entries(one)));
    },
    [['TailCut', here]],
  ],
  [
    'words are changed',
    (owner) => {
      owner.change(one, payloadKey(1), ({ text, ...rest }) => ({
        ...rest,
        text: String(text).replace('Sáu', 'Bảy'),
      }));
    },
    [['PayloadAltered', here, 1]],
  ],
  [
    'a salt is changed',
    (owner) => {
      owner.change(one, payloadKey(1), (payload) => ({ ...payload, salt: '00' }));
    },
    [['PayloadAltered', here, 1]],
  ],
  [
    'words are taken away without a word',
    (owner) => {
      owner.remove(one, payloadKey(1));
    },
    [
      ['PayloadGone', here, 1],
      ['StateDiffers', here, 'CONTENT'],
      ['StateDiffers', here, 'META'],
    ],
  ],
  [
    'the record is changed without an entry',
    (owner) => {
      owner.change(one, 'META', (meta) => ({ ...meta, status: 'AWARDED' }));
    },
    [['StateDiffers', here, 'META/status']],
  ],
  [
    'what it says is changed without an entry',
    (owner) => {
      owner.change(one, 'CONTENT', (content) => ({ ...content, citation: 'Khác' }));
    },
    [['StateDiffers', here, 'CONTENT/citation']],
  ],
  [
    'a row is taken off a list',
    (owner) => {
      owner.remove(letter, `ROW#${one.slice(5)}`);
    },
    [['StateDiffers', () => letter, `ROW#`]],
  ],
  [
    'a number is made free again',
    (owner) => {
      owner.sql("DELETE FROM items WHERE pk GLOB 'NUMBER#*'");
    },
    [['MirrorDiffers', () => letter, 'NUMBER#']],
  ],
  [
    'what waits for somebody is taken from the inbox',
    (owner) => {
      owner.sql("DELETE FROM items WHERE pk GLOB 'INBOX#*' AND sk GLOB ?", `*${one.slice(5)}`);
    },
    [['MirrorDiffers', here, 'INBOX#']],
  ],
  [
    'the record is deleted whole',
    (owner) => {
      owner.sql('DELETE FROM items WHERE pk = ?', one);
    },
    [['RecordGone', here]],
  ],
  [
    'the whole chain of a record is recomputed',
    (owner) => {
      forged(owner);
    },
    [['ChainRecomputed', here]],
  ],
  [
    'a daily root is deleted',
    (owner) => {
      owner.remove(roots, keys.entry(roots, 2).sk);
    },
    [['EntryMissing', () => roots, 2]],
  ],
  [
    'a daily root is changed',
    (owner) => {
      const root = owner.entry(roots, 2);
      owner.write(roots, { ...root, facts: { ...root.facts, tree: '00'.repeat(32) } });
    },
    [
      ['EntryAltered', () => roots, 2],
      ['LeavesAltered', () => roots, 2],
    ],
  ],
  [
    'a daily root is left out, and those after it are made anew',
    (owner) => {
      owner.leaveOutRoot(2);
    },
    [['DaysMissing', () => roots, 2]],
  ],
  [
    'what a daily root covers is deleted',
    (owner) => {
      owner.remove(roots, owner.sortKeys(roots, 'LEAVES#')[1]!);
    },
    [['LeavesGone', () => roots, 2]],
  ],
  [
    'what a daily root covers is changed to fit a recomputed chain',
    (owner) => {
      const hashes = forged(owner);
      for (const sk of owner.sortKeys(roots, 'LEAVES#'))
        owner.change(roots, sk, ({ leaves }) => ({
          leaves: (leaves as [string, number, string][]).map(([record, entries, head]) =>
            record === one ? [record, entries, hashes[entries - 1]] : [record, entries, head],
          ),
        }));
    },
    [
      ['LeavesAltered', () => roots, 2],
      ['LeavesAltered', () => roots, 3],
      ['LeavesAltered', () => roots, 4],
    ],
  ],
  [
    'all daily roots are deleted',
    (owner) => {
      owner.sql('DELETE FROM items WHERE pk = ?', roots);
    },
    [['RootsGone', () => roots]],
  ],
  [
    'a record is put in, as of a day that is closed',
    (owner) => {
      const other = one.replace(/.{4}$/, 'XXXX');
      owner.sql(
        `INSERT INTO items SELECT ?, sk, version, v, body, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk, expires_at
         FROM items WHERE pk = ?`,
        other,
        one,
      );
      owner.recompute(other, (entry) => ({ ...entry, record: other }));
    },
    [['NotRooted', () => one.replace(/.{4}$/, 'XXXX')]],
  ],
];

describe('whoever owns the file is found out', () => {
  it('where nothing was done, nothing is found', async () => {
    expect(await found(() => undefined)).toEqual([]);
    expect(
      await found(() => undefined, {
        printed: { root: paper.root, record: one, head: paper.head },
        exported,
      }),
    ).toEqual([]);
  });

  it.each(attacks)('when %s', async (_what, attack, expected) => {
    expectFound(await found(attack), expected);
  });

  it.each(attacks.filter(([, , expected]) => expected.every(([code]) => code.startsWith('Entry'))))(
    'and of nothing else when %s',
    async (_what, attack, expected) => {
      const findings = await found(attack);
      expect(findings.map(({ code, seq }) => [code, seq])).toEqual(
        expected.map(([code, , seq]) => [code, seq]),
      );
    },
  );
});

describe('what was done since is found', () => {
  it('when the last act is undone with all that came of it: by cursors, mirrors and the mark of the next root', async () => {
    const findings = await found(undoLast);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ record }) => record === one)).toBe(true);
  });

  it('when a closed day’s act is undone with all that came of it: by the root of that day', async () => {
    const findings = await found(async (owner) => {
      for (let entries = owner.entries(one); entries > 7; entries -= 1) await undoLast(owner);
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'TailCut', record: one, day: '2020-10-06' }),
    );
  });
});

describe('when all chains and all roots are recomputed', () => {
  const everything = (owner: FileOwner): void => {
    forged(owner);
    owner.recomputeRoots();
  };

  it('nothing in the file tells', async () => {
    expect((await found(everything)).map(findingLine)).toEqual([]);
  });

  it.each<[string, () => Printed, Finding['code']]>([
    ['a daily root on paper', () => ({ root: paper.root }), 'RootUnknown'],
    ['the code of a record on paper', () => ({ record: one, head: paper.head }), 'HeadUnknown'],
    ['the code on a status page', () => ({ record: paper.publicCode, head: paper.head }), 'HeadUnknown'],
  ])('%s does', async (_what, printed, code) => {
    expect(await found(everything, { printed: printed() })).toMatchObject([{ code }]);
  });

  it('an earlier export does', async () => {
    const findings = await found(everything, { exported });
    expect(findings.map(({ code, record }) => [code, record])).toEqual(
      expect.arrayContaining([
        ['OtherThanExport', one],
        ['OtherThanExport', roots],
      ]),
    );
  });

  it('a paper does of a record that was deleted with all traces', async () => {
    const findings = await found(
      (owner) => {
        owner.sql('DELETE FROM items WHERE pk = ? OR pk GLOB ?', one, `CODE#${paper.publicCode}`);
      },
      { printed: { record: paper.publicCode } },
    );
    expect(findings.map(({ code }) => code)).toContain('RecordUnknown');
  });
});
