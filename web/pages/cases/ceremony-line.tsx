import type { CeremonyOf, PublicCeremony } from '#shared/use-cases/views/ceremony-of.ts';
import { formatted } from '../../components/refusal-text.ts';
import { t, type Visit } from '../../visit.ts';

/** Where and when the award is handed over, and what became of it there. */
export function CeremonyLine({ visit, ceremony }: { visit: Visit; ceremony: CeremonyOf }) {
  const { id, title, receivedBy, receivedOn } = ceremony;
  return (
    <p class="govuk-body">
      {t(visit, 'case.ceremony')}{' '}
      {id === undefined ? (
        title
      ) : (
        <a class="govuk-link" href={`/ceremonies/${id}`}>
          {title}
        </a>
      )}
      {'. '}
      {t(visit, 'ceremony.stand', { day: formatted(ceremony.day), place: ceremony.place })}{' '}
      {t(visit, handoverKey(ceremony), { day: formatted(receivedOn) })}
      {receivedBy !== undefined && ` ${t(visit, 'handedOver.receivedBy', { name: receivedBy })}`}
    </p>
  );
}

/** The same for whoever has the code of the case: no title and no name. */
export function PublicCeremonyLine({ visit, ceremony }: { visit: Visit; ceremony: PublicCeremony }) {
  const key = ceremony.handover === 'DELIVERED' ? 'handedOver.elsewhere' : handoverKey(ceremony);
  return (
    <p class="govuk-body">
      {t(visit, 'follow.ceremony', { day: formatted(ceremony.day), place: ceremony.place })} {t(visit, key)}
    </p>
  );
}

/** Before the day nothing is to be recorded yet. */
function handoverKey({ phase, handover }: Pick<CeremonyOf, 'phase' | 'handover'>) {
  const ahead = phase === 'PREPARING' || phase === 'FROZEN';
  return handover === 'NONE' && ahead ? 'handedOver.ahead' : (`handedOver.${handover}` as const);
}
