import type { Case } from '../../domain/case.ts';
import type { CaseId, PersonId } from '../../domain/id.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { readReader } from '../views/reader.ts';

/** What each case is called, as far as the reader may read it; of a sealed one nothing. @throws Refusal SignInNeeded */
export async function readLabels(
  ports: Ports,
  person: PersonId,
  ids: readonly CaseId[],
): Promise<Map<CaseId, Case['label']>> {
  const { actor } = await readReader(ports, person);
  const items = await getAll(
    ports.store,
    ids.map((id) => keys.caseMeta(id)),
  );
  const cases = items.flatMap((item) => loadCase(item)?.value ?? []);
  const open = cases.filter(({ sealed }) => sealed === undefined);
  const readable = await Promise.all(open.map((subject) => mayReadCase(ports, actor, subject)));
  return new Map(open.filter((_, place) => readable[place]).map(({ id, label }) => [id, label]));
}
