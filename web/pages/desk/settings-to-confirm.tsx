import { officeRules } from '#shared/domain/permission.ts';
import type { Ports } from '#shared/ports.ts';
import { readOwnSettings, type SettingView } from '#shared/use-cases/law/setting-preview.ts';
import { formatted } from '../../components/refusal-text.ts';
import { Section } from '../../components/parts.tsx';
import { holdsRole } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { figureTitle } from '../law/figure-title.ts';

/** Own settings that wait for this reader; nobody else asks for them. */
export async function readToConfirm(ports: Ports, visit: OwnVisit): Promise<readonly SettingView[]> {
  if (!holdsRole(visit, officeRules.settleSetting.roles)) return [];
  const settings = await readOwnSettings(ports, visit.signedIn.person);
  return settings.filter(({ allowed }) => allowed.includes('confirm'));
}

/** Another person than the proposer confirms or refuses them. */
export function SettingsToConfirm({
  visit,
  settings,
}: {
  visit: OwnVisit;
  settings: readonly SettingView[];
}) {
  if (settings.length === 0) return null;
  return (
    <Section title={t(visit, 'settings.toConfirm')}>
      <ul class="govuk-list">
        {settings.map(({ id, key, validFrom, proposedBy }) => (
          <li>
            <a class="govuk-link" href={`/law/settings/${id}`}>
              {figureTitle(visit, key)}
            </a>{' '}
            <span class="govuk-hint">
              {t(visit, 'settings.toConfirmFrom', { day: formatted(validFrom), name: proposedBy })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
