import type { Child } from 'hono/jsx';
import { refusals } from '#shared/domain/refusal.ts';
import type { Field } from '../forms/field.ts';
import { startingValues } from '../forms/field.ts';
import { stateOf, type FormState } from '../forms/handle-form.ts';
import type { Typed } from '../forms/typed.ts';
import type { OwnVisit, Visit } from '../visit.ts';
import { FieldInput } from './field-input.tsx';
import { KeepStatus, KeptTyping } from './keep-typing.tsx';

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
  /** What is typed is kept until it is sent, where there is a script: for whatever is longer than a line or two. */
  readonly keep?: boolean;
  /** Asks about what was typed and keeps nothing of it. */
  readonly check?: { readonly action: string; readonly label: string };
  /** What was typed into a form that asks and changes nothing. */
  readonly typed?: Typed | undefined;
  readonly children?: Child;
}

export function Form(props: FormProps) {
  const { visit, form, action, fields, state, button, tone, check, typed, keep = false, children } = props;
  const version = asSeen('version', props.version, stateOf(form, state));
  const step = asSeen('step', props.step, stateOf(form, state));
  return (
    <form
      method="post"
      action={action}
      novalidate
      {...(fields.some(({ kind }) => kind === 'file') && { enctype: 'multipart/form-data' })}
      {...(keep && { 'data-keep': `${action}#${form}`, 'data-who': visit.signedIn.person })}
    >
      {keep && <KeptTyping visit={visit} />}
      <FormKeys visit={visit} {...(step === undefined ? {} : { step })} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      <Fields visit={visit} form={form} fields={fields} state={state} {...(typed && { typed })} />
      {children}
      {keep && <KeepStatus visit={visit} />}
      <div class="govuk-button-group">
        <button type="submit" class={`govuk-button${tone === undefined ? '' : ` govuk-button--${tone}`}`}>
          {button}
        </button>
        {check !== undefined && (
          <button type="submit" formaction={check.action} class="govuk-button govuk-button--secondary">
            {check.label}
          </button>
        )}
      </div>
    </form>
  );
}

/** What was seen when the words were typed stays until it was refused: else what others did since would be overwritten unseen. */
function asSeen(
  name: 'version' | 'step',
  now: number | undefined,
  state: FormState | undefined,
): number | undefined {
  const typed = state?.typed.text(name) ?? '';
  const refused = state !== undefined && [409, 412].includes(refusals[state.refusal.code].status);
  return now === undefined || refused || !/^\d{1,9}$/.test(typed) ? now : Number(typed);
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
