import type { Execution } from '#local/workflow/execution.ts';
import type { Case } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import type { Entry } from '#shared/domain/history.ts';
import { hasOutcome, type List, type ListRow, type ListState } from '#shared/domain/list.ts';
import { awaited } from '#shared/domain/opinion.ts';
import type { Item } from '#shared/ports.ts';
import type { Effects, Flow } from '#shared/records/flow-record.ts';
import { keys } from '#shared/records/keys.ts';
import type { World } from './world.ts';

/** What still has effects to do: the entries behind the cursor, and whether the mark stands that leads to them. */
export interface Backlog {
  readonly entries: readonly Entry[];
  readonly marked: boolean;
  readonly parked: boolean;
}

export interface CaseSituation {
  readonly record: string;
  readonly subject: Case;
  readonly backlog: Backlog;
  readonly flow: Flow | undefined;
  /** All that were ever started for it and are remembered. */
  readonly executions: readonly Execution[];
}

export interface ListSituation {
  readonly record: string;
  readonly list: List;
  readonly rows: readonly ListRow[];
  readonly backlog: Backlog;
}

/** One state of the world, as far as anybody's next move depends on it. */
export interface Situation {
  readonly cases: readonly CaseSituation[];
  /** Those that still mean something to somebody. */
  readonly lists: readonly ListSituation[];
  /** How every list stands, also one that is over. */
  readonly listStates: ReadonlyMap<string, ListState>;
  /** Who holds what, with the posts that have ended. */
  readonly people: readonly Person[];
}

/** Bodies are read as they are stored: each was parsed on its way in. */
const bodyOf = (item: Item): unknown => item.body;

export function situationOf({ store, flows }: Pick<World, 'store' | 'flows'>): Situation {
  const stored = store.save();
  const executions = [...flows.save().rows.values()];
  const at = (pk: string, sk: string): Item | undefined => stored.get(pk)?.get(sk);
  const records = (kind: string): string[] =>
    [...stored.keys()].filter((pk) => pk.startsWith(kind) && at(pk, 'META') !== undefined).sort();

  function backlogOf(record: string, written: number): Backlog {
    const cursor = at(record, 'EFFECTS');
    const { through, parked } =
      cursor === undefined ? { through: 0, parked: false } : (bodyOf(cursor) as Effects);
    const entries: Entry[] = [];
    for (let seq = through + 1; seq <= written; seq += 1)
      entries.push(entryIn(stored.get(record)?.get(keys.entry(record, seq).sk)));
    const { pk, sk } = keys.pending(record);
    return { entries, parked, marked: at(pk, sk) !== undefined };
  }

  const cases = records('CASE#').map((record): CaseSituation => {
    const subject = bodyOf(at(record, 'META')!) as Case;
    const flow = at(record, 'FLOW');
    return {
      ...{ record, subject },
      backlog: backlogOf(record, subject.entries),
      flow: flow === undefined ? undefined : (bodyOf(flow) as Flow),
      executions: executions.filter((one) => one.name.startsWith(`${subject.id}-`)),
    };
  });
  const everyList = records('LIST#').map((record): ListSituation => {
    const list = bodyOf(at(record, 'META')!) as List;
    const rows = [...(stored.get(record)?.values() ?? [])]
      .filter((item) => item.sk.startsWith('ROW#'))
      .map((item) => bodyOf(item) as ListRow);
    return { record, list, rows, backlog: backlogOf(record, list.entries) };
  });
  return {
    cases,
    lists: everyList.filter((one) => isAlive(one, cases)),
    people: records('PERSON#').map((record) => bodyOf(at(record, 'META')!) as Person),
    listStates: new Map(everyList.map(({ record, list }) => [record, list.state])),
  };
}

/** Whether it still means something to anybody: not a list that is over, nor one that was begun and never filled. */
function isAlive({ list, rows, backlog }: ListSituation, cases: readonly CaseSituation[]): boolean {
  if (list.state === 'GATHERING') return rows.length > 0;
  if (!hasOutcome(list)) return true;
  const binds = ({ subject }: CaseSituation): boolean =>
    subject.list === list.id || awaited(subject).some((request) => request.list === list.id);
  return backlog.entries.length > 0 || cases.some(binds);
}

/** Items never change, and states share them: each is parsed once. */
const parsed = new WeakMap<Item, Entry>();

function entryIn(item: Item | undefined): Entry {
  if (item === undefined) throw new Error('an entry is missing');
  const entry = parsed.get(item) ?? (JSON.parse((bodyOf(item) as { text: string }).text) as Entry);
  parsed.set(item, entry);
  return entry;
}

/** The generation that an execution carries, from its name. */
export const generationOf = ({ name }: Execution): number => Number(name.slice(name.lastIndexOf('-') + 1));

/** The execution that carries the case by its record, if it is remembered. */
export const carrierOf = ({ flow, executions }: CaseSituation): Execution | undefined =>
  executions.find((one) => generationOf(one) === flow?.generation);

/** Entries whose effect is a notice and nothing else: no move can tell whether it was given. */
const telling: readonly string[] = [
  ...['Drafted', 'Edited', 'Gathered', 'StepOpened', 'Reminded', 'Escalated', 'FileExpected', 'FileKept'],
  ...['Started', 'RowGathered', 'RowUngathered', 'RowStruck', 'RowLeft', 'Ordered', 'Closed', 'Reopened'],
  ...['Signed', 'PresenceEntered', 'ResultEntered'],
];
export const onlyTells = (act: string): boolean => telling.includes(act);
