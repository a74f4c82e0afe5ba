import type { Onlooker } from '#shared/use-cases/views/viewed.ts';
import { Details } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { t, type Visit } from '../../visit.ts';

/** Who opened the page of a case, by day: for those who answer for its personal data. */
export function Onlookers({ visit, onlookers }: { visit: Visit; onlookers: readonly Onlooker[] }) {
  return (
    <Details summary={t(visit, 'case.onlookers', { count: onlookers.length })}>
      <ul class="govuk-list">
        {onlookers.map(({ name, day }) => (
          <li>{`${formatted(day)} – ${name}`}</li>
        ))}
      </ul>
    </Details>
  );
}
