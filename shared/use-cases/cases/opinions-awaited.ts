import { openStep } from '../../domain/case.ts';
import { awaited, missingOn } from '../../domain/opinion.ts';
import type { OrganisationId } from '../../domain/id.ts';
import { explainedAnswerBy } from '../../domain/law/explained-step.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { loadList, loadRow } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import type { CaseScene } from './case-scene.ts';

/** The refusal that says whose answers are missing, and why they are due by that day. */
export async function stillAwaited(
  { law, store }: Pick<CaseScene['ports'], 'law' | 'store'>,
  { date, answerBy }: { readonly date?: CivilDate | undefined; readonly answerBy: CivilDate },
  owing: readonly OrganisationId[],
): Promise<Refusal> {
  const offices = await getAll(store, owing.map(keys.organisation));
  const missing = offices.map((item) => loadOrganisation(item)?.shortName ?? '').join('; ');
  const why = date && explainedAnswerBy(await law.current(), { issuedOn: date, answerBy });
  const facts = why && [...why.facts, { key: 'missing', value: missing }];
  const explained = why && facts && { explanations: [{ ...why, because: 'missing', facts }] };
  return new Refusal('OpinionsAwaited', { dueOn: answerBy, missing, ...explained });
}

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
  const items = await getAll(
    ports.store,
    waiting.flatMap(({ list }) => [keys.listRow(list, subject.id), keys.listMeta(list)]),
  );
  for (const [place, { dueOn, asked }] of waiting.entries()) {
    const row = loadRow(items[2 * place])?.value;
    const named = asked.map((organisation) => ({ organisation }));
    const missing = row === undefined ? [] : missingOn({ asked: named }, row);
    if (missing.length === 0) continue;
    const request = loadList(items[2 * place + 1])?.value;
    throw await stillAwaited(ports, { ...request, answerBy: dueOn }, missing);
  }
}
