import type { Organisation } from '#shared/domain/directory.ts';
import type { Invitation } from '#shared/ports.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { formatInstant } from '../../components/refusal-text.ts';
import { m, t, type OwnVisit } from '../../visit.ts';

export interface Link {
  readonly name: string;
  readonly username: string;
  readonly invitation: Invitation;
}

interface LinksProps {
  readonly visit: OwnVisit;
  readonly office: Pick<Organisation, 'id' | 'shortName'>;
  readonly links: readonly Link[];
  /** Whose links were shown when the same form was sent before. */
  readonly shown?: readonly string[];
  readonly failed?: readonly { readonly username: string; readonly refusal: string }[];
}

/** Whether a link opens on this very machine only. */
const isLoopback = (link: string): boolean =>
  /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(link).hostname);

/** One slip a person, to print and cut or to send. Shown in the answer to the act and never again. */
export function LinksPage({ visit, office, links, shown = [], failed = [] }: LinksProps) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'links.title')}
      caption={office.shortName}
      back={{ href: `/setup/${office.id}/people`, label: t(visit, 'links.back') }}
    >
      {links.length > 0 && <p class="govuk-body">{t(visit, 'links.explained')}</p>}
      {shown.length > 0 && (
        <Section title={t(visit, 'links.shown')}>
          <p class="govuk-body">{m(visit, 'refusal', 'LinkShown', {})}</p>
          <p class="govuk-body">{shown.join(', ')}</p>
        </Section>
      )}
      {links.some(({ invitation }) => isLoopback(invitation.link)) && (
        <p class="govuk-inset-text">{t(visit, 'links.loopback')}</p>
      )}
      {failed.length > 0 && (
        <Section title={t(visit, 'links.failed')}>
          <ul class="govuk-list govuk-list--bullet">
            {failed.map(({ username, refusal }) => (
              <li>{`${username}: ${m(visit, 'refusal', refusal, { username })}`}</li>
            ))}
          </ul>
        </Section>
      )}
      {links.map(({ name, username, invitation: { link, expiresAt, mailed } }) => (
        <section class="vd-slip">
          <QrCode text={link} label={t(visit, 'links.qr', { name })} />
          <div>
            <h2 class="govuk-heading-s">{name}</h2>
            <p class="govuk-body">{`${t(visit, 'people.username')}: ${username}`}</p>
            <p class="govuk-body vd-link">{link}</p>
            <p class="govuk-body">
              {t(visit, 'links.until', { at: formatInstant(expiresAt) })}
              {mailed && ` ${t(visit, 'links.mailed')}`}
            </p>
          </div>
        </section>
      ))}
    </Layout>
  );
}
