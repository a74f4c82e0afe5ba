import { actingPost, type Actor } from '../../domain/actor.ts';
import type { ActSetting } from '../../domain/case-acts/change.ts';
import type { Post, Role } from '../../domain/directory.ts';
import { listIdSchema, type ListId } from '../../domain/id.ts';
import type { List, ListKind } from '../../domain/list.ts';
import { listRolesFor, listRules, type ListAct } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ListChange } from '../../domain/list-acts.ts';
import type { Item, Key, Ports, Write } from '../../ports.ts';
import type { Work } from '../acting/work.ts';
import { readLastEntry } from '../../records/history-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import {
  openRequest,
  requestKeys,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { readRows } from '../cases/case-on-list.ts';
import { rowsAsListed, type RowsOfList } from './rows-of-list.ts';
import { ownHandsOnList } from '../acting/sealed-hands.ts';
import { mayReadList } from '../acting/who-reads.ts';

export interface ListRequest extends ActRequest {
  /** Kinds of lists that stand under the address it came by: one of another kind is not there. Any when absent. */
  readonly kinds?: readonly ListKind[];
}

/** Everything read for one act on a list, with the right to do it checked. */
export interface ListScene {
  readonly ports: Ports;
  readonly context: RequestContext;
  readonly list: Loaded<List>;
  readonly setting: ActSetting;
  /** What else the act asked for, in the same batched read. */
  readonly items: readonly (Item | undefined)[];
}

export type ListSceneWithRows = ListScene & RowsOfList;

/** Where an act is done, and in which roles, where that isn't the list's own organisation and the act's table. */
export type PlaceOfAct = (
  list: List,
) => { readonly organisation: List['organisation']; readonly roles: readonly Role[] } | undefined;

/** What an act reads beside its list, and where it is done. */
export interface ActReads {
  readonly more?: readonly Key[];
  readonly place?: PlaceOfAct;
}

/** What an act on a list changes: its record, one row, other writes, other records of the same commit. */
export interface ListDecided {
  readonly change: ListChange;
  readonly writes?: readonly Write[];
  /** Rows that were read as a whole and change, by sort key: the history tells only what became of them. */
  readonly read?: Readonly<Record<string, object | undefined>>;
  readonly also?: (work: Work) => void;
}

interface Asked {
  readonly act: ListAct;
  readonly ifStep: number | undefined;
}

/** @throws Refusal ListNotFound, also for those who may not know; and what rights, state and version refuse */
export async function readListScene(
  ports: Ports,
  request: ListRequest,
  id: ListId,
  act: ListAct,
  { more = [], place }: ActReads = {},
): Promise<ListScene | { readonly answer: ActAnswer }> {
  const [personItem, answerItem, listItem, ...items] = await ports.store.get([
    ...requestKeys(request),
    keys.listMeta(id),
    ...more,
  ]);
  const list = loadList(listItem);
  if (request.kinds !== undefined && (list === undefined || !request.kinds.includes(list.value.kind)))
    throw new Refusal('ListNotFound', { list: id });
  const opened = openRequest(request, personItem, answerItem);
  if ('answer' in opened) return opened;
  if (list === undefined || !(await mayReadList(ports, opened.context.actor, list.value)))
    throw new Refusal('ListNotFound', { list: id });
  const today = ports.clock.today();
  const { actor } = opened.context;
  const at = place?.(list.value);
  const post = actingPost(actor, today, {
    organisation: at?.organisation ?? list.value.organisation,
    roles: at?.roles ?? listRolesFor(act, list.value),
    among: postsFor(act, list.value, actor),
    hands: await ownHandsOnList(ports, actor, list.value),
  });
  await requireState(ports, { act, ifStep: request.ifStep }, list.value);
  if (request.ifVersion !== undefined && request.ifVersion !== list.version) {
    throw new Refusal('EditStale', { sent: request.ifVersion, current: list.version });
  }
  const { calendar } = await ports.law.current();
  return { ports, context: opened.context, list, setting: { today, calendar, post }, items };
}

/** The same with all rows, which are read beside it. */
export async function readListSceneWithRows(
  ports: Ports,
  request: ListRequest,
  id: ListId,
  act: ListAct,
  { more = [], ...where }: ActReads = {},
): Promise<ListSceneWithRows | { readonly answer: ActAnswer }> {
  const [scene, rows] = await Promise.all([
    readListScene(ports, request, id, act, { ...where, more: [keys.listOrder(id), ...more] }),
    readRows(ports, { id }),
  ]);
  if ('answer' in scene) return scene;
  const [order, ...items] = scene.items;
  return { ...scene, items, ...(await rowsAsListed(ports, scene.list.value, { rows, order })) };
}

/** A leader of two posts signs under the one that the list names. */
function postsFor(act: ListAct, list: List, actor: Actor): readonly Post['id'][] | undefined {
  const named = list.signer?.post;
  const own = act === 'sign' && named !== undefined && actor.posts.some((post) => post.id === named);
  return own ? [named] : undefined;
}

/** The state that takes the act, and the very one that the asker saw: opened and closed again, it is another. */
async function requireState(ports: Ports, { act, ifStep }: Asked, list: List): Promise<void> {
  const rule = listRules[act];
  const states: readonly string[] = rule.states;
  const kinds: readonly string[] = rule.kinds;
  const seen = ifStep === undefined || ifStep === list.stage;
  if (seen && states.includes(list.state) && kinds.includes(list.kind)) return;
  const last = await readLastEntry(ports.store, recordId('LIST', list.id), list.entries);
  throw new Refusal('ListMovedOn', {
    state: list.state,
    kind: list.kind,
    ...(last === undefined ? {} : { happened: last.act, at: last.at, by: last.by?.person ?? '' }),
  });
}

export const parseListId = (text: string): ListId => {
  const parsed = listIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('ListNotFound', { list: text });
  return parsed.data;
};
