import { z } from 'zod';
import { levels, organisationFunctions, organisationKinds } from './directory.ts';
import { appliesOn, datedSchema } from './law/dated.ts';
import { Refusal } from './refusal.ts';
import { civilDateSchema, type CivilDate } from './time.ts';

/** What is done at a step. */
export const stepKinds = [
  'council',
  'letter',
  'receive',
  'appraise',
  'opinion',
  'decide',
  'outside',
] as const;
export type StepKind = (typeof stepKinds)[number];

const textSchema = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** `05-30`: a day that every year has, so never 29 February. */
const monthDaySchema = z
  .string()
  .refine((text) => civilDateSchema.safeParse(`2001-${text}`).success, { error: 'notADay' });

/** When a step is due: working days after it opens, or a day of the round, or a fixed day of the year. */
export const dueRuleSchema = z.union([
  z.object({ workingDays: z.int().min(1).max(250) }),
  z.object({ roundDay: z.enum(['closingDay', 'councilDay']) }),
  z.object({ monthDay: monthDaySchema }),
]);
export type DueRule = z.infer<typeof dueRuleSchema>;

/** As a template says it: a rule, or the key of the figure that sets it on the day (`limit.appraise`). */
const dueSettingSchema = z.union([dueRuleSchema, z.object({ limit: z.string().min(1) })]);

/** Facts of a case on which its way may depend. */
const routeFacts = ['subjectKind', 'headOfTaxpayer'] as const;
export type RouteFacts = Readonly<Partial<Record<(typeof routeFacts)[number], string | boolean>>>;

const placeSchema = z.object({
  kind: z.enum(organisationKinds),
  level: z.enum(levels),
  function: z.enum(organisationFunctions).optional(),
});

const stepTemplateSchema = z.object({
  code: z.string().regex(/^[a-z][a-z-]+$/),
  kind: z.enum(stepKinds),
  title: textSchema,
  /** Who holds the step: the organisation of this kind, level and function that serves the case's area on the day. */
  at: placeSchema,
  /** For `opinion`: whom it asks, found like the holder; its officer may ask others, too. Empty: the officer says whom. */
  asks: z.array(placeSchema).optional(),
  due: dueSettingSchema,
  /** Only on the way of a case of which this is so; where the fact isn't known, the step stands. */
  when: z.object({ fact: z.enum(routeFacts), is: z.union([z.string(), z.boolean()]) }).optional(),
  /** For `council`: the full council or its standing body. */
  council: z.enum(['full', 'standing']).optional(),
  /** For `decide` and `outside`: who decides, in full words. */
  authority: textSchema.optional(),
  /** Settling this step freezes regime and route and starts the statutory clock. */
  freezes: z.literal(true).optional(),
});
export type StepTemplate = z.infer<typeof stepTemplateSchema>;

export const lanes = ['peoplesCommittee', 'police'] as const;
export type Lane = (typeof lanes)[number];

/** A way for cases, with the days on which it applies and where it stands. */
const routeTemplateSchema = datedSchema.extend({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: textSchema,
  case: z.enum(['nomination', 'modelProposal']),
  /** Award forms that go this way; empty for model proposals. */
  forms: z.array(z.string()),
  lane: z.enum(lanes).optional(),
  /** Level of the organisation that enters the case. */
  enteredAt: z.array(z.enum(levels)).min(1),
  steps: z.array(stepTemplateSchema).min(1),
});
export type RouteTemplate = z.infer<typeof routeTemplateSchema>;

/** A template as it stands on a day for one case: no conditions, no keys of figures. */
export interface Way extends Pick<RouteTemplate, 'code'> {
  readonly steps: readonly (Omit<StepTemplate, 'due' | 'when'> & { readonly due: DueRule })[];
}

/**
 * Parses one template and holds it to what every route needs: opinion steps that say whom they ask, each code once,
 * exactly one step that freezes, and a deciding step at the end.
 * @throws Refusal RouteTemplateRefused, naming template and reason
 */
export function loadRouteTemplate(data: unknown): RouteTemplate {
  const parsed = routeTemplateSchema.safeParse(data);
  if (!parsed.success) throw new Refusal('RouteTemplateRefused', { reason: z.prettifyError(parsed.error) });
  const template = parsed.data;
  const refuse = (reason: string): never => {
    throw new Refusal('RouteTemplateRefused', { template: template.code, reason });
  };
  for (const step of template.steps) {
    if ((step.kind === 'opinion') !== (step.asks !== undefined))
      refuse(`step ${step.code} must say whom it asks if it is of kind opinion, and only then`);
    if (step.kind === 'opinion' && step.freezes) refuse(`step ${step.code} freezes nothing`);
    if (step.kind === 'council' && step.council === undefined) refuse(`step ${step.code} names no council`);
    if (step.when !== undefined && (step.freezes || step === template.steps.at(-1)))
      refuse(`step ${step.code} stands on every way`);
  }
  if (new Set(template.steps.map((step) => step.code)).size < template.steps.length)
    refuse('a step code stands twice');
  const last = template.steps.at(-1);
  if (last?.kind !== 'decide' && last?.kind !== 'outside') refuse('the last step decides nothing');
  if (template.steps.slice(0, -1).some((step) => step.kind === 'decide' || step.kind === 'outside')) {
    refuse('a deciding step stands before the end');
  }
  if (template.steps.filter((step) => step.freezes).length !== 1)
    refuse('exactly one step must freeze the route');
  return template;
}

export interface RouteQuestion {
  readonly case: 'nomination' | 'modelProposal';
  readonly form?: string | undefined;
  readonly lane?: Lane | undefined;
  readonly enteredAt: RouteTemplate['enteredAt'][number];
  readonly day: CivilDate;
  readonly facts?: RouteFacts | undefined;
}

/** The template that applies on that day. @throws Refusal RouteUnresolvable when there is none. */
export function chooseTemplate(templates: readonly RouteTemplate[], question: RouteQuestion): RouteTemplate {
  const found = templates.find(
    (template) =>
      template.case === question.case &&
      template.enteredAt.includes(question.enteredAt) &&
      (question.form === undefined || template.forms.includes(question.form)) &&
      (template.lane === undefined || template.lane === question.lane) &&
      appliesOn(template, question.day),
  );
  if (found === undefined) throw new Refusal('RouteUnresolvable', { ...question, reason: 'noTemplate' });
  return found;
}

/** The template as it stands for a case of those facts; `limit` says what a figure sets on the day. */
export function wayOf(
  { code, steps }: RouteTemplate,
  facts: RouteFacts,
  limit: (key: string) => DueRule,
): Way {
  const holds = ({ when }: StepTemplate): boolean =>
    when === undefined || (facts[when.fact] ?? when.is) === when.is;
  return {
    code,
    steps: steps
      .filter(holds)
      .map(({ when: _known, due, ...step }) => ({ ...step, due: 'limit' in due ? limit(due.limit) : due })),
  };
}

/**
 * Whether an organisation may hold a round for the form: its closing and council days bind everybody on the way, so it
 * is one to which the way leads, not one from which it starts; of a way that stays at one level, or that is decided
 * outside, any that holds a step. `outside`: whether the office at a step, seen from the owner, works elsewhere.
 */
export function mayOwnRound(
  templates: readonly RouteTemplate[],
  owner: { readonly kind: string; readonly level: string },
  question: { readonly form: string; readonly lane: Lane; readonly day: CivilDate },
  outside: (at: StepTemplate['at']) => boolean = () => false,
): boolean {
  const ways = templates.filter(
    (template) =>
      template.forms.includes(question.form) &&
      (template.lane === undefined || template.lane === question.lane) &&
      appliesOn(template, question.day),
  );
  return ways.some((way) => {
    const entering: readonly string[] = way.enteredAt;
    const climbs =
      way.steps.at(-1)?.kind !== 'outside' &&
      !way.steps.some((step) => outside(step.at)) &&
      way.steps.some((step) => !entering.includes(step.at.level));
    return way.steps.some(
      ({ at }) =>
        at.kind === owner.kind && at.level === owner.level && !(climbs && entering.includes(at.level)),
    );
  });
}
