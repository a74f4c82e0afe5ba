import { z } from 'zod';
import { draw } from '../../domain/ceremony-acts.ts';
import type { CeremonyAward, CeremonyCommand } from '../../domain/ceremony.ts';
import { namesOn } from '../../domain/directory.ts';
import { grantedAward } from '../../domain/granted-award.ts';
import { caseIdSchema, type CaseId, type CeremonyId, type ListId } from '../../domain/id.ts';
import type { List, NumberedRow } from '../../domain/list.ts';
import { faultsOf, isRefusal, Refusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Item, Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { drawnBy, drawWrites } from '../../records/ceremony-record.ts';
import { readOrganisations } from '../../records/directory-record.ts';
import { ifUnchanged } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { law } from '../../regimes/shipped.ts';
import { readRows } from '../cases/case-on-list.ts';
import { numbered, rowsAsListed, type RowsOfList } from '../lists/rows-of-list.ts';
import {
  actInParts,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type PartsAnswer,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { readCeremonyScene, type CeremonyScene } from './ceremony-scene.ts';
import { changeCeremony } from './change-ceremony.ts';

const drawResultSchema = z.object({
  case: caseIdSchema,
  drawn: z.boolean(),
  refusal: refusalCodeSchema.optional(),
});
export type DrawResult = z.infer<typeof drawResultSchema>;
export type Drawn = PartsAnswer<DrawResult>;

/** Three writes an award (its row, its guard, a look at its case) and the act's own: under a transaction's hundred. */
const awardsACommit = 30;

/**
 * Draws awards of one issued decision, of whatever authority, one transaction a chunk, with a result an award. Where
 * no cases are named, what is no award or stands in another ceremony is passed over in silence.
 */
export async function drawAwards(
  ports: Ports,
  request: ActRequest,
  id: CeremonyId,
  command: CeremonyCommand<'draw'>,
): Promise<Drawn> {
  return actInParts(ports, request, drawResultSchema, () => drawChunks(ports, request, id, command));
}

async function drawChunks(
  ports: Ports,
  request: ActRequest,
  id: CeremonyId,
  command: CeremonyCommand<'draw'>,
): Promise<Drawn> {
  const more = [keys.listMeta(command.decision), keys.listOrder(command.decision)];
  const [scene, rows] = await Promise.all([
    readCeremonyScene(ports, chunkRequest(request, 0), { id, act: 'draw', more }),
    readRows(ports, { id: command.decision }),
  ]);
  // Rights came first: a stranger learns nothing about the decision.
  const [listItem, order] = scene.items;
  const decision = await decisionOf(ports, command.decision, listItem, { rows, order });
  const wanted =
    command.cases ?? decision.rows.filter((row) => row.sealedNumber === undefined).map((row) => row.case);
  const cases = [...new Set(wanted)];
  const version = 'answer' in scene ? scene.answer.version : scene.ceremony.version;
  let answer: ActAnswer = { id, version, act: 'draw' };
  const results: DrawResult[] = [];
  for (let start = 0; start < cases.length; start += awardsACommit) {
    const chunk = cases.slice(start, start + awardsACommit);
    const own = chunkRequest(request, start / awardsACommit);
    try {
      const done = await withRetries(() => drawChunk(ports, own, { id, decision, chunk }));
      answer = done.answer;
      results.push(...done.results);
    } catch (error) {
      if (!isRefusal(error) || start === 0) throw error;
      results.push(...chunk.map((one) => ({ case: one, drawn: false, refusal: error.code })));
    }
  }
  const [only] = results;
  if (command.cases?.length === 1 && only?.refusal !== undefined)
    throw new Refusal(only.refusal, { case: only.case }, faultsOf(only.refusal)).at('cases.0');
  const passedOver: readonly (RefusalCode | undefined)[] = ['AwardNotIssued', 'AwardAlreadyDrawn'];
  return {
    answer,
    results:
      command.cases === undefined ? results.filter(({ refusal }) => !passedOver.includes(refusal)) : results,
  };
}

/** The version that the asker saw is checked once; each chunk then raises it. */
function chunkRequest({ ifVersion, ...request }: ActRequest, chunk: number): ActRequest {
  const own = { ...request, key: `${request.key}/${chunk}` };
  return chunk === 0 && ifVersion !== undefined ? { ...own, ifVersion } : own;
}

interface Decision {
  readonly list: List;
  readonly rows: readonly NumberedRow[];
  readonly authorityOf: (row: NumberedRow) => string;
}

async function decisionOf(
  ports: Ports,
  id: ListId,
  listItem: Item | undefined,
  beside: RowsOfList,
): Promise<Decision> {
  const list = loadList(listItem)?.value;
  if (list === undefined || list.sealed !== undefined)
    throw new Refusal('ListNotFound', { list: id }).at('decision');
  if (list.kind !== 'decision' || list.state !== 'ISSUED') throw new Refusal('AwardNotIssued', { list: id });
  const rows = numbered(list, await rowsAsListed(ports, list, beside));
  const named = list.authority ?? (await headTitleOf(ports, list));
  return {
    list,
    rows,
    authorityOf: ({ form }) => {
      const terms = form && list.date && law.termsOn(form, list.date);
      return named ?? (terms ? terms.authority.vi : '');
    },
  };
}

/** As its date has it. From outside, the organisation on record is the last one inside, not the authority. */
async function headTitleOf(ports: Ports, { origin, organisation, date }: List): Promise<string | undefined> {
  if (origin !== 'here' || date === undefined) return undefined;
  const office = (await readOrganisations(ports.store, [organisation])).get(organisation);
  return office && namesOn(office, date).headTitle;
}

interface Chunk {
  readonly id: CeremonyId;
  readonly decision: Decision;
  readonly chunk: readonly CaseId[];
}

async function drawChunk(ports: Ports, request: ActRequest, { id, decision, chunk }: Chunk): Promise<Drawn> {
  const more = [...chunk.map((one) => keys.awardDrawn(one)), ...chunk.map((one) => keys.caseMeta(one))];
  const scene = await readCeremonyScene(ports, request, { id, act: 'draw', more });
  const guards = scene.items.slice(0, chunk.length);
  if ('answer' in scene)
    return { answer: scene.answer, results: chunk.map((one, index) => resultOf(id, one, guards[index])) };
  const found = chunk.map((one, index) =>
    guards[index] === undefined
      ? freshAward(scene, decision, one, scene.items[chunk.length + index])
      : undefined,
  );
  const fresh = found.filter((award) => award !== undefined);
  const results = chunk.map((one, index) =>
    found[index] === undefined ? resultOf(id, one, guards[index]) : { case: one, drawn: true },
  );
  const answer: ActAnswer = { id, version: scene.ceremony.version + (fresh.length > 0 ? 1 : 0), act: 'draw' };
  if (fresh.length > 0) await commitDraw(scene, decision, fresh, answer);
  return { answer, results };
}

function resultOf(id: CeremonyId, one: CaseId, guard: Item | undefined): DrawResult {
  if (guard === undefined) return { case: one, drawn: false, refusal: 'AwardNotIssued' };
  return drawnBy(guard) === id
    ? { case: one, drawn: true }
    : { case: one, drawn: false, refusal: 'AwardAlreadyDrawn' };
}

interface FreshAward {
  readonly award: CeremonyAward;
  /** A case that has not caught up may still be held: then it is no award. */
  readonly stands: Write;
}

function freshAward(
  { today }: CeremonyScene,
  decision: Decision,
  id: CaseId,
  item: Item | undefined,
): FreshAward | undefined {
  const row = decision.rows.find((candidate) => candidate.case === id);
  const subject = loadCase(item);
  if (row === undefined || subject === undefined) return undefined;
  const facts = { subject: subject.value, authority: decision.authorityOf(row), today };
  const award = grantedAward(decision.list, row, facts);
  return award === undefined
    ? undefined
    : { award, stands: { check: keys.caseMeta(id), if: ifUnchanged(subject) } };
}

async function commitDraw(
  scene: CeremonyScene,
  decision: Decision,
  fresh: readonly FreshAward[],
  answer: ActAnswer,
): Promise<void> {
  const { ports, ceremony, post, context } = scene;
  const goldenBook = new Map(decision.rows.map((row) => [row.case, row.goldenBookNumber ?? 0] as const));
  const awards = fresh.map(({ award }) => award);
  const work = new Work(ports, post);
  changeCeremony(
    work,
    ceremony,
    draw(ceremony.value, awards, { rankOf: (form) => law.awardForm(form).rank, goldenBook }),
  );
  for (const { award, stands } of fresh) work.add(...drawWrites(ceremony.value.id, award), stands);
  work.add(...requestWrites(ports, context, answer));
  await work.commit();
}
