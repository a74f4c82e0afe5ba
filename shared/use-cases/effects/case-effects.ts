import {
  isDiscarded,
  isEnded,
  keepsAchievement,
  openStep,
  standingOf,
  type Case,
} from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import { hasOutcome } from '../../domain/list.ts';
import { personIdSchema } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { loadList } from '../../records/list-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { ensureStarted, wake } from '../flow/carry.ts';
import { readListOfCase } from '../cases/case-on-list.ts';
import { freeGuard } from '../cases/subject-guard.ts';
import { countDue } from '../views/waiting.ts';
import type { NoticeDraft } from './notify.ts';
import { keepHonour } from './keep-honour.ts';
import { keepSearchable, renamesOrOpens } from './keep-searchable.ts';
import { markNamesakes } from './mark-namesakes.ts';
import { markTwins } from './mark-twins.ts';
import { notify } from './notify.ts';
import { askedOf, holdersOf, holdersOfList, lastHolders, leadersOf, submitters } from './recipients.ts';
import { endAsking, everybodyAsked, followReleased } from './opinion-effects.ts';
import { endsIt, tellLinked } from './tell-linked.ts';
import { settleReleased } from './settle-list.ts';

/** What follows from one entry of a case's history. Every effect is repeatable. */
export async function caseEffects(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  const record = recordId('CASE', subject.id);
  if (raisesTurn(entry.act) && !keepsAchievement(subject.status) && !isDiscarded(subject))
    await freeGuard(ports, subject);
  if (entry.act === 'Submitted') await ensureStarted(ports, record);
  else if (raisesTurn(entry.act)) await wake(ports, record);
  if (entry.act === 'Submitted' || entry.act === 'IdentityJudged') await markNamesakes(ports, subject);
  if (entry.act === 'IdentityJudged') await markTwins(ports, subject, entry);
  if (entry.act === 'Released') await followIssuedList(ports, subject);
  if (raisesTurn(entry.act)) await endAsking(ports, subject, entry);
  await tell(ports, subject, entry);
  if (subject.linkedTo !== undefined && endsIt(subject, entry)) await tellLinked(ports, subject, entry);
  if (subject.status === 'AWARDED') await keepHonour(ports, subject);
  if (renamesOrOpens(entry)) await keepSearchable(ports, subject.id);
}

const quiet = [
  'Drafted',
  'Linked',
  'SlipMerged',
  'Edited',
  'WordingMended',
  'ConsentWithdrawn',
  'QuestionAsked',
  'QuestionAnswered',
  'Gathered',
  'NamesakeMarked',
  'SameSubjectMarked',
  'StepOpened',
  'Reminded',
  'Escalated',
  'FileExpected',
  'FileKept',
  'FileRefused',
  'Revealed',
  'Erased',
];
const raisesTurn = (act: string): boolean => !quiet.includes(act);

/** Held between signature and issue, released after it: the list's outcome is due to it now. */
async function followIssuedList(ports: Ports, subject: Case): Promise<void> {
  if (subject.list === undefined) return;
  const [item] = await ports.store.get([keys.listMeta(subject.list)]);
  const list = loadList(item)?.value;
  if (list?.kind === 'opinionRequest') return followReleased(ports, list, subject.id);
  if (list !== undefined && hasOutcome(list)) await settleReleased(ports, list, subject.id);
}

async function tell(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  const record = recordId('CASE', subject.id);
  const own = (kind: NoticeDraft['kind']): NoticeDraft => ({ kind, record, event: `${record}/${entry.seq}` });
  switch (entry.act) {
    case 'StepOpened':
      await tellOfTheWay(ports, subject, entry);
      // Left before anybody was told: whoever holds it now is told of their own step.
      if (openStep(subject)?.code !== entry.facts['step']) return;
      return notify(ports, await holdersOf(ports, subject), entry, opened(ports, subject, entry));
    case 'Received':
      // A whole list is received on one day: one message a round and day.
      return notify(ports, await submitters(ports, subject), entry, {
        kind: 'Received',
        event: `received/${subject.round ?? subject.id}`,
      });
    case 'SupplementAsked':
    case 'Held':
    case 'Released':
    case 'ReturnedIneligible':
    case 'Refused':
    case 'FormChanged':
      return notify(ports, await submitters(ports, subject), entry, {
        ...own(entry.act),
        facts: { ...dueFact(entry), ...rulesFact(entry) },
      });
    case 'NotAwardedOutside':
      return notify(ports, await submitters(ports, subject), entry, own('Refused'));
    case 'SupplementAnswered':
    case 'Reassigned':
    case 'Struck':
      return notify(ports, await holdersOf(ports, subject), entry, own(entry.act));
    case 'QuestionAsked':
      return notify(ports, await askedOf(ports, subject), entry, own(entry.act));
    case 'QuestionAnswered':
      return notify(ports, [personIdSchema.parse(entry.facts['askedBy'])], entry, own(entry.act));
    case 'Withdrawn':
      return notify(
        ports,
        [...(await submitters(ports, subject)), ...(await lastHolders(ports, subject))],
        entry,
        own(entry.act),
      );
    case 'Reminded':
      return remind(ports, subject, entry);
    case 'Escalated':
      if (entry.facts['both'] === true) await remind(ports, subject, entry);
      // One a leader a day, for all that is overdue: a home that slept finds many at once.
      return notify(ports, await leadersOf(ports, subject), entry, { kind: 'Escalated', event: 'escalated' });
    default:
      return;
  }
}

/** Cases that came with one list are announced once, for all its rows. */
function opened(ports: Ports, subject: Case, entry: Entry): NoticeDraft {
  const list = broughtBy(subject);
  const step = String(entry.facts['step'] ?? '');
  const due = { facts: dueFact(entry), ...stepOf(subject) };
  const record = recordId('CASE', subject.id);
  if (list === undefined) return { kind: 'StepOpened', record, event: `${record}/${entry.seq}`, ...due };
  const count = async (): Promise<number> => {
    const [item] = await ports.store.get([keys.listMeta(list)]);
    return loadList(item)?.value.rows ?? 1;
  };
  return { kind: 'ListArrived', event: `${recordId('LIST', list)}/${step}`, count, ...due };
}

/** Of the rules on which a return rests only which they are: what they found names people. */
function rulesFact({ facts: { rules, lawOf } }: Entry): NoticeDraft['facts'] & object {
  if (!Array.isArray(rules) || typeof lawOf !== 'string') return {};
  return { rules: rules.map((code) => code.slice(0, 3)).join(','), lawOf };
}

/** What it takes to say why the open step is due on its day. */
function stepOf(subject: Case): Pick<NoticeDraft, 'step'> {
  const { template, frozenOn } = subject.route ?? {};
  const { code, due, openedOn, dueOn } = openStep(subject) ?? {};
  if (template === undefined || code === undefined || due === undefined) return {};
  if (openedOn === undefined || dueOn === undefined) return {};
  return { step: { template, frozenOn, code, due, openedOn, dueOn } };
}

/** The list with which a case came to its step. Answers come in one by one, so cases leave an opinion request one by one. */
function broughtBy({ route, settledBy, opinions = [] }: Case): Case['list'] {
  const last = route?.steps.findLast(({ state }) => state === 'settled');
  if (last?.kind === 'opinion') return undefined;
  return settledBy.findLast((id) => !opinions.some(({ list }) => list === id));
}

/** A new law, or a new office, moves many cases on one day: one message a round and day. */
async function tellOfTheWay(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  if (entry.facts['reroutedFrom'] === undefined) return;
  await notify(ports, await submitters(ports, subject), entry, {
    kind: 'Rerouted',
    event: `rerouted/${subject.round ?? subject.id}`,
  });
}

function dueFact(entry: Entry): Record<string, string> {
  const { dueOn } = entry.facts;
  return typeof dueOn === 'string' ? { dueOn } : {};
}

/** One reminder a holder a day, for everything that is due when it is sent. */
async function remind(ports: Ports, subject: Case, entry: Entry): Promise<void> {
  if (isEnded(subject.status) || standingOf(subject) === 'moving') return;
  const list = standingOf(subject) === 'inList' ? await readListOfCase(ports, subject) : undefined;
  // What stands on a list is in the hands of whoever has the list.
  const held =
    list === undefined
      ? await holdersOf(ports, subject)
      : [...(await holdersOfList(ports, list.value)), ...(await everybodyAsked(ports, list.value))];
  for (const person of new Set(held)) {
    await notify(ports, [person], entry, {
      kind: 'Reminder',
      event: 'reminder',
      count: async () => Math.max(await countDue(ports, person, 3), 1),
    });
  }
}
