import type { Child } from 'hono/jsx';
import { explanationsIn } from '#shared/domain/law/explanation.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import type { Field } from '../forms/field.ts';
import type { FormState } from '../forms/handle-form.ts';
import { t, type Visit } from '../visit.ts';
import { faultText, fieldOf, firstInputId, refusalText, saysMore, whatHappened } from './refusal-text.ts';
import { StrongerSignInLink } from './stronger-sign-in.tsx';

export interface Trouble {
  readonly state: FormState;
  /** Fields of the form that came back. */
  readonly fields: readonly Field[];
  /** What else the reader needs to mend it, one line each. */
  readonly more?: readonly string[];
}

type Visible = Exclude<Field, { kind: 'hidden' }>;

/** As the fields stand on the page; what belongs to none comes last, if it says more than the refusal. */
function inPageOrder(fields: readonly Field[], refusal: Refusal) {
  const seen = (field: Field | undefined): Visible | undefined =>
    field === undefined || field.kind === 'hidden' ? undefined : field;
  const placeOf = (field: Field | undefined): number =>
    field === undefined ? fields.length : fields.indexOf(field);
  return refusal.faults
    .map((fault) => ({ fault, field: seen(fieldOf(fields, fault.field)) }))
    .filter(({ fault, field }) => field !== undefined || saysMore(refusal, fault))
    .sort((one, other) => placeOf(one.field) - placeOf(other.field));
}

export function SummaryOfErrors({ visit, children }: { visit: Visit; children?: Child }) {
  return (
    <div class="govuk-error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
      <h2 class="govuk-error-summary__title" id="error-summary-title">
        {t(visit, 'error.title')}
      </h2>
      <div class="govuk-error-summary__body">{children}</div>
    </div>
  );
}

export function ErrorSummary({ visit, trouble }: { visit: Visit; trouble: Trouble }) {
  const { state, fields, more = [] } = trouble;
  const happened = whatHappened(visit, state.refusal);
  const lines = [...(happened === undefined ? [] : [happened]), ...more];
  const faults = inPageOrder(fields, state.refusal);
  return (
    <SummaryOfErrors visit={visit}>
      <p>{refusalText(visit, state.refusal)}</p>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {explanationsIn(state.refusal).map((explanation) => {
        const { says, mend = '', citation, confidence } = sayExplanation(explanation, visit.language);
        const source = citation === '' ? '' : `(${t(visit, 'why.source', { citation, confidence })})`;
        return <p>{[says, mend, source].filter((text) => text !== '').join(' ')}</p>;
      })}
      {state.refusal.code === 'SignInTooWeak' && (
        <p>
          <StrongerSignInLink visit={visit} />
        </p>
      )}
      {faults.length > 0 && (
        <ul class="govuk-list govuk-error-summary__list">
          {faults.map(({ fault, field }) => {
            const text = faultText(visit, fault);
            return (
              <li>
                {field === undefined ? (
                  text
                ) : (
                  <a href={`#${firstInputId(state.form, field)}`}>{`${field.label}: ${text}`}</a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </SummaryOfErrors>
  );
}
