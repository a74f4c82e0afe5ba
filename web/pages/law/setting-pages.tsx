import { officeRules } from '#shared/domain/permission.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { SettingDetail, SettingEntry, SettingView } from '#shared/use-cases/law/setting-preview.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section, SummaryList } from '../../components/parts.tsx';
import { formatInstant } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { holdsRole } from '../../own-offices.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { figureTitle } from './figure-title.ts';
import { figureText, spanText } from './provision-table.tsx';
import { SettingEffect } from './setting-effect.tsx';
import { refuseFields } from './setting-fields.ts';

export const settingsBack = (visit: Visit) => ({ href: '/law/settings', label: t(visit, 'settings.title') });

const valueText = (visit: Visit, { key, value }: Pick<SettingView, 'key' | 'value'>): string =>
  figureText(visit, law.data.figures.find((one) => one.key === key)?.kind ?? '', value);

export function SettingsPage({ visit, settings }: { visit: OwnVisit; settings: readonly SettingView[] }) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'settings.title')}
      back={{ href: '/law', label: t(visit, 'law.title') }}
    >
      <p class="govuk-body">{t(visit, 'settings.explained')}</p>
      {holdsRole(visit, officeRules.proposeSetting.roles) && (
        <LinkButton href="/law/settings/new">{t(visit, 'settings.new')}</LinkButton>
      )}
      {settings.length === 0 ? (
        <p class="govuk-body">{t(visit, 'settings.none')}</p>
      ) : (
        <Table<SettingView>
          caption={t(visit, 'settings.title')}
          hiddenCaption
          rows={settings}
          columns={[
            {
              head: t(visit, 'settings.figure'),
              cell: ({ id, key }) => (
                <a class="govuk-link" href={`/law/settings/${id}`}>
                  {figureTitle(visit, key)}
                </a>
              ),
            },
            {
              head: t(visit, 'law.says'),
              cell: (one) => <span class="vd-lines">{valueText(visit, one)}</span>,
            },
            { head: t(visit, 'law.from'), cell: (one) => spanText(visit, one) },
            { head: t(visit, 'law.source'), cell: ({ source }) => source },
            { head: t(visit, 'settings.state'), cell: ({ state }) => t(visit, `settings.state.${state}`) },
          ]}
        />
      )}
    </Layout>
  );
}

export function SettingPage({
  visit,
  detail: { setting, preview, history },
  state,
}: {
  visit: OwnVisit;
  detail: SettingDetail;
  state?: FormState;
}) {
  const { allowed, id } = setting;
  const fieldsOf = (act: (typeof allowed)[number]): Field[] => (act === 'refuse' ? refuseFields(visit) : []);
  return (
    <Layout
      visit={visit}
      title={figureTitle(visit, setting.key)}
      caption={t(visit, 'settings.title')}
      back={settingsBack(visit)}
      trouble={state === undefined ? undefined : { state, fields: refuseFields(visit) }}
    >
      <Facts visit={visit} setting={setting} />
      {preview !== undefined && <SettingEffect visit={visit} preview={preview} />}
      {allowed.map((act) => (
        <Form
          visit={visit}
          form={act}
          action={`/law/settings/${id}/${act}`}
          fields={fieldsOf(act)}
          state={state}
          button={t(visit, `settings.${act}`)}
          {...(act === 'confirm' ? {} : { tone: 'secondary' as const })}
        />
      ))}
      <Section title={t(visit, 'settings.history')}>
        <Table<SettingEntry>
          caption={t(visit, 'settings.history')}
          hiddenCaption
          rows={history}
          columns={[
            { head: t(visit, 'register.at'), cell: ({ at }) => formatInstant(instantSchema.parse(at)) },
            { head: t(visit, 'register.act'), cell: ({ act }) => m(visit, 'act', act) },
            { head: t(visit, 'register.by'), cell: ({ by }) => by },
          ]}
        />
      </Section>
    </Layout>
  );
}

function Facts({ visit, setting }: { visit: Visit; setting: SettingView }) {
  const { applies, state } = setting;
  const standing = t(visit, `settings.state.${state}`);
  return (
    <SummaryList
      lines={[
        { key: t(visit, 'settings.office'), value: setting.organisation.shortName },
        { key: t(visit, 'settings.value'), value: valueText(visit, setting) },
        { key: t(visit, 'law.from'), value: spanText(visit, setting) },
        { key: t(visit, 'law.source'), value: setting.source },
        {
          key: t(visit, 'settings.state'),
          value: applies ? `${standing}, ${t(visit, 'settings.applies')}` : standing,
        },
        { key: t(visit, 'settings.proposedBy'), value: setting.proposedBy },
        { key: t(visit, 'settings.settledBy'), value: setting.settledBy },
        { key: t(visit, 'settings.reason'), value: setting.reason },
      ]}
    />
  );
}
