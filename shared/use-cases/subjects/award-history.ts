import { isEnded, type Case, type CaseContent } from '../../domain/case.ts';
import { namesOn, type Organisation } from '../../domain/directory.ts';
import type { CaseId, OrganisationId, PersonId, SubjectId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import { countsIn } from '../../domain/past-decision.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { HistoryFacts, PastAward } from '../../domain/rules/facts.ts';
import { typeOf } from '../../domain/rules/case-facts.ts';
import { civilDateSchema, type CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { readOrganisations } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { officesOn } from '../../domain/route.ts';
import { loadHistoryKnown, readPastOf, type PastAwardRow } from '../../records/past-record.ts';
import { getAll } from '../../records/query.ts';
import { readNamings, readSubjects } from '../../records/subject-record.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { knownSince } from '../past/history-known.ts';
import { readReader } from '../views/reader.ts';

type Level = Organisation['level'];

/** Levels of which an office must have said since when it knows all, before a rule says that somebody had no award. */
const levelsAsked: readonly Level[] = ['commune', 'district', 'province'];

/** Since July 2025 no district awards anything any more (Law 72/2025/QH15). */
const withoutDistricts = civilDateSchema.parse('2025-07-01');
export const levelsOn = (day: CivilDate): readonly Level[] =>
  day < withoutDistricts ? levelsAsked : levelsAsked.filter((level) => level !== 'district');

export interface HistoryQuestion {
  /** All that are told to be the same are looked at with them. */
  readonly subjects: readonly SubjectId[];
  /** Who entered the case: its word on what is complete counts. */
  readonly organisation: OrganisationId;
  /** So does the word of those on the case's way. */
  readonly offices?: readonly OrganisationId[];
  /** The case at hand: its own award isn't history. */
  readonly without?: CaseId;
  /** Default: commune, district and province. */
  readonly levels?: readonly Level[];
}

/** One earlier award, and where it stands. */
export interface EarlierAward extends PastAward {
  /** The imported decision, or the case and the list of one that was issued here. */
  readonly from:
    | { readonly past: PastAwardRow['decision']['id']; readonly organisation: OrganisationId }
    | { readonly case: CaseId; readonly list: List['id']; readonly readers: readonly OrganisationId[] };
}

export interface AwardHistory extends HistoryFacts {
  readonly awards: readonly EarlierAward[];
}

/**
 * Awards of these subjects and of all that are the same: rows of imported decisions that stand whole, and rows of decisions
 * issued here; newest first, never a sealed one. Reads: subjects twice, their pointers a query each, then two batches.
 */
export async function awardHistoryOf(
  ports: Pick<Ports, 'store'>,
  question: HistoryQuestion,
): Promise<AwardHistory> {
  const { store } = ports;
  const named = await readSubjects(store, question.subjects);
  const kin = await readSubjects(
    store,
    named.flatMap(({ value }) => value.sameAs),
    named,
  );
  const ids = [
    ...new Set([...named, ...kin].filter(({ value }) => !value.sealed).map(({ value }) => value.id)),
  ];
  const speaking = [...new Set([question.organisation, ...(question.offices ?? [])])];
  const [past, issued, known] = await Promise.all([
    readPastOf(store, ids),
    issuedAwards(ports, ids, question.without),
    store.get(speaking.map((office) => keys.historyKnown(office))),
  ]);
  const since = knownSince(
    known.flatMap((item) => loadHistoryKnown(item)?.value ?? []),
    question.levels ?? levelsAsked,
  );
  const awards = [...past.flatMap((one) => importedAward(one, question.organisation) ?? []), ...issued];
  return {
    ...(since === undefined ? {} : { knownSince: since }),
    awards: awards.sort((one, other) => other.on.localeCompare(one.on)),
    stateMedals: [],
  };
}

function importedAward({ decision, row }: PastAwardRow, asking: OrganisationId): EarlierAward | undefined {
  if (!countsIn(decision, row)) return undefined;
  return {
    id: `${decision.id}/${row.line}`,
    name: row.name,
    birthYear: row.birthYear,
    unit: row.unit,
    form: row.form,
    type: decision.type,
    number: decision.number,
    on: decision.date,
    authority: decision.authority,
    achievementFrom: row.achievementFrom,
    achievementTo: row.achievementTo,
    citation: row.citation,
    forSecurity: row.forSecurity,
    knownOn: decision.importedOn,
    ...(decision.organisation === asking ? {} : { toldByOthers: true }),
    from: { past: decision.id, organisation: decision.organisation },
  };
}

interface Awarded {
  readonly subject: Case;
  readonly content: CaseContent | undefined;
  readonly decision: List & { readonly number: string; readonly date: CivilDate };
}

async function issuedAwards(
  { store }: Pick<Ports, 'store'>,
  ids: readonly SubjectId[],
  without: CaseId | undefined,
): Promise<EarlierAward[]> {
  const namings = (await readNamings(store, ids)).filter((naming) => naming.case !== without);
  const items = await getAll(
    store,
    namings.flatMap((naming) => [keys.caseMeta(naming.case), keys.caseContent(naming.case)]),
  );
  const cases = namings.flatMap((_, index) => {
    const subject = loadCase(items[2 * index])?.value;
    const list = subject && decidingList(subject);
    return subject === undefined || list === undefined
      ? []
      : [{ subject, list, content: loadContent(items[2 * index + 1])?.value }];
  });
  const lists = await getAll(
    store,
    cases.map(({ list }) => keys.listMeta(list)),
  );
  const awarded = cases.flatMap(({ subject, content }, index) => {
    const decision = issuedDecision(loadList(lists[index])?.value);
    return decision === undefined ? [] : [{ subject, content, decision }];
  });
  const offices = await readOrganisations(
    store,
    awarded.map(({ decision }) => decision.organisation),
  );
  return awarded.flatMap((one) => issuedAward(one, offices, without) ?? []);
}

/** An issued decision awards also the case whose own record has yet to follow; one that is held does not move. */
function decidingList({ status, settledBy, list, hold, sealed }: Case): List['id'] | undefined {
  if (sealed !== undefined) return undefined;
  if (status === 'AWARDED') return settledBy.at(-1);
  return isEnded(status) || hold !== undefined ? undefined : list;
}

function issuedDecision(list: List | undefined): Awarded['decision'] | undefined {
  const { number, date } = list ?? {};
  if (list?.kind !== 'decision' || list.state !== 'ISSUED') return undefined;
  return number === undefined || date === undefined ? undefined : { ...list, number, date };
}

function issuedAward(
  { subject, content, decision }: Awarded,
  offices: ReadonlyMap<string, Organisation>,
  without: CaseId | undefined,
): EarlierAward | undefined {
  if (subject.form === undefined) return undefined;
  const office = offices.get(decision.organisation);
  const called = office && namesOn(office, decision.date);
  const type = typeOf(subject, content);
  return {
    id: subject.id,
    name: content?.printedName,
    birthYear: content?.birthYear,
    unit: content?.unit,
    form: subject.form,
    type,
    // A movement of this system is the one for the security of the fatherland.
    ...(type === 'thematic' ? { forSecurity: true } : {}),
    initiatives: content?.initiatives,
    judged: subject.judgedAchievements?.find(({ other }) => other === without)?.answer,
    knownOn: subject.submittedOn,
    declaredOn: subject.otherAchievement ? subject.submittedOn : undefined,
    number: decision.number,
    on: decision.date,
    authority: decision.authority ?? called?.name ?? '',
    achievementFrom: content?.achievementFrom,
    achievementTo: content?.achievementTo,
    citation: content?.citation,
    from: { case: subject.id, list: decision.id, readers: subject.readers },
  };
}

/** Earlier awards of whom a case is about, for those who may read it; nothing of a sealed one. */
export async function readEarlierAwards(ports: Ports, person: PersonId, id: CaseId): Promise<AwardHistory> {
  const { actor } = await readReader(ports, person);
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const subject = loadCase(item)?.value;
  if (subject === undefined || !(await mayReadCase(ports, actor, subject)))
    throw new Refusal('CaseNotFound', { case: id });
  return earlierAwardsOf(ports, subject);
}

async function earlierAwardsOf(ports: Ports, subject: Case): Promise<AwardHistory> {
  const named = subject.subject === undefined || subject.sealed !== undefined ? [] : [subject.subject];
  return awardHistoryOf(ports, {
    subjects: named,
    organisation: subject.enteredBy,
    offices: officesOn(subject.route),
    without: subject.id,
  });
}

/**
 * Awards of a look-alike as far as an organisation has them itself: from decisions that it imported, and cases that it may
 * read. Whoever only asks about a name learns no more of others.
 */
export async function ownAwardsOf(
  ports: Ports,
  subject: SubjectId,
  organisation: OrganisationId,
): Promise<readonly EarlierAward[]> {
  const { awards } = await awardHistoryOf(ports, { subjects: [subject], organisation });
  return awards.filter(({ from }) =>
    'past' in from ? from.organisation === organisation : from.readers.includes(organisation),
  );
}
