import type { Child } from 'hono/jsx';
import type { Field } from '../forms/field.ts';
import { startingValues } from '../forms/field.ts';
import { stateOf, type FormState } from '../forms/handle-form.ts';
import type { Typed } from '../forms/typed.ts';
import type { OwnVisit, Visit } from '../visit.ts';
import { FieldInput } from './field-input.tsx';

/** Everything a form needs on any page: where it goes, its token and one-time key, its fields and its button. */
export interface FormProps {
  readonly visit: OwnVisit;
  /** Name of the form on its page; begins the ids of its inputs. */
  readonly form: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly state: FormState | undefined;
  readonly button: string;
  readonly tone?: 'warning' | 'secondary';
  /** Version of the record that was seen. */
  readonly version?: number;
  /** Step of the record that was seen: the turn of a case, the stage of a list. */
  readonly step?: number;
  readonly children?: Child;
}

export function Form(props: FormProps) {
  const { visit, form, action, fields, state, button, tone, version, step, children } = props;
  return (
    <form method="post" action={action} novalidate>
      <FormKeys visit={visit} {...(step === undefined ? {} : { step })} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      <Fields visit={visit} form={form} fields={fields} state={state} />
      {children}
      <button type="submit" class={`govuk-button${tone === undefined ? '' : ` govuk-button--${tone}`}`}>
        {button}
      </button>
    </form>
  );
}

export function FormKeys({ visit, step }: { visit: OwnVisit; step?: number }) {
  return (
    <>
      <input type="hidden" name="csrf" value={visit.signedIn.csrf} />
      <input type="hidden" name="key" value={visit.newKey()} />
      {step !== undefined && <input type="hidden" name="step" value={String(step)} />}
    </>
  );
}

interface FieldsProps {
  readonly visit: Visit;
  readonly form: string;
  readonly fields: readonly Field[];
  readonly state?: FormState | undefined;
  /** What was typed into a form that asks and changes nothing. */
  readonly typed?: Typed;
}

export function Fields({ visit, form, fields, state, typed }: FieldsProps) {
  const own = stateOf(form, state);
  const values = own?.typed ?? typed ?? startingValues(fields);
  const faults = own?.refusal.faults ?? [];
  return (
    <>
      {fields.map((field) => (
        <FieldInput visit={visit} form={form} field={field} fields={fields} values={values} faults={faults} />
      ))}
    </>
  );
}
