import { listKinds, listStates, type List } from '#shared/domain/list.ts';
import type { OrganisationId } from '#shared/domain/id.ts';
import { Fields, Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { StateTag } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import {
  sealedOnly,
  startable,
  startFields,
  type StartFor,
  type StartKind,
  type StartSetting,
} from './start-fields.ts';
import { casesAsked } from './start-for.ts';

export interface ListFilter {
  readonly organisation: OrganisationId;
  readonly kind: List['kind'] | undefined;
  readonly state: List['state'] | undefined;
  readonly direction: 'own' | 'came';
}

interface Props {
  readonly visit: OwnVisit;
  readonly filter: ListFilter;
  readonly lists: readonly List[];
  readonly setting: StartSetting;
  readonly state?: FormState;
}

/** Letters, sessions and decisions of one of the reader's organisations, or letters that came to it. */
export function ListsPage({ visit, filter, lists, setting, state }: Props) {
  const kinds = startable(visit, setting);
  const failed = kinds.find((kind) => formOf(kind) === state?.form);
  const fields = failed === undefined ? [] : startFields(visit, failed, setting);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'lists.title')}
      caption={setting.office.name}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {kinds.map((kind) => (
        <Details
          summary={t(visit, `start.${kind}`)}
          open={state?.form === formOf(kind) || setting.opens === kind}
        >
          {sealedOnly(visit, kind, setting) && <p class="govuk-inset-text">{t(visit, 'start.standIn')}</p>}
          <Form
            visit={visit}
            form={formOf(kind)}
            action={`/lists/start/${kind}`}
            fields={startFields(visit, kind, setting)}
            state={state}
            button={t(visit, `start.${kind}`)}
          />
        </Details>
      ))}
      <form method="get" action="/lists">
        <Details summary={t(visit, 'form.filter')} open={setting.startFor === undefined && isSifted(filter)}>
          <Fields visit={visit} form="filter" fields={filterFields(visit, filter)} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {t(visit, 'form.filter')}
          </button>
        </Details>
      </form>
      {lists.length === 0 ? (
        <p class="govuk-body">{t(visit, 'lists.none')}</p>
      ) : (
        <ListTable visit={visit} lists={lists} startFor={setting.startFor} />
      )}
    </Layout>
  );
}

const isSifted = ({ kind, state, direction }: ListFilter): boolean =>
  kind !== undefined || state !== undefined || direction === 'came';

export const formOf = (kind: StartKind): string => `start-${kind}`;

function ListTable({
  visit,
  lists,
  startFor,
}: {
  visit: OwnVisit;
  lists: readonly List[];
  startFor: StartFor | undefined;
}) {
  const query = startFor === undefined ? '' : `?${casesAsked(startFor.cases)}`;
  return (
    <Table<List>
      caption={t(visit, 'lists.title')}
      hiddenCaption
      rows={lists}
      columns={[
        {
          head: t(visit, 'col.list'),
          cell: (list) => (
            <a class="govuk-link" href={`/lists/${list.id}${list.state === 'GATHERING' ? query : ''}`}>
              {list.title}
            </a>
          ),
        },
        { head: t(visit, 'col.kind'), cell: (list) => m(visit, 'listKind', list.kind) },
        {
          head: t(visit, 'col.state'),
          cell: (list) => <StateTag visit={visit} state={list.state} kind={list.kind} />,
        },
        { head: t(visit, 'col.rows'), cell: (list) => list.rows, numeric: true },
        {
          head: t(visit, 'col.number'),
          cell: (list) => [list.number ?? '', formatted(list.date)].filter((part) => part !== '').join(', '),
        },
      ]}
    />
  );
}

function filterFields(visit: OwnVisit, filter: ListFilter): Field[] {
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'col.organisation'),
      options: ownOffices(visit).map(({ id, shortName }) => ({ value: id, label: shortName })),
      value: filter.organisation,
    },
    {
      kind: 'select',
      name: 'direction',
      label: t(visit, 'lists.direction'),
      options: [
        { value: 'own', label: t(visit, 'lists.own') },
        { value: 'came', label: t(visit, 'lists.came') },
      ],
      value: filter.direction,
    },
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'col.kind'),
      blank: t(visit, 'form.all'),
      options: listKinds.map((value) => ({ value, label: m(visit, 'listKind', value) })),
      value: filter.kind ?? '',
    },
    {
      kind: 'select',
      name: 'state',
      label: t(visit, 'col.state'),
      blank: t(visit, 'form.all'),
      options: listStates.map((value) => ({ value, label: m(visit, 'listState', value) })),
      value: filter.state ?? '',
    },
  ];
}
