import {
  openStep,
  nextStepIndex,
  standingOf,
  type Case,
  type CaseContent,
  type RouteStep,
  type Standing,
} from '../../domain/case.ts';
import type { CaseId, OrganisationId, PersonId } from '../../domain/id.ts';
import { routeBasis, type RouteBasis } from '../../domain/law/route-basis.ts';
import { hasOutcome, type List } from '../../domain/list.ts';
import type { CaseAct } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import { standsIn } from '../../domain/sealed-hands.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { readHistory, type HistoryEntry } from '../../records/history-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { law } from '../../regimes/shipped.ts';
import { filesOf, type StoredFile } from '../files/files.ts';
import { ownHands } from '../acting/sealed-hands.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { caseTimeOf, readRoundAndAhead, type CaseTime } from '../time/case-time.ts';
import { allowedCaseActs } from './allowed.ts';
import { awardOf, type AwardOf } from './award-of.ts';
import { councilNote, endOf, type CaseEnd } from './case-end.ts';
import { ceremonyOf, type CeremonyOf, type Drawing } from './ceremony-of.ts';
import { askedAbout, opinionsOf, readOpinionRows, type OpinionsView } from './opinions-of.ts';
import { printedProofOf, type PrintedProof } from './printed-proof.ts';
import { questionOf, type QuestionView } from './question-of.ts';
import { readNames, readReader, type Names, type OrganisationName, type Reader } from './reader.ts';
import { timelineEntry, type TimelineEntry } from './timeline-entry.ts';

export type Text = { readonly vi: string; readonly en: string };

export interface StepView extends Pick<
  RouteStep,
  'code' | 'kind' | 'state' | 'dueOn' | 'openedOn' | 'settledOn' | 'outcome'
> {
  readonly title: Text;
  readonly organisation: OrganisationName;
  /** Where the papers go, of a step that somebody outside decides and `organisation` records. */
  readonly sentTo?: OrganisationName;
}

/** Whose names a route shows. */
export const namedOn = (steps: readonly RouteStep[]): OrganisationId[] =>
  steps.flatMap(({ organisation, sentTo }) =>
    sentTo === undefined ? [organisation] : [organisation, sentTo],
  );

export interface CaseView extends QuestionView {
  readonly id: CaseId;
  readonly version: number;
  /** Rises with each step: what forms send along, so that a late click falls upon no other. */
  readonly turn: number;
  readonly kind: Case['kind'];
  readonly publicCode: string;
  readonly status: Case['status'];
  readonly standing: Standing;
  /** A list has moved it on already, its own record follows in a moment: shown as the list says. */
  readonly listOutcome?: Pick<List, 'id' | 'kind' | 'state' | 'number' | 'date'>;
  /** The decision it was awarded or approved by. */
  readonly award?: AwardOf;
  /** The ceremony that has drawn its award. */
  readonly ceremony?: CeremonyOf;
  /** Why it ended without one. */
  readonly end?: CaseEnd;
  readonly enteredBy: OrganisationName;
  readonly proposer: string;
  readonly typist: string;
  readonly appraisers: readonly string[];
  readonly form?: { readonly code: string; readonly name: Text };
  readonly round?: { readonly id: string; readonly name: string };
  readonly subject?: Case['subject'] | undefined;
  readonly subjectKind?: Case['subjectKind'] | undefined;
  readonly label: Case['label'];
  readonly sealedNumber?: number;
  /** A sealed case that the reader handles in the place of somebody whom the office did not name. */
  readonly standIn?: true;
  /** Absent for a sealed case until it is revealed with a reason. */
  readonly content?: CaseContent;
  readonly route: readonly StepView[];
  /** Steps that were to ask for opinions and are left out: whom they ask isn't in the directory. */
  readonly unasked: readonly Text[];
  readonly routeFrozenOn?: string;
  /** Why it goes that way. */
  readonly routeBasis?: RouteBasis | undefined;
  /** Day of the newer law that was chosen for it. */
  readonly lawOf?: CivilDate | undefined;
  readonly now?: StepView;
  readonly movingTo?: OrganisationName;
  readonly supplement?: Case['supplement'] | undefined;
  readonly hold?: Case['hold'] | undefined;
  readonly list?: {
    readonly id: string;
    readonly kind: List['kind'];
    readonly title: string;
    readonly state: List['state'];
  };
  readonly struckFrom?: string | undefined;
  /** The same achievement at another level. */
  readonly linkedTo?: CaseId | undefined;
  readonly sameSubjectAs: readonly CaseId[];
  /** What other offices were asked about it, and answered. */
  readonly opinions: readonly OpinionsView[];
  readonly submittedOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly admittedLate: boolean;
  readonly files: readonly StoredFile[];
  readonly timeline: readonly TimelineEntry[];
  readonly allowed: readonly CaseAct[];
  /** Codes to keep on paper. */
  readonly proof: PrintedProof;
  readonly time: CaseTime;
}

export async function readCaseView(ports: Ports, person: PersonId, id: CaseId): Promise<CaseView> {
  const reader = await readReader(ports, person);
  const [metaItem, contentItem, guard, closings] = await ports.store.get([
    keys.caseMeta(id),
    keys.caseContent(id),
    keys.awardDrawn(id),
    keys.closings(),
  ]);
  const meta = loadCase(metaItem);
  if (meta === undefined || !(await mayReadCase(ports, reader.actor, meta.value)))
    throw new Refusal('CaseNotFound', { case: id });
  const subject = meta.value;
  const content = loadContent(contentItem)?.value;
  const beside = await readBeside(ports, reader, { subject, guard }, content);
  const { history, files, list, round, award, hands, ceremony, end, ahead, inForce } = beside;
  const names = await namesOf(ports, subject, history);
  const form = law.formOn(subject.form ?? '', subject.submittedOn ?? ports.clock.today());
  const sealed = subject.sealed !== undefined;
  return {
    id,
    version: meta.version,
    turn: subject.turn,
    kind: subject.kind,
    publicCode: subject.publicCode,
    status: subject.status,
    standing: standingOf(subject),
    enteredBy: names.organisation(subject.enteredBy),
    proposer: sealed ? '' : subject.proposer.name,
    typist: names.person(subject.typist),
    appraisers: subject.appraisers.map((person) => names.person(person)),
    label: subject.label,
    sameSubjectAs: subject.sameSubjectAs,
    opinions: opinionsOf(subject, beside.opinions, names, reader),
    ...questionOf(subject, names),
    admittedLate: subject.admittedLate,
    files: sealed ? awaited(files) : files,
    ...((hands ?? []).some(standsIn) ? { standIn: true } : {}),
    timeline: history.map((item) => timelineEntry(item, names, sealed)),
    allowed: allowedCaseActs({ ...reader, hands }, subject, ports.clock.today()),
    proof: printedProofOf(recordId('CASE', id), subject, closings),
    time: caseTimeOf(subject, history, { law: inForce, today: ports.clock.today(), names, ahead }),
    ...placeOf(subject, names),
    lawOf: subject.lawOf,
    routeBasis: subject.route && routeBasis(inForce, subject.route, ports.clock.today()),
    ...(award === undefined ? {} : { award }),
    ...(ceremony === undefined ? {} : { ceremony }),
    ...(end === undefined ? {} : { end }),
    ...(list === undefined ? {} : listPart(list)),
    ...(form === undefined ? {} : { form: { code: form.code, name: form.name } }),
    ...(round === undefined ? {} : { round: { id: round.id, name: round.name } }),
    ...(sealed || content === undefined ? {} : { content }),
    ...(subject.sealed === undefined ? {} : { sealedNumber: subject.sealed.number }),
    linkedTo: subject.linkedTo,
    ...factsOf(subject),
  };
}

const factsOf = ({ subject, sealed, ...its }: Case) => ({
  subject: sealed === undefined ? subject : undefined,
  supplement: its.supplement,
  hold: its.hold,
  submittedOn: its.submittedOn,
  endedOn: its.endedOn,
  struckFrom: its.struckFrom,
  subjectKind: its.subjectKind,
});

/** What belongs to the case and lies elsewhere, all at once. */
async function readBeside(ports: Ports, reader: Reader, drawing: Drawing, content: CaseContent | undefined) {
  const { subject } = drawing;
  const record = recordId('CASE', subject.id);
  const [history, files, list, ahead, award, hands, ceremony, note, opinions] = await Promise.all([
    readHistory(ports.store, record),
    filesOf(ports, record),
    readList(ports, subject),
    readRoundAndAhead(ports, subject, content),
    awardOf(ports, subject),
    ownHands(ports, reader.actor, subject),
    ceremonyOf(ports, reader, drawing),
    councilNote(ports, subject),
    readOpinionRows(ports, subject),
  ]);
  const end = endOf(subject, history, note);
  return { history, files, list, ...ahead, award, hands, ceremony, end, opinions };
}

/** Of a sealed case what was sent and waits to be checked, without its name; its papers are told when it is revealed. */
const awaited = (files: readonly StoredFile[]): StoredFile[] =>
  files.filter(({ state }) => state === 'expected').map((file) => ({ ...file, name: '' }));

async function readList(ports: Ports, subject: Case): Promise<List | undefined> {
  if (subject.list === undefined) return undefined;
  const [item] = await ports.store.get([keys.listMeta(subject.list)]);
  return loadList(item)?.value;
}

function listPart(list: List): Pick<CaseView, 'list' | 'listOutcome'> {
  const { id, kind, title, state, number, date } = list;
  return {
    list: { id, kind, title, state },
    ...(hasOutcome(list) ? { listOutcome: { id, kind, state, number, date } } : {}),
  };
}

async function namesOf(ports: Ports, subject: Case, history: readonly HistoryEntry[]): Promise<Names> {
  const authors = history.flatMap(({ entry }) => entry.by ?? []);
  const organisations = [subject.enteredBy, ...namedOn(subject.route?.steps ?? []), ...askedAbout(subject)];
  return readNames(
    ports,
    [...organisations, ...authors.flatMap((author) => author.organisation ?? [])],
    [subject.typist, ...subject.appraisers, ...authors.map((author) => author.person)],
  );
}

function placeOf(
  subject: Case,
  names: Names,
): Pick<CaseView, 'route' | 'unasked' | 'now' | 'movingTo' | 'routeFrozenOn'> {
  const route = routeView(subject, names);
  const step = openStep(subject);
  const next =
    standingOf(subject) === 'moving' ? subject.route?.steps[nextStepIndex(subject) ?? -1] : undefined;
  const now = route.find((view) => view.code === step?.code && view.state === 'open');
  return {
    route,
    unasked: unaskedSteps(subject.route),
    ...(now === undefined ? {} : { now }),
    ...(next === undefined ? {} : { movingTo: names.organisation(next.organisation) }),
    ...(subject.route?.frozenOn === undefined ? {} : { routeFrozenOn: subject.route.frozenOn }),
  };
}

/** As the template calls it from which the route was made. */
export function stepTitle(route: Case['route'], code: string): Text {
  const steps = law.template(route?.template ?? '')?.steps ?? [];
  return steps.find((candidate) => candidate.code === code)?.title ?? { vi: code, en: code };
}

export const unaskedSteps = (route: Case['route']): Text[] =>
  (route?.unasked ?? []).map((code) => stepTitle(route, code));

export function routeView({ route }: Pick<Case, 'route'>, names: Names): StepView[] {
  return (route?.steps ?? []).map((step) => {
    const { code, kind, state, dueOn, openedOn, settledOn, outcome } = step;
    return {
      code,
      kind,
      state,
      dueOn,
      title: stepTitle(route, code),
      organisation: names.organisation(step.organisation),
      ...(step.sentTo === undefined ? {} : { sentTo: names.organisation(step.sentTo) }),
      openedOn,
      settledOn,
      outcome,
    };
  });
}
