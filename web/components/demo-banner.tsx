import { t, type Visit } from '../visit.ts';
import { formatInstant } from './refusal-text.ts';

/** In the demo office time is simulated: said on every page, with the button that lets a day pass. */
export function DemoBanner({ visit }: { visit: Visit }) {
  return (
    <aside class="vd-demo" aria-label={t(visit, 'demo.tag')}>
      <div class="govuk-width-container vd-demo__row">
        <p class="vd-demo__text">
          <strong class="govuk-tag govuk-tag--yellow">{t(visit, 'demo.tag')}</strong>{' '}
          {t(visit, 'demo.time', { at: formatInstant(visit.now) })}
        </p>
        {visit.signedIn !== undefined && (
          <form method="post" action="/demo/next-day">
            <input type="hidden" name="csrf" value={visit.signedIn.csrf} />
            <input type="hidden" name="key" value={visit.newKey()} />
            <input type="hidden" name="back" value={visit.path} />
            <button type="submit" class="govuk-button govuk-button--secondary vd-small-button">
              {t(visit, 'demo.nextDay')}
            </button>
          </form>
        )}
      </div>
    </aside>
  );
}
