import { Refusal } from '../../domain/refusal.ts';
import { loadRound } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import { casesOf } from './close-list.ts';
import { closingDaysIn, enteredHere, roundsOf } from './closing-day.ts';
import type { ListScene } from './list-scene.ts';

/**
 * The closing day is the last on which a letter of the organisation that entered the cases is taken in; later only
 * when the round's owner admitted it with a reason.
 * @returns whether the letter comes in late and admitted
 */
export async function checkClosingDay({ ports, list, setting }: ListScene): Promise<boolean> {
  const { kind, closingDay } = list.value;
  if (kind !== 'letter') return false;
  // Kept since it was closed. Rows that left meanwhile can only make it too early: then those that stand are asked.
  if (closingDay === 'none' || (closingDay !== undefined && setting.today <= closingDay)) return false;
  return checkRows({ ports, list, setting });
}

async function checkRows({
  ports,
  list,
  setting,
}: Pick<ListScene, 'ports' | 'list' | 'setting'>): Promise<boolean> {
  const rows = await readRows(ports, list.value);
  const standing = rows.filter((row) => row.state === 'on');
  const entered = enteredHere(list.value, await casesOf(ports, standing));
  const ids = roundsOf(entered);
  const { organisation } = list.value;
  const items = await getAll(
    ports.store,
    ids.flatMap((id) => [keys.round(id), keys.admission(id, organisation)]),
  );
  const late = ids.map((id, place) => {
    const [round, admission] = items.slice(2 * place);
    const passed = closingDaysIn(loadRound(round)?.value, entered).filter((day) => setting.today > day);
    if (passed.length > 0 && admission === undefined)
      throw new Refusal('ClosingDayPassed', { closingDay: passed[0] ?? '', round: id });
    return passed.length > 0;
  });
  return late.includes(true);
}
