import { isEnded, openStep, standingOf, type Case, type CaseContent } from '../../domain/case.ts';
import type { CaseId } from '../../domain/id.ts';
import type { Severity } from '../../domain/law/rule-ground.ts';
import { missingOn, opinionWords, type OpinionWord } from '../../domain/opinion.ts';
import type { CaseAct } from '../../domain/permission.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Ports, Store } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { loadRow } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { inTurns } from '../acting/in-turns.ts';
import { stepName, type StepName } from '../figures/step-name.ts';
import { judgeCase } from '../rules/judge-case.ts';
import { stageOf } from '../rules/rules-view.ts';
import { allowedCaseActs } from '../views/allowed.ts';
import type { Names, OrganisationName, Reader } from '../views/reader.ts';
import type { Place } from './places-in-letters.ts';

/** What a rule finds against a case, or can't know. */
export interface RowFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: 'fails' | 'unknown';
}

export interface RowAward {
  readonly form: string;
  readonly number: string;
  readonly on: CivilDate;
}

/** One nomination in the table. */
export interface TableRow {
  readonly id: CaseId;
  readonly version: number;
  readonly turn: number;
  readonly publicCode: string;
  readonly label: Case['label'];
  readonly form: string;
  readonly kind: NonNullable<Case['subjectKind']>;
  readonly unit: OrganisationName;
  readonly content: CaseContent;
  readonly status: Case['status'];
  readonly standing: ReturnType<typeof standingOf>;
  readonly submittedOn?: CivilDate;
  readonly step?: StepName;
  readonly holder?: OrganisationName;
  readonly dueOn?: CivilDate;
  /** Newest first. */
  readonly awards: readonly RowAward[];
  /** The gravest first; of a case that has ended none. */
  readonly findings: readonly RowFinding[];
  /** Answers of all requests about it, and how many are awaited. */
  readonly opinions: Readonly<Record<OpinionWord | 'awaited', number>>;
  readonly place?: Place;
  /** What was said of it where it was appraised last. */
  readonly appraised?: 'recommended' | 'notRecommended';
  readonly allowed: readonly CaseAct[];
}

interface Beside {
  readonly reader: Reader;
  readonly judged: boolean;
  readonly places: ReadonlyMap<CaseId, Place>;
  readonly names: Names;
}

/** The rules read a dozen things of a case. */
const judgedAtOnce = 8;

/** Rows of open cases, in the order given: read anew all together, so that versions and words belong to one another. */
export async function tableRows(ports: Ports, beside: Beside, cases: readonly Case[]): Promise<TableRow[]> {
  const ids = cases.map(({ id }) => id);
  const [items, subjects, opinions] = await Promise.all([
    getAll(
      ports.store,
      ids.flatMap((id) => [keys.caseMeta(id), keys.caseContent(id)]),
    ),
    readSubjects(
      ports.store,
      cases.flatMap(({ subject }) => subject ?? []),
    ),
    readOpinions(ports.store, cases),
  ]);
  const bySubject = new Map(subjects.map(({ value }) => [value.id, value]));
  const read = ids.flatMap((_, place) => {
    const meta = loadCase(items[2 * place]);
    const content = loadContent(items[2 * place + 1])?.value;
    return meta === undefined || content === undefined ? [] : [{ meta, content }];
  });
  return inTurns(read, judgedAtOnce, ({ meta, content }) =>
    rowOf(ports, beside, {
      meta,
      content,
      own: meta.value.subject && bySubject.get(meta.value.subject),
      opinions: opinions.get(meta.value.id) ?? noOpinions,
    }),
  );
}

interface Read {
  readonly meta: Loaded<Case>;
  readonly content: CaseContent;
  readonly own: Subject | undefined;
  readonly opinions: TableRow['opinions'];
}

async function rowOf(ports: Ports, beside: Beside, read: Read): Promise<TableRow> {
  const { reader, names, places } = beside;
  const { meta, content, opinions } = read;
  const subject = meta.value;
  const { id, publicCode, label, form = '', status, submittedOn, turn } = subject;
  const step = openStep(subject);
  const place = places.get(id);
  const appraised = subject.route?.steps.findLast(
    ({ kind, outcome }) => kind === 'appraise' && outcome !== undefined,
  )?.outcome;
  return {
    id,
    version: meta.version,
    turn,
    publicCode,
    label,
    form,
    kind: subject.subjectKind ?? 'individual',
    unit: names.organisation(subject.enteredBy),
    content,
    status,
    standing: standingOf(subject),
    opinions,
    ...(beside.judged ? await judgedOf(ports, read) : { awards: [], findings: [] }),
    ...(submittedOn === undefined ? {} : { submittedOn }),
    ...(step === undefined
      ? {}
      : { step: stepName(step.code), holder: names.organisation(step.organisation), dueOn: step.dueOn }),
    ...(place === undefined ? {} : { place }),
    ...(appraised === 'recommended' || appraised === 'notRecommended' ? { appraised } : {}),
    allowed: allowedCaseActs({ ...reader, hands: undefined }, subject, ports.clock.today()),
  };
}

const gravest: readonly Severity[] = ['block', 'hold', 'warn', 'inform'];

/** What is over nobody judges any more; earlier awards are told all the same. */
async function judgedOf(
  ports: Ports,
  { meta: { value: subject }, content, own }: Read,
): Promise<Pick<TableRow, 'findings' | 'awards'>> {
  const { route } = subject;
  const { results, facts } = await judgeCase(ports, { subject, content, route, own }, stageOf(subject));
  const awards = (facts.history?.awards ?? []).map(({ form, number, on }) => ({ form, number, on }));
  if (isEnded(subject.status)) return { awards, findings: [] };
  const findings = results.flatMap(({ rule, severity, verdict }) =>
    verdict === 'passes' ? [] : [{ rule, severity, verdict }],
  );
  return { awards, findings: findings.toSorted((one, other) => weight(one) - weight(other)) };
}

const weight = ({ verdict, severity }: RowFinding): number =>
  verdict === 'unknown' ? gravest.length : gravest.indexOf(severity);

const noOpinions: TableRow['opinions'] = { agrees: 0, disagrees: 0, none: 0, awaited: 0 };

/** Of all requests about the cases, in one batch of their rows. */
async function readOpinions(
  store: Store,
  cases: readonly Case[],
): Promise<Map<CaseId, TableRow['opinions']>> {
  const asked = cases.flatMap(({ id, opinions = [] }) => opinions.map((request) => ({ id, request })));
  const items = await getAll(
    store,
    asked.map(({ id, request }) => keys.listRow(request.list, id)),
  );
  const counted = new Map<CaseId, TableRow['opinions']>();
  for (const [place, { id, request }] of asked.entries()) {
    const row = loadRow(items[place])?.value;
    if (row === undefined) continue;
    const before = counted.get(id) ?? noOpinions;
    const said = opinionWords.map((word) => {
      const count = (row.opinions ?? []).filter(({ opinion }) => opinion === word).length;
      return [word, before[word] + count] as const;
    });
    const named = request.asked.map((organisation) => ({ organisation }));
    const missing = request.over === undefined ? missingOn({ asked: named }, row).length : 0;
    counted.set(id, { ...noOpinions, ...Object.fromEntries(said), awaited: before.awaited + missing });
  }
  return counted;
}
