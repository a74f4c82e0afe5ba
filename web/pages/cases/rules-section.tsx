import { limits } from '#shared/domain/case-command.ts';
import type { Explanation } from '#shared/domain/law/explanation.ts';
import { sayConfidence, sayExplanation } from '#shared/messages/rules/explanation.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Details, Section, SummaryList } from '../../components/parts.tsx';
import { Explained } from '../../components/explanations.tsx';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';
import { Beside } from './beside.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly rules: RulesView;
}

const graveness = ['block', 'hold', 'warn', 'inform'];

/** What must be dealt with first; then what is not known, then what is met. */
function inOrder(explanations: readonly Explanation[]): { open: Explanation[]; met: Explanation[] } {
  const place = ({ verdict, severity = 'inform' }: Explanation): number =>
    verdict === 'unknown' ? graveness.length : graveness.indexOf(severity);
  return {
    open: explanations
      .filter(({ verdict }) => verdict !== 'passes')
      .toSorted((one, other) => place(one) - place(other)),
    met: explanations.filter(({ verdict }) => verdict === 'passes'),
  };
}

/** Kết quả rà soát: each rule with what it found, what it rests on and how to mend it. `view`: absent while nothing is kept yet. */
export function RulesSection({ visit, view, rules }: Omit<Props, 'view'> & { readonly view?: CaseView }) {
  const { open, met } = inOrder(rules.explanations);
  return (
    <Section title={t(visit, 'rules.title')} id="rules">
      <p class="govuk-hint">{t(visit, 'rules.hint', { day: formatted(rules.lawOf) })}</p>
      {rules.criteria !== undefined && <CriteriaList visit={visit} criteria={rules.criteria} />}
      {rules.explanations.length === 0 && <p class="govuk-body">{t(visit, 'rules.none')}</p>}
      {rules.explanations.length > 0 && open.length === 0 && (
        <p class="govuk-body">{t(visit, 'rules.allPass')}</p>
      )}
      {open.map((explanation) => (
        <>
          <Explained visit={visit} explanation={explanation} />
          {explanation.follows === 'R01' && view !== undefined && (
            <Beside visit={visit} view={view} sides={rules.sides} />
          )}
        </>
      ))}
      {view !== undefined && open.every(({ follows }) => follows !== 'R01') && (
        <Beside visit={visit} view={view} sides={rules.sides} />
      )}
      {view !== undefined && <Given visit={visit} view={view} />}
      {met.length > 0 && (
        <Details summary={t(visit, 'rules.passed', { count: met.length })}>
          {met.map((explanation) => (
            <Explained visit={visit} explanation={explanation} />
          ))}
        </Details>
      )}
    </Section>
  );
}

/** What people judge: no rule can. */
function CriteriaList({
  visit,
  criteria: { texts, citation, confidence },
}: {
  visit: Visit;
  criteria: NonNullable<RulesView['criteria']>;
}) {
  return (
    <Details summary={t(visit, 'rules.criteria')}>
      <ul class="govuk-list govuk-list--bullet">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p class="govuk-hint">
        {t(visit, 'why.source', { citation, confidence: sayConfidence(confidence, visit.language) })}
      </p>
    </Details>
  );
}

/** Reasons that were given where a rule warned. */
function Given({ visit, view }: Omit<Props, 'rules'>) {
  const given = view.timeline.flatMap(({ words }) => {
    const reasons = words?.['reasons'];
    return typeof reasons === 'object' && reasons !== null ? Object.entries(reasons) : [];
  });
  if (given.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t(visit, 'rules.given')}</h3>
      <SummaryList
        lines={given.map(([rule, reason]) => ({
          key: ruleTitle(rule)[visit.language],
          value: String(reason),
        }))}
      />
    </>
  );
}

/** A field for each rule that warns: with a reason the case goes on. */
export function reasonFields(
  visit: Visit,
  rules: { readonly explanations?: readonly Explanation[] } | undefined,
): Field[] {
  return (rules?.explanations ?? [])
    .filter(({ verdict, severity }) => verdict === 'fails' && severity === 'warn')
    .map((explanation) => ({
      kind: 'text',
      name: `reasons.${explanation.follows}`,
      label: t(visit, 'rules.reason', { rule: explanation.follows }),
      hint: sayExplanation(explanation, visit.language).says,
      max: limits.reason,
    }));
}

/** Whoever sent the case reads what these rules found with what is asked of them. */
export function restsOnFields(visit: Visit, rules: RulesView | undefined): Field[] {
  const open = inOrder(rules?.explanations ?? []).open;
  if (open.length === 0) return [];
  return [
    {
      kind: 'checkboxes',
      name: 'restsOn',
      label: t(visit, 'rules.restsOn'),
      hint: t(visit, 'rules.restsOnHint'),
      optional: true,
      options: open.map(({ follows }) => ({ value: follows, label: ruleTitle(follows)[visit.language] })),
    },
  ];
}
