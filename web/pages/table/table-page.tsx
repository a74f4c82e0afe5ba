import type { RoundTable, TableQuery } from '#shared/use-cases/table/round-table.ts';
import { mostRows, rowsAPage } from '#shared/use-cases/table/round-table.ts';
import { Fields, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Pages, Section } from '../../components/parts.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import { stateOf } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { actTitle } from '../cases/act-fields.ts';
import { actsOn, manyFields, manyForm, ticksField, type ManyAct } from './many-acts.ts';
import { RowGroup } from './row-group.tsx';
import { tableHref, type Asked } from './table-address.ts';
import { FilterForm, OnTop } from './table-top.tsx';
import { groupsOf, sealedText } from './table-words.ts';

export interface TableProps {
  readonly visit: OwnVisit;
  readonly table: RoundTable;
  readonly query: TableQuery;
  readonly asked: Asked;
  /** Ticked beforehand: all that may be, those of one group, or none. */
  readonly ticked: string | undefined;
  readonly state?: FormState;
}

/** Every nomination of a round in one table; what is done to many rows, below it. */
export function TablePage({ visit, table, query, asked, ticked, state }: TableProps) {
  const { view, rows, sealed, office } = table;
  const groups = groupsOf(visit, rows, (table.page - 1) * rowsAPage);
  const acts = actsOn(rows);
  const fields = [ticksField(visit), ...acts.flatMap((act) => manyFields(visit, act))];
  const own = stateOf(manyForm, state);
  const picked = own === undefined ? undefined : own.typed.all('case');
  return (
    <Layout
      visit={visit}
      title={t(visit, 'table.title')}
      caption={view.round.name}
      wide
      back={{ href: `/rounds/${view.round.id}`, label: view.round.name }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'table.hint', { office: office.shortName })}</p>
      <OnTop visit={visit} table={table} />
      <FilterForm visit={visit} table={table} query={query} />
      <Counted visit={visit} table={table} />
      {sealed.length > 0 && (
        <p class="govuk-body">{t(visit, 'table.sealed', { names: sealedText(visit, table) })}</p>
      )}
      {rows.length > 0 && <Files visit={visit} asked={asked} />}
      {rows.length > 0 && (
        <form method="post" action={tableHref(asked, '/act')} novalidate>
          <FormKeys visit={visit} />
          {acts.length > 0 && <TickLinks visit={visit} asked={asked} ticked={ticked} />}
          {groups.map((group) => (
            <RowGroup visit={visit} group={group} asked={asked} ticked={ticked} picked={picked} />
          ))}
          {acts.length > 0 && <ManyActs visit={visit} acts={acts} state={state} asked={asked} />}
        </form>
      )}
      <Pages
        visit={visit}
        path={`/rounds/${view.round.id}/table`}
        query={asked.query}
        page={{
          ...(table.page > 1 ? { previous: String(table.page - 1) } : {}),
          ...(table.page < table.pages ? { next: String(table.page + 1) } : {}),
        }}
        at="page"
      />
    </Layout>
  );
}

function Counted({
  visit,
  table: { total, page, pages, more, sealed },
}: Pick<TableProps, 'visit' | 'table'>) {
  if (total + sealed.length === 0) return <p class="govuk-body">{t(visit, 'table.none')}</p>;
  return (
    <>
      <p class="govuk-body">
        {pages > 1
          ? t(visit, 'table.page', { page, pages, count: total })
          : t(visit, 'table.count', { count: total })}
      </p>
      {more && <p class="govuk-body">{t(visit, 'table.more', { count: mostRows })}</p>}
    </>
  );
}

function Files({ visit, asked }: Pick<TableProps, 'visit' | 'asked'>) {
  return (
    <ul class="govuk-list">
      {(['xlsx', 'docx'] as const).map((kind) => (
        <li>
          <a class="govuk-link" href={tableHref(asked, `.${kind}`)}>
            {t(visit, `table.${kind}`)}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={tableHref(asked, '/wording')}>
          {t(visit, 'table.wording')}
        </a>
      </li>
      <li class="govuk-hint">{t(visit, 'table.files')}</li>
    </ul>
  );
}

function TickLinks({ visit, asked, ticked }: Pick<TableProps, 'visit' | 'asked' | 'ticked'>) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={tableHref(asked, '', { all: '1' })}>
        {t(visit, 'table.all')}
      </a>
      {ticked !== undefined && (
        <>
          {' · '}
          <a class="govuk-link" href={tableHref(asked, '')}>
            {t(visit, 'table.nobody')}
          </a>
        </>
      )}
    </p>
  );
}

function ManyActs({
  visit,
  acts,
  state,
  asked,
}: Pick<TableProps, 'visit' | 'asked'> & {
  acts: readonly ManyAct[];
  state: FormState | undefined;
}) {
  return (
    <Section title={t(visit, 'table.acts')} id="acts">
      <p class="govuk-hint">
        {t(visit, 'table.actsHint')} {t(visit, 'table.rulesLater')}
      </p>
      {acts.map((act) => (
        <Details
          summary={actTitle(visit, act)}
          open={state?.typed.text('act') === act}
          id={`many-act-${act}`}
        >
          <Fields visit={visit} form={manyForm} fields={manyFields(visit, act)} state={state} />
          <button type="submit" name="act" value={act} class="govuk-button govuk-button--secondary">
            {t(visit, `caseDo.${act}`)}
          </button>
        </Details>
      ))}
      {acts.includes('recommend') && (
        <button
          type="submit"
          formaction={tableHref(asked, '/ask')}
          class="govuk-button govuk-button--secondary"
        >
          {t(visit, 'table.ask')}
        </button>
      )}
    </Section>
  );
}
