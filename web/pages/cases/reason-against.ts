import { civilDateSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';

/**
 * What is said against a nomination, where it is returned, refused or asked to be supplemented: that no lower award is held
 * is no reason (R02), on days for which the law was read that says so. Nobody is asked whether that was theirs: whoever wrote it would say no.
 */
export function reasonAgainst(visit: Visit, view: CaseView, field: Field): Field {
  const day = civilDateSchema.parse(view.lawOf ?? view.routeFrozenOn ?? visit.today);
  const ground = law.groundOn('R02', day);
  if (view.kind !== 'nomination' || ground?.confidence !== 'confirmed' || field.kind !== 'text') return field;
  return { ...field, hint: t(visit, 'acts.noLowerAward', { citation: law.cited(ground, day) }) };
}
