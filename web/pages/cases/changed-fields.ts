import { dayOf, formatDay, instantSchema } from '#shared/domain/time.ts';
import type { TimelineEntry } from '#shared/use-cases/views/timeline-entry.ts';

const writing = ['SupplementAnswered', 'WordingMended'];

/** Fields that were written anew after the case was sent, by their names in forms, each with the day of the last time. */
export function changedFields(timeline: readonly TimelineEntry[]): Map<string, string> {
  const changed = timeline
    .filter(({ act }) => writing.includes(act))
    .flatMap(({ at, facts: { fields } }) => {
      const instant = instantSchema.safeParse(at).data;
      if (!Array.isArray(fields) || instant === undefined) return [];
      const day = formatDay(dayOf(instant));
      return fields.map((name): [string, string] => [`content.${String(name)}`, day]);
    });
  return new Map(changed);
}
