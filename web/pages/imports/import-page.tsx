import type { Round } from '#shared/domain/round.ts';
import { headingOf, nominationColumns } from '#shared/domain/pasted-nomination-columns.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details } from '../../components/parts.tsx';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { columnTitles } from './column-titles.ts';
import { importFields } from './import-fields.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly rounds: readonly Round[];
  /** What was looked at, to be mended. */
  readonly typed?: Typed;
  readonly state?: FormState;
}

/** Where a list comes from, and what holds for all its rows. Nothing is saved here. */
export function ImportPage({ visit, rounds, typed, state }: Props) {
  const fields = importFields(visit, rounds, typed);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'imports.title')}
      back={{ href: '/cases', label: t(visit, 'nav.cases') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'imports.explained')}</p>
      <Details summary={t(visit, 'imports.columns')}>
        <p class="govuk-body">{t(visit, 'imports.columnsExplained')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {nominationColumns.map((column) => (
            <li data-heading={headingOf(column)}>{t(visit, columnTitles[column])}</li>
          ))}
        </ul>
      </Details>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/cases/import/template.xlsx" download>
            {t(visit, 'imports.template')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/cases/import/earlier">
            {t(visit, 'imports.earlier')}
          </a>
        </li>
      </ul>
      <Form
        visit={visit}
        form="import"
        action="/cases/import/check"
        fields={fields}
        state={stateOf('import', state)}
        button={t(visit, 'paste.check')}
      />
    </Layout>
  );
}
