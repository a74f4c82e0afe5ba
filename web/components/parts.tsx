import type { Child } from 'hono/jsx';
import { t, type Visit } from '../visit.ts';

export interface SummaryLine {
  readonly key: string;
  readonly value: Child;
}

/** Names and values, one under the other on a phone. Lines without a value are left out. */
export function SummaryList({ lines }: { lines: readonly SummaryLine[] }) {
  const given = lines.filter(({ value }) => value !== undefined && value !== null && value !== '');
  return (
    <dl class="govuk-summary-list">
      {given.map(({ key, value }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value vd-lines">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type TagColour = 'grey' | 'blue' | 'yellow' | 'orange' | 'green' | 'red' | 'purple';

export function Tag({ colour, children }: { colour: TagColour; children?: Child }) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

/** A part of a page that opens on demand, without script; open when what it holds came back refused. */
export function Details({
  summary,
  open = false,
  id,
  children,
}: {
  summary: string;
  open?: boolean;
  id?: string;
  children?: Child;
}) {
  return (
    <details class="govuk-details" open={open} id={id}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

export function Warning({ visit, children }: { visit: Visit; children?: Child }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t(visit, 'form.warning')}</span>
        {children}
      </strong>
    </div>
  );
}

export function Section({ title, id, children }: { title: string; id?: string; children?: Child }) {
  return (
    <section class="vd-section">
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Links to the pages before and after this one. */
export function Pages({
  visit,
  path,
  query = {},
  page: { previous, next },
  at,
}: {
  visit: Visit;
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sort keys at which the neighbours begin. */
  page: { readonly previous?: string; readonly next?: string };
  /** Where pages are numbered, the name under which the number is asked. */
  at?: string;
}) {
  if (previous === undefined && next === undefined) return null;
  const href = (place: Record<string, string>): string =>
    `${path}?${new URLSearchParams({ ...query, ...place }).toString()}`;
  return (
    <nav class="govuk-pagination" aria-label={t(visit, 'pages.label')}>
      {previous !== undefined && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={href({ [at ?? 'before']: previous })} rel="prev">
            {t(visit, 'pages.previous')}
          </a>
        </div>
      )}
      {next !== undefined && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={href({ [at ?? 'after']: next })} rel="next">
            {t(visit, 'pages.next')}
          </a>
        </div>
      )}
    </nav>
  );
}

export function LinkButton({
  href,
  secondary = false,
  children,
}: {
  href: string;
  secondary?: boolean;
  children?: Child;
}) {
  return (
    <a href={href} class={`govuk-button${secondary ? ' govuk-button--secondary' : ''}`}>
      {children}
    </a>
  );
}
