import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { nameText } from '../../components/standing.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import type { Field } from '../../forms/field.ts';
import { contentFields } from './content-fields.ts';
import { idNumberField } from './nomination-fields.ts';
import { RulesSection } from './rules-section.tsx';

/** The number is shown to nobody again: left blank it stays as it was. */
export const editFields = (visit: Visit, about: Parameters<typeof contentFields>[1]): Field[] => [
  ...contentFields(visit, about),
  ...(about.subjectKind === 'individual' && !about.sealed
    ? [{ ...idNumberField(visit), hint: t(visit, 'edit.idNumberHint') }]
    : []),
];

export function EditPage({
  visit,
  view,
  rules,
  state,
}: {
  visit: OwnVisit;
  view: CaseView;
  /** What the rules find in what is saved. */
  rules: RulesView;
  state: FormState | undefined;
}) {
  const { kind, subjectKind, content, sealedNumber } = view;
  const sealed = sealedNumber !== undefined;
  const fields = editFields(visit, { kind, form: view.form?.code, subjectKind, sealed, content });
  return (
    <Layout
      visit={visit}
      title={t(visit, 'edit.title')}
      caption={nameText(visit, { ...view.label, sealedNumber })}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'case.back') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {sealed && <p class="govuk-inset-text">{t(visit, 'edit.sealed')}</p>}
      {rules.explanations.some(({ verdict }) => verdict !== 'passes') && (
        <RulesSection visit={visit} view={view} rules={rules} />
      )}
      <Form
        visit={visit}
        form="edit"
        action={`/cases/${view.id}/edit`}
        fields={fields}
        state={state}
        button={t(visit, 'edit.save')}
        version={view.version}
      />
    </Layout>
  );
}
