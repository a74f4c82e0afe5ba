import type { Standing } from '#shared/domain/case.ts';
import type { RouteBasis } from '#shared/domain/law/route-basis.ts';
import type { StepView, Text } from '#shared/use-cases/views/case-view.ts';
import { Details, SummaryList } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

interface Props {
  readonly visit: Visit;
  readonly steps: readonly StepView[];
  /** Of a case that is under way or has ended: what is ahead of its end never comes, and a hold stops the time. */
  readonly standing?: Standing;
  /** Steps that were to ask for opinions, and are left out. */
  readonly unasked?: readonly Text[];
}

/** The way of a case from top to bottom: done, open, ahead; who, and by when. */
export function RouteList({ visit, steps, standing, unasked = [] }: Props) {
  if (steps.length === 0) return <p class="govuk-body">{t(visit, 'route.none')}</p>;
  return (
    <>
      <ol class="vd-route">
        {steps.map((step) => (
          <li
            class={`vd-route__step vd-route__step--${step.state}`}
            aria-current={step.state === 'open' ? 'step' : undefined}
          >
            <strong>{inLanguage(visit, step.title)}</strong>
            <br />
            {officeText(visit, step)}
            <br />
            {dayText(visit, step, standing)}
            {step.outcome !== undefined && <> – {outcomeText(visit, step.kind, step.outcome)}</>}
          </li>
        ))}
      </ol>
      {unasked.map((title) => (
        <p class="govuk-inset-text">{t(visit, 'route.unasked', { step: inLanguage(visit, title) })}</p>
      ))}
    </>
  );
}

/** Why this way: by which law, of which day. */
export function WhyThisWay({ visit, basis }: { visit: Visit; basis: RouteBasis | undefined }) {
  if (basis === undefined) return null;
  const { way, regime, era, day, frozen, citation, confidence } = basis;
  return (
    <Details summary={t(visit, 'route.why')}>
      <SummaryList
        lines={[
          { key: t(visit, 'route.way'), value: inLanguage(visit, way) },
          { key: t(visit, 'route.regime'), value: inLanguage(visit, regime) },
          { key: t(visit, 'route.era'), value: inLanguage(visit, era) },
          {
            key: t(visit, 'route.lawOf'),
            value: t(visit, frozen ? 'route.lawOfReceipt' : 'route.lawOfToday', { day: formatted(day) }),
          },
          { key: t(visit, 'law.source'), value: citation },
          { key: t(visit, 'law.sureness'), value: t(visit, `law.confidence.${confidence}`) },
        ]}
      />
      <a class="govuk-link" href={`/law?day=${day}`}>
        {t(visit, 'route.law', { day: formatted(day) })}
      </a>
    </Details>
  );
}

function officeText(visit: Visit, { organisation, sentTo }: StepView): string {
  if (sentTo === undefined) return organisation.name;
  return t(visit, 'route.outside', { authority: sentTo.name, office: organisation.shortName });
}

/** A case that was received goes on with the outcome of a recommendation; nobody has recommended it. */
function outcomeText(visit: Visit, kind: StepView['kind'], outcome: string): string {
  if (kind === 'receive' && outcome === 'recommended') return t(visit, 'route.received');
  return m(visit, 'outcome', outcome);
}

function dayText(visit: Visit, step: StepView, standing?: Standing): string {
  if (step.state === 'settled') return t(visit, 'route.settled', { day: formatted(step.settledOn) });
  if (standing === 'ended') return t(visit, 'route.notReached');
  if (step.state === 'open' && (standing === 'hold' || standing === 'supplement'))
    return t(visit, 'route.paused');
  return t(visit, step.state === 'open' ? 'route.open' : 'route.ahead', { day: formatted(step.dueOn) });
}
