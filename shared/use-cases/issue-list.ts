import type { Case } from '../domain/case.ts';
import type { OrganisationId } from '../domain/id.ts';
import { Refusal } from '../domain/refusal.ts';
import { loadCase } from '../records/case-record.ts';
import { keys } from '../records/keys.ts';
import { getAll } from '../records/query.ts';
import { readRows } from './case-on-list.ts';
import type { ListScene } from './list-scene.ts';
import { admissionOf } from './rounds.ts';
import { readRound, roundDaysOf } from './routing.ts';

async function casesOn({ ports, list }: ListScene): Promise<Case[]> {
  const rows = await readRows(ports, list.value);
  const items = await getAll(
    ports.store,
    rows.filter((row) => row.state === 'on').map((row) => keys.caseMeta(row.case)),
  );
  return items.flatMap((item) => loadCase(item)?.value ?? []);
}

/** Where a letter goes: the organisation that holds the next step of its cases. */
export async function addressOf(scene: ListScene): Promise<OrganisationId | undefined> {
  if (scene.list.value.kind !== 'letter') return undefined;
  const [first] = await casesOn(scene);
  if (first?.route === undefined || first.position === undefined) return undefined;
  return first.route.steps[first.position + 1]?.organisation;
}

/**
 * The closing day is the last on which a letter of the organisation that entered the cases is taken in; later only
 * when the round's owner admitted it with a reason.
 * @returns whether the letter comes in late and admitted
 */
export async function checkClosingDay(scene: ListScene): Promise<boolean> {
  const { list, ports, setting } = scene;
  if (list.value.kind !== 'letter') return false;
  const cases = await casesOn(scene);
  const entering = cases.filter((subject) => subject.enteredBy === list.value.organisation);
  const round = await readRound(ports, entering[0]?.round);
  if (round === undefined) return false;
  const passed = entering.filter((subject) => setting.today > (roundDaysOf(round, subject.form)?.closingDay ?? setting.today));
  if (passed.length === 0) return false;
  if (await admissionOf(ports, round.id, list.value.organisation)) return true;
  throw new Refusal('ClosingDayPassed', { closingDay: roundDaysOf(round, passed[0]?.form)?.closingDay ?? '', round: round.id });
}
