import * as acts from '../../domain/ceremony-acts.ts';
import type { CeremonyChange } from '../../domain/ceremony-acts.ts';
import { regroup, takeOut } from '../../domain/ceremony-regrouping.ts';
import type { CeremonyCommand, CeremonyCommandName } from '../../domain/ceremony.ts';
import { ceremonyIdSchema, type CeremonyId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import { awardWrite, loadAward, undrawWrites } from '../../records/ceremony-record.ts';
import { keys } from '../../records/keys.ts';
import { requestWrites, withRetries, type ActAnswer, type ActRequest } from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import {
  readCeremonyScene,
  readCeremonySceneWithAwards,
  type Answered,
  type CeremonyScene,
  type CeremonySceneWithAwards,
} from './ceremony-scene.ts';
import { changeCeremony } from './change-ceremony.ts';

export type SingleCeremonyAct = Exclude<CeremonyCommandName, 'draw'>;

interface Decided {
  readonly change: CeremonyChange;
  readonly writes?: readonly Write[];
}

type Decider<Scene, Name extends SingleCeremonyAct> = (
  scene: Scene,
  command: CeremonyCommand<Name>,
) => Decided;

/** How an act decides, and what it has read beside its ceremony: what the request names, or all awards. */
type Plan<Name extends SingleCeremonyAct> =
  | {
      readonly named?: (id: CeremonyId, command: CeremonyCommand<Name>) => readonly Key[];
      readonly decide: Decider<CeremonyScene, Name>;
    }
  | { readonly decideByAwards: Decider<CeremonySceneWithAwards, Name> };

const plans: { readonly [Name in SingleCeremonyAct]: Plan<Name> } = {
  arrange: { decide: ({ ceremony }, command) => ({ change: acts.arrange(ceremony.value, command) }) },
  takeOut: { decideByAwards: takeOutAwards },
  regroup: { decide: ({ ceremony }, command) => ({ change: regroup(ceremony.value, command) }) },
  cancel: { decide: ({ ceremony }, command) => ({ change: acts.cancel(ceremony.value, command) }) },
  handOver: { named: (id, command) => [keys.ceremonyAward(id, command.case)], decide: handOverAward },
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
    const found = await readAndDecide(ports, request, id, name, command);
    if ('answer' in found) return found.answer;
    const { scene, decided } = found;
    const work = new Work(ports, scene.post);
    changeCeremony(work, scene.ceremony, decided.change);
    work.add(...(decided.writes ?? []));
    const answer: ActAnswer = { id, version: scene.ceremony.version + 1, act: name };
    work.add(...requestWrites(ports, scene.context, answer));
    await work.commit();
    return answer;
  });
}

type Found = { readonly scene: CeremonyScene; readonly decided: Decided } | Answered;

async function readAndDecide<Name extends SingleCeremonyAct>(
  ports: Ports,
  request: ActRequest,
  id: CeremonyId,
  name: Name,
  command: CeremonyCommand<Name>,
): Promise<Found> {
  const plan: Plan<Name> = plans[name];
  if ('decideByAwards' in plan) {
    const scene = await readCeremonySceneWithAwards(ports, request, { id, act: name });
    return 'answer' in scene ? scene : { scene, decided: plan.decideByAwards(scene, command) };
  }
  const more = plan.named?.(id, command) ?? [];
  const scene = await readCeremonyScene(ports, request, { id, act: name, more });
  return 'answer' in scene ? scene : { scene, decided: plan.decide(scene, command) };
}

function takeOutAwards(scene: CeremonySceneWithAwards, command: CeremonyCommand<'takeOut'>): Decided {
  const { ceremony, awards } = scene;
  const { id } = ceremony.value;
  const change = takeOut(ceremony.value, command, awards);
  return { change, writes: [...new Set(command.cases)].flatMap((one) => undrawWrites(id, one)) };
}

function handOverAward(scene: CeremonyScene, command: CeremonyCommand<'handOver'>): Decided {
  const { ceremony, today, items } = scene;
  const { id } = ceremony.value;
  const before = loadAward(items[0]);
  if (before === undefined) throw new Refusal('CaseNotFound', { case: command.case }).at('case');
  const change = acts.handOver(ceremony.value, before.value, command, today);
  return { change, writes: [awardWrite(id, change.award ?? before.value, before)] };
}

export const parseCeremonyId = (text: string): CeremonyId => {
  const parsed = ceremonyIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('CeremonyNotFound', { ceremony: text });
  return parsed.data;
};
