import type { LinkedView } from '#shared/use-cases/views/linked-view.ts';
import { inLanguage, t, type Visit } from '../../visit.ts';

/** The same achievement at another level, and what that means for this case. */
export function LinkedLine({ visit, linked }: { visit: Visit; linked: LinkedView }) {
  const form = inLanguage(visit, linked.form);
  return (
    <p class="govuk-body">
      {t(visit, `linked.${linked.level}`)}{' '}
      {linked.id === undefined ? (
        form
      ) : (
        <a class="govuk-link" href={`/cases/${linked.id}`}>
          {form}
        </a>
      )}
      {'. '}
      {t(visit, `linked.${linked.level}.${linked.state}`)}
    </p>
  );
}
