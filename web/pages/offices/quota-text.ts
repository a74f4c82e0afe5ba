import type { QuotaUse } from '#shared/use-cases/views/round-view.ts';
import { m, t, type Visit } from '../../visit.ts';

/** `Cá nhân 12/20; Tập thể 2/3`: how far each is used. */
export function quotaText(visit: Visit, quotas: readonly QuotaUse[]): string {
  return quotas
    .map(({ organisation, kind, count, used }) => {
      const whose = organisation === undefined ? '' : `${organisation.shortName}: `;
      return `${whose}${m(visit, 'subjectKind', kind)} ${t(visit, 'round.used', { used, count })}`;
    })
    .join('; ');
}
