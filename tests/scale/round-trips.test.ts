import { beforeAll, describe, expect, it } from 'vitest';
import { meterEngine } from '#bench/scale/consumed.ts';
import { layoutFor } from '#bench/scale/copies.ts';
import { createCountingStore } from '#bench/scale/counting-store.ts';
import { fillDynoxide, fillSqlite } from '#bench/scale/filled.ts';
import { runProbes, type Measured } from '#bench/scale/run-probes.ts';
import { playSeason, type Season } from '#bench/scale/season.ts';
import { caseCommands } from '#shared/domain/case-command.ts';
import { whyNoEngine } from '#tests/support/dynoxide.ts';

/**
 * What each act asks of the store: reads of given keys, queries, commits, and how many of them wait for each other.
 * The aim is one batched read and one transaction, `[1, 0, 1, 2]`; docs/scale.md says why some ask more and what would mend
 * it. A number here may only fall.
 */
const asked: Readonly<
  Record<string, readonly [gets: number, queries: number, commits: number, inARow: number]>
> = {
  nominate: [1, 0, 1, 2],
  'nominate, somebody known': [1, 0, 1, 2],
  'nominate, sealed': [1, 0, 1, 2],
  proposeModel: [1, 0, 1, 2],
  edit: [1, 0, 1, 2],
  // Of what is sealed, the posts of the organisation say who handles it.
  'edit, sealed': [1, 1, 1, 3],
  // The rules ask for papers, the same subject's cases, awards and look-alikes, reports of the round and of the office, then for what
  // those say.
  submit: [5, 12, 1, 7],
  discard: [1, 0, 1, 2],
  receive: [4, 8, 1, 5],
  returnIneligible: [1, 0, 1, 2],
  recommend: [4, 8, 1, 5],
  notRecommend: [1, 0, 1, 2],
  askSupplement: [1, 0, 1, 2],
  answerSupplement: [1, 0, 1, 2],
  'answerSupplement, of dates': [2, 0, 1, 3],
  changeForm: [2, 3, 1, 4],
  // Back to the law of receipt. The newer one is offered by the rules: that asks what `recommend` asks.
  chooseLaw: [1, 0, 1, 2],
  // The rules are asked what they find: what `recommend` asks, of two subjects that are the same.
  judgeAchievement: [7, 11, 1, 8],
  mendWording: [1, 0, 1, 2],
  withdrawConsent: [1, 0, 1, 2],
  askQuestion: [1, 0, 1, 2],
  answerQuestion: [1, 0, 1, 2],
  reassign: [1, 1, 1, 3],
  hold: [1, 0, 1, 2],
  'hold, on a list': [2, 1, 1, 3],
  release: [1, 0, 1, 2],
  refuse: [1, 0, 1, 2],
  withdraw: [1, 0, 1, 2],
  'withdraw, on a list': [2, 1, 1, 3],
  recordNotAwarded: [1, 0, 1, 2],
  judgeIdentity: [2, 2, 1, 4],
  reveal: [1, 2, 1, 3],
  'attach to a case': [1, 0, 1, 2],
  startLetter: [1, 0, 1, 2],
  startDecision: [1, 0, 1, 2],
  'gather, one case': [1, 0, 1, 2],
  ungather: [1, 1, 1, 3],
  order: [1, 1, 1, 2],
  close: [4, 2, 1, 4],
  strike: [1, 1, 1, 2],
  sign: [1, 0, 1, 2],
  reopen: [1, 0, 1, 2],
  'issue, letter': [1, 0, 1, 2],
  'issue, decision': [1, 0, 1, 2],
  issueSignedOutside: [1, 0, 1, 2],
  startSession: [1, 0, 1, 2],
  presence: [1, 0, 1, 2],
  result: [1, 0, 1, 2],
  conclude: [1, 1, 1, 2],
  holdCeremony: [1, 0, 1, 2],
  draw: [3, 1, 2, 5],
  arrange: [1, 0, 1, 2],
  regroup: [1, 0, 1, 2],
  takeOut: [1, 1, 1, 2],
  handOver: [1, 0, 1, 2],
  cancel: [1, 0, 1, 2],
  openRound: [1, 0, 1, 2],
  admitLate: [1, 0, 1, 2],
  // Not acts. An inbox page is one query a post.
  'frame of each page, ward': [2, 1, 0, 2],
  'home, district': [3, 3, 0, 2],
  'inbox, ward': [1, 1, 0, 2],
  'inbox, district': [1, 1, 0, 2],
  'open-step, first': [3, 3, 1, 5],
  'of submit': [4, 1, 3, 8],
  'of receive': [3, 2, 5, 10],
  'of askSupplement': [3, 2, 5, 10],
  'of gather, on the list': [2, 1, 4, 7],
  'of sign': [2, 2, 4, 8],
  'of issue, letter of 2': [4, 2, 4, 7],
  // And what the decision takes of the office's fund.
  'of issue, decision of 2': [7, 5, 7, 15],
  'of conclude, session of 2': [6, 4, 6, 13],
  'of being settled': [2, 1, 3, 6],
  'open-step, route frozen': [3, 0, 1, 4],
  'await-turn': [2, 0, 1, 3],
  'check-dates, nothing due': [2, 0, 0, 2],
  round: [2, 1, 0, 2],
  'case, awarded': [6, 3, 0, 4],
  'follow by code': [3, 0, 0, 3],
  'follow by code, awarded': [4, 0, 0, 3],
};

/** Pages that show what there is, up to a page of it: the items they read at most. */
const listing: Readonly<Record<string, number>> = {
  'frame of each page, ward': 25,
  'frame of each page, district': 25,
  'home, ward': 80,
  'home, district': 80,
  'inbox, ward': 52,
  'inbox, district': 52,
  'cases, of the ward': 101,
  'cases, typed': 101,
  'notices, ward': 51,
  'notices, district': 51,
  // With the last forty cases of the step, from which it is forecast.
  case: 82,
};
/**
 * Lists of an office are all listed; a round counts one small item an organisation that entered anything; a sweep counts figures
 * of an organisation from a line for each nomination that it entered in the round.
 */
const endless = /^(lists|round|sweep)/;

const calls = ({ gets, queries, commits, deep }: Measured) => [gets, queries, commits, deep] as const;

describe('what use cases ask of the store', () => {
  let season: Season;
  let small: readonly Measured[];
  let large: readonly Measured[];

  const measuredOf = async (cases: number): Promise<readonly Measured[]> => {
    const store = await fillSqlite(season.items, layoutFor(cases, season.cases));
    return runProbes(createCountingStore(store), season.at);
  };
  beforeAll(async () => {
    season = await playSeason(4);
    small = await measuredOf(50);
    large = await measuredOf(500);
  }, 60_000);

  it('is no more than the table says', () => {
    const more = small.filter((one) => {
      const known = asked[one.name];
      return known !== undefined && calls(one).some((count, place) => count > (known[place] ?? 0));
    });
    expect(more.map((one) => [one.name, ...calls(one)])).toEqual([]);
    expect(Object.keys(asked).filter((name) => !small.some((one) => one.name === name))).toEqual([]);
  });

  it('stands in the table for every act', () => {
    const acts = small.filter(({ group }) => group.endsWith(' acts'));
    expect(acts.map(({ name }) => name).filter((name) => !(name in asked))).toEqual([]);
    expect(Object.keys(caseCommands).filter((name) => !(name in asked))).toEqual([]);
  });

  it('is the same with 50 cases and with 500', () => {
    const asked = (all: readonly Measured[]) => all.map((one) => [one.name, ...calls(one)]);
    expect(asked(large)).toEqual(asked(small));
  });

  it('brings as many items with 50 cases as with 500, but on pages that list them', () => {
    const read = (all: readonly Measured[]) =>
      all
        .filter(({ name }) => !(name in listing) && !endless.test(name))
        .map(({ name, itemsRead }) => [name, itemsRead]);
    expect(read(large)).toEqual(read(small));
  });

  it('brings no more than a page where it lists', () => {
    const listed = large.filter(({ name }) => name in listing);
    expect(listed.map(({ name }) => name).toSorted()).toEqual(Object.keys(listing).toSorted());
    const more = listed.filter(({ name, itemsRead }) => itemsRead > (listing[name] ?? 0));
    expect(more.map(({ name, itemsRead }) => [name, itemsRead])).toEqual([]);
  });

  it.skipIf(whyNoEngine() !== undefined)(
    'is charged by the engine as by the rule, and no query reads an item that it does not return',
    async () => {
      const engine = await fillDynoxide(season.items, layoutFor(1, 1));
      const metered = meterEngine(engine, engine.table);
      const counting = createCountingStore(metered.store, metered.beside);
      const charged: unknown[] = [];
      const ruled: unknown[] = [];
      const unreturned: string[] = [];
      await runProbes(counting, season.at, {
        begin: () => metered.take(),
        end: ({ name, readUnits, writeUnits }) => {
          const said = metered.take();
          charged.push([name, said.readUnits, said.writeUnits]);
          ruled.push([name, readUnits, writeUnits]);
          if (said.scanned !== said.returned) unreturned.push(name);
        },
      });
      metered.close();
      await engine.stop();
      expect(charged).toEqual(ruled);
      expect(unreturned).toEqual([]);
    },
    60_000,
  );
});
