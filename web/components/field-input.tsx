import type { FieldFault } from '#shared/domain/refusal.ts';
import { dateParts, type Field, type Option } from '../forms/field.ts';
import type { Typed } from '../forms/typed.ts';
import { t, type Visit } from '../visit.ts';
import { Choices } from './choices.tsx';
import { describedBy, Group, hintOf, labelOf, Words, type Drawn, type Kind } from './field-parts.tsx';
import { faultText, fieldId, fieldOf } from './refusal-text.ts';

interface InputProps {
  readonly visit: Visit;
  readonly form: string;
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly values: Typed;
  readonly faults: readonly FieldFault[];
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
    case 'file':
      return <FileInput {...drawn} field={field} />;
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
        {...(field.kind === 'text' && countWords(visit, field.max))}
        aria-describedby={describedBy(id, hint, error)}
      >
        {values.text(field.name)}
      </textarea>
    </Group>
  );
}

function FileInput({ visit, id, field, error }: Drawn<Kind<'file'>>) {
  const hint = hintOf(visit, field);
  return (
    <Group error={error}>
      <label class="govuk-label" for={id}>
        {labelOf(visit, field)}
      </label>
      <Words visit={visit} id={id} hint={hint} error={error} />
      <input
        class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={id}
        name={field.name}
        type="file"
        accept={field.accept}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Group>
  );
}

/** For the script, which says how many letters are left. */
const countWords = (visit: Visit, max: number) => ({
  'data-max': String(max),
  'data-left': t(visit, 'form.left', { count: '{count}' }),
  'data-over': t(visit, 'form.over', { count: '{count}' }),
});

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
