import type { RouteTemplate } from '../route-template.ts';

/** What an office may say of a route that no text settles: that it isn't used there, or goes without a council or opinion. */

/** Figure by which an office says whether a route is used. */
export const wayKey = (template: string): string => `way.${template}`;
export const wayUsed = ['used', 'notUsed'] as const;

/** Figure by which an office says whether a step of a route is taken. */
export const stepKey = (template: string, step: string): string => `step.${template}.${step}`;
export const stepTaken = ['taken', 'notTaken'] as const;

type Step = RouteTemplate['steps'][number];

/** Steps that a route can do without: nothing that binds the others hangs on them. */
export const mayBeLeftOut = ({ kind, freezes }: Pick<Step, 'kind' | 'freezes'>): boolean =>
  freezes !== true && (kind === 'council' || kind === 'opinion');

/** The routes as an office uses them. `chosen`: what it has set for a figure, if anything. */
export function asUsed(
  templates: readonly RouteTemplate[],
  chosen: (key: string) => unknown,
): readonly RouteTemplate[] {
  return templates
    .filter(({ code, confidence }) => confidence === 'confirmed' || chosen(wayKey(code)) !== 'notUsed')
    .map((template) => {
      const { code, confidence, steps } = template;
      if (confidence === 'confirmed') return template;
      const taken = (step: Step): boolean =>
        !mayBeLeftOut(step) || chosen(stepKey(code, step.code)) !== 'notTaken';
      return { ...template, steps: steps.filter(taken) };
    });
}
