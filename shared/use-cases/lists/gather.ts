import { z } from 'zod';
import { openStep, standingOf, type Case, type RouteStep } from '../../domain/case.ts';
import { takesCasesAt, type List, type ListRow } from '../../domain/list.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import { askedTogether } from '../../domain/opinion.ts';
import { barredFrom } from '../../domain/four-eyes.ts';
import { caseIdSchema } from '../../domain/id.ts';
import { isRefusal, Refusal, refusalCodeSchema, type RefusalCode } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { law } from '../../regimes/shipped.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { rowWrite, loadRow } from '../../records/list-record.ts';
import { withWhatHappened } from '../cases/case-right.ts';
import { linkedWrites } from '../cases/linked-nomination.ts';
import { readListScene, type ListRequest } from './list-scene.ts';
import {
  actInParts,
  requestWrites,
  withRetries,
  type ActAnswer,
  type PartsAnswer,
} from '../acting/request.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { Work } from '../acting/work.ts';

const gatherResultSchema = z.object({
  case: caseIdSchema,
  gathered: z.boolean(),
  refusal: refusalCodeSchema.optional(),
});
export type GatherResult = z.infer<typeof gatherResultSchema>;

type Gathering = ListCommand<'gather'>['cases'][number];

/** Takes cases onto a list, each in a transaction of its own and with a result of its own. */
export async function gather(
  ports: Ports,
  request: ListRequest,
  listId: List['id'],
  command: ListCommand<'gather'>,
): Promise<PartsAnswer<GatherResult>> {
  const [item, ...more] = command.cases;
  if (item !== undefined && more.length === 0) return gatherAlone(ports, request, listId, item);
  return actInParts(ports, request, gatherResultSchema, () => gatherEach(ports, request, listId, command));
}

/** What is wrong with the asker or the list is wrong for all cases: then nothing was gathered, and it is refused whole. */
const ofTheWhole: readonly RefusalCode[] = [
  'SignInNeeded',
  'ListNotFound',
  'ActNotYours',
  'PostEnded',
  'ListMovedOn',
  'EditStale',
];

/** What is wrong with one case is said of its place in the request. */
const ofTheCase: readonly RefusalCode[] = [
  'CaseNotFound',
  'CaseIsMoving',
  'CaseNotFree',
  'CaseNotOfThisList',
  'SealedApart',
  'LinkedNominationOpen',
  'LinkedNominationAwarded',
];

/** One case is one transaction, which keeps its answer: no whole stands around it. */
async function gatherAlone(
  ports: Ports,
  request: ListRequest,
  listId: List['id'],
  item: Gathering,
): Promise<PartsAnswer<GatherResult>> {
  try {
    const answer = await withRetries(() => gatherOne(ports, request, listId, item));
    return { answer, results: [{ case: item.case, gathered: true }] };
  } catch (error) {
    throw isRefusal(error) && ofTheCase.includes(error.code) ? error.at('cases.0.case') : error;
  }
}

async function gatherEach(
  ports: Ports,
  request: ListRequest,
  listId: List['id'],
  command: ListCommand<'gather'>,
): Promise<PartsAnswer<GatherResult>> {
  const results: GatherResult[] = [];
  let answer: ActAnswer = { id: listId, version: 0, act: 'gather' };
  // Each case is a transaction of its own: what the asker saw of the list is old after the first.
  let { ifVersion } = request;
  for (const item of command.cases) {
    const { ifVersion: _seen, ...every } = request;
    const own = {
      ...every,
      key: `${request.key}/${item.case}`,
      ...(ifVersion === undefined ? {} : { ifVersion }),
    };
    try {
      answer = await withRetries(() => gatherOne(ports, own, listId, item));
      ifVersion = undefined;
      results.push({ case: item.case, gathered: true });
    } catch (error) {
      const whole = isRefusal(error) && results.length === 0 && ofTheWhole.includes(error.code);
      if (!isRefusal(error) || whole) throw error;
      results.push({ case: item.case, gathered: false, refusal: error.code });
    }
  }
  return { answer, results };
}

async function gatherOne(
  ports: Ports,
  request: ListRequest,
  listId: List['id'],
  item: Gathering,
): Promise<ActAnswer> {
  const scene = await readListScene(ports, request, listId, 'gather', {
    more: [keys.caseMeta(item.case), keys.caseContent(item.case), keys.listRow(listId, item.case)],
  });
  if ('answer' in scene) return scene.answer;
  const [metaItem, contentItem, rowItem] = scene.items;
  const meta = loadCase(metaItem);
  const content = loadContent(contentItem);
  const { actor } = scene.context;
  if (meta === undefined || content === undefined || !(await mayReadCase(ports, actor, meta.value)))
    throw new Refusal('CaseNotFound', { case: item.case });
  const step = await freeStep(ports, scene.list.value, meta.value);
  const linked = scene.list.value.kind === 'decision' ? await linkedWrites(ports, meta.value) : [];
  const subject = meta.value;
  const row: ListRow = { ...rowOf(subject, content.value, item), dueOn: step.dueOn };
  const work = new Work(ports, scene.setting.post);
  const { struckFrom: _acted, ...rest } = subject;
  work.changeCase(meta, {
    subject: { ...rest, list: listId },
    entry: { act: 'Gathered', facts: { list: listId, step: step.code, recommended: item.recommended } },
  });
  work.add(rowWrite(scene.list.value, row, loadRow(rowItem)), ...linked);
  const list = withRow(scene.list, step.dueOn, headOf(scene.list.value, subject, step));
  work.changeList(scene.list, list, { act: 'RowGathered', facts: { case: subject.id, rows: list.rows } });
  const answer: ActAnswer = { id: listId, version: scene.list.version + 1, act: 'gather' };
  work.add(...requestWrites(ports, scene.context, answer));
  await work.commit();
  return answer;
}

type Head = Pick<List, 'authority' | 'addressee' | 'asked'>;

/** What stands at the head of the list: who decides, in full words, as the route says it; whom a letter goes to. */
function headOf(list: List, subject: Case, step: RouteStep): Head {
  const template = law.template(subject.route?.template ?? '');
  const authority = template?.steps.find((one) => one.code === step.code)?.authority?.vi;
  const next = subject.route?.steps[(subject.position ?? 0) + 1];
  const addressee = list.kind === 'letter' ? (next?.sentTo ?? next?.organisation) : undefined;
  return {
    ...(authority === undefined ? {} : { authority }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(list.kind === 'opinionRequest' ? { asked: askedFor(list, step) } : {}),
  };
}

/** Those who were named when it was started, and those whom the way of each case asks; never the asker itself. */
const askedFor = (list: List, { asks = [] }: RouteStep): NonNullable<List['asked']> =>
  askedTogether(
    list.asked ?? [],
    asks.filter((one) => one.organisation !== list.organisation).map((one) => ({ ...one, left: 0 })),
  );

/** One authority, one addressee: a case that another one decides or receives stands on another list. */
function withRow(list: Loaded<List>, dueOn: NonNullable<List['dueOn']>, head: Head): List {
  const { authority, addressee, ...rest } = list.value;
  if (rest.rows > 0 && (authority !== head.authority || addressee !== head.addressee)) {
    throw new Refusal('CaseNotOfThisList', { authority: authority ?? '', addressee: addressee ?? '' });
  }
  const before = rest.dueOn;
  return {
    ...rest,
    ...head,
    rows: rest.rows + 1,
    dueOn: before === undefined || dueOn < before ? dueOn : before,
    turn: rest.turn + 1,
  };
}

/** The step at which the case is free for this list. @throws Refusal, of one that moved on with what happened to it */
async function freeStep(ports: Ports, list: List, subject: Case): Promise<RouteStep> {
  try {
    return requireFree(list, subject);
  } catch (error) {
    throw await withWhatHappened(ports, error, subject);
  }
}

/** A case may be taken that is free at a step of this list's kind, here, and as secret as the list. */
function requireFree(list: List, subject: Case): RouteStep {
  const step = openStep(subject);
  if (standingOf(subject) === 'moving') throw new Refusal('CaseIsMoving');
  if (step === undefined || standingOf(subject) !== 'free')
    throw new Refusal('CaseNotFree', { standing: standingOf(subject) });
  const fits =
    step.organisation === list.organisation &&
    subject.kind === list.caseKind &&
    takesCasesAt(list, step.kind);
  if (!fits) throw new Refusal('CaseNotOfThisList', { step: step.code });
  if (list.round !== undefined && subject.round !== list.round)
    throw new Refusal('CaseNotOfThisList', { round: subject.round ?? '' });
  if ((subject.sealed === undefined) !== (list.sealed === undefined)) throw new Refusal('SealedApart');
  return step;
}

function rowOf(subject: Case, content: { citation: string }, item: Gathering): ListRow {
  const { name, unit, birthYear, residentialGroup, namesake } = subject.label;
  return {
    case: subject.id,
    name,
    unit,
    namesake,
    publicCode: subject.publicCode,
    citation: subject.sealed === undefined ? content.citation : '',
    enteredBy: subject.enteredBy,
    recommended: item.recommended,
    remark: item.remark,
    state: 'on',
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(residentialGroup === undefined ? {} : { residentialGroup }),
    ...(subject.subject === undefined || subject.sealed !== undefined ? {} : { subject: subject.subject }),
    ...(subject.subjectKind === undefined ? {} : { subjectKind: subject.subjectKind }),
    ...(subject.form === undefined ? {} : { form: subject.form }),
    ...(subject.sealed === undefined ? {} : { sealedNumber: subject.sealed.number }),
  };
}

/** Why this person may not sign (letters) or decide (decisions) the case. */
export function barOf(list: List, person: Parameters<typeof barredFrom>[1], subject: Case) {
  const judgement = list.kind === 'letter' || list.kind === 'opinionRequest' ? 'sign' : 'decide';
  return barredFrom(judgement, person, {
    proposer: subject.proposer.person,
    appraisers: subject.appraisers,
    subjectAccounts: subject.subjectAccounts,
  });
}
