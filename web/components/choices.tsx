import type { Option } from '../forms/field.ts';
import { t } from '../visit.ts';
import { describedBy, Group, hintOf, labelOf, Words, type Drawn, type Kind } from './field-parts.tsx';

type Choosing = Kind<'radios'> | Kind<'yesNo'> | Kind<'checkboxes'>;

/** Radio buttons or boxes to tick, each with a hint where it has one. */
export function Choices({
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
