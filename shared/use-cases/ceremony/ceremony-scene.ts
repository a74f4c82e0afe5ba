import { actingPost, postsOn, type Actor } from '../../domain/actor.ts';
import { requirePhase } from '../../domain/ceremony-acts.ts';
import type { Ceremony, CeremonyAward } from '../../domain/ceremony.ts';
import type { Post } from '../../domain/directory.ts';
import type { CeremonyId } from '../../domain/id.ts';
import { ceremonyRules, type CeremonyAct } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item, Key, Ports } from '../../ports.ts';
import { loadCeremony, readAwards } from '../../records/ceremony-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import {
  openRequest,
  requestKeys,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';

/** Everything read for one act on a ceremony, with the right to do it checked. */
export interface CeremonyScene {
  readonly ports: Ports;
  readonly context: RequestContext;
  readonly ceremony: Loaded<Ceremony>;
  readonly post: Post;
  readonly today: CivilDate;
  /** What else the act asked for, in the same batched read. */
  readonly items: readonly (Item | undefined)[];
}

export interface CeremonySceneWithAwards extends CeremonyScene {
  readonly awards: readonly CeremonyAward[];
}

/** `answer` when this is a retry of an act that was done. */
export interface Answered {
  readonly answer: ActAnswer;
  readonly items: readonly (Item | undefined)[];
}

export async function readCeremonyScene(
  ports: Ports,
  request: ActRequest,
  target: { readonly id: CeremonyId; readonly act: CeremonyAct; readonly more?: readonly Key[] },
): Promise<CeremonyScene | Answered> {
  const { id, act, more = [] } = target;
  const read = [...requestKeys(request), keys.ceremonyMeta(id), ...more];
  const [personItem, answerItem, ceremonyItem, ...items] = await ports.store.get(read);
  const opened = openRequest(request, personItem, answerItem);
  if ('answer' in opened) return { answer: opened.answer, items };
  const { context } = opened;
  const today = ports.clock.today();
  const ceremony = loadCeremony(ceremonyItem);
  if (ceremony === undefined || !mayReadCeremony(context.actor, ceremony.value, today)) {
    throw new Refusal('CeremonyNotFound', { ceremony: id });
  }
  const { roles } = ceremonyRules[act];
  const post = actingPost(context.actor, today, { organisation: ceremony.value.host, roles });
  requirePhase(ceremony.value, act);
  if (request.ifVersion !== undefined && request.ifVersion !== ceremony.version) {
    throw new Refusal('EditStale', { sent: request.ifVersion, current: ceremony.version });
  }
  return { ports, context, ceremony, post, today, items };
}

/** The same with all awards that are drawn, which are read beside it. */
export async function readCeremonySceneWithAwards(
  ports: Ports,
  request: ActRequest,
  target: { readonly id: CeremonyId; readonly act: CeremonyAct },
): Promise<CeremonySceneWithAwards | Answered> {
  const [scene, beside] = await Promise.all([
    readCeremonyScene(ports, request, target),
    readAwards(ports.store, target.id),
  ]);
  if ('answer' in scene) return scene;
  // Reads that run at once may see one commit each in another state: then the awards are read again behind it.
  const drawn = new Set(scene.ceremony.value.groups.flatMap((group) => group.cases));
  const agreed = beside.length === drawn.size && beside.every((award) => drawn.has(award.case));
  return { ...scene, awards: agreed ? beside : await readAwards(ports.store, target.id) };
}

/** The host's people, its auditors among them, and those of every organisation that entered a drawn case. */
export function mayReadCeremony(actor: Actor, ceremony: Ceremony, today: CivilDate): boolean {
  return postsOn(actor, today).some(
    (post) => post.role !== 'member' && ceremony.readers.includes(post.organisation),
  );
}
