import type { Citation, Confidence } from '../domain/law/dated.ts';

/** Short ways to write rows of data; what they make is checked with all the rest when it is loaded. */

export type Span = readonly [validFrom: string, validTo?: string];
export type Source = string | readonly [of: string, at: string];

export function row(
  [validFrom, validTo]: Span,
  value: unknown,
  confidence: Confidence,
  ...sources: readonly Source[]
) {
  return {
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    value,
    confidence,
    sources: sources.map((source): Citation =>
      typeof source === 'string' ? { of: source } : { of: source[0], at: source[1] },
    ),
  };
}

export const figure = (
  key: string,
  kind: string,
  title: { readonly vi: string; readonly en: string },
  ...rows: readonly ReturnType<typeof row>[]
) => ({ key, kind, title, rows });

/** A figure that says some of what is known beforehand: forms, fields, kinds of day. */
export const chosenFrom = (
  choices: readonly string[],
  ...said: Parameters<typeof figure>
): ReturnType<typeof figure> & { readonly choices: readonly string[] } => ({ ...figure(...said), choices });

/** Before the Law of 2022, under Decree 98/2023, and since Decree 152/2025. */
export const underLaw2003: Span = ['2003-11-26', '2023-12-31'];
export const underDecree98: Span = ['2024-01-01', '2025-06-30'];
export const underDecree152: Span = ['2025-07-01'];
export const always: Span = ['2003-11-26'];
