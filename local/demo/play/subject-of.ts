import { z } from 'zod';
import type { Stage } from './stage.ts';

const caseViewSchema = z.looseObject({ subject: z.string().optional() });
const listViewSchema = z.looseObject({
  rows: z.array(z.looseObject({ case: z.string(), subject: z.string().optional() })),
});

/**
 * The subject of an earlier nomination, by whose id an answer about identity names it: on the case itself, or on the
 * row of a list that took it.
 */
export async function subjectOf({ api, ledger }: Stage, name: string): Promise<string> {
  const { id, by } = ledger.caseNamed(name);
  const own = caseViewSchema.parse(await api.read(by, `/api/cases/${id}`));
  if (own.subject !== undefined) return own.subject;
  for (const took of ledger.listsOf.get(name) ?? []) {
    const list = ledger.listNamed(took.list);
    const { rows } = listViewSchema.parse(await api.read(took.by, `/api/${list.path}/${list.id}`));
    const subject = rows.find((row) => row.case === id)?.subject;
    if (subject !== undefined) return subject;
  }
  throw new Error(`nobody says who the subject of "${name}" is`);
}
