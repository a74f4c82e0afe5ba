import { isEnded, openStep, type Case } from './case.ts';

/**
 * Linked nominations (khen cao): one achievement put to two levels, at most one ends in an award. The lower one waits until
 * the higher has ended without one. Neither comes onto a decision while the other stands on one, whatever their forms
 * are by then: so never both are awarded, since only rows of decisions are.
 * @param rankOf how high a form is: rank in the catalogue
 * @returns why `own` can't come onto a decision now; undefined when it can
 */
export function linkedBar(
  own: Case,
  other: Case,
  rankOf: (form: string) => number,
): 'awarded' | 'open' | undefined {
  if (other.status === 'AWARDED') return 'awarded';
  // An end is for ever: nothing can come of it any more.
  if (isEnded(other.status)) return undefined;
  if (isBeingDecided(other)) return 'open';
  return rankOf(own.form ?? '') < rankOf(other.form ?? '') ? 'open' : undefined;
}

function isBeingDecided(subject: Case): boolean {
  const kind = openStep(subject)?.kind;
  return subject.list !== undefined && (kind === 'decide' || kind === 'outside');
}

/** Whether two forms may be asked for at two levels for one achievement. */
export const areTwoLevels = (one: string, other: string, rankOf: (form: string) => number): boolean =>
  rankOf(one) !== rankOf(other);
