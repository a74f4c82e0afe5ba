import {
  civilDateSchema,
  dayOf,
  formatDay,
  formatTimeOfDay,
  instantSchema,
  type Instant,
} from '#shared/domain/time.ts';
import { faultsOf, type FieldFault, type Refusal } from '#shared/domain/refusal.ts';
import type { Field } from '../forms/field.ts';
import { m, t, type Visit } from '../visit.ts';

const attachedSuffix: Partial<Record<Field['kind'], string>> = {
  date: '-day',
  radios: '-0',
  yesNo: '-0',
  checkboxes: '-0',
};

export function fieldId(form: string, name: string): string {
  return `${form}-${name}`.replaceAll(/[^\w-]/g, '-');
}

/** The first input of a field: where a link of the error summary leads. */
export function firstInputId(form: string, field: Field): string {
  return fieldId(form, field.name) + (attachedSuffix[field.kind] ?? '');
}

/** The field that a fault is about: of its own name, else the one that holds it. */
export function fieldOf(fields: readonly Field[], fault: string): Field | undefined {
  const exact = fields.find((field) => field.name === fault);
  if (exact !== undefined) return exact;
  return fields.find((field) => fault.startsWith(`${field.name}.`) || field.name.startsWith(`${fault}.`));
}

/** What was refused and how to mend it, with days as people write them. */
export function refusalText(visit: Visit, refusal: Refusal): string {
  const details: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(refusal.details)) details[name] = readable(value);
  return m(visit, 'refusal', refusal.code, details);
}

/** Of a record that moved on: what happened last, and when. */
export function whatHappened(visit: Visit, refusal: Refusal): string | undefined {
  const { happened, at } = refusal.details;
  const when = instantSchema.safeParse(at);
  if (typeof happened !== 'string' || !when.success) return undefined;
  const act = m(visit, 'act', happened).replaceAll(/\s*[:,(][^:,(]*$/g, '');
  return t(visit, 'error.happened', { act, at: formatInstant(when.data) });
}

/** Whether a fault says more than its refusal: of a field that the reader can't see, the rest would only repeat it. */
export function saysMore({ code }: Refusal, fault: FieldFault): boolean {
  return !faultsOf(code).some((own) => own.code === fault.code);
}

export function faultText(
  visit: Visit,
  fault: { readonly code: string; readonly limit?: number | string },
): string {
  return m(visit, 'fault', fault.code, { limit: fault.limit ?? '' });
}

function readable(value: unknown): unknown {
  const day = civilDateSchema.safeParse(value);
  return day.success ? formatDay(day.data) : value;
}

/** `08:30, 29/12/2020` in the office's own time. */
export function formatInstant(instant: Instant): string {
  return `${formatTimeOfDay(instant)}, ${formatDay(dayOf(instant))}`;
}

/** A day as it is stored, as people write it; nothing for nothing. */
export function formatted(day: string | undefined): string {
  const parsed = civilDateSchema.safeParse(day);
  return parsed.success ? formatDay(parsed.data) : '';
}
