import { digestHours, mailWays, noticeGroups, type MailChoices } from '#shared/domain/mail-choices.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field, Option } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';

const hours: readonly Option[] = Array.from({ length: digestHours.last - digestHours.first + 1 }, (_, n) => {
  const hour = String(digestHours.first + n);
  return { value: hour, label: `${hour.padStart(2, '0')}:00` };
});

export function choiceFields(visit: Visit, { groups, hour }: MailChoices): Field[] {
  return [
    ...noticeGroups.map((group): Field => ({
      kind: 'radios',
      name: `groups.${group}`,
      label: t(visit, `mails.group.${group}`),
      hint: t(visit, `mails.hint.${group}`),
      options: mailWays.map((way) => ({ value: way, label: t(visit, `mails.way.${way}`) })),
      value: groups[group],
    })),
    {
      kind: 'select',
      name: 'hour',
      label: t(visit, 'mails.hour'),
      hint: t(visit, 'mails.hourHint'),
      options: hours,
      value: String(hour),
    },
  ];
}

interface Props {
  readonly visit: OwnVisit;
  readonly choices: MailChoices;
  readonly state?: FormState;
}

export function MailChoicesPage({ visit, choices, state }: Props) {
  const fields = choiceFields(visit, choices);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'mails.title')}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'mails.intro')}</p>
      <p class="govuk-body">{t(visit, 'mails.always')}</p>
      <Form
        visit={visit}
        form="mails"
        action="/notices/choices"
        fields={fields}
        state={state}
        button={t(visit, 'mails.save')}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/notices">
          {t(visit, 'mails.back')}
        </a>
      </p>
    </Layout>
  );
}
