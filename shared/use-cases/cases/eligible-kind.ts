import { Refusal } from '../../domain/refusal.ts';
import type { SubjectKind } from '../../domain/round.ts';
import type { CivilDate } from '../../domain/time.ts';
import { law } from '../../regimes/shipped.ts';

/**
 * That the form is granted to such a subject on the day. Of one that is granted no more the route says so.
 * @throws Refusal SubjectKindNotEligible, InputInvalid for a code that is no award form
 */
export function requireEligible(
  form: string,
  kind: SubjectKind | undefined,
  day: CivilDate,
  field = 'subjectKind',
): void {
  const { code } = law.awardForm(form);
  const kinds = law.termsOn(code, day)?.subjectKinds;
  if (kinds !== undefined && (kind === undefined || !kinds.includes(kind)))
    throw new Refusal('SubjectKindNotEligible', { form, kinds }).at(field);
}
