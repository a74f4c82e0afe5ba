import type { Organisation } from '../directory.ts';
import type { ListRow } from '../list.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts } from './facts.ts';
import { typeOf } from './case-facts.ts';

/**
 * One row of an award decision as R08 and R32 read it, by the law of the day on which it is decided. Of a sealed row
 * nothing that says whom it is about.
 */
export function decisionFacts(
  { kind, level, functions }: Pick<Organisation, 'kind' | 'level' | 'functions'>,
  { form, subjectKind, name, unit, citation }: ListRow,
  decidedOn: CivilDate,
): CaseFacts {
  const [office] = functions;
  return {
    today: decidedOn,
    days: { decidedOn },
    decision: { authority: { kind, level, ...(functions.length === 1 ? { function: office } : {}) } },
    ...(form === undefined || subjectKind === undefined
      ? {}
      : { nomination: { form, type: typeOf({ form }, {}), subjectKind, name, unit, citation, report: '' } }),
  };
}
