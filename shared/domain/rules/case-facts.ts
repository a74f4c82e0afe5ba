import type { Case, CaseContent, Route, RouteStep } from '../case.ts';
import type { StoredFile } from '../file.ts';
import type { CivilDate } from '../time.ts';
import type {
  CaseFacts,
  CommendationType,
  DayFacts,
  HistoryFacts,
  NominationFacts,
  OtherCase,
  PaperFact,
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
  return {
    today,
    days: dayFacts(subject, route),
    ...(nomination === undefined ? {} : { nomination, troubles: subject.troubles ?? [] }),
    ...(nomination === undefined || gathered.others === undefined
      ? {}
      : { others: gathered.others.map((other) => otherCase(gathered, other)) }),
    ...(history === undefined ? {} : { history: declared(history, gathered) }),
    ...(files === undefined ? {} : { papers: paperFacts(files, route) }),
    // How it may be published is chosen when it is sent, and so is what that asks for.
    ...(said === undefined ? {} : { publication: { chosen: content.publication, shownOn: [], fields: [] } }),
  };
}

/** The medal is given for years of service, all else in a round for its movement (chuyên đề) unless it says otherwise. */
export const typeOf = ({ form }: Pick<Case, 'form'>): CommendationType =>
  form === 'KNC_ANTQ' ? 'service' : 'thematic';

function nominationFacts(
  subject: Case,
  content: CaseContent,
  said: Said | undefined,
): NominationFacts | undefined {
  const { form, subjectKind } = subject;
  if (form === undefined || subjectKind === undefined || content.printedName === '') return undefined;
  const { printedName: name, unit, citation, report, birthYear, gender } = content;
  const { achievementFrom, achievementTo } = content;
  return {
    form,
    type: typeOf(subject),
    subjectKind,
    name,
    unit,
    citation,
    report,
    birthYear,
    gender,
    achievementFrom,
    achievementTo,
    noSecrets: said === undefined ? subject.noSecrets : said.noSecrets,
  };
}

/** Received is what the step says that freezes the way, appraised the last such step before the decision. */
function dayFacts({ submittedOn }: Case, route: Route | undefined): DayFacts {
  const settled = (kind: RouteStep['kind']): CivilDate | undefined =>
    route?.steps.findLast((step) => step.kind === kind && step.state === 'settled')?.settledOn;
  const isAhead = route?.steps.some((step) => step.kind === 'appraise' && step.state !== 'settled') ?? false;
  return {
    submittedOn,
    receivedOn: route?.frozenOn,
    ...(isAhead ? {} : { appraisedOn: settled('appraise') }),
  };
}

const otherAchievementSaid = ({ subject, said }: Gathered): boolean =>
  said?.otherAchievement === true || subject.otherAchievement;

/** Of another case only what matching may show, with what it says: that is compared and shown to nobody. */
function otherCase(gathered: Gathered, { subject, content, sameSubject }: OtherRecord): OtherCase {
  const { printedName: name, unit, birthYear, citation, report, achievementFrom, achievementTo } = content;
  return {
    id: subject.id,
    form: subject.form ?? '',
    type: typeOf(subject),
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
    declaredOther: otherAchievementSaid(gathered) || subject.otherAchievement,
  };
}

const declared = (history: HistoryFacts, gathered: Gathered): HistoryFacts =>
  otherAchievementSaid(gathered)
    ? { ...history, awards: history.awards.map((award) => ({ ...award, declaredOther: true })) }
    : history;

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
