import * as acts from '../../domain/ceremony-acts.ts';
import type { CeremonyChange } from '../../domain/ceremony-acts.ts';
import { regroup, takeOut } from '../../domain/ceremony-regrouping.ts';
import type { CeremonyCommand, CeremonyCommandName } from '../../domain/ceremony.ts';
import { ceremonyIdSchema, type CeremonyId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports, Write } from '../../ports.ts';
import { awardWrite, loadAward, readAwards, undrawWrites } from '../../records/ceremony-record.ts';
import { keys } from '../../records/keys.ts';
import { requestWrites, withRetries, type ActAnswer, type ActRequest } from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { readCeremonyScene, type CeremonyScene } from './ceremony-scene.ts';
import { changeCeremony } from './change-ceremony.ts';

export type SingleCeremonyAct = Exclude<CeremonyCommandName, 'draw'>;

interface Decided {
  readonly change: CeremonyChange;
  readonly writes?: readonly Write[];
}

type Decider<Name extends SingleCeremonyAct> = (
  scene: CeremonyScene,
  command: CeremonyCommand<Name>,
) => Decided | Promise<Decided>;

const deciders: { readonly [Name in SingleCeremonyAct]: Decider<Name> } = {
  arrange: ({ ceremony }, command) => ({ change: acts.arrange(ceremony.value, command) }),
  takeOut: takeOutAwards,
  regroup: ({ ceremony }, command) => ({ change: regroup(ceremony.value, command) }),
  cancel: ({ ceremony }, command) => ({ change: acts.cancel(ceremony.value, command) }),
  handOver: handOverAward,
};

/** One act on one ceremony: one batched read, a pure decision, one atomic commit. Drawing is in draw-awards.ts. */
export async function actOnCeremony<Name extends SingleCeremonyAct>(
  ports: Ports,
  request: ActRequest,
  id: CeremonyId,
  name: Name,
  command: CeremonyCommand<Name>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const scene = await readCeremonyScene(ports, request, { id, act: name });
    if ('answer' in scene) return scene.answer;
    const decided = await deciders[name](scene, command);
    const work = new Work(ports, scene.post);
    changeCeremony(work, scene.ceremony, decided.change);
    work.add(...(decided.writes ?? []));
    const answer: ActAnswer = { id, version: scene.ceremony.version + 1, act: name };
    work.add(...requestWrites(ports, scene.context, answer));
    await work.commit();
    return answer;
  });
}

async function takeOutAwards(scene: CeremonyScene, command: CeremonyCommand<'takeOut'>): Promise<Decided> {
  const { ports, ceremony } = scene;
  const { id } = ceremony.value;
  const change = takeOut(ceremony.value, command, await readAwards(ports.store, id));
  return { change, writes: [...new Set(command.cases)].flatMap((one) => undrawWrites(id, one)) };
}

async function handOverAward(scene: CeremonyScene, command: CeremonyCommand<'handOver'>): Promise<Decided> {
  const { ports, ceremony, today } = scene;
  const { id } = ceremony.value;
  const [item] = await ports.store.get([keys.ceremonyAward(id, command.case)]);
  const before = loadAward(item);
  if (before === undefined) throw new Refusal('CaseNotFound', { case: command.case }).at('case');
  const change = acts.handOver(ceremony.value, before.value, command, today);
  return { change, writes: [awardWrite(id, change.award ?? before.value, before)] };
}

export const parseCeremonyId = (text: string): CeremonyId => {
  const parsed = ceremonyIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('CeremonyNotFound', { ceremony: text });
  return parsed.data;
};
