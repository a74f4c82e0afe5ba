import { attachmentKinds } from '#shared/domain/case.ts';
import { maxFileBytes, type StoredFile } from '#shared/domain/file.ts';
import { fileTypes } from '#shared/domain/file-type.ts';
import type { Field } from '../forms/field.ts';
import type { FormState } from '../forms/handle-form.ts';
import { m, t, type OwnVisit, type Visit } from '../visit.ts';
import { Form, FormKeys } from './form.tsx';
import { Details, Section, Tag } from './parts.tsx';
import { formatted } from './refusal-text.ts';

export function paperFields(visit: Visit, kind = ''): Field[] {
  return [
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'papers.kind'),
      blank: t(visit, 'form.choose'),
      options: attachmentKinds.map((value) => ({ value, label: m(visit, 'attachment', value) })),
      value: kind,
    },
    { kind: 'line', name: 'name', label: t(visit, 'papers.name'), hint: t(visit, 'papers.nameHint') },
    {
      kind: 'select',
      name: 'contentType',
      label: t(visit, 'papers.type'),
      options: fileTypes.map(({ contentType, extension }) => ({
        value: contentType,
        label: extension.toUpperCase(),
      })),
      value: 'application/pdf',
    },
  ];
}

interface PapersProps {
  readonly visit: OwnVisit;
  readonly files: readonly StoredFile[];
  readonly action: string;
  readonly mayAttach: boolean;
  readonly state: FormState | undefined;
  /** The kind of paper that is wanted here. */
  readonly kind?: string;
  /** Of a sealed case: why its papers were shown, or that they were not. */
  readonly sealed?: { readonly reason: string } | 'unseen';
}

/** Papers of a case or a list, and the way to add one: described first, then sent, then checked. */
export function Papers({ visit, files, action, mayAttach, state, kind = '', sealed }: PapersProps) {
  const unseen = sealed === 'unseen';
  const reason = unseen ? undefined : sealed?.reason;
  return (
    <Section title={t(visit, 'papers.title')} id="papers">
      {unseen && <p class="govuk-body">{t(visit, 'papers.sealed')}</p>}
      {files.length === 0 && !unseen && <p class="govuk-body">{t(visit, 'papers.none')}</p>}
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            <Paper visit={visit} file={file} mayAttach={mayAttach} reason={reason} />
          </li>
        ))}
      </ul>
      {mayAttach && (
        <div class="vd-acts">
          <Details summary={t(visit, 'papers.add')} open={state?.form === 'files'}>
            <p class="govuk-body">{t(visit, 'papers.limits', { megabytes: maxFileBytes / 1024 / 1024 })}</p>
            <Form
              visit={visit}
              form="files"
              action={action}
              fields={paperFields(visit, kind)}
              state={state}
              button={t(visit, 'papers.next')}
              tone="secondary"
            />
          </Details>
        </div>
      )}
    </Section>
  );
}

interface PaperProps {
  readonly visit: OwnVisit;
  readonly file: StoredFile;
  readonly mayAttach: boolean;
  readonly reason: string | undefined;
}

function Paper({ visit, file, mayAttach, reason }: PaperProps) {
  const what = `${m(visit, 'attachment', file.kind)}, ${formatted(file.on)}`;
  if (file.state === 'kept' && reason !== undefined) {
    return (
      <form method="post" action={`/files/${file.id}/reveal`}>
        <FormKeys visit={visit} />
        <input type="hidden" name="reason" value={reason} />
        {file.name} <span class="govuk-hint">{what}</span>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {t(visit, 'papers.open')} <span class="govuk-visually-hidden">{file.name}</span>
        </button>
      </form>
    );
  }
  if (file.state === 'kept') {
    return (
      <>
        <a class="govuk-link" href={`/files/${file.id}`}>
          {file.name}
        </a>{' '}
        <span class="govuk-hint">{what}</span>
      </>
    );
  }
  if (file.state === 'refused') {
    return (
      <>
        {file.name} <Tag colour="red">{t(visit, 'papers.refused')}</Tag>{' '}
        {file.reason !== undefined && <span class="govuk-hint">{t(visit, `papers.${file.reason}`)}</span>}
      </>
    );
  }
  return (
    <>
      {file.name === '' ? what : file.name} <Tag colour="yellow">{t(visit, 'papers.expected')}</Tag>
      {mayAttach && (
        <form method="post" action={`/files/${file.id}/check`}>
          <FormKeys visit={visit} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t(visit, 'papers.check')}
          </button>
        </form>
      )}
    </>
  );
}
