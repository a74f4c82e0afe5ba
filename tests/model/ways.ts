import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { Case, RouteStep } from '#shared/domain/case.ts';
import { entryHash } from '#shared/domain/history.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import { parseEntryItem } from '#shared/records/history-record.ts';
import { encode, type Loaded } from '#shared/records/item.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { keepPaper } from '#tests/support/minutes.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftModelProposal } from '#tests/support/small-world.ts';
import type { World } from './world.ts';

/** A kind of case, and the way it goes in the small world. */
export interface Way {
  readonly name: string;
  /** Makes the next draft; `like`: of the same subject as that case, for another time. */
  draft(world: World, like?: CaseId): Promise<CaseId>;
  /** What is left of the law's way, so that a walk comes to an end; all of it when absent. */
  readonly steps?: readonly string[];
  /** Councils that are left out have met: their minutes are asked for further on. */
  readonly met?: true;
  /** Steps that are of another kind than the law's here. */
  readonly as?: Readonly<Record<string, RouteStep['kind']>>;
  /** Whoever appraises may ask other offices for their opinion first. */
  readonly asks?: true;
  /** Between which forms it may be changed. */
  readonly forms?: readonly string[];
}

/** By ward letter and appraisal to a decision; the city's chairman decides where the form was changed. */
export const byLetter: Way = {
  name: 'letter – appraisal – decision',
  met: true,
  draft: draftNomination,
  steps: ['ward-letter', 'district-appraise', 'district-decide', 'city-decide'],
  forms: ['GK_HUYEN', 'BK_TINH'],
};

/** The shortest on which one list holds two cases and another follows. */
export const byTwoLists: Way = {
  name: 'letter – decision',
  draft: draftNomination,
  steps: ['ward-letter', 'district-decide'],
};

/** Three steps, each of a kind of its own: a letter, the case alone, a decision. */
export const byThreeSteps: Way = {
  name: 'letter – appraisal – decision, form as it is',
  met: true,
  draft: draftNomination,
  steps: ['ward-letter', 'district-appraise', 'district-decide'],
};

export const byCouncil: Way = {
  name: 'council – receipt – decision outside',
  draft: (world, like) => draftNomination(world, like, 'letter'),
  steps: ['ward-council', 'district-receive', 'district-decide'],
  as: { 'district-decide': 'outside' },
};

/** A step that asks two offices for their opinion. */
export const byOpinions: Way = {
  name: 'opinions – decision',
  met: true,
  draft: draftNomination,
  steps: ['district-appraise', 'district-decide'],
  as: { 'district-appraise': 'opinion' },
};

/** Opinions are asked for beside an appraisal, as often as anybody likes. */
const byAskedAppraisal: Way = {
  name: 'appraisal with opinions – decision',
  met: true,
  draft: (world, like) => draftNomination(world, like, 'letter'),
  steps: ['district-appraise', 'district-decide'],
  asks: true,
};

/** The whole way of a ward's model, as the law of 2020 has it. */
export const ofModel: Way = {
  name: 'letter – receipt – appraisal – approval of a model',
  draft: ({ ports }) => draftModelProposal(ports),
};

export const everyWay: readonly Way[] = [byLetter, byCouncil, ofModel, byOpinions, byAskedAppraisal];

const readCase = async ({ store }: World, id: CaseId): Promise<Loaded<Case>> => {
  const [item] = await store.get([keys.caseMeta(id)]);
  return loadCase(item)!;
};

/** @param paper what a step would have made that the way is shortened by, and a later one asks for */
async function draftNomination(world: World, like?: CaseId, paper?: 'letter'): Promise<CaseId> {
  const subject = like === undefined ? undefined : (await readCase(world, like)).value.subject;
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    ...(subject === undefined ? {} : { subject }),
    content: {
      printedName: 'Nguyễn Thị Sáu',
      unit: 'Tổ dân phố số 5',
      birthYear: 1958,
      ...(subject === undefined
        ? {
            achievementFrom: '2020-01-01',
            achievementTo: '2020-09-30',
            citation: 'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc',
            report: 'Vận động 120 hộ ký cam kết.',
          }
        : {
            achievementFrom: '2019-01-01',
            achievementTo: '2019-12-31',
            citation: 'Dũng cảm cứu người bị nạn',
            report: 'Một mình đưa hai cháu nhỏ ra khỏi căn nhà đang cháy.',
          }),
    },
  });
  const answer = await nominate(world.ports, asks(people.wardOfficer), command);
  const id = caseIdSchema.parse(answer.id);
  if (paper !== undefined) await keepPaper(world.ports, people.wardOfficer, { case: id }, paper);
  return id;
}

/** All that is put in by hand: of the steps ahead those stay that the small world has, and the way is held to. */
export async function shorten(world: World, { steps, met, as = {} }: Way, id: CaseId): Promise<void> {
  if (steps === undefined) return;
  const before = await readCase(world, id);
  const { route } = before.value;
  if (route === undefined) return;
  const kept = (step: RouteStep) => step.state !== 'ahead' || steps.includes(step.code);
  const left = route.steps
    .filter((step) => kept(step) || (met === true && step.kind === 'council'))
    .map((step): RouteStep => (kept(step) ? step : { ...step, state: 'settled' }));
  const made = left.map((step): RouteStep => ({ ...step, kind: as[step.code] ?? step.kind }));
  const frozenOn = route.frozenOn ?? world.clock.today();
  const after: Case = { ...before.value, route: { ...route, frozenOn, steps: made } };
  const { entry, head } = await retold(world, after);
  await world.store.commit([...caseWrites(before, { ...after, head }), entry]);
}

/** The entry that made the route tells of what is left of it. */
async function retold({ store }: World, { id, route, entries }: Case) {
  const record = recordId('CASE', id);
  const [item] = await store.get([keys.entry(record, entries)]);
  const { entry } = parseEntryItem(item!);
  const others = Object.entries(entry.change?.['META'] ?? {}).filter(
    ([place]) => !place.startsWith('/route'),
  );
  const META = { ...Object.fromEntries(others), '/route': route };
  const text = JSON.stringify({ ...entry, change: { ...entry.change, META } });
  const hash = entryHash(entry.previous, text);
  return { entry: { put: encode(keys.entry(record, entries), { text, hash }, 1) }, head: hash };
}
