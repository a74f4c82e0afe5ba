import type { FollowView } from '#shared/use-cases/views/browse.ts';
import { Fields } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Section, SummaryList } from '../components/parts.tsx';
import { formatted } from '../components/refusal-text.ts';
import { Proof } from '../components/proof.tsx';
import { StandingTag } from '../components/standing.tsx';
import type { Field } from '../forms/field.ts';
import type { FormState } from '../forms/handle-form.ts';
import { inLanguage, t, type Visit } from '../visit.ts';
import { PublicCeremonyLine } from './cases/ceremony-line.tsx';
import { RouteList } from './cases/route-list.tsx';
import { awardSentence } from './cases/where-it-stands.ts';

const codeField = (visit: Visit): Field => ({
  kind: 'line',
  name: 'code',
  label: t(visit, 'fact.code'),
  hint: t(visit, 'follow.hint'),
  width: 'half',
});

/** By the public code, without an account. */
export function FollowPage({ visit, state }: { visit: Visit; state?: FormState }) {
  const fields = [codeField(visit)];
  return (
    <Layout
      visit={visit}
      title={t(visit, 'follow.title')}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <form method="get" action="/follow" novalidate>
        <Fields visit={visit} form="follow" fields={fields} state={state} />
        <button type="submit" class="govuk-button">
          {t(visit, 'follow.button')}
        </button>
      </form>
    </Layout>
  );
}

/** Where a case stands, with no name and no reason. */
export function FollowedPage({ visit, view }: { visit: Visit; view: FollowView }) {
  const open = view.route.find((step) => step.state === 'open');
  return (
    <Layout
      visit={visit}
      title={t(visit, 'follow.of', { code: view.publicCode })}
      caption={view.form === undefined ? t(visit, `kind.${view.kind}`) : inLanguage(visit, view.form)}
      back={{ href: '/follow', label: t(visit, 'follow.other') }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <StandingTag visit={visit} of={view} /> {sentence(visit, view, open)}
        </p>
        {view.award !== undefined && <p class="govuk-body">{awardSentence(visit, view.award)}</p>}
        {view.ceremony !== undefined && <PublicCeremonyLine visit={visit} ceremony={view.ceremony} />}
      </div>
      <SummaryList
        lines={[
          { key: t(visit, 'fact.enteredBy'), value: view.enteredBy },
          { key: t(visit, 'fact.submittedOn'), value: formatted(view.submittedOn) },
          { key: t(visit, 'fact.endedOn'), value: formatted(view.endedOn) },
        ]}
      />
      <Section title={t(visit, 'case.route')}>
        <RouteList visit={visit} steps={view.route} standing={view.standing} />
      </Section>
      <Proof visit={visit} proof={view.proof} name={view.publicCode} />
    </Layout>
  );
}

function sentence(visit: Visit, view: FollowView, open: FollowView['route'][number] | undefined): string {
  if (view.movingTo !== undefined) return t(visit, 'stand.moving', { organisation: view.movingTo });
  if (view.endedOn !== undefined) return t(visit, 'stand.ended', { day: formatted(view.endedOn) });
  if (view.standing === 'supplement')
    return t(visit, 'stand.supplementPublic', { organisation: view.enteredBy });
  if (open === undefined) return '';
  const holder = { organisation: open.organisation.shortName };
  if (view.standing === 'hold') return t(visit, 'stand.holdPublic', holder);
  return t(visit, 'stand.at', { ...holder, step: inLanguage(visit, open.title), day: formatted(open.dueOn) });
}
