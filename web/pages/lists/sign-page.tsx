import type { NumberedRow } from '#shared/domain/list.ts';
import { limits } from '#shared/domain/case-command.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import type { Change } from '#shared/use-cases/views/viewed.ts';
import { Fields, Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section, Warning } from '../../components/parts.tsx';
import { formatInstant, formatted } from '../../components/refusal-text.ts';
import { nameText, StateTag } from '../../components/standing.tsx';
import { StrongerSignIn } from '../../components/stronger-sign-in.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { MoneySection } from '../money/money-section.tsx';
import { Against } from './findings.tsx';
import { listFields } from './list-fields.ts';
import { actWords } from './list-words.ts';
import { LeftNames, RowCounts, rowKind } from './row-tables.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly view: ListView;
  /** Since the signer saw it last. */
  readonly changes: readonly Change[];
  readonly state?: FormState | undefined;
}

/** More rows than this of one form and kind are folded: the counts tell of them. */
const unfolded = 12;

/** For whoever signs, between two meetings, on a phone: how many of what, what speaks against it, what is new; then the rows. */
export function SignPage({ visit, view, changes, state }: Props) {
  const { list } = view;
  return (
    <Layout
      visit={visit}
      title={list.title}
      caption={`${m(visit, 'listKind', list.kind)} – ${view.organisation.name}`}
      back={{ href: '/inbox', label: t(visit, 'nav.inbox') }}
      trouble={state === undefined ? undefined : { state, fields: reasonFields(visit, view) }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <StateTag visit={visit} state={list.state} kind={list.kind} />{' '}
          {view.addressee === undefined
            ? t(visit, 'signPage.asked', { count: view.rows.length })
            : t(visit, 'signPage.askedTo', { count: view.rows.length, to: view.addressee.shortName })}
        </p>
        <RowCounts visit={visit} rows={view.rows} />
        {list.dueOn !== undefined && (
          <p class="govuk-body">{t(visit, 'signPage.due', { day: formatted(list.dueOn) })}</p>
        )}
      </div>
      <Doubts visit={visit} view={view} />
      <News visit={visit} changes={changes} />
      {view.left.length > 0 && (
        <Section title={t(visit, 'list.left')}>
          <LeftNames visit={visit} view={view} />
        </Section>
      )}
      <MoneySection visit={visit} view={view} brief />
      {visit.signedIn.tooWeakToSign ? (
        <StrongerSignIn visit={visit} />
      ) : (
        <Form
          visit={visit}
          form="sign"
          action={`/lists/${list.id}/act/sign`}
          fields={[
            ...listFields(visit, 'sign', view),
            { kind: 'hidden', name: 'seen', value: String(view.version) },
          ]}
          state={state}
          step={list.stage}
          button={actWords(visit, 'listDo', 'sign', list.kind)}
        >
          <Rows visit={visit} view={view} state={state} />
          <Fields visit={visit} form="sign" fields={reasonFields(visit, view)} state={state} />
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/lists/${list.id}?whole=1`}>
          {t(visit, 'signPage.whole')}
        </a>
      </p>
    </Layout>
  );
}

/** Why rows that are ticked are not signed. */
function reasonFields(visit: Visit, view: ListView): Field[] {
  const reason: Field = {
    kind: 'text',
    name: 'reason',
    label: t(visit, 'signPage.reason'),
    hint: t(visit, 'signPage.reasonHint'),
    optional: true,
    max: limits.reason,
    rows: 2,
  };
  return view.allowed.includes('strike') ? [reason] : [];
}

/** What speaks against signing all of it: found by the rules, or said by those who held it before. */
function Doubts({ visit, view }: { visit: OwnVisit; view: ListView }) {
  const doubted = view.rows.filter((row) => !row.recommended || row.remark !== '');
  const against = view.rows.flatMap((row) =>
    (row.opinions ?? []).filter(({ opinion }) => opinion !== 'agrees').map(({ reason }) => ({ row, reason })),
  );
  if (doubted.length + against.length === 0 && (view.explanations ?? []).length === 0) return null;
  return (
    <>
      {doubted.length + against.length > 0 && (
        <Warning visit={visit}>
          {t(visit, 'signPage.doubted', { count: doubted.length + against.length })}
        </Warning>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {doubted.map((row) => (
          <li>{`${nameText(visit, row)}: ${[row.recommended ? '' : t(visit, 'gather.notRecommended'), row.remark].filter(Boolean).join(' – ')}`}</li>
        ))}
        {against.map(({ row, reason }) => (
          <li>{`${nameText(visit, row)}: ${reason}`}</li>
        ))}
      </ul>
      <Against visit={visit} view={view} />
    </>
  );
}

function News({ visit, changes }: { visit: Visit; changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <Section title={t(visit, 'signPage.news')}>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ act, at, by }) => (
          <li>
            {[m(visit, 'act', act), by, formatInstant(instantSchema.parse(at))].filter(Boolean).join(' – ')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Each row with a box to tick for leaving it out; those of one form and kind together. */
function Rows({ visit, view, state }: { visit: Visit; view: ListView; state: FormState | undefined }) {
  const groups = Map.groupBy(view.rows, (row) => rowKind(visit, row));
  const struck = state?.typed.all('strike') ?? [];
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {t(visit, view.allowed.includes('strike') ? 'signPage.strike' : 'list.rows')}
      </legend>
      {[...groups].map(([what, rows]) => (
        <Details summary={`${what} (${String(rows.length)})`} open={rows.length <= unfolded}>
          <div class="govuk-checkboxes govuk-checkboxes--small">
            {rows.map((row) => (
              <Row visit={visit} row={row} struck={struck.includes(row.case)} />
            ))}
          </div>
        </Details>
      ))}
    </fieldset>
  );
}

function Row({ visit, row, struck }: { visit: Visit; row: NumberedRow; struck: boolean }) {
  const id = `strike-${row.case}`;
  return (
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={id}
        name="strike"
        type="checkbox"
        value={row.case}
        checked={struck}
        aria-describedby={`${id}-hint`}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {`${String(row.ordinal)}. ${nameText(visit, row)}`}
      </label>
      <div id={`${id}-hint`} class="govuk-hint govuk-checkboxes__hint">
        {row.unit}{' '}
        <a class="govuk-link" href={`/cases/${row.case}`}>
          {t(visit, 'signPage.open')}
          <span class="govuk-visually-hidden"> {nameText(visit, row)}</span>
        </a>
      </div>
    </div>
  );
}
