import { z } from 'zod';
import type { Stage } from './stage.ts';

const likenessSchema = z.looseObject({
  id: z.string(),
  unit: z.string(),
  residentialGroup: z.string().optional(),
});
const answerSchema = z.looseObject({ subjects: z.array(likenessSchema) });

/**
 * The subject of an earlier nomination, found as an officer finds it: among those of like name and birth year, by
 * unit and residential group.
 */
export async function subjectOf({ api, ledger }: Stage, name: string): Promise<string> {
  const { by, subject } = ledger.caseNamed(name);
  if (subject === undefined) throw new Error(`"${name}" is no nomination`);
  const { kind, printedName, birthYear, unit, residentialGroup } = subject;
  const query = new URLSearchParams({ kind, name: printedName });
  if (birthYear !== undefined) query.set('birthYear', String(birthYear));
  const { subjects } = answerSchema.parse(await api.read(by, `/api/subjects?${query.toString()}`));
  const found = subjects.filter((one) => one.unit === unit && one.residentialGroup === residentialGroup);
  const [only, second] = found;
  if (only === undefined || second !== undefined)
    throw new Error(`${found.length} subjects look like "${name}"`);
  return only.id;
}
