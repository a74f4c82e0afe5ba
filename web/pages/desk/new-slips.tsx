import { officeRules } from '#shared/domain/permission.ts';
import type { Ports } from '#shared/ports.ts';
import { countWaitingSlips } from '#shared/use-cases/slips/slip-views.ts';
import type { OrganisationName } from '#shared/use-cases/views/reader.ts';
import { Section } from '../../components/parts.tsx';
import { ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';

/** How many slips wait at one of the reader's offices. */
export interface WaitingSlips {
  readonly office: OrganisationName;
  readonly count: number;
}

export async function readWaitingSlips(ports: Ports, visit: OwnVisit): Promise<WaitingSlips[]> {
  const offices = ownOffices(visit, officeRules.keepSlips.roles);
  const counts = await countWaitingSlips(
    ports,
    offices.map(({ id }) => id),
  );
  return offices.flatMap((office) => {
    const count = counts.get(office.id) ?? 0;
    return count === 0 ? [] : [{ office, count }];
  });
}

export function NewSlips({ visit, slips }: { visit: OwnVisit; slips: readonly WaitingSlips[] }) {
  if (slips.length === 0) return null;
  return (
    <Section title={t(visit, 'home.slips')}>
      <ul class="govuk-list">
        {slips.map(({ office, count }) => (
          <li>
            <a class="govuk-link" href={`/slips/${office.id}`}>
              {t(visit, 'home.slipsOf', { organisation: office.shortName, count })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
