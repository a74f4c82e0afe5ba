import {
  organisationFunctions,
  organisationKinds,
  type Area,
  type Organisation,
} from '#shared/domain/directory.ts';
import type { DirectoryView } from '#shared/use-cases/directory/directory-view.ts';
import { Form, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section, SummaryList, Tag } from '../../components/parts.tsx';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { backToSetup } from './back.ts';
import { renameFields, renameFormOf, RenameSection } from './rename-section.tsx';

const inside = 'inside';

/** What an added organisation says; a new area takes the place of one that is there. */
export function organisationFields(visit: OwnVisit, areas: readonly Area[]): Field[] {
  return [
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'organisations.kind'),
      options: organisationKinds.map((value) => ({ value, label: t(visit, `organisationKind.${value}`) })),
    },
    {
      kind: 'checkboxes',
      name: 'functions',
      label: t(visit, 'organisations.functions'),
      optional: true,
      hint: t(visit, 'organisations.functionsHint'),
      options: organisationFunctions.map((value) => ({
        value,
        label: t(visit, `organisationFunction.${value}`),
      })),
    },
    {
      kind: 'select',
      name: 'area',
      label: t(visit, 'organisations.area'),
      blank: t(visit, 'organisations.newAreaChoice'),
      options: areas.map(({ id, name }) => ({ value: id, label: name })),
      value: areas[0]?.id ?? '',
    },
    {
      kind: 'line',
      name: 'newArea',
      label: t(visit, 'organisations.newArea'),
      hint: t(visit, 'organisations.newAreaHint'),
      optional: true,
    },
    { kind: 'line', name: 'name', label: t(visit, 'organisations.name') },
    { kind: 'line', name: 'shortName', label: t(visit, 'organisations.shortName') },
    { kind: 'line', name: 'headTitle', label: t(visit, 'organisations.headTitle') },
    { kind: 'line', name: 'numberSuffix', label: t(visit, 'organisations.numberSuffix'), width: 'short' },
    {
      kind: 'yesNo',
      name: 'outside',
      label: t(visit, 'organisations.where'),
      options: [
        { value: 'outside', label: t(visit, 'organisations.outside') },
        { value: inside, label: t(visit, 'organisations.inside') },
      ],
      value: inside,
    },
  ];
}

interface OrganisationsProps {
  readonly visit: OwnVisit;
  readonly view: DirectoryView;
  readonly state?: FormState;
}

export function OrganisationsPage({ visit, view, state }: OrganisationsProps) {
  const { organisation, areas, kept } = view;
  const fields = organisationFields(visit, areas);
  const all = [organisation, ...kept];
  const renamed = all.find((one) => renameFormOf(one) === state?.form);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'setup.task.organisation')}
      caption={organisation.shortName}
      back={backToSetup(visit, organisation)}
      trouble={
        state === undefined
          ? undefined
          : { state, fields: renamed === undefined ? fields : renameFields(visit, renamed) }
      }
    >
      <Section title={t(visit, 'organisations.own')}>
        <SummaryList
          lines={[
            { key: t(visit, 'organisations.name'), value: organisation.name },
            { key: t(visit, 'organisations.headTitle'), value: organisation.headTitle },
            { key: t(visit, 'organisations.numberSuffix'), value: organisation.numberSuffix },
            { key: t(visit, 'organisations.area'), value: areas.map(({ name }) => name).join(', ') },
          ]}
        />
      </Section>
      {kept.length === 0 ? (
        <p class="govuk-body">{t(visit, 'organisations.none')}</p>
      ) : (
        <OthersTable visit={visit} own={organisation} kept={kept} />
      )}
      {all.map((one) => (
        <RenameSection visit={visit} own={organisation} organisation={one} state={state} />
      ))}
      <Details summary={t(visit, 'organisations.add')} open={stateOf('organisation', state) !== undefined}>
        <p class="govuk-body">{t(visit, 'organisations.addHint')}</p>
        <Form
          visit={visit}
          form="organisation"
          action={`/setup/${organisation.id}/organisations`}
          fields={fields}
          state={state}
          button={t(visit, 'organisations.button')}
        />
      </Details>
    </Layout>
  );
}

function OthersTable({
  visit,
  own,
  kept,
}: {
  visit: OwnVisit;
  own: Organisation;
  kept: readonly Organisation[];
}) {
  return (
    <Table<Organisation>
      caption={t(visit, 'organisations.others')}
      rows={kept}
      columns={[
        { head: t(visit, 'organisations.name'), cell: ({ name }) => name },
        { head: t(visit, 'organisations.headTitle'), cell: ({ headTitle }) => headTitle },
        {
          head: t(visit, 'organisations.where'),
          cell: ({ outside }) =>
            outside === true ? (
              <Tag colour="grey">{t(visit, 'organisations.outside')}</Tag>
            ) : (
              <Tag colour="green">{t(visit, 'organisations.inside')}</Tag>
            ),
        },
        {
          head: t(visit, 'col.todo'),
          cell: (other) => <PlaceForm visit={visit} own={own} other={other} />,
        },
      ]}
    />
  );
}

function PlaceForm({ visit, own, other }: { visit: OwnVisit; own: Organisation; other: Organisation }) {
  const outside = other.outside === true;
  return (
    <>
      {!outside && (
        <a class="govuk-link" href={`/setup/${other.id}/people`}>
          {t(visit, 'organisations.people')}
        </a>
      )}
      <form method="post" action={`/setup/${own.id}/organisations/${other.id}/place`}>
        <FormKeys visit={visit} />
        <input type="hidden" name="outside" value={outside ? 'no' : 'yes'} />
        <button type="submit" class="govuk-button govuk-button--secondary vd-small-button">
          {t(visit, outside ? 'organisations.bringIn' : 'organisations.takeOut')}
        </button>
      </form>
    </>
  );
}
