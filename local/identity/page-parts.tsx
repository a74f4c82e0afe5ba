import type { Child } from 'hono/jsx';

/** Pages of the issuer speak both languages at once: nobody has chosen one yet. */
export function English({ children }: { children?: Child }) {
  return (
    <span class="govuk-hint" lang="en">
      {children}
    </span>
  );
}

interface FieldProps {
  readonly id: string;
  readonly type?: string;
  readonly autocomplete: string;
  readonly value?: string;
  /** Telephones show digits first. */
  readonly numeric?: boolean;
  readonly children?: Child;
}

export function Field({ id, type = 'text', autocomplete, value, numeric = false, children }: FieldProps) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {children}
      </label>
      <input
        class="govuk-input govuk-!-width-two-thirds"
        id={id}
        name={id}
        type={type}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        inputmode={numeric ? 'numeric' : undefined}
        value={value}
        required
      />
    </div>
  );
}

/** What is wrong, in Vietnamese and English; nothing where nothing is. */
export function Faults({ lines }: { lines: readonly (readonly [string, string])[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert">
      {lines.map(([vi, en]) => (
        <>
          <p class="govuk-body">{vi}</p>
          <p class="govuk-body" lang="en">
            {en}
          </p>
        </>
      ))}
    </div>
  );
}
