import type { ResultOfOne } from '#shared/use-cases/cases/act-on-many.ts';
import type { Draft } from '#shared/use-cases/imports/drafts.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { Fields, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { LinkButton, Section } from '../../components/parts.tsx';
import { nameText } from '../../components/standing.tsx';
import type { Field, Option } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { contentFields } from '../cases/content-fields.ts';
import { formText } from '../cases/cases-page.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly office: OrganisationName;
  readonly drafts: readonly Draft[];
  readonly cursor?: string;
  readonly state?: FormState;
}

/** Drafts that lack nothing are sent together; of the others what they lack, with the way to mend it. */
export function DraftsPage({ visit, office, drafts, cursor, state }: Props) {
  const ready = drafts.filter(({ missing }) => missing?.length === 0);
  const open = drafts.filter(({ missing }) => missing?.length !== 0);
  const fields = sendFields(visit, ready);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'drafts.title')}
      caption={office.shortName}
      back={{ href: '/cases', label: t(visit, 'nav.cases') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {drafts.length === 0 && <p class="govuk-body">{t(visit, 'drafts.none')}</p>}
      {ready.length > 0 && (
        <form method="post" action="/cases/drafts" novalidate>
          <FormKeys visit={visit} />
          <input type="hidden" name="of" value={office.id} />
          <Fields visit={visit} form="send" fields={fields} state={state} />
          <button type="submit" class="govuk-button">
            {t(visit, 'drafts.send')}
          </button>
        </form>
      )}
      {open.length > 0 && (
        <Section title={t(visit, 'drafts.open', { count: open.length })}>
          <ul class="govuk-list govuk-list--spaced">
            {open.map(({ subject, missing }) => (
              <li>
                <a class="govuk-link" href={`/cases/${subject.id}/edit`}>
                  {nameText(visit, { ...subject.label, sealedNumber: subject.sealed?.number })}
                </a>
                <br />
                <span class="govuk-hint">{lackText(visit, { subject, missing })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {cursor !== undefined && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            rel="next"
            href={`/cases/drafts?${new URLSearchParams({ of: office.id, cursor }).toString()}`}
          >
            {t(visit, 'cases.more')}
          </a>
        </p>
      )}
    </Layout>
  );
}

function lackText(visit: Visit, { subject, missing }: Draft): string {
  if (missing === undefined) return t(visit, 'drafts.sealed');
  const { kind, form, subjectKind } = subject;
  const all = contentFields(visit, { kind, form, subjectKind, sealed: false });
  const labels = missing.map((name) => {
    const field = all.find((one) => one.name === name);
    return field === undefined || field.kind === 'hidden' ? name : field.label;
  });
  return t(visit, 'drafts.lacks', { fields: labels.join(', ') });
}

/** All are ticked: whoever looks through them takes out what stays. That there is no secret is never ticked beforehand. */
function sendFields(visit: OwnVisit, ready: readonly Draft[]): Field[] {
  const options = ready.map(({ subject }): Option => ({
    value: subject.id,
    label: nameText(visit, { ...subject.label, sealedNumber: subject.sealed?.number }),
    hint: [subject.label.unit, formText(visit, subject)].filter((one) => one !== '').join(' – '),
  }));
  return [
    {
      kind: 'checkboxes',
      name: 'case',
      label: t(visit, 'drafts.ready', { count: ready.length }),
      options,
      values: options.map(({ value }) => value),
    },
    {
      kind: 'checkboxes',
      name: 'noSecrets',
      label: t(visit, 'check.noSecrets'),
      options: [{ value: 'yes', label: t(visit, 'drafts.noSecrets') }],
    },
  ];
}

/** What became of each draft that was to be sent. */
export function SentPage({ visit, results }: { visit: OwnVisit; results: readonly ResultOfOne[] }) {
  const refused = results.filter(({ refusal }) => refusal !== undefined);
  const sent = results.length - refused.length;
  return (
    <Layout visit={visit} title={t(visit, 'drafts.sent', { count: sent })}>
      <p class="govuk-body">{t(visit, 'drafts.then')}</p>
      {refused.length > 0 && (
        <Section title={t(visit, 'drafts.refused', { count: refused.length })}>
          <ul class="govuk-list govuk-list--spaced">
            {refused.map(({ id, refusal = '' }) => (
              <li>
                <a class="govuk-link" href={`/cases/${id}/check`}>
                  {m(visit, 'refusal', refusal)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <LinkButton href="/lists" secondary>
        {t(visit, 'home.lists')}
      </LinkButton>
    </Layout>
  );
}
