import { isProvisional, type Explanation } from '#shared/domain/law/explanation.ts';
import type { AheadView, ClockView } from '#shared/use-cases/time/case-time.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { Why } from '../../components/why.tsx';
import { inLanguage, t, type Visit } from '../../visit.ts';
import { forecastText, RiskTag } from './risk.tsx';

/** Until when a case must be where, whether it will be, and where its time went; each day with why. */
export function TimeSection({ visit, view }: { visit: Visit; view: CaseView }) {
  const { step, clock, ahead } = view.time;
  if (step === undefined && clock === undefined && ahead === undefined) return null;
  return (
    <Section title={t(visit, 'time.title')} id="time">
      {step !== undefined && (
        <>
          <p class="govuk-body">{t(visit, 'time.step', { day: formatted(view.now?.dueOn) })}</p>
          <Why visit={visit} of={step} />
        </>
      )}
      {ahead !== undefined && <Ahead visit={visit} view={view} ahead={ahead} />}
      {clock !== undefined && <Clock visit={visit} clock={clock} ended={view.standing === 'ended'} />}
    </Section>
  );
}

function Ahead({ visit, view, ahead }: { visit: Visit; view: CaseView; ahead: AheadView }) {
  const title = (code: string): string => {
    const step = view.route.find((one) => one.code === code);
    return step === undefined ? code : inLanguage(visit, step.title);
  };
  return (
    <>
      <p class="govuk-body">
        <RiskTag visit={visit} risk={ahead.risk} /> {forecastText(visit, ahead)}
      </p>
      {ahead.missed !== undefined && <Why visit={visit} of={ahead.missed} open />}
      {ahead.missed === undefined &&
        ahead.lastSafe.map(({ step, on, why }) => (
          <>
            <p class="govuk-body">
              {t(visit, 'time.lastSafe', { step: title(step), day: formatted(on) })}
              {marked(visit, why)}
            </p>
            <Why visit={visit} of={why} />
          </>
        ))}
    </>
  );
}

function Clock({ visit, clock, ended }: { visit: Visit; clock: ClockView; ended: boolean }) {
  return (
    <>
      {!ended && (
        <p class="govuk-body">
          {dueText(visit, clock)}
          {clock.doneOn === undefined && marked(visit, clock.why)}
        </p>
      )}
      <Why visit={visit} of={clock.why} />
      {clock.stretches.length > 0 && (
        <Table
          caption={t(visit, 'time.stretches')}
          rows={clock.stretches}
          columns={[
            { head: t(visit, 'time.holder'), cell: ({ holder }) => holder.shortName },
            { head: t(visit, 'time.from'), cell: ({ from }) => formatted(from) },
            { head: t(visit, 'time.to'), cell: ({ to }) => formatted(to) },
            { head: t(visit, 'time.days'), cell: ({ workingDays }) => workingDays, numeric: true },
            {
              head: t(visit, 'time.state'),
              cell: ({ reason }) => t(visit, reason === undefined ? 'time.running' : `time.${reason}`),
            },
          ]}
        />
      )}
    </>
  );
}

const marked = (visit: Visit, why: Explanation): string =>
  isProvisional(why) ? ` ${t(visit, 'time.provisional')}` : '';

function dueText(visit: Visit, { dueOn, doneOn, left }: ClockView): string {
  if (doneOn !== undefined && left < 0)
    return t(visit, 'time.doneLate', { day: formatted(doneOn), late: -left });
  if (doneOn !== undefined) return t(visit, 'time.doneInTime', { day: formatted(doneOn) });
  if (dueOn === undefined) return t(visit, 'time.standing', { left });
  if (left < 0) return t(visit, 'time.overdue', { day: formatted(dueOn), late: -left });
  return t(visit, 'time.due', { day: formatted(dueOn), left });
}
