import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { newOpinionRequestSchema } from '#shared/domain/list-command.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadRound, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { startOpinionRequest } from '#shared/use-cases/lists/new-list.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { desks, type Desk, type Walk } from './case-walk.ts';
import { city, withTheCity } from './city-offices.ts';
import { december } from './small-directory.ts';
import { asks, draftNomination } from './small-world.ts';
import type { TestHome } from './test-home.ts';

const { ward, police } = desks;
export const agrees = (id: CaseId) => ({ case: id, opinion: 'agrees' });
export const disagrees = (id: CaseId) => ({
  case: id,
  opinion: 'disagrees',
  reason: 'Đang xác minh đơn thư',
});

export interface Said {
  readonly asked?: readonly string[];
  readonly stepKind?: 'opinion' | 'appraise';
  readonly answerBy?: string;
  readonly sealed?: boolean;
}

/** What is done with requests for opinions, in a home of the small directory. */
export function askingIn(home: TestHome, walk: Walk) {
  async function requestOf(desk: Desk, cases: readonly CaseId[], said: Said): Promise<ListId> {
    const command = newOpinionRequestSchema.parse({
      organisation: desk.organisation,
      title: 'Lấy ý kiến',
      ...said,
    });
    const list = listIdSchema.parse((await startOpinionRequest(home.ports, asks(desk.officer), command)).id);
    await walk.gatherAll(desk.officer, list, cases);
    return list;
  }

  const answer = (who: Desk['officer'], list: ListId, organisation: string, answers: object[], more = {}) =>
    walk.onList(who, list, 'answer', { organisation, answers, ...more });
  const inboxOf = async (who: Desk['officer']) =>
    (await readInbox(home.ports, who.id)).rows.map(({ id, listKind }) => `${listKind ?? ''} ${id}`);

  async function submitted(count: number, given: string, form?: string): Promise<CaseId[]> {
    const ids: CaseId[] = [];
    for (let place = 0; place < count; place += 1) {
      const name = `${given} ${'ABC'[place]!}`;
      const id = await draftNomination(home.ports, { name, ...(form === undefined ? {} : { form }) });
      await walk.act(ward.officer, id, 'submit');
      ids.push(id);
    }
    return ids;
  }

  /** Cases that the district police appraise. */
  async function atAppraisal(count: number): Promise<CaseId[]> {
    const ids = await submitted(count, 'Nguyễn Thị');
    await walk.session('ward', ids);
    await walk.letter(ward, ids);
    for (const id of ids) await walk.act(police.officer, id, 'receive');
    return ids;
  }

  /** Cases at the step at which the movement-building department asks the units concerned. */
  async function atOpinionStep(count: number): Promise<CaseId[]> {
    await withTheCity(home, ['GK_CAT']);
    const { store } = home.ports;
    const loaded = loadRound((await store.get([keys.round(december.id)]))[0])!;
    await store.commit([roundWrite(loaded, roundSchema.parse({ ...loaded.value, lane: 'police' }))]);
    const ids = await submitted(count, 'Trần Văn', 'GK_CAT');
    for (let tries = 0; tries < 12; tries += 1) {
      const step = await walk.stepOf(ids[0]!);
      if (step === 'city-police-opinion') return ids;
      await onward(step ?? '', ids);
    }
    throw new Error(`stuck at ${String(await walk.stepOf(ids[0]!))}`);
  }

  async function onward(step: string, ids: readonly CaseId[]): Promise<void> {
    const desk = step.startsWith('ward') ? ward : step.startsWith('district') ? police : city.movement;
    if (step.endsWith('council')) await walk.session('ward', ids);
    else if (step.endsWith('receive')) for (const id of ids) await walk.act(desk.officer, id, 'receive');
    else if (step.endsWith('appraise')) for (const id of ids) await walk.act(desk.officer, id, 'recommend');
    else await walk.letter(desk, ids);
  }

  return { requestOf, answer, inboxOf, atAppraisal, atOpinionStep };
}
