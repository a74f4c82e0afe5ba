import { limits } from '#shared/domain/case-command.ts';
import { Refusal, type FieldFault } from '#shared/domain/refusal.ts';
import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import type { ExpectedRoute } from '#shared/use-cases/views/expected-route.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section, SummaryList } from '../../components/parts.tsx';
import { faultText, fieldOf, refusalText } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { factLines } from './fact-lines.ts';
import { contentFields, contentLines } from './content-fields.ts';
import { reasonFields, RulesSection } from './rules-section.tsx';
import { RouteList, WhyThisWay } from './route-list.tsx';

/** The first is asked only where something was found that may be the same achievement. */
export function submitFields(visit: Visit, rules: RulesView | undefined): Field[] {
  return [
    {
      kind: 'text',
      name: 'otherAchievement',
      label: t(visit, 'check.otherAchievement'),
      hint: t(visit, 'check.otherAchievementHint'),
      optional: true,
      max: limits.reason,
    },
    ...reasonFields(visit, rules),
    ...(rules === undefined || rules.explanations.some(({ follows }) => follows === 'R26')
      ? [noSecretsField(visit)]
      : []),
  ];
}

/** Never ticked beforehand: whoever sends it says it. */
const noSecretsField = (visit: Visit): Field => ({
  kind: 'checkboxes',
  name: 'noSecrets',
  label: t(visit, 'check.noSecrets'),
  options: [{ value: 'yes', label: t(visit, 'check.noSecretsSaid') }],
});

/** What the form says, as the command takes it: what wasn't ticked isn't said. */
export function submitSaid({ noSecrets, ...said }: Record<string, unknown>): Record<string, unknown> {
  const ticked = Array.isArray(noSecrets) && noSecrets.includes('yes');
  return ticked ? { ...said, noSecrets: true } : said;
}

interface Props {
  readonly visit: OwnVisit;
  readonly view: CaseView;
  /** The refusal where no route can be found. */
  readonly route: ExpectedRoute | Refusal;
  /** What the rules find; undefined where they don't ask. */
  readonly rules: RulesView | undefined;
  readonly state: FormState | undefined;
}

/** Check before sending: what it says, and who will hold it by when. */
export function CheckPage({ visit, view, route, rules, state }: Props) {
  const { kind, subjectKind, content, sealedNumber } = view;
  const sealed = sealedNumber !== undefined;
  const setting = { kind, form: view.form?.code, subjectKind, sealed, content };
  const twice =
    state?.refusal.code === 'AchievementAlreadyNominated' ||
    (state?.typed.text('otherAchievement') ?? '') !== '' ||
    (rules?.explanations ?? []).some(({ follows, verdict }) => follows === 'R01' && verdict === 'fails');
  const fields = submitFields(visit, rules).slice(twice ? 0 : 1);
  const more = state === undefined ? [] : contentTroubles(visit, state, setting);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'check.title')}
      caption={nameText(visit, { ...view.label, sealedNumber })}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'case.back') }}
      trouble={
        state === undefined
          ? undefined
          : { state: { ...state, refusal: beside(state.refusal) }, fields, more }
      }
    >
      <Section title={t(visit, 'check.content')}>
        <SummaryList lines={factLines(visit, view)} />
        {content !== undefined && <SummaryList lines={contentLines(visit, setting)} />}
        <LinkButton href={`/cases/${view.id}/edit`} secondary>
          {t(visit, 'caseAct.edit')}
        </LinkButton>
      </Section>
      <Section title={t(visit, 'check.route')}>
        <p class="govuk-body">{t(visit, 'check.routeHint')}</p>
        {route instanceof Refusal ? (
          <p class="govuk-inset-text">{refusalText(visit, route)}</p>
        ) : (
          <>
            <RouteList visit={visit} steps={route.steps} unasked={route.unasked} />
            <WhyThisWay visit={visit} basis={route.basis} />
          </>
        )}
      </Section>
      {rules !== undefined && <RulesSection visit={visit} view={view} rules={rules} />}
      <Form
        visit={visit}
        form="submit"
        action={`/cases/${view.id}/check`}
        fields={fields}
        state={state}
        button={t(visit, 'caseAct.submit')}
        version={view.version}
      />
    </Layout>
  );
}

const isOfContent = ({ field }: FieldFault): boolean => field.startsWith('content.');

/** The content is typed on another page: said in words there is a link to, not as links into this page. */
function contentTroubles(
  visit: Visit,
  state: FormState,
  setting: Parameters<typeof contentFields>[1],
): string[] {
  const fields = contentFields(visit, setting);
  const place = ({ field }: FieldFault): number => fields.findIndex((one) => one === fieldOf(fields, field));
  const inOrder = state.refusal.faults
    .filter(isOfContent)
    .toSorted((one, other) => place(one) - place(other));
  return inOrder.map((fault) => {
    const field = fieldOf(fields, fault.field);
    const label = field === undefined || field.kind === 'hidden' ? fault.field : field.label;
    return fault.code === 'empty' ? label : `${label}: ${faultText(visit, fault)}`;
  });
}

/** What is left to be said of this page. */
function beside({ code, details, faults }: Refusal): Refusal {
  const own = faults.filter((fault) => !isOfContent(fault));
  return new Refusal(code, details, own);
}
