import type { Case } from '../../domain/case.ts';
import type { RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import type { ListScene } from './list-scene.ts';
import { admissionOf } from '../rounds/rounds.ts';
import { readRound, roundDaysOf } from '../rounds/routing.ts';

async function casesOn({ ports, list }: ListScene): Promise<Case[]> {
  const rows = await readRows(ports, list.value);
  const items = await getAll(
    ports.store,
    rows.filter((row) => row.state === 'on').map((row) => keys.caseMeta(row.case)),
  );
  return items.flatMap((item) => loadCase(item)?.value ?? []);
}

/**
 * The closing day is the last on which a letter of the organisation that entered the cases is taken in; later only
 * when the round's owner admitted it with a reason.
 * @returns whether the letter comes in late and admitted
 */
export async function checkClosingDay(scene: ListScene): Promise<boolean> {
  const { list, ports, setting } = scene;
  if (list.value.kind !== 'letter') return false;
  const entering = (await casesOn(scene)).filter((subject) => subject.enteredBy === list.value.organisation);
  const rounds = new Set(entering.flatMap((subject) => subject.round ?? []));
  let late = false;
  for (const id of rounds) {
    const own = entering.filter((subject) => subject.round === id);
    late = (await comesInLate(ports, id, own, setting.today)) || late;
  }
  return late;
}

async function comesInLate(
  ports: Ports,
  id: RoundId,
  cases: readonly Case[],
  today: CivilDate,
): Promise<boolean> {
  const round = await readRound(ports, id);
  const closings = cases.flatMap((subject) => roundDaysOf(round, subject.form)?.closingDay ?? []);
  const passed = closings.filter((closingDay) => today > closingDay);
  if (passed.length === 0) return false;
  const [entering] = cases;
  if (entering !== undefined && (await admissionOf(ports, id, entering.enteredBy))) return true;
  throw new Refusal('ClosingDayPassed', { closingDay: passed[0] ?? '', round: id });
}
