import { provisionParts, type Provision } from '#shared/domain/law/provision.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { holdsRole } from '../../own-offices.ts';
import { Layout } from '../../components/layout.tsx';
import { t, type OwnVisit } from '../../visit.ts';
import { FigureTopics, PartTable } from './provision-parts.tsx';

/** Everything that nobody has confirmed by the text itself. */
export function UnconfirmedPage({
  visit,
  provisions,
}: {
  visit: OwnVisit;
  provisions: readonly Provision[];
}) {
  const mayPropose = holdsRole(visit, officeRules.proposeSetting.roles);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'law.unconfirmed')}
      back={{ href: '/law', label: t(visit, 'law.title') }}
    >
      <p class="govuk-body">{t(visit, 'law.unconfirmedExplained', { count: provisions.length })}</p>
      {provisionParts.map((part) =>
        part === 'figure' ? (
          <FigureTopics visit={visit} rows={provisions} settable={mayPropose} />
        ) : (
          <PartTable
            visit={visit}
            parts={[part]}
            rows={provisions}
            caption={t(visit, `law.part.${part}`)}
            settable={mayPropose}
          />
        ),
      )}
    </Layout>
  );
}
