import { workingDaysBetween, type Calendar } from '../../domain/calendar.ts';
import { rankOf } from '../../domain/figures.ts';
import type { OrganisationId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { readPaceOfYear, type StepOfCase } from '../../records/pace-record.ts';
import { stepNames, type StepName } from './step-name.ts';

export interface Pace {
  readonly count: number;
  /** Office days within which half of the cases, and nine of ten, passed the step. */
  readonly median: number;
  readonly ninetieth: number;
}

/** How long one step takes at one organisation, waiting for supplements and holds included. */
export interface PaceFigure extends Pace {
  readonly step: StepName;
  readonly before?: Pace;
  /** Only the newest that many were looked at. */
  readonly more: boolean;
}

/** Of each step and year so many of the newest are looked at. */
const pacesLookedAt = 400;

export type TakenStep = StepOfCase & { readonly days: number };

/** Every step that the organisation passed in the year, as often as it did; beside it the year before. */
export async function readPaceFigures(
  { store, law }: Pick<Ports, 'store' | 'law'>,
  organisation: OrganisationId,
  year: number,
): Promise<PaceFigure[]> {
  const { calendar } = await law.current();
  const ofYear = async (step: string, of: number) =>
    withDays(calendar, await readPaceOfYear(store, { organisation, step, year: of, most: pacesLookedAt }));
  const figures = await Promise.all(
    stepNames.map(async (step): Promise<PaceFigure[]> => {
      const [taken, earlier] = await Promise.all([ofYear(step.code, year), ofYear(step.code, year - 1)]);
      const [now, before] = [paceOf(taken), paceOf(earlier)];
      if (now === undefined) return [];
      const more = now.count === pacesLookedAt;
      return [{ step, ...now, more, ...(before === undefined ? {} : { before }) }];
    }),
  );
  return figures.flat();
}

const withDays = (calendar: Calendar, taken: readonly StepOfCase[]): TakenStep[] =>
  taken.map((one) => ({ ...one, days: workingDaysBetween(calendar, one.openedOn, one.settledOn) }));

/** Behind one of these figures, the last settled first. */
export async function readTakenSteps(
  { store, law }: Pick<Ports, 'store' | 'law'>,
  asked: { readonly organisation: OrganisationId; readonly step: string; readonly year: number },
): Promise<TakenStep[]> {
  const [{ calendar }, taken] = await Promise.all([
    law.current(),
    readPaceOfYear(store, { ...asked, most: pacesLookedAt }),
  ]);
  return withDays(calendar, taken);
}

function paceOf(taken: readonly TakenStep[]): Pace | undefined {
  const days = taken.map((one) => one.days);
  const [median, ninetieth] = [rankOf(days, 50), rankOf(days, 90)];
  if (median === undefined || ninetieth === undefined) return undefined;
  return { count: days.length, median, ninetieth };
}
