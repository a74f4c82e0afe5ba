import type { Organisation } from '#shared/domain/directory.ts';
import { Form } from '../../components/form.tsx';
import { Details } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';

export const renameFormOf = ({ id }: Pick<Organisation, 'id'>): string => `rename-${id}`;

export function renameFields(visit: OwnVisit, { name, shortName, headTitle }: Organisation): Field[] {
  return [
    { kind: 'line', name: 'name', label: t(visit, 'organisations.name'), value: name },
    { kind: 'line', name: 'shortName', label: t(visit, 'organisations.shortName'), value: shortName },
    { kind: 'line', name: 'headTitle', label: t(visit, 'organisations.headTitle'), value: headTitle },
  ];
}

interface Props {
  readonly visit: OwnVisit;
  readonly own: Organisation;
  readonly organisation: Organisation;
  readonly state: FormState | undefined;
}

/** A name that was mistyped, or that is another from today on. */
export function RenameSection({ visit, own, organisation, state }: Props) {
  const form = renameFormOf(organisation);
  return (
    <Details
      summary={t(visit, 'organisations.rename', { name: organisation.name })}
      open={stateOf(form, state) !== undefined}
    >
      <p class="govuk-body">{t(visit, 'organisations.renameHint')}</p>
      <Form
        visit={visit}
        form={form}
        action={`/setup/${own.id}/organisations/${organisation.id}/name`}
        fields={renameFields(visit, organisation)}
        state={state}
        button={t(visit, 'organisations.renameButton')}
        tone="secondary"
      />
    </Details>
  );
}
