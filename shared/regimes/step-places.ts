import type { Organisation } from '../domain/directory.ts';
import type { StepTemplate } from '../domain/route-template.ts';
import { law } from './shipped.ts';

type StepPlace = StepTemplate['at'];

/** Where steps are held, on any way there is or was. */
const stepPlaces: readonly StepPlace[] = law.data.templates.flatMap(({ steps }) => steps.map(({ at }) => at));

type Office = Pick<Organisation, 'kind' | 'level' | 'functions'>;

/** Whether such an organisation would hold a step there, on its area. */
export const isAt = ({ kind, level, functions }: Office, at: StepPlace): boolean =>
  kind === at.kind && level === at.level && (at.function === undefined || functions.includes(at.function));

/** Whether organisations of that kind hold steps anywhere. */
export const holdsSteps = ({ kind }: Office): boolean => stepPlaces.some((at) => at.kind === kind);

/** Whether both would hold the same step, so that it could not be told who does: two of an area leave a case without a way. */
export const holdSameStep = (one: Office, other: Office): boolean =>
  stepPlaces.some((at) => isAt(one, at) && isAt(other, at));
