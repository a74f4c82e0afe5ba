import type { Child } from 'hono/jsx';
import type { FieldFault } from '#shared/domain/refusal.ts';
import { dateParts, type Field, type Option } from '../forms/field.ts';
import type { Typed } from '../forms/typed.ts';
import { t, type Visit } from '../visit.ts';
import { faultText, fieldId, fieldOf } from './refusal-text.ts';

interface InputProps {
  readonly visit: Visit;
  readonly form: string;
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly values: Typed;
  readonly faults: readonly FieldFault[];
}

type Visible = Exclude<Field, { kind: 'hidden' }>;
type Kind<Name extends Field['kind']> = Extract<Field, { kind: Name }>;

interface Drawn<F extends Visible> {
  readonly visit: Visit;
  readonly id: string;
  readonly field: F;
  readonly values: Typed;
  readonly error: string | undefined;
}

export function FieldInput({ visit, form, field, fields, values, faults }: InputProps) {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />;
  const fault = faults.find((one) => fieldOf(fields, one.field)?.name === field.name);
  const error = fault === undefined ? undefined : faultText(visit, fault);
  const drawn = { visit, id: fieldId(form, field.name), values, error };
  switch (field.kind) {
    case 'line':
    case 'whole':
      return <Line {...drawn} field={field} />;
    case 'text':
    case 'lines':
      return <TextArea {...drawn} field={field} />;
    case 'select':
      return <Select {...drawn} field={field} />;
    case 'date':
      return <DateInput {...drawn} field={field} />;
    case 'radios':
    case 'yesNo':
      return <Choices {...drawn} field={field} type="radio" />;
    case 'checkboxes':
      return <Choices {...drawn} field={field} type="checkbox" />;
  }
}

const labelOf = (visit: Visit, field: Visible): string =>
  field.optional === true ? t(visit, 'form.optional', { label: field.label }) : field.label;

const hintOf = (visit: Visit, field: Visible): string | undefined => {
  const limit = field.kind === 'text' ? t(visit, 'form.limit', { max: field.max }) : undefined;
  const words = [field.hint, limit].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
};

const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    (one) => one !== '',
  );
  return ids.length === 0 ? undefined : ids.join(' ');
};

function Group({ error, children }: { error: string | undefined; children?: Child }) {
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>{children}</div>
  );
}

function Words({
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
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t(visit, 'error.prefix')}</span> {error}
        </p>
      )}
    </>
  );
}

function Line({ visit, id, field, values, error }: Drawn<Kind<'line'> | Kind<'whole'>>) {
  const hint = hintOf(visit, field);
  const short = field.kind === 'whole' || field.width === 'short';
  const width = short ? ' govuk-input--width-10' : field.width === 'half' ? ' govuk-!-width-one-half' : '';
  return (
    <Group error={error}>
      <label class="govuk-label" for={id}>
        {labelOf(visit, field)}
      </label>
      <Words visit={visit} id={id} hint={hint} error={error} />
      <input
        class={`govuk-input${width}${error === undefined ? '' : ' govuk-input--error'}`}
        id={id}
        name={field.name}
        type="text"
        inputmode={field.kind === 'whole' ? 'numeric' : undefined}
        value={values.text(field.name)}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Group>
  );
}

function TextArea({ visit, id, field, values, error }: Drawn<Kind<'text'> | Kind<'lines'>>) {
  const hint = hintOf(visit, field);
  return (
    <Group error={error}>
      <label class="govuk-label" for={id}>
        {labelOf(visit, field)}
      </label>
      <Words visit={visit} id={id} hint={hint} error={error} />
      <textarea
        class={`govuk-textarea${error === undefined ? '' : ' govuk-textarea--error'}`}
        id={id}
        name={field.name}
        rows={field.rows ?? 3}
        aria-describedby={describedBy(id, hint, error)}
      >
        {values.text(field.name)}
      </textarea>
    </Group>
  );
}

function Select({ visit, id, field, values, error }: Drawn<Kind<'select'>>) {
  const hint = hintOf(visit, field);
  const chosen = values.text(field.name);
  return (
    <Group error={error}>
      <label class="govuk-label" for={id}>
        {labelOf(visit, field)}
      </label>
      <Words visit={visit} id={id} hint={hint} error={error} />
      <select
        class={`govuk-select vd-select${error === undefined ? '' : ' govuk-select--error'}`}
        id={id}
        name={field.name}
        aria-describedby={describedBy(id, hint, error)}
      >
        {field.blank !== undefined && <option value="">{field.blank}</option>}
        {[...Map.groupBy(field.options, ({ group }) => group)].map(([group, options]) =>
          group === undefined ? (
            <Options options={options} chosen={chosen} />
          ) : (
            <optgroup label={group}>
              <Options options={options} chosen={chosen} />
            </optgroup>
          ),
        )}
      </select>
    </Group>
  );
}

const Options = ({ options, chosen }: { options: readonly Option[]; chosen: string }) => (
  <>
    {options.map(({ value, label }) => (
      <option value={value} selected={value === chosen}>
        {label}
      </option>
    ))}
  </>
);

function DateInput({ visit, id, field, values, error }: Drawn<Kind<'date'>>) {
  const hint = field.hint ?? t(visit, 'form.dateHint');
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" role="group" aria-describedby={describedBy(id, hint, error)}>
        <legend class="govuk-fieldset__legend">{labelOf(visit, field)}</legend>
        <Words visit={visit} id={id} hint={hint} error={error} />
        <div class="govuk-date-input" id={id}>
          {dateParts.map((part) => (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                  {t(visit, `form.${part}`)}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${error === undefined ? '' : ' govuk-input--error'}`}
                  id={`${id}-${part}`}
                  name={`${field.name}.${part}`}
                  type="text"
                  inputmode="numeric"
                  value={values.text(`${field.name}.${part}`)}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  );
}

type Choosing = Kind<'radios'> | Kind<'yesNo'> | Kind<'checkboxes'>;

function Choices({
  visit,
  id,
  field,
  values,
  error,
  type,
}: Drawn<Choosing> & { type: 'radio' | 'checkbox' }) {
  const hint = hintOf(visit, field);
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const chosen = values.all(field.name);
  // A radio button once chosen is never unchosen: nothing is a choice, too.
  const blank = { value: '', label: t(visit, 'form.notStated') };
  const options: readonly Option[] =
    type === 'radio' && field.optional === true ? [...field.options, blank] : field.options;
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend class="govuk-fieldset__legend">{labelOf(visit, field)}</legend>
        <Words visit={visit} id={id} hint={hint} error={error} />
        <div class={`${block} ${block}--small`}>
          {options.map((option, index) => (
            <div class={`${block}__item`}>
              <input
                class={`${block}__input`}
                id={`${id}-${index}`}
                name={field.name}
                type={type}
                value={option.value}
                checked={chosen.includes(option.value)}
                aria-describedby={option.hint === undefined ? undefined : `${id}-${index}-hint`}
              />
              <label class={`govuk-label ${block}__label`} for={`${id}-${index}`}>
                {option.label}
              </label>
              {option.hint !== undefined && (
                <div id={`${id}-${index}-hint`} class={`govuk-hint ${block}__hint`}>
                  {option.hint}
                </div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  );
}
