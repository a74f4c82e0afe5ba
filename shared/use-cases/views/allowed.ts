import { actingPost } from '../../domain/actor.ts';
import { askableOf } from '../../domain/case-acts/questioning.ts';
import { letterPassed } from '../../domain/case-acts/entering.ts';
import { openStep, type Case } from '../../domain/case.ts';
import { barredFrom } from '../../domain/four-eyes.ts';
import type { List } from '../../domain/list.ts';
import {
  answering,
  caseActs,
  caseRules,
  judgementOf,
  listRolesFor,
  listRules,
  officeOf,
  standsFor,
  type CaseAct,
  type CaseRule,
  type ListAct,
  type ListRule,
} from '../../domain/permission.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Hand } from '../../domain/sealed-hands.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Reader } from './reader.ts';

/** A reader, and of what is sealed the reader's part in it. */
export type Acting = Reader & { readonly hands: readonly Hand[] | undefined };

/** Acts the reader may do on the case now: the same table that the acts themselves ask. */
export function allowedCaseActs(reader: Acting, subject: Case, today: CivilDate): CaseAct[] {
  const step = openStep(subject);
  return caseActs.filter((act) => {
    const rule: CaseRule = caseRules[act];
    const organisation = officeOf(rule, subject);
    if (organisation === undefined || !standsFor(rule, subject)) return false;
    if (rule.stepKinds !== undefined && (step === undefined || !rule.stepKinds.includes(step.kind)))
      return false;
    if (act === 'askQuestion' && askableOf(subject).length === 0) return false;
    if (act === 'withdraw' && letterPassed(subject)) return false;
    return holds(reader, today, organisation, rule.roles) && !barred(reader, subject, act);
  });
}

function holds(
  { actor, hands }: Acting,
  day: CivilDate,
  organisation: Case['enteredBy'],
  roles: CaseRule['roles'],
): boolean {
  try {
    actingPost(actor, day, { organisation, roles, hands });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function barred(reader: Reader, subject: Case, act: CaseAct): boolean {
  const judgement = judgementOf[act];
  if (judgement === undefined) return false;
  const facts = {
    proposer: subject.proposer.person,
    appraisers: subject.appraisers,
    subjectAccounts: subject.subjectAccounts,
  };
  return barredFrom(judgement, reader.actor.person, facts) !== undefined;
}

const listActs = Object.keys(listRules).filter((act): act is ListAct => act in listRules);

export function allowedListActs(reader: Acting, list: List, today: CivilDate): ListAct[] {
  return listActs.filter((act) => {
    const rule: ListRule = listRules[act];
    if (!rule.states.includes(list.state) || !rule.kinds.includes(list.kind)) return false;
    if (act === 'sign' && !reader.posts.some((post) => post.id === list.signer?.post)) return false;
    if (act === 'answer')
      return (list.asked ?? []).some((one) => mayAnswerFor(reader, list, one.organisation, today));
    if (act === 'correctAnswer')
      return (list.asked ?? []).some((one) => mayCorrectFor(reader, list, one.organisation, today));
    if (act === 'goOn' && !mayGoOn(list, today)) return false;
    return holds(reader, today, list.organisation, listRolesFor(act, list));
  });
}

/** Whether an answer of this organisation is awaited, and the reader is one who gives it. */
export function mayAnswerFor(
  reader: Acting,
  list: List,
  organisation: List['organisation'],
  today: CivilDate,
): boolean {
  const asked = list.asked?.find((one) => one.organisation === organisation);
  const place = answering(list, organisation);
  if (list.state !== 'ISSUED' || asked === undefined || asked.left === 0 || place === undefined) return false;
  return holds(reader, today, place.organisation, place.roles);
}

/** Whether another's answer is awaited, so that this organisation may correct what it said on those rows. */
export function mayCorrectFor(
  reader: Acting,
  list: List,
  organisation: List['organisation'],
  today: CivilDate,
): boolean {
  const others = (list.asked ?? []).filter((one) => one.organisation !== organisation);
  const place = answering(list, organisation);
  if (list.state !== 'ISSUED' || place === undefined || others.every(({ left }) => left === 0)) return false;
  return holds(reader, today, place.organisation, place.roles);
}

const mayGoOn = ({ stepKind, answerBy, asked = [] }: List, today: CivilDate): boolean =>
  stepKind === 'opinion' && answerBy !== undefined && today > answerBy && asked.some(({ left }) => left > 0);
