import type { Child } from 'hono/jsx';
import type { Field } from '../forms/field.ts';
import type { Typed } from '../forms/typed.ts';
import { t, type Visit } from '../visit.ts';

type Visible = Exclude<Field, { kind: 'hidden' }>;
export type Kind<Name extends Field['kind']> = Extract<Field, { kind: Name }>;

/** What every kind of input is drawn from. */
export interface Drawn<F extends Visible> {
  readonly visit: Visit;
  readonly id: string;
  readonly field: F;
  readonly values: Typed;
  readonly error: string | undefined;
}

export const labelOf = (visit: Visit, field: Visible): string =>
  field.optional === true ? t(visit, 'form.optional', { label: field.label }) : field.label;

export const hintOf = (visit: Visit, field: Visible): string | undefined => {
  const limit = field.kind === 'text' ? t(visit, 'form.limit', { max: field.max }) : undefined;
  const words = [field.hint, limit].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
};

export const describedBy = (
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    (one) => one !== '',
  );
  return ids.length === 0 ? undefined : ids.join(' ');
};

export function Group({ error, children }: { error: string | undefined; children?: Child }) {
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>{children}</div>
  );
}

export function Words({
  visit,
  id,
  hint,
  error,
}: {
  visit: Visit;
  id: string;
  hint: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
      {hint !== undefined && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <ErrorText visit={visit} id={`${id}-error`}>
          {error}
        </ErrorText>
      )}
    </>
  );
}

export function ErrorText({ visit, id, children }: { visit: Visit; id: string; children?: Child }) {
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t(visit, 'error.prefix')}</span> {children}
    </p>
  );
}
