import type { Case } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import type { ResultOfOne } from '#shared/use-cases/cases/act-on-many.ts';
import { Fields, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section } from '../../components/parts.tsx';
import { nameText } from '../../components/standing.tsx';
import type { Typed } from '../../forms/typed.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import { actTitle } from '../cases/act-fields.ts';
import { manyFields, manyForm, manyReasonFields, type ManyAct } from './many-acts.ts';
import { tableHref, type Asked } from './table-address.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly asked: Asked;
  readonly act: ManyAct | 'mendWording';
  readonly results: readonly ResultOfOne[];
  readonly labels: ReadonlyMap<CaseId, Case['label']>;
  /** What was sent: it goes along where reasons are asked for. */
  readonly typed: Typed;
}

/** What became of each row; where rules ask for a reason it is given here, once for all that are left. */
export function ResultsPage({ visit, asked, act, results, labels, typed }: Props) {
  const refused = results.filter(({ refusal }) => refusal !== undefined);
  const done = results.length - refused.length;
  const title = t(visit, 'table.results', { done, count: results.length });
  const reasons = act === 'mendWording' ? [] : manyReasonFields(visit, act, results);
  return (
    <Layout
      visit={visit}
      title={title}
      back={{ href: tableHref(asked, ''), label: t(visit, 'table.title') }}
      caption={t(visit, 'table.resultOf', { act: actTitle(visit, act) })}
    >
      {refused.length > 0 && (
        <Section title={t(visit, 'table.refused', { count: refused.length })}>
          <ul class="govuk-list govuk-list--spaced">
            {refused.map(({ id, refusal = '', rules = [] }) => (
              <li>
                <a class="govuk-link" href={`/cases/${id}`} target="vd-case">
                  {nameText(visit, labels.get(id) ?? { name: '', namesake: false })}
                </a>
                <br />
                {m(visit, 'refusal', refusal)} {rules.join(', ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reasons.length > 0 && act !== 'mendWording' && (
        <Section title={t(visit, 'table.reasonsTitle')}>
          <p class="govuk-hint">{t(visit, 'table.reasonsHint')}</p>
          <form method="post" action={tableHref(asked, '/act')} novalidate>
            <FormKeys visit={visit} />
            {carriedAlong(visit, act, results, typed).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Fields visit={visit} form={manyForm} fields={reasons} />
            <button type="submit" name="act" value={act} class="govuk-button">
              {t(visit, 'table.goOn')}
            </button>
          </form>
        </Section>
      )}
      <LinkButton href={tableHref(asked, '')} secondary>
        {t(visit, 'table.wordingBack')}
      </LinkButton>
    </Layout>
  );
}

/** The cases that wait for a reason, with what was seen and said of them. */
function carriedAlong(
  visit: OwnVisit,
  act: ManyAct,
  results: readonly ResultOfOne[],
  typed: Typed,
): [string, string][] {
  const waiting = results.filter(({ refusal }) => refusal === 'RuleNeedsReason');
  const said = manyFields(visit, act).flatMap(({ name }) =>
    typed.all(name).map((value): [string, string] => [name, value]),
  );
  return [
    ...waiting.flatMap(({ id }): [string, string][] => [
      ['case', id],
      [`turn.${id}`, typed.text(`turn.${id}`)],
    ]),
    ...said,
  ];
}
