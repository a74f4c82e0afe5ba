import { z } from 'zod';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { nameText } from '../../components/standing.tsx';
import { m, type Visit } from '../../visit.ts';

const detailsSchema = z.object({
  /** Rows that bar the signer, with why. */
  rows: z
    .array(z.object({ case: z.string(), bar: z.string() }))
    .optional()
    .catch(undefined),
  /** Rows without a result. */
  cases: z.array(z.string()).optional().catch(undefined),
  /** Cases that were not taken, with why. */
  results: z
    .array(z.object({ case: z.string(), name: z.string(), refusal: z.string() }))
    .optional()
    .catch(undefined),
});

/** Which rows a refusal is about, one line each. */
export function rowTroubles(visit: Visit, view: ListView, refusal: Refusal): string[] {
  const { rows = [], cases = [], results = [] } = detailsSchema.parse(refusal.details);
  const nameOf = (id: string): string => {
    const row = view.rows.find((one) => one.case === id);
    return row === undefined ? '' : `${row.ordinal}. ${nameText(visit, row)}`;
  };
  return [
    ...rows.map((row) => `${nameOf(row.case)}: ${m(visit, 'bar', row.bar)}`),
    ...cases.map(nameOf),
    ...results.map((one) => `${one.name}: ${m(visit, 'refusal', one.refusal)}`),
  ].filter((line) => line !== '');
}
