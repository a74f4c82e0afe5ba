import type { Figure } from '#shared/domain/law/figure.ts';
import type { Law } from '#shared/domain/law/law.ts';
import type { SettingPreview } from '#shared/use-cases/law/setting-preview.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';
import { figureText } from './provision-table.tsx';
import { SettingEffect } from './setting-effect.tsx';
import { figureField, settingFields } from './setting-fields.ts';
import { settingsBack } from './setting-pages.tsx';

/** First which figure, then its value. */
export function NewSettingPage({
  visit,
  inForce,
  figure,
  state,
  typed,
}: {
  visit: OwnVisit;
  inForce: Law;
  figure: Figure | undefined;
  state?: FormState;
  /** What was typed before the preview. */
  typed?: Typed;
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
      {figure !== undefined && <NowApplies visit={visit} inForce={inForce} figure={figure} />}
      <Form
        visit={visit}
        form="setting"
        action={figure === undefined ? '/law/settings/choose' : '/law/settings/preview'}
        fields={fields}
        state={state}
        typed={typed}
        button={t(visit, figure === undefined ? 'settings.next' : 'settings.preview')}
      />
    </Layout>
  );
}

function NowApplies({
  visit,
  inForce,
  figure: { key, kind },
}: {
  visit: OwnVisit;
  inForce: Law;
  figure: Figure;
}) {
  const found = inForce.figureOn(key, visit.today);
  if (found === undefined) return null;
  return (
    <SummaryList
      lines={[
        { key: t(visit, 'settings.now'), value: figureText(visit, kind, found.value) },
        { key: t(visit, 'law.source'), value: inForce.cited(found.row) },
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
    .flatMap((name) => typed.all(name).map((value): Field => ({ kind: 'hidden', name, value })));
  return (
    <Layout visit={visit} title={inLanguage(visit, figure.title)} back={settingsBack(visit)}>
      <SettingEffect visit={visit} preview={preview} />
      <Form
        visit={visit}
        form="setting"
        action="/law/settings/new"
        fields={carried}
        state={undefined}
        button={t(visit, 'settings.propose')}
        check={{ action: '/law/settings/edit', label: t(visit, 'settings.edit') }}
      />
    </Layout>
  );
}
