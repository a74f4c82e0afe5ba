import type { CaseAtRisk, OfficeAtRisk } from '#shared/use-cases/time/at-risk.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';
import { RiskTag } from './risk.tsx';

/** What may not be in time, of every organisation at which the reader works. */
export function AtRiskPage({
  visit,
  offices,
  sifted = false,
}: {
  visit: OwnVisit;
  offices: readonly OfficeAtRisk[];
  /** Only those behind one figure. */
  sifted?: boolean;
}) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'atRisk.title')}
      back={{ href: '/inbox', label: t(visit, 'nav.inbox') }}
    >
      <p class="govuk-body">{t(visit, 'atRisk.hint')}</p>
      {sifted && (
        <p class="govuk-body">
          <a class="govuk-link" href="/at-risk">
            {t(visit, 'atRisk.all')}
          </a>
        </p>
      )}
      {offices.map(({ organisation, here, elsewhere, more }) => (
        <Section title={organisation.name}>
          {here.length + elsewhere.length === 0 && <p class="govuk-body">{t(visit, 'atRisk.none')}</p>}
          <Cases
            visit={visit}
            caption={t(visit, 'atRisk.here', { office: organisation.shortName })}
            cases={here}
          />
          <Cases
            visit={visit}
            caption={t(visit, 'atRisk.elsewhere', { office: organisation.shortName })}
            cases={elsewhere}
          />
          {more && <p class="govuk-hint">{t(visit, 'atRisk.more')}</p>}
        </Section>
      ))}
    </Layout>
  );
}

function Cases({
  visit,
  caption,
  cases,
}: {
  visit: OwnVisit;
  caption: string;
  cases: readonly CaseAtRisk[];
}) {
  if (cases.length === 0) return null;
  return (
    <Table
      caption={caption}
      rows={cases}
      columns={[
        {
          head: t(visit, 'atRisk.name'),
          cell: ({ id, label }) => (
            <a class="govuk-link" href={`/cases/${id}#time`}>
              {nameText(visit, label)}
            </a>
          ),
        },
        {
          head: t(visit, 'atRisk.step'),
          cell: ({ title, holder }) => `${inLanguage(visit, title)} (${holder.shortName})`,
        },
        { head: t(visit, 'atRisk.lastSafe'), cell: ({ ahead }) => formatted(ahead.lastSafe[0]?.on) },
        {
          head: t(visit, 'atRisk.likely'),
          cell: ({ ahead: { forecast } }) => (forecast.enough ? formatted(forecast.likelyOn) : ''),
        },
        { head: t(visit, 'atRisk.risk'), cell: ({ ahead }) => <RiskTag visit={visit} risk={ahead.risk} /> },
      ]}
    />
  );
}
