import type { Key } from '../../ports.ts';
import { getAll } from '../../records/query.ts';
import type { LoadedSubject } from '../../records/subject-record.ts';
import { groundKeys } from '../rounds/routing.ts';
import type { CaseScene } from './case-scene.ts';
import { guardKey, loadGuard } from './subject-guard.ts';

/**
 * What the case names, in one batched read behind it.
 * @param more what else is read with it
 * @returns `named`: the items of `groundKeys`; `items`: those of `more`
 */
export async function readBehindCase(
  { ports, meta: { value: subject } }: CaseScene,
  own: LoadedSubject | undefined,
  more: readonly Key[] = [],
) {
  const [office, round, guard, ...items] = await getAll(ports.store, [
    ...groundKeys(subject),
    guardKey(subject, own),
    ...more,
  ]);
  return { named: [office, round], guard: loadGuard(subject, own, guard), items };
}
