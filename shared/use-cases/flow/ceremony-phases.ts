import { openNextPhase, remindDelivery, wakeAt, type CeremonyChange } from '../../domain/ceremony-acts.ts';
import type { Ceremony } from '../../domain/ceremony.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCeremony } from '../../records/ceremony-record.ts';
import type { Loaded } from '../../records/item.ts';
import { changeCeremony } from '../ceremony/change-ceremony.ts';
import { withRetries } from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { endFlow, isCurrent, secondsUntil, superseded, type FlowView } from './carry.ts';

interface Carried {
  readonly record: string;
  readonly generation: number;
}

/** The task OpenPhase: opens every phase whose time has come, and ends the flow of a ceremony that has ended. Repeatable. */
export async function openPhaseOf(ports: Ports, carried: Carried): Promise<FlowView> {
  if (!(await isCurrent(ports, carried.record, carried.generation))) return superseded;
  const open = (ceremony: Ceremony): CeremonyChange | undefined =>
    openNextPhase(ceremony, ports.clock.office());
  for (;;) {
    const { ceremony, changed } = await changeOnce(ports, carried.record, open);
    if (changed) continue;
    if (ceremony.phase === 'FINISHED' || ceremony.phase === 'CANCELLED') await endFlow(ports, carried.record);
    return viewOf(ports, ceremony);
  }
}

/** The task CheckDelivery: calls to mind, once a week, what remains to be delivered. */
export async function checkDeliveryOf(ports: Ports, carried: Carried): Promise<FlowView> {
  if (!(await isCurrent(ports, carried.record, carried.generation))) return superseded;
  const { calendar } = await ports.law.current();
  const { ceremony } = await changeOnce(ports, carried.record, (before) =>
    remindDelivery(before, ports.clock.office(), calendar),
  );
  return viewOf(ports, ceremony);
}

/** One commit of the flow itself, or none when nothing is due. */
async function changeOnce(
  ports: Ports,
  record: string,
  decide: (ceremony: Ceremony) => CeremonyChange | undefined,
): Promise<{ readonly ceremony: Ceremony; readonly changed: boolean }> {
  return withRetries(async () => {
    const before = await readCarried(ports, record);
    const change = decide(before.value);
    if (change === undefined) return { ceremony: before.value, changed: false };
    const work = new Work(ports, undefined);
    changeCeremony(work, before, change);
    await work.commit();
    return { ceremony: change.ceremony, changed: true };
  });
}

async function readCarried(ports: Ports, record: string): Promise<Loaded<Ceremony>> {
  const [item] = await ports.store.get([{ pk: record, sk: 'META' }]);
  const ceremony = loadCeremony(item);
  if (ceremony === undefined) throw new Refusal('CeremonyNotFound', { record });
  return ceremony;
}

async function viewOf(ports: Ports, ceremony: Ceremony): Promise<FlowView> {
  const { phase, turn } = ceremony;
  const { calendar } = await ports.law.current();
  return { place: phase, turn, wakeInSeconds: secondsUntil(ports, wakeAt(ceremony, calendar)) };
}
