import { achievementAnswers } from '#shared/domain/judged-achievement.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { Side } from '#shared/use-cases/rules/sides.ts';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import { inLanguage, t, type Visit } from '../../visit.ts';

/** Others about which a person says whether the achievement is the same. */
export const judgeableSides = (rules: Pick<RulesView, 'sides'> | undefined): readonly Side[] =>
  (rules?.sides ?? []).filter(({ judged }) => judged !== undefined);

/** Which other one, and what was concluded, and why. */
export function achievementFields(visit: Visit, rules: RulesView | undefined, reason: Field): Field[] {
  return [
    {
      kind: 'radios',
      name: 'other',
      label: t(visit, 'rules.judgeWhich'),
      options: judgeableSides(rules).map((side) => ({ value: side.id, label: sideText(visit, side) })),
    },
    {
      kind: 'radios',
      name: 'answer',
      label: t(visit, 'rules.judgeAnswer'),
      options: achievementAnswers.map((value) => ({
        value,
        label: t(visit, `rules.judge.${value}`),
        hint: t(visit, `rules.judge.${value}Hint`),
      })),
    },
    reason,
  ];
}

function sideText(visit: Visit, { decision, form: code, name, unit }: Side): string {
  const known = law.form(code);
  const form = known === undefined ? code : inLanguage(visit, known.name);
  return decision === undefined
    ? t(visit, 'rules.judgeCase', { name, unit, form })
    : t(visit, 'rules.judgeDecision', { number: decision.number, day: formatted(decision.date), form });
}
