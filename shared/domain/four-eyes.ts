import type { PersonId } from './id.ts';

/** Four facts about a case that bar people from acts. */
export interface CaseFacts {
  readonly proposer?: PersonId | undefined;
  /** Everybody who appraised it on its way. */
  readonly appraisers: readonly PersonId[];
  /** People with an account who are the subject or of the subject's household. */
  readonly subjectAccounts: readonly PersonId[];
}

/** `handle`: what moves one's own case without judging its merit, as a change of form or a hold. */
export const judgements = ['appraise', 'vote', 'decide', 'sign', 'handle'] as const;
export type Judgement = (typeof judgements)[number];

export type Bar = 'ownCase' | 'proposedIt' | 'appraisedIt';

/**
 * Why this person may not give this judgement on the case, or undefined. Not barred: appraising what one only
 * typed, signing a letter for a collective one belongs to.
 */
export function barredFrom(judgement: Judgement, person: PersonId, facts: CaseFacts): Bar | undefined {
  if (facts.subjectAccounts.includes(person)) return 'ownCase';
  if ((judgement === 'appraise' || judgement === 'decide') && facts.proposer === person) return 'proposedIt';
  if (judgement === 'decide' && facts.appraisers.includes(person)) return 'appraisedIt';
  return undefined;
}
