import { beforeAll, describe, expect, it } from 'vitest';
import type { AwardFilter, StandingFilter } from '#shared/domain/figures.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { readRoundFigures, readRecounts } from '#shared/records/figure-record.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { readAwardRows, readPaceRows, readStandingRows } from '#shared/use-cases/figures/figure-rows.ts';
import { readFigures, type FiguresView } from '#shared/use-cases/figures/figures-view.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { recountMarked } from '#shared/use-cases/figures/recount.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { codeOf } from '#tests/support/case-walk.ts';
import { figuresWorld, lastSeason, type FiguresWorld } from '#tests/support/figures-world.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { draftModelProposal } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';

const { wardOfficer, wardMember, siblingOfficer, policeOfficer, districtOfficer } = people;
const asked = { page: 1, size: 50 };

let world: FiguresWorld;
beforeAll(async () => {
  world = await figuresWorld();
});

const figuresOf = (person: { id: typeof wardOfficer.id }): Promise<FiguresView> =>
  readFigures(world.home.ports, person.id, { round: december.id, year: 2020 });

const countsOf = ({ nominations }: FiguresView) => ({
  total: nominations.total,
  ...Object.fromEntries(nominations.statuses.map(({ status, count, before }) => [status, [count, before]])),
});

describe('figures of a round', () => {
  it('count what the ward entered, its drafts and sealed cases too, beside the season before', async () => {
    const view = await figuresOf(wardOfficer);
    expect(countsOf(view)).toEqual({
      total: { count: 8, before: 1 },
      DRAFT: [1, 0],
      AT_STEP: [4, 0],
      AWARDED: [2, 1],
      WITHDRAWN: [1, 0],
    });
    expect(view.before?.id).toBe(lastSeason.id);
    expect(view.nominations.standings).toEqual([
      { standing: 'supplement', count: 1 },
      { standing: 'free', count: 3 },
    ]);
    expect(
      view.nominations.places.map(({ holder, level, step, standing, count }) =>
        [level, holder.id, step?.code ?? '', standing, count].join(' '),
      ),
    ).toEqual([
      `commune ${organisations.wardCommittee.id} ward-council free 2`,
      `commune ${organisations.wardCommittee.id}  draft 1`,
      `district ${organisations.districtPolice.id} district-receive free 1`,
      `district ${organisations.districtPolice.id} district-receive supplement 1`,
    ]);
  });

  it.each([
    ['the police that received them', policeOfficer, 4],
    ['the district that decided', districtOfficer, 2],
    ['a ward that has none of them', siblingOfficer, 0],
  ])('count for %s what has come to it, and no more', async (_, person, count) => {
    const view = await figuresOf(person);
    expect(view.nominations.total.count).toBe(count);
  });

  it('are refused to whoever doesn’t work there, and to a member of its council', async () => {
    const office = organisations.wardCommittee.id;
    expect(await codeOf(readFigures(world.home.ports, siblingOfficer.id, { office }))).toBe(
      'OrganisationForeign',
    );
    expect(await codeOf(readFigures(world.home.ports, wardMember.id, {}))).toBe('ActNotYours');
  });
});

describe('figures of awards and of time', () => {
  it('say who was awarded as far as the record says it', async () => {
    const { awards } = await figuresOf(districtOfficer);
    expect(awards).toMatchObject({
      total: 3,
      forms: [{ form: 'GK_HUYEN', count: 3 }],
      kinds: [{ kind: 'individual', count: 3 }],
      sexes: [
        { sex: 'female', count: 1 },
        { sex: 'unknown', count: 2 },
      ],
      work: [{ work: 'unknown', count: 3 }],
    });
    expect(awards.units.map(({ unit, count }) => [unit.id, count])).toEqual([
      [organisations.wardCommittee.id, 3],
    ]);
  });

  it('give the days of each step that the office passed', async () => {
    const { paces } = await figuresOf(policeOfficer);
    expect(paces.map(({ step, count, median, ninetieth }) => [step.code, count, median, ninetieth])).toEqual([
      ['district-receive', 3, 0, 0],
      ['district-appraise', 3, 0, 0],
      ['district-police-letter', 3, 0, 0],
    ]);
  });
});

describe('the rows behind a figure', () => {
  const standing = (
    person: { id: typeof wardOfficer.id },
    filter: StandingFilter,
    level?: 'commune' | 'district',
  ) => readStandingRows(world.home.ports, person.id, { round: december.id, level }, { filter, asked });
  const awards = (filter: AwardFilter) =>
    readAwardRows(world.home.ports, districtOfficer.id, { year: 2020 }, { filter, asked });

  it('are as many as it counts, whoever asks', async () => {
    for (const person of [wardOfficer, policeOfficer, districtOfficer, siblingOfficer]) {
      const { nominations, awards: awarded, paces } = await figuresOf(person);
      for (const { status, count } of nominations.statuses)
        expect((await standing(person, { status })).rows).toHaveLength(count);
      for (const { holder, step, standing: at, count } of nominations.places) {
        const filter = {
          holder: holder.id,
          standing: at,
          ...(step === undefined ? {} : { step: step.code }),
        };
        expect((await standing(person, filter)).rows).toHaveLength(count);
      }
      const rows = (filter: AwardFilter) =>
        readAwardRows(world.home.ports, person.id, { year: 2020 }, { filter, asked });
      for (const { sex, count } of awarded.sexes) expect((await rows({ sex })).rows).toHaveLength(count);
      for (const { unit, count } of awarded.units)
        expect((await rows({ enteredBy: unit.id })).rows).toHaveLength(count);
      for (const { step, count } of paces) {
        const query = { year: 2020, step: step.code };
        expect((await readPaceRows(world.home.ports, person.id, query, asked)).rows).toHaveLength(count);
      }
    }
  });

  it('are found by the level of the office that holds them', async () => {
    const { rows } = await standing(wardOfficer, {}, 'district');
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      [world.cases.askedBack, world.cases.atReceive].toSorted(),
    );
  });

  it('name no sealed case, not even to its own ward', async () => {
    const { rows } = await standing(wardOfficer, { step: 'ward-council' });
    expect(rows.filter(({ sealedNumber }) => sealedNumber !== undefined)).toEqual([{ sealedNumber: 1 }]);
  });

  it('come page by page', async () => {
    const pages = [1, 2, 3, 4].map((page) =>
      readAwardRows(
        world.home.ports,
        districtOfficer.id,
        { year: 2020 },
        { filter: {}, asked: { page, size: 2 } },
      ),
    );
    const found = await Promise.all(pages);
    expect(found.map(({ rows, page, pages: all }) => [rows.length, page, all])).toEqual([
      [2, 1, 2],
      [1, 2, 2],
      [1, 2, 2],
      [1, 2, 2],
    ]);
    expect(new Set(found.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(3);
  });

  it('say which of them is a woman', async () => {
    const { rows } = await awards({ sex: 'female' });
    expect(rows.map(({ id }) => id)).toEqual([world.cases.she]);
  });
});

describe('counting anew', () => {
  const unitsOf = async (organisation: OrganisationId) =>
    (await readRoundFigures(world.home.ports.store, december.id)).find(
      (one) => one.organisation === organisation,
    );

  it('leaves no mark, and gives the same from the same lines', async () => {
    const { ports } = world.home;
    expect(await readRecounts(ports.store)).toEqual([]);
    const before = await unitsOf(organisations.wardCommittee.id);
    const [item] = await ports.store.get([keys.effects(recordId('CASE', world.cases.draft))]);
    expect(item?.body['figure']).toBeDefined();
    await recountMarked(ports);
    expect(await unitsOf(organisations.wardCommittee.id)).toEqual(before);
    expect(await brokenInvariants(ports.store, ports.database)).toEqual([]);
  });

  it('forgets what was erased of somebody awarded', async () => {
    const { ports, settle } = world.home;
    const order = {
      number: '7/YC',
      date: civilDateSchema.parse('2020-10-05'),
      authority: 'Công an thành phố',
      reason: 'Theo yêu cầu',
    };
    await eraseWords(ports, { record: recordId('CASE', world.cases.she), entries: 'all', order });
    await settle();
    await recountMarked(ports);
    expect((await figuresOf(districtOfficer)).awards.sexes).toEqual([{ sex: 'unknown', count: 3 }]);
  });
});

describe('a home that kept no figures yet', () => {
  it('has them after it is rebuilt', async () => {
    const { ports, settle } = world.home;
    await draftModelProposal(ports);
    await settle();
    const items = itemsIn(ports.database);
    const kept = items.filter(({ pk }) => /^(LINES|FIGURES|AWARDED|SEEN)#/.test(pk));
    expect(kept.length).toBeGreaterThan(10);
    for (const { pk, sk } of kept) await ports.store.commit([{ delete: { pk, sk } }]);
    expect((await figuresOf(wardOfficer)).nominations.total.count).toBe(0);
    async function* office() {
      yield items;
    }
    await rebuild(ports, office());
    await recountMarked(ports);
    expect(countsOf(await figuresOf(wardOfficer))).toMatchObject({
      total: { count: 8, before: 1 },
      AWARDED: [2, 1],
    });
    const again = (pk: string): boolean => kept.some((one) => one.pk === pk);
    expect(itemsIn(ports.database).filter(({ pk }) => again(pk))).toHaveLength(kept.length);
  });
});
