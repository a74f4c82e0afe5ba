import type { SubjectKind } from '../round.ts';
import type { CivilDate } from '../time.ts';
import type { Confidence } from './dated.ts';
import type { Law } from './law.ts';

/** What a certificate of commendation (Giấy khen) is given for, as the law or the province has it. */
export interface Criteria {
  readonly texts: readonly string[];
  readonly citation: string;
  readonly confidence: Confidence;
}

/**
 * Criteria of a certificate of commendation for that kind of subject on the day: no rule can judge them, whoever proposes
 * and appraises reads them. Undefined for another form.
 */
export function criteriaFor(
  law: Law,
  { form, subjectKind }: { readonly form: string; readonly subjectKind: SubjectKind },
  day: CivilDate,
): Criteria | undefined {
  const key = `criteria.GK.${subjectKind}`;
  if (!form.startsWith('GK_') || !law.knows(key, day)) return undefined;
  const { value, row } = law.texts(key, day);
  return { texts: value, citation: law.cited(row, day), confidence: row.confidence };
}
