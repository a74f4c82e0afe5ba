import { z } from 'zod';
import type { Case, RouteStep } from '../domain/case.ts';
import { caseIdSchema, type CaseId, type OrganisationId } from '../domain/id.ts';
import { isPassed } from '../domain/route.ts';
import { civilDateSchema } from '../domain/time.ts';
import type { StepTaken } from '../domain/time-ahead.ts';
import type { Store, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys } from './keys.ts';

/** One step that was passed: when it opened and when it was settled. Of whom, only the case knows. */
const stepTakenSchema = z.object({ openedOn: civilDateSchema, settledOn: civilDateSchema });

/** What an organisation did long ago says little of how fast it is now. */
const remembered = 40;

/** Of each step that the change has passed. */
export function paceWrites(before: Case | undefined, after: Case): Write[] {
  const known = new Set(before?.route?.steps.filter(isPassed).map(({ code }) => code));
  return (after.route?.steps ?? [])
    .filter((step) => isPassed(step) && !known.has(step.code))
    .flatMap((step) => paceWrite(after.id, step));
}

function paceWrite(id: Case['id'], { code, organisation, openedOn, settledOn }: RouteStep): Write[] {
  if (openedOn === undefined || settledOn === undefined) return [];
  const key = keys.pace(organisation, code, settledOn, id);
  return [{ put: encode(key, { openedOn, settledOn } satisfies StepTaken, 1) }];
}

/** The last steps of that code that the organisation has passed. */
export async function readPace(
  store: Store,
  organisation: OrganisationId,
  step: string,
): Promise<StepTaken[]> {
  const { pk } = keys.pace(organisation, step, '', '');
  const { items } = await store.query({ pk, descending: true, limit: remembered });
  return items.map((item) => decode(stepTakenSchema, item));
}

export interface StepOfCase extends StepTaken {
  readonly case: CaseId;
}

/** Steps of that code that the organisation passed in one year, the last settled first. */
export async function readPaceOfYear(
  store: Store,
  {
    organisation,
    step,
    year,
    most,
  }: { organisation: OrganisationId; step: string; year: number; most: number },
): Promise<StepOfCase[]> {
  const { pk } = keys.pace(organisation, step, '', '');
  const { items } = await store.query({ pk, prefix: `${String(year)}-`, descending: true, limit: most });
  return items.map((item) => ({
    ...decode(stepTakenSchema, item),
    case: caseIdSchema.parse(item.sk.split('#')[1]),
  }));
}
