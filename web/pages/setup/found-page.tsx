import type { OfficeKind } from '#shared/regimes/office-kinds.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';

export const foundFields = (visit: OwnVisit, kinds: readonly OfficeKind[]): Field[] => [
  {
    kind: 'radios',
    name: 'office',
    label: t(visit, 'found.office'),
    options: kinds.map(({ code, title }) => ({ value: code, label: inLanguage(visit, title) })),
    value: kinds[0]?.code ?? '',
  },
  {
    kind: 'line',
    name: 'commune',
    label: t(visit, 'found.commune'),
    hint: t(visit, 'found.communeHint'),
    width: 'half',
  },
  {
    kind: 'line',
    name: 'province',
    label: t(visit, 'found.province'),
    hint: t(visit, 'found.provinceHint'),
    width: 'half',
  },
];

/** The first page of an empty home, for whom it was made. */
export function FoundPage({
  visit,
  kinds,
  state,
}: {
  visit: OwnVisit;
  kinds: readonly OfficeKind[];
  state?: FormState;
}) {
  const fields = foundFields(visit, kinds);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'setup.title')}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'found.explained')}</p>
      <Form
        visit={visit}
        form="found"
        action="/setup/new"
        fields={fields}
        state={state}
        button={t(visit, 'found.button')}
      />
    </Layout>
  );
}
