import type { ListId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import * as acts from '../../domain/list-acts.ts';
import type { ListChange } from '../../domain/list-acts.ts';
import type { ListCommand, ListCommandName } from '../../domain/list-command.ts';
import { requireSignedPaper } from '../../domain/list-papers.ts';
import { Refusal } from '../../domain/refusal.ts';
import { CommitConflict, type Key, type Ports } from '../../ports.ts';
import { numberWrite } from '../../records/list-record.ts';
import { closeList } from './close-list.ts';
import { checkClosingDay } from './issue-list.ts';
import {
  readListScene,
  readListSceneWithRows,
  type ListDecided,
  type ListRequest,
  type ListScene,
  type PlaceOfAct,
  type ListSceneWithRows,
} from './list-scene.ts';
import {
  asksFrom,
  caseCorrected,
  casesAnswered,
  giveAnswer,
  giveCorrection,
  goOnWithout,
  placeOfAnswer,
} from './opinions.ts';
import { orderRows, rowAndCaseKeys, strikeRow, ungatherRow } from './list-rows.ts';
import { papersOf } from './papers-of.ts';
import { concludeSession, enterPresence, enterResult } from './session.ts';
import { requestWrites, withRetries, type ActAnswer } from '../acting/request.ts';
import { Work } from '../acting/work.ts';

export type SingleListAct = Exclude<ListCommandName, 'gather'>;
type Decider<Scene, Name extends SingleListAct> = (
  scene: Scene,
  command: ListCommand<Name>,
) => ListDecided | Promise<ListDecided>;

/** How an act decides, and what it has read beside its list: what the request names, or all rows. */
type Plan<Name extends SingleListAct> = {
  readonly named?: (id: ListId, command: ListCommand<Name>) => readonly Key[];
  readonly place?: (list: List, command: ListCommand<Name>) => ReturnType<PlaceOfAct>;
} & (
  { readonly decide: Decider<ListScene, Name> } | { readonly decideByRows: Decider<ListSceneWithRows, Name> }
);

const plans: { readonly [Name in SingleListAct]: Plan<Name> } = {
  ungather: { named: rowAndCaseKeys, decide: ungatherRow },
  order: { decideByRows: orderRows },
  close: { decide: closeList },
  reopen: { decide: ({ list }, command) => ({ change: acts.reopen(list.value, command) }) },
  strike: { named: rowAndCaseKeys, decideByRows: strikeRow },
  presence: { decide: enterPresence },
  result: { named: rowAndCaseKeys, decide: enterResult },
  conclude: { decideByRows: concludeSession },
  sign: {
    decide: ({ list, setting, context }, command) => ({
      change: acts.sign(list.value, command, context.actor.name, setting),
    }),
  },
  issue: {
    decide: async (scene, command) => issued(scene, acts.issue(scene.list.value, command, scene.setting)),
  },
  answer: { named: casesAnswered, place: placeOfAnswer, decide: giveAnswer },
  correctAnswer: { named: caseCorrected, place: placeOfAnswer, decide: giveCorrection },
  goOn: { decide: goOnWithout },
  issueSignedOutside: {
    decide: async (scene, command) => {
      const { ports, list, setting } = scene;
      const change = acts.issueSignedOutside(list.value, command, setting);
      requireSignedPaper(list.value, await papersOf(ports, list.value));
      return issued(scene, change);
    },
  },
};

/** One act on one list: one batched read, a pure decision, one transaction on the list. Its cases follow by effects. */
export async function actOnList<Name extends SingleListAct>(
  ports: Ports,
  request: ListRequest,
  id: ListId,
  name: Name,
  command: ListCommand<Name>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const found = await readAndDecide(ports, request, id, name, command);
    if ('answer' in found) return found.answer;
    const { scene, decided } = found;
    const work = new Work(ports, scene.setting.post);
    work.changeList(scene.list, decided.change.list, decided.change.entry, decided.read);
    work.add(...(decided.writes ?? []));
    decided.also?.(work);
    const answer: ActAnswer = { id, version: scene.list.version + 1, act: name };
    work.add(...requestWrites(ports, scene.context, answer));
    try {
      await work.commit();
    } catch (error) {
      throw numberTaken(work, error)
        ? new Refusal('NumberTaken', { number: decided.change.list.number ?? '' })
        : error;
    }
    return answer;
  });
}

type Found = { readonly scene: ListScene; readonly decided: ListDecided } | { readonly answer: ActAnswer };

async function readAndDecide<Name extends SingleListAct>(
  ports: Ports,
  request: ListRequest,
  id: ListId,
  name: Name,
  command: ListCommand<Name>,
): Promise<Found> {
  const plan: Plan<Name> = plans[name];
  const { named, place } = plan;
  const reads = {
    more: named?.(id, command) ?? [],
    ...(place === undefined ? {} : { place: (list: List) => place(list, command) }),
  };
  if ('decideByRows' in plan) {
    const scene = await readListSceneWithRows(ports, request, id, name, reads);
    return 'answer' in scene ? scene : { scene, decided: await plan.decideByRows(scene, command) };
  }
  const scene = await readListScene(ports, request, id, name, reads);
  return 'answer' in scene ? scene : { scene, decided: await plan.decide(scene, command) };
}

async function issued(scene: ListScene, change: ListChange): Promise<ListDecided> {
  const list = await asksFrom(scene, change.list);
  const admittedLate = await checkClosingDay(scene);
  return { change: { ...change, list: { ...list, admittedLate } }, writes: [numberWrite(list)] };
}

/** Nothing but the number stood in the way; else the list itself, or this very request, came first. */
function numberTaken(work: Work, error: unknown): boolean {
  if (!(error instanceof CommitConflict)) return false;
  return error.failed.every(({ index }) => {
    const write = work.writes[index];
    return write !== undefined && 'put' in write && write.put.pk.startsWith('NUMBER#');
  });
}
