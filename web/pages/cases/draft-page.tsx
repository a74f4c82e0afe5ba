import { missingFields } from '#shared/domain/case-acts/entering.ts';
import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { nameText } from '../../components/standing.tsx';
import { TaskList, type Task } from '../../components/task-list.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { contentFields } from './content-fields.ts';
import { partsOf, stateOfPart, type DraftPart, type PartOfDraft } from './draft-parts.ts';
import { idNumberField } from './nomination-fields.ts';
import { ReportOutline } from './report-outline.tsx';
import { RulesSection } from './rules-section.tsx';

/** Every question of a draft. The identity number is shown to nobody again: left blank it stays as it was. */
const draftFields = (visit: Visit, about: Parameters<typeof contentFields>[1]): Field[] => [
  ...contentFields(visit, about),
  ...(about.subjectKind === 'individual' && !about.sealed
    ? [{ ...idNumberField(visit), hint: t(visit, 'edit.idNumberHint') }]
    : []),
];

/** The parts of this draft, with what they say so far; of a sealed one only what they ask. */
export function partsOfDraft(visit: Visit, view: CaseView): readonly PartOfDraft[] {
  const { kind, subjectKind, content, sealedNumber, form } = view;
  const sealed = sealedNumber !== undefined;
  return partsOf(kind, draftFields(visit, { kind, form: form?.code, subjectKind, sealed, content }));
}

interface Props {
  readonly visit: OwnVisit;
  readonly view: CaseView;
  /** What the rules find in what is saved. */
  readonly rules: RulesView;
}

/** What is to be written, part by part, until it can be sent: left at any time and taken up again. */
export function DraftPage({ visit, view, rules }: Props) {
  return (
    <Layout
      visit={visit}
      title={t(visit, view.kind === 'nomination' ? 'draft.title' : 'draft.titleModel')}
      caption={nameText(visit, { ...view.label, sealedNumber: view.sealedNumber })}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'case.back') }}
    >
      <p class="govuk-body">{t(visit, 'draft.explained')}</p>
      <TaskList visit={visit} tasks={tasksOf(visit, view)} />
      {rules.explanations.some(({ verdict }) => verdict !== 'passes') && (
        <RulesSection visit={visit} view={view} rules={rules} />
      )}
    </Layout>
  );
}

function tasksOf(visit: Visit, view: CaseView): Task[] {
  const { id, content, files } = view;
  const missing = content === undefined ? undefined : missingFields(view, content).map(({ field }) => field);
  const ready = missing?.length === 0;
  return [
    ...partsOfDraft(visit, view).map((part) => ({
      href: `/cases/${id}/edit/${part.part}`,
      title: titleOf(visit, view, part.part),
      said: t(visit, `draft.said.${part.part}`),
      state: missing === undefined ? undefined : stateOfPart(part, missing),
    })),
    {
      href: `/cases/${id}#papers`,
      title: t(visit, 'papers.title'),
      said: files.length === 0 ? t(visit, 'papers.none') : t(visit, 'draft.papers', { count: files.length }),
      state: files.length === 0 ? 'optional' : 'done',
    },
    {
      href: `/cases/${id}/check`,
      title: t(visit, 'check.title'),
      said: t(visit, missing === undefined || ready ? 'draft.said.check' : 'draft.said.checkNotYet'),
      state: missing === undefined ? undefined : ready ? 'ready' : 'notYet',
    },
  ];
}

const titleOf = (visit: Visit, { subjectKind }: CaseView, part: DraftPart): string =>
  part === 'subject' && subjectKind !== undefined
    ? t(visit, `draft.part.subject.${subjectKind}`)
    : t(visit, part === 'subject' ? 'draft.part.subject.individual' : `draft.part.${part}`);

/** Where the form of a part leads when it is saved: to the next part, behind the last one to the list. */
export function afterPart(visit: Visit, view: CaseView, part: DraftPart): string {
  const parts = partsOfDraft(visit, view);
  const next = parts[parts.findIndex((one) => one.part === part) + 1];
  return next === undefined ? `/cases/${view.id}/edit` : `/cases/${view.id}/edit/${next.part}`;
}

/** The questions of one part, with what stands there. */
export function PartPage({
  visit,
  view,
  part,
  state,
}: Omit<Props, 'rules'> & { readonly part: PartOfDraft; readonly state: FormState | undefined }) {
  const sealed = view.sealedNumber !== undefined;
  const path = `/cases/${view.id}/edit/${part.part}`;
  return (
    <Layout
      visit={visit}
      title={titleOf(visit, view, part.part)}
      caption={nameText(visit, { ...view.label, sealedNumber: view.sealedNumber })}
      back={{ href: `/cases/${view.id}/edit`, label: t(visit, 'draft.back') }}
      trouble={state === undefined ? undefined : { state, fields: part.fields }}
    >
      {sealed && <p class="govuk-inset-text">{t(visit, 'edit.sealed')}</p>}
      {(part.part === 'achievement' || part.part === 'plan') && <ReportOutline visit={visit} view={view} />}
      <Form
        visit={visit}
        form="edit"
        action={path}
        fields={part.fields}
        state={state}
        button={t(visit, 'draft.next')}
        check={{ action: `${path}?then=list`, label: t(visit, 'draft.save') }}
        version={view.version}
        keep={!sealed}
      />
    </Layout>
  );
}
