import type { ListCommandName } from '#shared/domain/list-command.ts';
import { Against } from './findings.tsx';
import { signsList } from '#shared/domain/permission.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { Form } from '../../components/form.tsx';
import { Details, Section, Warning } from '../../components/parts.tsx';
import { nameText } from '../../components/standing.tsx';
import { StrongerSignIn } from '../../components/stronger-sign-in.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { AnswerForm } from './answer-form.tsx';
import { GatherForm, OrderForm, type Candidate, type Ticked } from './gather-form.tsx';
import { listFields } from './list-fields.ts';
import { actWords } from './list-words.ts';
import { restForm } from './rest-of-results.ts';
import { resultText, RowCounts } from './row-tables.tsx';

export interface ListActsProps {
  readonly visit: OwnVisit;
  readonly view: ListView;
  readonly candidates: readonly Candidate[];
  readonly state: FormState | undefined;
  readonly ticked: Ticked;
}

const order: readonly ListCommandName[] = [
  'answer',
  'correctAnswer',
  'goOn',
  'gather',
  'close',
  'order',
  'ungather',
  'presence',
  'result',
  'conclude',
  'issue',
  'issueSignedOutside',
  'strike',
  'reopen',
];

/** What this reader may do with the list now, what is most likely first. Signing comes after the rows. */
export function ListActs(props: ListActsProps) {
  const { visit, view } = props;
  const acts = order.filter((act) => view.allowed.includes(act) && isUseful(act, view));
  const maySign = view.allowed.includes('sign');
  if (acts.length === 0 && !maySign) return null;
  return (
    <Section title={t(visit, 'case.acts')}>
      {maySign && (
        <p class="govuk-body">
          <a class="govuk-link" href="#act-sign">
            {t(visit, 'sign.jump')}
          </a>
        </p>
      )}
      {acts.map((act) => (
        <Details
          summary={actWords(visit, 'listAct', act, view.list.kind)}
          open={isOpen(act, props)}
          id={`act-${act}`}
        >
          <ActBody act={act} {...props} />
        </Details>
      ))}
    </Section>
  );
}

/** Behind the rows, so that they are read before they are signed. */
export function SignSection(props: ListActsProps) {
  const { visit, view } = props;
  if (!view.allowed.includes('sign')) return null;
  return (
    <div class="vd-acts">
      <Section title={t(visit, 'listAct.sign')} id="act-sign">
        <p class="govuk-body">{t(visit, 'sign.check')}</p>
        <RowCounts visit={visit} rows={view.rows} />
        <Hash visit={visit} view={view} />
        <ActForm act="sign" {...props} />
      </Section>
    </div>
  );
}

/** No row, nothing to order, strike or vote on. */
function isUseful(act: ListCommandName, { rows, list, asked = [] }: ListView): boolean {
  if (act === 'order') return rows.length > 1;
  if (act === 'result') return list.presence !== undefined;
  if (act === 'correctAnswer') return asked.some(({ corrects }) => corrects.length > 0);
  return rows.length > 0 || act === 'gather' || act === 'close' || act === 'reopen';
}

function isOpen(act: ListCommandName, { state, ticked, candidates }: ListActsProps): boolean {
  const came = state?.form === act || (act === 'result' && (state?.form.startsWith('result-') ?? false));
  return came || act === 'answer' || (act === 'gather' && (ticked === 'all' || candidates.length > 0));
}

function ActBody({ act, ...props }: ListActsProps & { act: ListCommandName }) {
  const { visit, view, state, candidates, ticked } = props;
  switch (act) {
    case 'gather':
      return <GatherForm visit={visit} view={view} candidates={candidates} state={state} ticked={ticked} />;
    case 'order':
      return <OrderForm visit={visit} view={view} state={state} />;
    case 'result':
      return <Results {...props} />;
    case 'answer':
      return <AnswerForm visit={visit} view={view} state={state} />;
    case 'correctAnswer':
    case 'goOn':
    case 'sign':
    case 'close':
    case 'ungather':
    case 'presence':
    case 'conclude':
    case 'issue':
    case 'issueSignedOutside':
    case 'strike':
    case 'reopen':
      return (
        <>
          {act === 'close' && <RowCounts visit={visit} rows={view.rows} />}
          {(act === 'conclude' || act === 'close') && <Against visit={visit} view={view} />}
          {(act === 'issue' || act === 'issueSignedOutside') && (
            <Warning visit={visit}>{t(visit, 'issue.final')}</Warning>
          )}
          {act === 'issueSignedOutside' && <p class="govuk-body">{t(visit, 'issue.scanFirst')}</p>}
          {(act === 'strike' ||
            act === 'conclude' ||
            act === 'reopen' ||
            act === 'goOn' ||
            act === 'correctAnswer') && (
            <p class="govuk-body">
              {t(
                visit,
                act === 'reopen' && view.list.kind === 'session'
                  ? 'explain.session.reopen'
                  : `explain.${act}`,
              )}
            </p>
          )}
          <ActForm act={act} {...props} />
        </>
      );
  }
}

function ActForm({ act, visit, view, state }: ListActsProps & { act: ListCommandName }) {
  if (signsList(act) && visit.signedIn.tooWeakToSign) return <StrongerSignIn visit={visit} />;
  return (
    <Form
      visit={visit}
      form={act}
      action={`/lists/${view.list.id}/act/${act}`}
      fields={listFields(visit, act, view)}
      state={state}
      step={view.list.stage}
      button={actWords(visit, 'listDo', act, view.list.kind)}
      {...(act === 'strike' ? { tone: 'warning' as const } : {})}
    />
  );
}

/** One small form an item of the agenda, and one for all that are left. */
function Results({ visit, view, state }: ListActsProps) {
  return (
    <>
      {view.rows.map((row) => {
        const form = `result-${row.case}`;
        return (
          <Details
            summary={`${row.ordinal}. ${nameText(visit, row)} – ${resultText(visit, row)}`}
            open={state?.form === form}
          >
            <Form
              visit={visit}
              form={form}
              action={`/lists/${view.list.id}/act/result`}
              fields={listFields(visit, 'result', view, row)}
              state={state}
              step={view.list.stage}
              button={t(visit, 'listDo.result')}
              tone="secondary"
            />
          </Details>
        );
      })}
      {view.rows.some((row) => row.result === undefined) && (
        <Form
          visit={visit}
          form={restForm}
          action={`/lists/${view.list.id}/results`}
          fields={[]}
          state={state}
          step={view.list.stage}
          button={t(visit, 'result.rest')}
          tone="secondary"
        >
          <p class="govuk-hint">
            {t(visit, 'result.restHint', { present: view.list.presence?.present ?? 0 })}
          </p>
        </Form>
      )}
    </>
  );
}

export function Hash({ visit, view }: { visit: OwnVisit; view: ListView }) {
  const { hash } = view.list;
  if (hash === undefined) return null;
  return (
    <p class="govuk-body">
      {t(visit, 'list.hash')} <span class="vd-hash">{hash.slice(0, 12)}</span>
    </p>
  );
}
