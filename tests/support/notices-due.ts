import { isEnded, openStep, standingOf, type Case } from '#shared/domain/case.ts';
import { membersOn, type Council, type Post, type Role } from '#shared/domain/directory.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import type { Entry } from '#shared/domain/history.ts';
import type { List, ListRow } from '#shared/domain/list.ts';
import type { NoticeKind } from '#shared/records/notice-record.ts';
import { endsIt } from '#shared/use-cases/effects/tell-linked.ts';
import {
  among,
  both,
  handling,
  holding,
  nobody,
  only,
  peopleOf,
  type Found,
  type People,
} from './who-held.ts';

/** What an entry says to whom. Without an event it is said under the entry's own number. */
export interface Telling {
  readonly kind: NoticeKind;
  readonly event?: string;
  readonly to: People;
}

/** What effects of an entry find when they run: its record as it then was, which is as the entry left it or later. */
interface Scene {
  readonly entry: Entry;
  readonly posts: Found<Post>;
}
export interface CaseScene extends Scene {
  readonly subject: Case;
  /** The list on which the case stands, as it was then or later. */
  readonly onList: readonly List[];
}
export interface ListScene extends Scene {
  readonly list: List;
  /** Cases of the rows that stand. */
  readonly cases: readonly Case[];
  readonly council: Council | undefined;
}

type Table<S> = Readonly<Record<string, (scene: S) => readonly Telling[]>>;

const keepers: Readonly<Record<string, Role>> = { council: 'secretary', outside: 'clerk' };
const keeperOf = (stepKind: string): Role => keepers[stepKind] ?? 'officer';

const inHands = (
  { posts }: Scene,
  of: { readonly sealed?: unknown },
  role: Role,
  organisation: string,
): People =>
  peopleOf(
    of.sealed === undefined ? holding(posts, role, organisation) : handling(posts, role, organisation),
  );

/** Who typed it, as long as they are officer there; else the officers. */
function submitters(scene: Scene, { typist, enteredBy, sealed }: Case): People {
  const officers = inHands(scene, { sealed }, 'officer', enteredBy);
  if (officers.sure.includes(typist)) return only(typist);
  return officers.possible.includes(typist) ? { ...officers, sure: [] } : officers;
}

/** Whose turn it is. */
function holders(scene: CaseScene): People {
  const { subject } = scene;
  const step = openStep(subject);
  if (step === undefined) return nobody;
  if (standingOf(subject) === 'supplement') return submitters(scene, subject);
  return inHands(scene, subject, keeperOf(step.kind), step.organisation);
}

function lastHolders(scene: CaseScene): People {
  const { subject } = scene;
  const step = subject.route?.steps.findLast(({ outcome }) => outcome === 'ended');
  if (step === undefined || subject.sealed !== undefined) return nobody;
  return inHands(scene, subject, keeperOf(step.kind), step.organisation);
}

function leaders({ subject, posts }: CaseScene): People {
  const organisation =
    standingOf(subject) === 'supplement' ? subject.enteredBy : openStep(subject)?.organisation;
  if (organisation === undefined) return nobody;
  const all = holding(posts, 'leader', organisation);
  const heads = among(all, ({ capacity }) => capacity === 'head');
  const told = heads.sure.length > 0 || heads.possible.length === 0 ? all : { ...all, sure: [] };
  const found = peopleOf(heads.sure.length > 0 ? heads : told);
  return subject.sealed === undefined ? found : { ...peopleOf(all), sure: [] };
}

/** Who has a list: officers gather, its signer signs, clerks number; of a session always the secretary, from outside the clerk. */
function holdersOfList(scene: Scene, list: List): People {
  const session = list.kind === 'session';
  const own: Role = session ? 'secretary' : list.origin === 'outside' ? 'clerk' : 'officer';
  const at = (role: Role): People => inHands(scene, list, role, list.organisation);
  if (list.state === 'GATHERING') return at(own);
  if (list.state === 'SIGNED' && !session) return at('clerk');
  if (list.kind === 'opinionRequest' && list.state === 'ISSUED') return awaitedFrom(scene, list);
  if (list.state !== 'CLOSED') return nobody;
  if (own !== 'officer') return at(own);
  const all = at('leader');
  const signer = list.signer?.person;
  if (signer === undefined) return all;
  return all.sure.includes(signer) ? only(signer) : { sure: [], possible: [...all.possible, signer] };
}

/** The asker, and whoever it asks. */
function awaitedFrom(scene: Scene, list: List): People {
  const asked = (list.asked ?? []).map(({ organisation }) => inHands(scene, list, 'officer', organisation));
  const asker = inHands(scene, list, 'officer', list.organisation);
  return asked.reduce((all, one) => both(all, { ...one, sure: [] }), asker);
}

/** One reminder a day for everything that is due. */
function reminded(scene: CaseScene): Telling[] {
  const standing = standingOf(scene.subject);
  if (standing === 'ended' || standing === 'moving') return [];
  const of = standing === 'inList' ? inAnyState(scene) : holders(scene);
  return [{ kind: 'Reminder', event: 'reminder', to: of }];
}

function inAnyState(scene: CaseScene): People {
  return inWhichever(scene.onList.map((list) => holdersOfList(scene, list)));
}

/** Sure is who is sure in each of the states that may have been found. */
const inWhichever = (each: readonly People[]): People => ({
  sure: each[0]?.sure.filter((person) => each.every(({ sure }) => sure.includes(person))) ?? [],
  possible: each.flatMap(({ possible }) => possible),
});

/** Cases that came with one list are announced once; one that was left before anybody was told isn't. */
function opened(scene: CaseScene): Telling[] {
  return [...rerouted(scene), ...announced(scene)];
}

function rerouted(scene: CaseScene): Telling[] {
  const { subject, entry } = scene;
  if (entry.facts['reroutedFrom'] === undefined) return [];
  const event = `rerouted/${subject.round ?? subject.id}`;
  return [{ kind: 'Rerouted', event, to: submitters(scene, subject) }];
}

function announced(scene: CaseScene): Telling[] {
  const { subject, entry } = scene;
  const step = String(entry.facts['step']);
  if (openStep(subject)?.code !== step) return [];
  const asking = subject.route?.steps.findLast(({ state }) => state === 'settled')?.kind === 'opinion';
  const list = asking
    ? undefined
    : subject.settledBy.findLast((id) => !(subject.opinions ?? []).some((one) => one.list === id));
  const to = holders(scene);
  return list === undefined
    ? [{ kind: 'StepOpened', to }]
    : [{ kind: 'ListArrived', event: `LIST#${list}/${step}`, to }];
}

const toSubmitters =
  (kind: NoticeKind) =>
  (scene: CaseScene): Telling[] => [{ kind, to: submitters(scene, scene.subject) }];
const toHolders =
  (kind: NoticeKind) =>
  (scene: CaseScene): Telling[] => [{ kind, to: holders(scene) }];

/** Acts on a case, and of its flow, that tell anybody. What isn't here tells nobody. */
export const caseTellings: Table<CaseScene> = {
  StepOpened: opened,
  Received: (scene) => {
    const { round, id } = scene.subject;
    return [{ kind: 'Received', event: `received/${round ?? id}`, to: submitters(scene, scene.subject) }];
  },
  SupplementAsked: toSubmitters('SupplementAsked'),
  Held: toSubmitters('Held'),
  Released: toSubmitters('Released'),
  ReturnedIneligible: toSubmitters('ReturnedIneligible'),
  Refused: toSubmitters('Refused'),
  NotAwardedOutside: toSubmitters('Refused'),
  FormChanged: toSubmitters('FormChanged'),
  SupplementAnswered: toHolders('SupplementAnswered'),
  Reassigned: toHolders('Reassigned'),
  Struck: toHolders('Struck'),
  QuestionAsked: (scene) => {
    const { question } = scene.subject;
    const to = question === undefined ? nobody : inHands(scene, scene.subject, 'officer', question.to);
    return [{ kind: 'QuestionAsked', to }];
  },
  QuestionAnswered: ({ entry }) => [
    { kind: 'QuestionAnswered', to: only(personIdSchema.parse(entry.facts['askedBy'])) },
  ],
  Withdrawn: (scene) => [
    { kind: 'Withdrawn', to: both(submitters(scene, scene.subject), lastHolders(scene)) },
  ],
  Reminded: reminded,
  Escalated: (scene) => [
    ...(scene.entry.facts['both'] === true ? reminded(scene) : []),
    { kind: 'Escalated', event: 'escalated', to: leaders(scene) },
  ],
};

/**
 * Who has the other of two linked nominations, when one has ended.
 * @param others the states in which it may have been found
 */
export function linkedTellings(scene: CaseScene, others: readonly Case[]): Telling[] {
  const { subject, entry } = scene;
  if (others.length === 0 || !endsIt(subject, entry)) return [];
  const kind = entry.act === 'Awarded' ? 'LinkedAwarded' : 'LinkedEnded';
  const event = `linked/CASE#${String(subject.linkedTo)}/${entry.record}`;
  const each = others.map((other) => {
    const there = { ...scene, subject: other };
    return isEnded(other.status) ? nobody : both(submitters(there, other), holders(there));
  });
  return [{ kind, event, to: inWhichever(each) }];
}

const toRows =
  (kind: NoticeKind) =>
  (scene: ListScene): Telling[] =>
    scene.cases.map((subject) => ({ kind, to: submitters(scene, subject) }));

/** Acts on a list that tell anybody. */
export const listTellings: Table<ListScene> = {
  Closed: (scene) => {
    const { list } = scene;
    if (list.kind === 'session') return agenda(scene);
    return [{ kind: 'ListToSign', to: list.signer === undefined ? nobody : only(list.signer.person) }];
  },
  Signed: (scene) => [
    { kind: 'ListToNumber', to: inHands(scene, scene.list, 'clerk', scene.list.organisation) },
  ],
  Concluded: toRows('SessionConcluded'),
  Issued: (scene) => {
    if (scene.list.kind === 'opinionRequest') return askedOnes(scene);
    return scene.list.kind === 'letter' ? [] : toRows('ResultsIssued')(scene);
  },
  OpinionGiven: (scene) => toAsker(scene, 'OpinionGiven'),
  OpinionCorrected: (scene) => toAsker(scene, 'OpinionCorrected'),
  WentOn: (scene) => askedNoMore(scene),
  RowOver: (scene) => askedNoMore(scene),
};

/** Officers of the asker, but for whoever entered it. */
function toAsker(scene: ListScene, kind: NoticeKind): Telling[] {
  const { list, entry } = scene;
  const officers = inHands(scene, list, 'officer', list.organisation);
  const others = (people: readonly string[]) => people.filter((person) => person !== entry.by?.person);
  return [{ kind, to: { sure: others(officers.sure), possible: others(officers.possible) } }];
}

/** Officers of whoever works here and owed an answer on a row that was closed. */
function askedNoMore(scene: ListScene): Telling[] {
  const { missing } = scene.entry.facts;
  return (scene.list.asked ?? [])
    .filter(
      ({ organisation, outside }) =>
        outside !== true && Array.isArray(missing) && missing.includes(organisation),
    )
    .map(({ organisation }) => ({
      kind: 'OpinionNotAwaited',
      to: inHands(scene, scene.list, 'officer', organisation),
    }));
}

/** Officers of whoever is asked and works here; whoever answered before the effect ran is told of nothing. */
function askedOnes(scene: ListScene): Telling[] {
  return (scene.list.asked ?? []).flatMap(({ organisation, outside, left }) => {
    if (outside === true) return [];
    const to = inHands(scene, scene.list, 'officer', organisation);
    return [{ kind: 'OpinionAsked', to: left === 0 ? { ...to, sure: [] } : to }];
  });
}

/** The council's members of the session's day, once a day. */
function agenda({ list, council, posts }: ListScene): Telling[] {
  if (list.state !== 'CLOSED' || council === undefined || list.heldOn === undefined) return [];
  const members: readonly string[] = membersOn(council, list.heldOn).map(({ person }) => person);
  const there = peopleOf(among(posts, ({ organisation }) => organisation === list.organisation));
  const named = peopleOf(
    among(posts, ({ organisation, sealed }) => sealed && organisation === list.organisation),
  );
  const to =
    list.sealed === undefined
      ? { sure: members, possible: members }
      : {
          sure: members.filter((person) => named.sure.includes(person)),
          possible: members.filter((person) => there.possible.includes(person)),
        };
  return [{ kind: 'AgendaClosed', event: `LIST#${list.id}/agenda`, to }];
}

/** What a ceremony says to its host's organisers. */
export const ceremonyTellings: Readonly<Record<string, NoticeKind>> = {
  ListFrozen: 'CeremonyFrozen',
  CeremonyHeld: 'CeremonyToday',
  Reminded: 'ToDeliver',
};

/** Rows that stand, as a list's history leaves them. */
export const standing = (rows: readonly ListRow[]): readonly ListRow[] =>
  rows.filter(({ state }) => state === 'on');

/** Whoever may confirm a setting is told that it waits, its proposer what became of it; nobody of an act of their own. */
export function settingTellings({ entry, posts }: Scene, proposedBy: string): readonly Telling[] {
  const { act, facts, by } = entry;
  const office = String(facts['organisation']);
  const settlers = both(
    peopleOf(holding(posts, 'leader', office)),
    peopleOf(holding(posts, 'administrator', office)),
  );
  const { sure, possible } = act === 'SettingProposed' ? settlers : only(proposedBy);
  const others = (person: string): boolean => person !== by?.person;
  return [{ kind: act as NoticeKind, to: { sure: sure.filter(others), possible: possible.filter(others) } }];
}
