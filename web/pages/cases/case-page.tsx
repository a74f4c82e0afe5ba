import type { CaseAct } from '#shared/domain/permission.ts';
import type { Revealed } from '#shared/use-cases/cases/reveal.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import type { Onlooker } from '#shared/use-cases/views/viewed.ts';
import { Layout } from '../../components/layout.tsx';
import { Section, SummaryList } from '../../components/parts.tsx';
import { paperFields, Papers } from '../../components/papers.tsx';
import { Proof } from '../../components/proof.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText, StandingTag } from '../../components/standing.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';
import { ActSections } from './act-sections.tsx';
import { actFields, isFormAct, supplementLabel, type ActChoices } from './act-fields.ts';
import { CeremonyLine } from './ceremony-line.tsx';
import { changedFields } from './changed-fields.ts';
import { contentLines } from './content-fields.ts';
import { EarlierAwards } from './earlier-awards.tsx';
import { EndReason } from './end-reason.tsx';
import { factLines } from './fact-lines.ts';
import { LinkedLine } from './linked-line.tsx';
import { NextPages } from './next-pages.tsx';
import { Opinions } from './opinions.tsx';
import { OpenQuestion } from './question.tsx';
import { ReturnedText } from './returned-text.tsx';
import { RouteList, WhyThisWay } from './route-list.tsx';
import { RevealForm, revealFields } from './reveal-form.tsx';
import { RulesSection } from './rules-section.tsx';
import { Onlookers } from './onlookers.tsx';
import { TimeSection } from '../time/time-section.tsx';
import { Timeline } from './timeline.tsx';
import { awardSentence, whereItStands } from './where-it-stands.ts';

export interface CasePageProps {
  readonly visit: OwnVisit;
  readonly choices: ActChoices;
  readonly state?: FormState;
  /** Who saw it, for whoever answers for that. */
  readonly onlookers?: readonly Onlooker[];
  /** What a sealed case says and its papers, shown once to whoever gave a reason. */
  readonly revealed?: Revealed & { readonly reason: string };
}

/** One case: where it stands, its way, what it says, its papers, what has happened, and what may be done now. */
export function CasePage({ visit, choices, state, onlookers = [], revealed }: CasePageProps) {
  const { view } = choices;
  const said = <Said visit={visit} view={view} state={state} revealed={revealed} />;
  return (
    <Layout
      visit={visit}
      title={nameText(visit, { ...view.label, sealedNumber: view.sealedNumber })}
      caption={caption(visit, view)}
      back={{ href: '/cases', label: t(visit, 'nav.cases') }}
      trouble={state === undefined ? undefined : { state, fields: fieldsOf(visit, state.form, choices) }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <StandingTag visit={visit} of={view} /> {whereItStands(visit, view)}
        </p>
        <Beside visit={visit} view={view} />
        <ReturnedText visit={visit} view={view} />
        <OpenQuestion visit={visit} view={view} />
        {choices.linked !== undefined && <LinkedLine visit={visit} linked={choices.linked} />}
      </div>
      {/* Whoever gave a reason reads what it was given for, without looking for it. */}
      {revealed !== undefined && said}
      {choices.rules !== undefined && <RulesSection visit={visit} view={view} rules={choices.rules} />}
      <div class="vd-acts">
        <NextPages visit={visit} view={view} />
        <ActSections visit={visit} choices={choices} state={state} />
      </div>
      <Section title={t(visit, 'case.route')}>
        <RouteList visit={visit} steps={view.route} standing={view.standing} unasked={view.unasked} />
        {view.routeFrozenOn !== undefined && (
          <p class="govuk-hint">{t(visit, 'case.frozenOn', { day: formatted(view.routeFrozenOn) })}</p>
        )}
        {view.lawOf !== undefined && (
          <p class="govuk-hint">{t(visit, 'case.lawOf', { day: formatted(view.lawOf) })}</p>
        )}
        <WhyThisWay visit={visit} basis={view.routeBasis} />
      </Section>
      <TimeSection visit={visit} view={view} />
      {revealed === undefined && said}
      {choices.earlier !== undefined && <EarlierAwards visit={visit} history={choices.earlier} />}
      <Opinions visit={visit} opinions={view.opinions} />
      <Section title={t(visit, 'case.timeline')}>
        <Timeline visit={visit} entries={view.timeline} />
      </Section>
      {onlookers.length > 0 && <Onlookers visit={visit} onlookers={onlookers} />}
      {view.submittedOn !== undefined && <Proof visit={visit} proof={view.proof} name={view.proof.record} />}
    </Layout>
  );
}

/** What the case says, and its papers. */
function Said({
  visit,
  view,
  state,
  revealed,
}: {
  visit: OwnVisit;
  view: CaseView;
  state: CasePageProps['state'] | undefined;
  revealed: CasePageProps['revealed'] | undefined;
}) {
  const content = view.content ?? revealed?.content;
  return (
    <>
      <Section title={t(visit, 'case.content')}>
        <SummaryList lines={factLines(visit, view)} />
        {content === undefined ? (
          view.sealedNumber !== undefined && <RevealForm visit={visit} view={view} state={state} />
        ) : (
          <SummaryList
            lines={contentLines(
              visit,
              {
                kind: view.kind,
                form: view.form?.code,
                subjectKind: view.subjectKind,
                sealed: revealed !== undefined,
                content,
              },
              changedFields(view.timeline),
            )}
          />
        )}
      </Section>
      <Papers
        visit={visit}
        files={revealed?.files ?? view.files}
        action={`/cases/${view.id}/files`}
        mayAttach={mayAttach(view.allowed)}
        state={state}
        {...(view.sealedNumber === undefined ? {} : { sealed: revealed ?? 'unseen' })}
      />
    </>
  );
}

const mayAttach = (allowed: readonly CaseAct[]): boolean =>
  allowed.includes('attach') || allowed.includes('attachAtStep');

function caption(visit: OwnVisit, view: CaseView): string {
  if (view.kind === 'modelProposal') return t(visit, 'kind.modelProposal');
  return view.form === undefined ? t(visit, 'kind.nomination') : inLanguage(visit, view.form.name);
}

function fieldsOf(visit: OwnVisit, form: string, choices: ActChoices) {
  if (form === 'files') return paperFields(visit);
  if (form === 'reveal') return revealFields(visit);
  const act = choices.view.allowed.find((one) => one === form);
  return act !== undefined && isFormAct(act) ? actFields(visit, act, choices) : [];
}

/** What was asked for, in the words of whoever asked; of a sealed case the fields only. */
function Asked({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  const { supplement } = view;
  if (supplement === undefined) return null;
  const note = view.timeline.findLast(({ act }) => act === 'SupplementAsked')?.words?.['note'];
  const fields = supplement.fields.map((field) => supplementLabel(visit, view, field)).join(', ');
  return (
    <>
      <p class="govuk-body">{t(visit, 'acts.asked', { fields })}</p>
      {typeof note === 'string' && note !== '' && <p class="govuk-body vd-lines">{note}</p>}
    </>
  );
}

/** Facts that stand beside the step: a hold, a supplement, a row that was struck, another case of the same subject. */
function Beside({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  return (
    <>
      {view.standIn === true && <p class="govuk-inset-text">{t(visit, 'case.standIn')}</p>}
      {view.hold !== undefined && view.supplement !== undefined && (
        <p class="govuk-body">{t(visit, 'case.alsoSupplement', { day: formatted(view.supplement.dueOn) })}</p>
      )}
      <Asked visit={visit} view={view} />
      {(view.standing === 'moving' || view.listOutcome !== undefined) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${view.id}`}>
            {t(visit, 'case.reload')}
          </a>
        </p>
      )}
      {view.list !== undefined && (
        <p class="govuk-body">
          {t(visit, 'case.onList')}{' '}
          <a class="govuk-link" href={`/lists/${view.list.id}`}>
            {view.list.title}
          </a>{' '}
          ({m(visit, 'listState', view.list.state)})
        </p>
      )}
      {view.end !== undefined && <EndReason visit={visit} end={view.end} />}
      {view.award !== undefined && <p class="govuk-body">{awardSentence(visit, view.award)}</p>}
      {view.ceremony !== undefined && <CeremonyLine visit={visit} ceremony={view.ceremony} />}
      {view.struckFrom !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/lists/${view.struckFrom}`}>
            {t(visit, 'case.struck')}
          </a>
        </p>
      )}
      {view.timeline.some(({ act, facts }) => act === 'Erased' && facts['all'] === true) && (
        <p class="govuk-body">{t(visit, 'case.erased')}</p>
      )}
      {view.admittedLate && <p class="govuk-body">{t(visit, 'case.admittedLate')}</p>}
      {view.sameSubjectAs.map((id) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${id}`}>
            {t(visit, 'case.sameSubject')}
          </a>
        </p>
      ))}
    </>
  );
}
