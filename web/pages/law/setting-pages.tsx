import type { Figure } from '#shared/domain/law/figure.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type {
  SettingDetail,
  SettingEntry,
  SettingPreview,
  SettingView,
} from '#shared/use-cases/law/setting-preview.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section, SummaryList, Warning } from '../../components/parts.tsx';
import { formatInstant, formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { holdsRole } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { ChangesTable } from './law-pages.tsx';
import { figureText, spanText } from './provision-table.tsx';
import { figureField, refuseFields, settingFields } from './setting-fields.ts';

type Moved = SettingPreview['cases'][number];

const settingsBack = (visit: Visit) => ({ href: '/law/settings', label: t(visit, 'settings.title') });

const figureTitle = (visit: Visit, key: string): string =>
  inLanguage(visit, law.data.figures.find((one) => one.key === key)?.title ?? { vi: key, en: key });

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

/** First which figure, then its value. */
export function NewSettingPage({
  visit,
  figure,
  state,
}: {
  visit: OwnVisit;
  figure: Figure | undefined;
  state?: FormState;
}) {
  const fields: Field[] =
    figure === undefined
      ? [figureField(visit)]
      : [{ kind: 'hidden', name: 'figure', value: figure.key }, ...settingFields(visit, figure)];
  return (
    <Layout
      visit={visit}
      title={figure === undefined ? t(visit, 'settings.new') : inLanguage(visit, figure.title)}
      back={settingsBack(visit)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {figure !== undefined && <NowApplies visit={visit} figure={figure} />}
      <Form
        visit={visit}
        form="setting"
        action={figure === undefined ? '/law/settings/choose' : '/law/settings/preview'}
        fields={fields}
        state={state}
        button={t(visit, figure === undefined ? 'settings.next' : 'settings.preview')}
      />
    </Layout>
  );
}

function NowApplies({ visit, figure: { key, kind } }: { visit: OwnVisit; figure: Figure }) {
  const found = law.figureOn(key, visit.today);
  if (found === undefined) return null;
  return (
    <SummaryList
      lines={[
        { key: t(visit, 'settings.now'), value: figureText(visit, kind, found.value) },
        { key: t(visit, 'law.source'), value: law.cited(found.row) },
      ]}
    />
  );
}

/** What would change, before it is proposed; nothing is kept yet. */
export function PreviewSettingPage({
  visit,
  preview,
  typed,
  figure,
}: {
  visit: OwnVisit;
  preview: SettingPreview;
  typed: Typed;
  figure: Figure;
}) {
  const carried = typed
    .names()
    .filter((name) => !['csrf', 'key'].includes(name))
    .map((name): Field => ({ kind: 'hidden', name, value: typed.text(name) }));
  return (
    <Layout visit={visit} title={inLanguage(visit, figure.title)} back={settingsBack(visit)}>
      <Effect visit={visit} preview={preview} />
      <Form
        visit={visit}
        form="setting"
        action="/law/settings/new"
        fields={carried}
        state={undefined}
        button={t(visit, 'settings.propose')}
      />
    </Layout>
  );
}

function Effect({ visit, preview }: { visit: Visit; preview: SettingPreview }) {
  const { changes, begun, looked, more, count, cases } = preview;
  return (
    <>
      {begun && <Warning visit={visit}>{t(visit, 'settings.begun')}</Warning>}
      <ChangesTable visit={visit} changes={changes} />
      <p class="govuk-body">{t(visit, 'settings.looked', { looked, count })}</p>
      {more && <p class="govuk-body">{t(visit, 'settings.more')}</p>}
      {cases.length > 0 && (
        <Table<Moved>
          caption={t(visit, 'settings.moved')}
          rows={cases}
          columns={[
            {
              head: t(visit, 'settings.case'),
              cell: (one) => (
                <a class="govuk-link" href={`/cases/${one.case}`}>{`${one.name} (${one.publicCode})`}</a>
              ),
            },
            { head: t(visit, 'settings.steps'), cell: (one) => <MovedSteps visit={visit} moved={one} /> },
          ]}
        />
      )}
    </>
  );
}

function MovedSteps({ visit, moved }: { visit: Visit; moved: Moved }) {
  const dayText = (day: string | undefined): string => formatted(day) || t(visit, 'law.nothing');
  return (
    <span class="vd-lines">
      {moved.steps
        .map(
          ({ title, was, becomes }) => `${inLanguage(visit, title)}: ${dayText(was)} → ${dayText(becomes)}`,
        )
        .join('\n')}
    </span>
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
      {preview !== undefined && <Effect visit={visit} preview={preview} />}
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
