import { awardFactsOf, awardGroups, standingGroups, type FigureLine } from '../../domain/figures.ts';
import { yearOf } from '../../domain/time.ts';
import { CommitConflict, StoreUnavailable, type Ports, type Store, type Write } from '../../ports.ts';
import { loadContent } from '../../records/case-record.ts';
import { loadRound } from '../../records/directory-record.ts';
import {
  awardFiguresWrite,
  loadRoundFigures,
  readFigureLines,
  readRecounts,
  roundFiguresWrite,
  roundSeenWrite,
  type Recount,
} from '../../records/figure-record.ts';
import { keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';

/** Counts anew whatever organisations changed since the last sweep. Repeatable; what can't be counted now is counted later. */
export async function recountMarked(ports: Pick<Ports, 'store' | 'alarm'>): Promise<void> {
  for (const mark of await readRecounts(ports.store)) {
    try {
      await recount(ports.store, mark);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      const { round, organisation } = mark;
      ports.alarm('FiguresNotCounted', {
        record: `${round}/${organisation}`,
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}

/** One organisation in one round. The mark goes with the count, unless something was changed meanwhile. */
async function recount(store: Store, { round: id, organisation, drop }: Recount): Promise<void> {
  const [items, lines] = await Promise.all([
    store.get([keys.roundFigures(id, organisation), keys.round(id)]),
    readFigureLines(store, id, organisation),
  ]);
  const round = loadRound(items[1])?.value;
  const readers = [...new Set(lines.flatMap((line) => line.readers))];
  try {
    await store.commit([
      roundFiguresWrite(id, { organisation, groups: standingGroups(lines) }, loadRoundFigures(items[0])),
      ...(await awardWrites(store, lines)),
      ...(round === undefined ? [] : readers.map((reader) => roundSeenWrite(reader, round.year, id))),
      drop,
    ]);
  } catch (error) {
    // Another sweep was faster, or a case moved: its mark stands, and the next sweep counts.
    if (!(error instanceof CommitConflict)) throw error;
  }
}

/** An item a year in which the organisation's nominations of the round were awarded. */
async function awardWrites(store: Store, lines: readonly FigureLine[]): Promise<Write[]> {
  const awards = await readAwards(store, lines);
  return [...Map.groupBy(awards, ({ year }) => year)].flatMap(([year, ofYear]) => {
    const first = ofYear[0]?.line;
    if (first === undefined) return [];
    const { enteredBy: organisation, round } = first;
    return [awardFiguresWrite(year, { organisation, round, groups: awardGroups(ofYear) })];
  });
}

/** Awards among the lines, with the year of their decision and what their records say of people. */
export async function readAwards(store: Store, lines: readonly FigureLine[]) {
  const awarded = lines.filter(({ decision }) => decision !== undefined);
  const decisions = [...new Set(awarded.flatMap(({ decision }) => decision ?? []))];
  const [lists, contents] = await Promise.all([
    getAll(
      store,
      decisions.map((list) => keys.listMeta(list)),
    ),
    getAll(
      store,
      awarded.map((line) => keys.caseContent(line.case)),
    ),
  ]);
  const dates = new Map(
    lists.flatMap((item) => loadList(item)?.value ?? []).map(({ id, date }) => [id, date]),
  );
  return awarded.flatMap((line, place) => {
    const date = line.decision && dates.get(line.decision);
    if (date === undefined) return [];
    return [{ line, year: yearOf(date), facts: awardFactsOf(line, loadContent(contents[place])?.value) }];
  });
}
