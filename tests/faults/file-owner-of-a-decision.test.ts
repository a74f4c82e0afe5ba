import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { ceremonyCommands, newCeremonySchema } from '#shared/domain/ceremony.ts';
import { ceremonyIdSchema } from '#shared/domain/id.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import type { FileOwner } from '../support/file-owner.ts';
import { expectFound, foundAfter, type Attack, type Expected } from '../support/owned-file.ts';
import { organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

/** What whoever owns the file can do to a decision, its papers and its awards, and by what each is found. */

const root = mkdtempSync(join(tmpdir(), 'vd-file-owner-'));
const file = join(root, 'office.sqlite');
const of = { case: '', session: '', decision: '', ceremony: '', publicCode: '' };

beforeAll(async () => {
  const database = openDatabase(file);
  const home = await createTestHome({ database, store: createSqliteStore(database) });
  const { ports } = home;
  const way = walkIn(home);
  const cases = [
    await draftNomination(ports, { name: 'Nguyễn Văn Sáu' }),
    await draftNomination(ports, { name: 'Trần Thị Bảy', birthYear: 1971 }),
  ];
  await closeDays(ports);
  for (const id of cases) await way.act(people.wardOfficer, id, 'submit');
  of.session = `LIST#${await way.session('ward', cases)}`;
  await way.to('district-decide', cases);
  const decision = await way.decisionOf(desks.district, cases);
  await way.onList(people.districtOfficer, decision, 'order', { cases: cases.toReversed() });
  await way.finish(desks.district, decision);
  const { id } = await newCeremony(
    ports,
    asks(people.organiser),
    newCeremonySchema.parse({
      host: organisations.districtCommittee.id,
      title: 'Hội nghị',
      day: '2020-12-22',
      place: 'Hội trường',
    }),
  );
  await home.settle();
  const ceremony = ceremonyIdSchema.parse(id);
  await drawAwards(ports, asks(people.organiser), ceremony, ceremonyCommands.draw.parse({ decision }));
  await home.settle();
  await home.passDays(1);
  await closeDays(ports);
  await home.settle();
  const first = cases[0]!;
  Object.assign(of, {
    case: `CASE#${first}`,
    decision: `LIST#${decision}`,
    ceremony: `CEREMONY#${id}`,
    publicCode: (await way.caseOf(first)).publicCode,
  });
  home.workflow.close();
  await database.close();
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const bare = (record: string): string => record.split('#')[1] ?? '';
const award = (): string => `AWARD#${bare(of.case)}`;
const paper = (owner: FileOwner): string => owner.sortKeys(of.session, 'FILE#')[0] ?? '';

const attacks: readonly (readonly [what: string, attack: Attack, expected: Expected])[] = [
  [
    'the rows of a decision change places',
    (owner) => {
      owner.change(of.decision, 'ORDER', ({ cases }) => ({
        cases: (cases as string[]).toReversed(),
      }));
    },
    [['StateDiffers', () => of.decision, 'ORDER']],
  ],
  [
    'a name on a decision is changed',
    (owner) => {
      owner.change(of.decision, `ROW#${bare(of.case)}`, (row) => ({ ...row, name: 'Người Khác' }));
    },
    [['StateDiffers', () => of.decision, 'ROW#']],
  ],
  [
    'a paper is exchanged for another',
    (owner) => {
      owner.change(of.session, paper(owner), (body) => ({ ...body, sha256: '0'.repeat(64) }));
    },
    [['StateDiffers', () => of.session, 'FILE#']],
  ],
  [
    'a paper is taken away',
    (owner) => {
      owner.remove(of.session, paper(owner));
    },
    [['StateDiffers', () => of.session, 'FILE#']],
  ],
  [
    'a paper is said to belong to another record',
    (owner) => {
      owner.change(paper(owner), 'META', (pointer) => ({ ...pointer, record: of.decision }));
    },
    [['MirrorDiffers', () => of.session, 'FILE#']],
  ],
  [
    'an award is changed',
    (owner) => {
      owner.change(of.ceremony, award(), (body) => ({ ...body, name: 'Người Khác' }));
    },
    [['StateDiffers', () => of.ceremony, 'AWARD#']],
  ],
  [
    'an award is taken away',
    (owner) => {
      owner.remove(of.ceremony, award());
    },
    [['StateDiffers', () => of.ceremony, 'AWARD#']],
  ],
  [
    'a case is said never to have been drawn',
    (owner) => {
      owner.remove(of.case, 'CEREMONY');
    },
    [['MirrorDiffers', () => of.ceremony, 'CASE#']],
  ],
  [
    'a public code leads to another case',
    (owner) => {
      owner.change(`CODE#${of.publicCode}`, 'META', (code) => ({ ...code, case: bare(of.decision) }));
    },
    [['MirrorDiffers', () => of.case, 'CODE#']],
  ],
  [
    'a case is hidden from the lists of its office',
    (owner) => {
      owner.sql('UPDATE items SET g1pk = NULL, g1sk = NULL WHERE pk = ? AND sk = ?', of.case, 'META');
    },
    [['MirrorDiffers', () => of.case, 'META']],
  ],
  [
    'a decision is shown under another office',
    (owner) => {
      owner.sql('UPDATE items SET g1pk = ? WHERE pk = ? AND sk = ?', 'LISTS#OTHER', of.decision, 'META');
    },
    [['MirrorDiffers', () => of.decision, 'META']],
  ],
  [
    'the number of a decision is given to another',
    (owner) => {
      owner.sql(
        "UPDATE items SET body = json_set(body, '$.list', ?) WHERE pk GLOB 'NUMBER#*' AND body GLOB ?",
        bare(of.session),
        `*${bare(of.decision)}*`,
      );
    },
    [['MirrorDiffers', () => of.decision, 'NUMBER#']],
  ],
];

describe('whoever owns the file is found out after the decision', () => {
  it('where nothing was done, nothing is found', async () => {
    expect(await foundAfter(file, root, () => undefined)).toEqual([]);
  });

  it.each(attacks)('when %s', async (_what, attack, expected) => {
    expectFound(await foundAfter(file, root, attack), expected);
  });
});
