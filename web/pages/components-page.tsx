import { Refusal } from '#shared/domain/refusal.ts';
import { Form } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Details, LinkButton, Section, SummaryList, Tag, Warning } from '../components/parts.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { Table } from '../components/table.tsx';
import { TaskList } from '../components/task-list.tsx';
import { ZaloText } from '../components/zalo-text.tsx';
import type { Field } from '../forms/field.ts';
import { Typed } from '../forms/typed.ts';
import { t, type OwnVisit } from '../visit.ts';

/** Of the demo: everything that pages are made of, on one page, for whoever builds the next one. */
export function ComponentsPage({ visit }: { visit: OwnVisit }) {
  const fields = someOfEach(visit);
  const refusal = new Refusal('InputInvalid', {}, [{ field: 'line', code: 'empty' }]);
  const state = { form: 'wrong', typed: Typed.from([]), refusal };
  return (
    <Layout visit={visit} title={t(visit, 'components.title')} trouble={{ state, fields }}>
      <p class="govuk-body">{t(visit, 'components.explained')}</p>
      <Words visit={visit} />
      <Section title={t(visit, 'components.lists')}>
        <TaskList
          visit={visit}
          tasks={(['done', 'partly', 'toDo', 'optional', 'ready', 'notYet'] as const).map((one) => ({
            href: '#main',
            title: t(visit, `task.${one}`),
            said: t(visit, 'components.said'),
            state: one,
          }))}
        />
        <Table<number>
          caption={t(visit, 'components.table')}
          rows={[1, 2, 3]}
          columns={[
            { head: t(visit, 'col.ordinal'), cell: (row) => row },
            { head: t(visit, 'col.unit'), cell: () => 'Phường Sở Dầu' },
            { head: t(visit, 'col.due'), cell: () => '31/12/2020', numeric: true },
          ]}
        />
      </Section>
      <Section title={t(visit, 'components.form')}>
        <Form
          visit={visit}
          form="right"
          action="/components"
          fields={fields.map((field) => ({ ...field }))}
          state={undefined}
          button={t(visit, 'form.continue')}
          check={{ action: '/components', label: t(visit, 'form.filter') }}
        />
      </Section>
      <Section title={t(visit, 'components.wrong')}>
        <Form
          visit={visit}
          form="wrong"
          action="/components"
          fields={fields.slice(0, 1)}
          state={state}
          button={t(visit, 'form.continue')}
          tone="warning"
        />
      </Section>
    </Layout>
  );
}

function Words({ visit }: { visit: OwnVisit }) {
  const colours = ['grey', 'blue', 'yellow', 'orange', 'green', 'red', 'purple'] as const;
  return (
    <Section title={t(visit, 'components.words')}>
      <p class="govuk-body">
        {colours.map((colour) => (
          <>
            <Tag colour={colour}>{t(visit, 'components.tag')}</Tag>{' '}
          </>
        ))}
      </p>
      <p class="govuk-inset-text">{t(visit, 'components.said')}</p>
      <Warning visit={visit}>{t(visit, 'components.said')}</Warning>
      <div class="govuk-button-group">
        <LinkButton href="#main">{t(visit, 'form.continue')}</LinkButton>
        <LinkButton href="#main" secondary>
          {t(visit, 'form.filter')}
        </LinkButton>
      </div>
      <SummaryList
        lines={[
          { key: t(visit, 'fact.code'), value: 'ABCD-EFGH-JKLM-N' },
          { key: t(visit, 'col.unit'), value: 'UBND phường Sở Dầu' },
        ]}
      />
      <Details summary={t(visit, 'components.details')}>
        <p class="govuk-body">{t(visit, 'components.said')}</p>
      </Details>
      <ZaloText visit={visit} id="zalo" line={t(visit, 'components.said')} path="/follow" />
      <QrCode text={visit.publicUrl} label={t(visit, 'receipt.qr')} />
    </Section>
  );
}

function someOfEach(visit: OwnVisit): Field[] {
  const options = [
    { value: 'a', label: t(visit, 'form.yes'), hint: t(visit, 'components.said') },
    { value: 'b', label: t(visit, 'form.no') },
  ];
  const label = (kind: string): string => `${t(visit, 'components.field')}: ${kind}`;
  return [
    { kind: 'line', name: 'line', label: label('1'), hint: t(visit, 'components.said') },
    { kind: 'whole', name: 'whole', label: label('2'), optional: true },
    { kind: 'text', name: 'text', label: label('3'), max: 600 },
    { kind: 'date', name: 'date', label: label('4') },
    { kind: 'select', name: 'select', label: label('5'), options, blank: t(visit, 'form.choose') },
    { kind: 'radios', name: 'radios', label: label('6'), options },
    { kind: 'checkboxes', name: 'checkboxes', label: label('7'), options },
    { kind: 'file', name: 'file', label: label('8'), accept: '.pdf', optional: true },
  ];
}
