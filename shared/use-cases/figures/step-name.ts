import { law } from '../../regimes/shipped.ts';

export interface StepName {
  readonly code: string;
  readonly title: { readonly vi: string; readonly en: string };
}

/** Every step that a way of cases may have, once; what a code means never changes. */
export const stepNames: readonly StepName[] = [
  ...new Map(
    law.data.templates.flatMap(({ steps }) =>
      steps.map(({ code, title }) => [code, { code, title }] as const),
    ),
  ).values(),
];

const byCode = new Map(stepNames.map((step) => [step.code, step]));

export const stepName = (code: string): StepName =>
  byCode.get(code) ?? { code, title: { vi: code, en: code } };
