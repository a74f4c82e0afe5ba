import { openStep } from '../../domain/case.ts';
import { awaited, missingOn } from '../../domain/opinion.ts';
import { Refusal } from '../../domain/refusal.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { loadRow } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import type { CaseScene } from './case-scene.ts';

/**
 * An appraiser who has asked for opinions waits for them, until all are in or the day by which they were due has passed.
 * @throws Refusal OpinionsAwaited, which says by when and whose are missing
 */
export async function refuseWhileAwaited({
  ports,
  meta,
  setting,
}: Pick<CaseScene, 'ports' | 'meta' | 'setting'>): Promise<void> {
  const subject = meta.value;
  const step = openStep(subject)?.code;
  const waiting = awaited(subject).filter((one) => one.step === step && setting.today <= one.dueOn);
  if (waiting.length === 0) return;
  const rows = await getAll(
    ports.store,
    waiting.map(({ list }) => keys.listRow(list, subject.id)),
  );
  for (const [place, { dueOn, asked }] of waiting.entries()) {
    const row = loadRow(rows[place])?.value;
    const named = asked.map((organisation) => ({ organisation }));
    const missing = row === undefined ? [] : missingOn({ asked: named }, row);
    if (missing.length === 0) continue;
    const offices = await getAll(ports.store, missing.map(keys.organisation));
    const names = offices.map((item) => loadOrganisation(item)?.shortName ?? '');
    throw new Refusal('OpinionsAwaited', { dueOn, missing: names.join('; ') });
  }
}
