import type { Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { Refusal } from '../refusal.ts';
import type { CivilDate } from '../time.ts';
import type { CaseChange } from './change.ts';

/**
 * Rules are asked by another law from here on; route, due days and the day of receipt stay (NĐ 152/2025 and the law of
 * 01/10/2026: of two texts the more favourable).
 * @param on the day whose law is chosen; undefined: of the day of receipt again
 */
export function chooseLaw(
  subject: Case,
  { reason }: CaseCommand<'chooseLaw'>,
  on: CivilDate | undefined,
  lighter: string,
): CaseChange {
  const { lawOf: before, ...rest } = subject;
  if (on === before) throw new Refusal('InputInvalid', {}, [{ field: 'law', code: 'sameLaw' }]);
  return {
    subject: { ...rest, ...(on === undefined ? {} : { lawOf: on }) },
    entry: {
      act: 'LawChosen',
      facts: { law: on ?? subject.route?.frozenOn ?? '', ...(on === undefined ? {} : { lighter }) },
      payload: { reason },
    },
  };
}
