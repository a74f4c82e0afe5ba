import { answeredByList, askedByList, leftBeforeAsked } from '../../domain/case-acts/asking.ts';
import type { CaseChange } from '../../domain/case-acts/change.ts';
import type { Case } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import type { CaseId, ListId, PersonId } from '../../domain/id.ts';
import type { List, ListRow, NumberedRow } from '../../domain/list.ts';
import { rowOver } from '../../domain/opinion-acts.ts';
import { handsAsked } from '../../domain/sealed-hands.ts';
import { dayOf, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { withRetries } from '../acting/request.ts';
import { answeringOf, askedOf, inRole, postsToday } from '../acting/sealed-hands.ts';
import { Work } from '../acting/work.ts';
import { readLoadedRows } from '../cases/case-on-list.ts';
import { rowsChanged } from '../lists/opinions.ts';
import { numbered, readRowsOfList } from '../lists/rows-of-list.ts';
import { notify, type NoticeDraft } from './notify.ts';
import { holdersOfRole, keepersOfList } from './recipients.ts';

/** What follows from an opinion request: its cases know of it, and go on when the last answer is in. All repeatable. */

/** It is issued: each case is asked about, and those who are asked are told, once for all rows. */
export async function askForOpinions(ports: Ports, list: List, entry: Entry): Promise<void> {
  const answers = await answering(ports, list);
  const gone = new Set<CaseId>();
  await eachRow(ports, list, (subject, row) => {
    if (leftBeforeAsked(subject, list)) gone.add(subject.id);
    return askedByList(subject, list) ?? answers(subject, row);
  });
  for (const id of gone) await closeRow(ports, list.id, id, dayOf(entry.at));
  await tellAsked(ports, gone.size === 0 ? list : await asItIsNow(ports, list), entry);
}

async function tellAsked(ports: Ports, list: List, entry: Entry): Promise<void> {
  const record = recordId('LIST', list.id);
  for (const { organisation, left } of list.asked ?? []) {
    if (!askedOf(list).includes(organisation)) continue;
    await notify(ports, await peopleAsked(ports, list, organisation), entry, {
      kind: 'OpinionAsked',
      record,
      event: `${record}/${entry.seq}`,
      count: () => left,
      facts: { dueOn: list.answerBy ?? dayOf(entry.at) },
    });
  }
}

/** Answers came, or the asker went on without some: those cases follow of which no answer is awaited any more. */
export async function followOpinions(ports: Ports, list: List, entry: Entry): Promise<void> {
  const named = entry.facts['cases'];
  const cases = Array.isArray(named) ? named : [];
  await eachRow(ports, list, await answering(ports, list), (id) => cases.includes(id));
  if (entry.act !== 'OpinionGiven') return tellAskedNoMore(ports, list, entry);
  await tellAsker(ports, list, entry, { kind: 'OpinionGiven', count: () => cases.length });
}

/** Officers of the asker, but for whoever entered it. */
export async function tellAsker(
  ports: Ports,
  list: List,
  entry: Entry,
  told: Pick<NoticeDraft, 'kind' | 'count'>,
): Promise<void> {
  const record = recordId('LIST', list.id);
  const people = await keepersOfList(ports, list, 'officer');
  const others = people.filter((person) => person !== entry.by?.person);
  await notify(ports, others, entry, { ...told, record, event: `${record}/${entry.seq}` });
}

/** Of a case that was held when the last answer came. */
export async function followReleased(ports: Ports, list: List, id: CaseId): Promise<void> {
  await eachRow(ports, list, await answering(ports, list), (one) => one === id);
}

async function asItIsNow(ports: Ports, list: List): Promise<List> {
  const [item] = await ports.store.get([keys.listMeta(list.id)]);
  return loadList(item)?.value ?? list;
}

/** The case left the step at which it was asked about: nobody need answer on it any more. */
export async function endAsking(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  const today = dayOf(entry.at);
  for (const { list } of (subject.opinions ?? []).filter(({ over }) => over === today))
    await closeRow(ports, list, subject.id, today);
}

const closeRow = (ports: Ports, id: ListId, subject: CaseId, today: CivilDate): Promise<void> =>
  withRetries(async () => {
    const [item] = await ports.store.get([keys.listMeta(id)]);
    const list = loadList(item);
    if (list === undefined) return;
    const rows = await readLoadedRows(ports, id);
    const values = rows.map(({ value }) => value);
    const change = rowOver(list.value, values, subject, today);
    if (change === undefined) return;
    const { writes = [], read } = rowsChanged(rows, change);
    const work = new Work(ports, undefined);
    work.changeList(list, change.list, change.entry, read);
    work.add(...writes);
    await work.commit();
  });

/**
 * Rows were closed without all answers: those who owed one are told, with the number of the letter. The message leads
 * there only where they still read it.
 */
export async function tellAskedNoMore(ports: Ports, list: List, entry: Entry): Promise<void> {
  const { missing, cases, case: only } = entry.facts;
  if (!Array.isArray(missing)) return;
  const closed = Array.isArray(cases) ? cases : [only];
  const rows = (await readRowsOfList(ports, list.id)).rows.filter((row) => closed.includes(row.case));
  const record = recordId('LIST', list.id);
  for (const { organisation, outside } of list.asked ?? []) {
    if (outside === true || !missing.includes(organisation)) continue;
    const answered = ({ opinions = [] }: ListRow) =>
      opinions.some((one) => one.organisation === organisation);
    await notify(ports, await peopleAsked(ports, list, organisation), entry, {
      kind: 'OpinionNotAwaited',
      ...(answeringOf(list).includes(organisation) ? { record } : {}),
      event: `${record}/${entry.seq}`,
      count: () => rows.filter((row) => !answered(row)).length,
      facts: { number: list.number ?? '' },
    });
  }
}

/** Whoever answers for an asked organisation; of a sealed request those who handle it there. */
async function peopleAsked(
  ports: Ports,
  list: List,
  organisation: List['organisation'],
): Promise<PersonId[]> {
  if (list.sealed === undefined) return holdersOfRole(ports, organisation, 'officer');
  const hands = inRole(handsAsked(await postsToday(ports, organisation)), 'officer');
  return [...new Set(hands.map(({ person }) => person))];
}

/** Everybody who still has to answer. */
export async function everybodyAsked(ports: Ports, list: List): Promise<PersonId[]> {
  const found = await Promise.all(askedOf(list).map((one) => peopleAsked(ports, list, one)));
  return found.flat();
}

type Follow = (subject: Case, row: NumberedRow) => CaseChange | undefined;

/** What the answers on its row make of a case; an appraisal has the days that the law gives it after the last one. */
async function answering(ports: Ports, list: List): Promise<Follow> {
  const today = ports.clock.today();
  const law = await ports.law.current();
  const key = 'limit.afterOpinions';
  const afterOpinions = law.knows(key, today) ? law.number(key, today).value : 0;
  const setting = { today, calendar: law.calendar, afterOpinions };
  return (subject, row) => answeredByList(subject, list, row, setting);
}

/** One commit a case, sixteen at a time. */
async function eachRow(
  ports: Ports,
  list: List,
  follow: Follow,
  fits: (id: CaseId) => boolean = () => true,
): Promise<void> {
  const rows = numbered(list, await readRowsOfList(ports, list.id)).filter((row) => fits(row.case));
  const width = 16;
  for (let start = 0; start < rows.length; start += width)
    await Promise.all(rows.slice(start, start + width).map((row) => followOne(ports, row, follow)));
}

const followOne = (ports: Ports, row: NumberedRow, follow: Follow): Promise<void> =>
  withRetries(async () => {
    const [item] = await ports.store.get([keys.caseMeta(row.case)]);
    const meta = loadCase(item);
    const change = meta && follow(meta.value, row);
    if (meta === undefined || change === undefined) return;
    const work = new Work(ports, undefined);
    work.changeCase(meta, change);
    await work.commit();
  });
