import type { Case, CaseContent, Route, RouteStep } from '../case.ts';
import { answerDays, stopsOf, type Happened } from '../case-clock.ts';
import { isMedal } from '../content-field.ts';
import type { StoredFile } from '../file.ts';
import { judgementOf, type Comparable } from '../judged-achievement.ts';
import { folded } from '../text.ts';
import { dayOf, type CivilDate } from '../time.ts';
import type {
  CaseFacts,
  CommendationType,
  DayFacts,
  HistoryFacts,
  NominationFacts,
  OtherCase,
  PaperFact,
  QuotaFacts,
  ServiceFacts,
} from './facts.ts';

/** Another case as it was read, and what a person has answered about its subject. */
export interface OtherRecord {
  readonly subject: Case;
  readonly content: CaseContent;
  readonly sameSubject?: boolean | undefined;
}

/** What was read for one case. What is left out was not looked at. */
export interface Gathered {
  readonly today: CivilDate;
  readonly subject: Case;
  readonly content: CaseContent;
  /** The way as it is expected where the case bears none yet. */
  readonly route?: Route | undefined;
  readonly files?: readonly StoredFile[] | undefined;
  readonly others?: readonly OtherRecord[] | undefined;
  readonly history?: HistoryFacts | undefined;
  /** What happened to it until now: it says when its clock stood still. */
  readonly happened?: readonly Happened[] | undefined;
  /** Of the paper by which it was decided, where it is known. */
  readonly decidedOn?: CivilDate | undefined;
  /** Read for nothing but to be compared with year of birth and gender. */
  readonly idNumber?: string | undefined;
  /** Said along with the act itself. */
  readonly said?: Said | undefined;
}

interface Said {
  /** That it is another achievement than those that look like it. */
  readonly otherAchievement?: boolean | undefined;
  /** Asked of whoever sends it. */
  readonly noSecrets?: boolean | undefined;
}

/** Records as the rules read them. Of a case that says nothing yet, a sealed placeholder, and of a model most are silent. */
export function caseFacts(gathered: Gathered): CaseFacts {
  const { today, subject, content, files, history, said } = gathered;
  const route = subject.route ?? gathered.route;
  const nomination = nominationFacts(subject, content, said);
  const service = serviceFacts(subject, content);
  return {
    today,
    days: {
      ...dayFacts(subject, route),
      ...(gathered.happened === undefined ? {} : happenedDays(gathered, gathered.happened)),
    },
    ...(nomination === undefined ? {} : { nomination, troubles: subject.troubles ?? [] }),
    ...(nomination === undefined || gathered.others === undefined
      ? {}
      : { others: gathered.others.map((other) => otherCase(gathered, other)) }),
    ...(gathered.idNumber === undefined
      ? {}
      : { idNumber: { digits: gathered.idNumber, gender: content.gender, birthYear: content.birthYear } }),
    ...(service === undefined ? {} : { service }),
    ...(history === undefined
      ? {}
      : { history: withJudgements(withInitiatives(withMedals(history, gathered), gathered), gathered) }),
    ...(files === undefined ? {} : { papers: paperFacts(files, route) }),
    // How it may be published is chosen when it is sent, and so is what that asks for.
    ...(said === undefined ? {} : { publication: { chosen: content.publication, shownOn: [], fields: [] } }),
  };
}

/** The medal is given for years of service, all else in a round for its movement (chuyên đề) unless it says otherwise. */
export const typeOf = (
  { form }: Pick<Case, 'form'>,
  content: Pick<CaseContent, 'commendationType'> | undefined,
): CommendationType => (isMedal(form) ? 'service' : (content?.commendationType ?? 'thematic'));

/** The years of service for which the medal is given. */
function serviceFacts({ form }: Case, content: CaseContent): ServiceFacts | undefined {
  const { serviceTrack: track, serviceStretches, quietArea, medalBarred: barred } = content;
  if (!isMedal(form) || content.printedName === '') return undefined;
  const unsaid = (['medalBarred', 'stateMedals'] as const).filter((field) => content[field] === undefined);
  return { track, stretches: serviceStretches ?? [], quietArea, barred, unsaid };
}

function nominationFacts(
  subject: Case,
  content: CaseContent,
  said: Said | undefined,
): NominationFacts | undefined {
  const { form, subjectKind } = subject;
  if (form === undefined || subjectKind === undefined || content.printedName === '') return undefined;
  const { printedName: name, unit, citation, report, birthYear, gender } = content;
  const { achievementFrom, achievementTo, headOfTaxpayer, basis, initiatives, gaps } = content;
  return {
    form,
    type: typeOf(subject, content),
    subjectKind,
    name,
    unit,
    citation,
    report,
    birthYear,
    gender,
    achievementFrom,
    achievementTo,
    headOfTaxpayer,
    basis,
    initiatives,
    gaps,
    noSecrets: said === undefined ? subject.noSecrets : said.noSecrets,
  };
}

/** One of those between whom a quota makes choose, as R07 looks at it. */
export const equalFact = (
  { id, subjectKind }: Case,
  { printedName: name, gender, womenShare }: CaseContent,
): QuotaFacts['equals'][number] | undefined => subjectKind && { id, name, subjectKind, gender, womenShare };

/** Received is what the step says that freezes the way, appraised the last such step before the decision. */
function dayFacts({ submittedOn, lawOf, conferenceOn, endedOn }: Case, route: Route | undefined): DayFacts {
  const settled = (kind: RouteStep['kind']): CivilDate | undefined =>
    route?.steps.findLast((step) => step.kind === kind && step.state === 'settled')?.settledOn;
  const isAhead = route?.steps.some((step) => step.kind === 'appraise' && step.state !== 'settled') ?? false;
  return {
    submittedOn,
    receivedOn: route?.frozenOn,
    appraisalLimit: route?.appraisalLimit,
    lawOf,
    conferenceOn,
    // Of a case that ended before, nobody appraises any more.
    appraisedOn: isAhead ? endedOn : settled('appraise'),
  };
}

/** What only its history says: the stops of its clock, when its file came and was answered, when its result was told. */
function happenedDays({ subject, decidedOn }: Gathered, happened: readonly Happened[]): DayFacts {
  // Of a result the submitting office is told when it is settled here.
  const told = happened.findLast(({ act }) => act === 'Awarded' || act === 'NotAwardedOutside');
  return {
    stopped: stopsOf(subject, happened),
    ...answerDays(subject, happened),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(decidedOn === undefined || told === undefined ? {} : { notifiedOn: dayOf(told.at) }),
  };
}

/** Only own awards are looked at: that nobody has used an initiative before isn't known from them, that this one has is. */
function withInitiatives(history: HistoryFacts, { content }: Gathered): HistoryFacts {
  const named = (content.initiatives ?? []).map((name) => folded(name));
  const used = history.awards.flatMap(({ initiatives = [], number }) =>
    initiatives.filter((name) => named.includes(folded(name))).map((name) => ({ name, number })),
  );
  return used.length === 0 ? history : { ...history, initiatives: used };
}

/** What a person holds of the state's stands with the nomination: no decision of ours gives it. */
const withMedals = (history: HistoryFacts, { content }: Gathered): HistoryFacts => ({
  ...history,
  stateMedals: [...history.stateMedals, ...(content.stateMedals ?? [])],
});

/** Of another case only what matching may show, with what it says: that is compared and shown to nobody. */
function otherCase(gathered: Gathered, { subject, content, sameSubject }: OtherRecord): OtherCase {
  const { printedName: name, unit, birthYear, citation, report, achievementFrom, achievementTo } = content;
  return {
    id: subject.id,
    form: subject.form ?? '',
    type: typeOf(subject, content),
    status: subject.status,
    name,
    unit,
    birthYear,
    citation,
    report,
    achievementFrom,
    achievementTo,
    sameSubject,
    linked: subject.linkedTo === gathered.subject.id,
    judged: judgementOf(ownSide(gathered), sideOf(subject)),
  };
}

export const sideOf = ({
  id,
  submittedOn,
  otherAchievement,
  judgedAchievements: judged,
}: Case): Comparable => ({
  id,
  judged,
  knownOn: submittedOn,
  declaredOn: otherAchievement ? submittedOn : undefined,
});

/** With what is said along with the act: it is about all that is known today. */
const ownSide = ({ subject, said, today }: Gathered): Comparable => ({
  ...sideOf(subject),
  ...(said?.otherAchievement === true ? { knownOn: today, declaredOn: today } : {}),
});

function withJudgements(history: HistoryFacts, gathered: Gathered): HistoryFacts {
  const own = ownSide(gathered);
  const awards = history.awards.map((award) => {
    const theirs = award.judged === undefined ? [] : [{ other: gathered.subject.id, answer: award.judged }];
    return { ...award, judged: judgementOf(own, { ...award, judged: theirs }) };
  });
  return { ...history, awards };
}

/**
 * Papers that were kept, and those that the case's own way makes: the minutes of each council and the letter of each office
 * on it. Once such a step is settled they lie with its list; while it is ahead there is nothing that a submitter could bring.
 */
export function paperFacts(files: readonly StoredFile[], route: Route | undefined): PaperFact[] {
  const brought = files.filter(({ state }) => state === 'kept').map(({ kind, name }) => ({ kind, name }));
  const made = (route?.steps ?? []).flatMap(({ kind, code }) => {
    const paper = madeBy[kind];
    return paper === undefined ? [] : [{ kind: paper, name: code }];
  });
  return [...brought, ...made];
}

const madeBy: Readonly<Partial<Record<RouteStep['kind'], PaperFact['kind']>>> = {
  council: 'minutes',
  letter: 'letter',
};
