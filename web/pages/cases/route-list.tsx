import type { StepView } from '#shared/use-cases/views/case-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** The way of a case from top to bottom: done, open, ahead; who, and by when. */
export function RouteList({ visit, steps }: { visit: Visit; steps: readonly StepView[] }) {
  if (steps.length === 0) return <p class="govuk-body">{t(visit, 'route.none')}</p>;
  return (
    <ol class="vd-route">
      {steps.map((step) => (
        <li
          class={`vd-route__step vd-route__step--${step.state}`}
          aria-current={step.state === 'open' ? 'step' : undefined}
        >
          <strong>{inLanguage(visit, step.title)}</strong>
          <br />
          {step.organisation.name}
          <br />
          {dayText(visit, step)}
          {step.outcome !== undefined && <> – {outcomeText(visit, step.kind, step.outcome)}</>}
        </li>
      ))}
    </ol>
  );
}

/** A case that was received goes on with the outcome of a recommendation; nobody has recommended it. */
function outcomeText(visit: Visit, kind: StepView['kind'], outcome: string): string {
  if (kind === 'receive' && outcome === 'recommended') return t(visit, 'route.received');
  return m(visit, 'outcome', outcome);
}

function dayText(visit: Visit, step: StepView): string {
  if (step.state === 'settled') return t(visit, 'route.settled', { day: formatted(step.settledOn) });
  return t(visit, step.state === 'open' ? 'route.open' : 'route.ahead', { day: formatted(step.dueOn) });
}
