import { newModelProposalSchema, newNominationSchema } from '#shared/domain/case-command.ts';
import { isEnded, openStep, type Case, type RouteStep } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, listIdSchema, type CaseId } from '#shared/domain/id.ts';
import { newOpinionRequestSchema } from '#shared/domain/list-command.ts';
import type { Lane } from '#shared/domain/route-template.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { nominate, proposeModel } from '#shared/use-cases/cases/new-case.ts';
import { startDecision, startOpinionRequest } from '#shared/use-cases/lists/new-list.ts';
import { walkIn, type Desk, type Walk } from '#tests/support/case-walk.ts';
import { keepPaper, keepScan } from '#tests/support/minutes.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import { deskOf, openTheCity, sittingOf, wardPoliceDesk } from './city-offices.ts';
import { countStates, type States } from './state-count.ts';

/** Cases walked to their end on the embedded interpreter, each state that their flow enters counted. */
export interface Walked {
  readonly route: string;
  readonly steps: number;
  /** Of them those that ask for opinions: they are looked at once more when the asking begins. */
  readonly asking: number;
  readonly status: Case['status'];
  readonly states: States;
}

interface Way {
  readonly form?: string;
  readonly lane?: Lane;
  readonly entering: Person;
  /** Office time when it begins: the law of that day. */
  readonly from: string;
  readonly closing: string;
  /** A ward alone: what the city decides is recorded. */
  readonly cityOutside?: true;
}

const in2020 = { from: '2020-10-05T02:00:00.000Z', closing: '2020-12-11' };
const in2025 = { from: '2025-03-10T02:00:00.000Z', closing: '2025-05-16' };
const in2026 = { from: '2026-07-06T02:00:00.000Z', closing: '2026-08-17' };

export const ways: readonly Way[] = [
  { ...in2020, form: 'GK_HUYEN', entering: people.wardOfficer },
  { ...in2020, form: 'BK_TINH', entering: people.wardOfficer },
  { ...in2020, form: 'KNC_ANTQ', entering: people.policeOfficer },
  { ...in2026, form: 'GK_XA', entering: people.wardOfficer },
  { ...in2026, form: 'BK_TINH', entering: people.wardOfficer, cityOutside: true },
  { ...in2026, form: 'KNC_ANTQ', entering: wardPoliceDesk.officer },
  { ...in2020, entering: people.wardOfficer },
  { ...in2020, entering: people.policeOfficer },
  { ...in2020, form: 'GK_XA', entering: people.wardOfficer },
  { ...in2025, form: 'GK_HUYEN', entering: people.wardOfficer },
  { ...in2025, form: 'BK_TINH', entering: people.wardOfficer },
  { ...in2025, form: 'KNC_ANTQ', entering: wardPoliceDesk.officer },
  { ...in2025, entering: people.wardOfficer },
  { ...in2025, entering: people.policeOfficer },
  { ...in2026, entering: people.wardOfficer },
  ...[in2020, in2025, in2026].flatMap((days) =>
    ['GK_CAT', 'BK_TINH', 'BK_BCA'].map((form): Way => ({
      ...days,
      form,
      lane: 'police',
      entering: people.wardOfficer,
    })),
  ),
];

const content = {
  printedName: 'Nguyễn Thị Sáu',
  unit: 'Tổ dân phố số 5, phường Sở Dầu',
  birthYear: 1958,
  achievementFrom: '2019-12-01',
  achievementTo: '2020-09-30',
  citation: 'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc',
  report: 'Vận động 120 hộ của tổ dân phố ký cam kết về an ninh trật tự.',
};

export interface Journey extends Walk {
  readonly home: TestHome;
  readonly id: CaseId;
  readonly entered: () => States;
}

export async function setOut({ form, lane, entering, from, closing, cityOutside }: Way): Promise<Journey> {
  const home = await createTestHome();
  home.ports.clock.setOffice(instantSchema.parse(from));
  await openTheCity(home.ports.store, { closing, lane, outside: cityOutside });
  const entered = await countStates(home.ports.database);
  const walk = walkIn(home);
  const organisation = entering.posts[0]?.organisation ?? organisations.wardCommittee.id;
  const id = await drafted(
    home,
    entering,
    { organisation, proposer: { name: 'Phạm Văn Tổ' }, content },
    form,
  );
  // What some way asks for and does not make itself.
  for (const kind of form === undefined ? [] : (['letter', 'minutes', 'report'] as const))
    await keepPaper(home.ports, entering, { case: id }, kind);
  await walk.act(entering, id, 'submit');
  return { ...walk, home, id, entered };
}

async function drafted({ ports }: TestHome, by: Person, body: object, form?: string): Promise<CaseId> {
  if (form === undefined) {
    const model = { place: 'Phường Sở Dầu', partners: 'Bốn trường học', sites: 4, teams: 4 };
    const proposal = newModelProposalSchema.parse({ ...body, content: { ...content, model } });
    return caseIdSchema.parse((await proposeModel(ports, asks(by), proposal)).id);
  }
  const asked = { ...body, round: december.id, form, subjectKind: 'individual' };
  const { id } = await nominate(ports, asks(by), newNominationSchema.parse(asked));
  return caseIdSchema.parse(id);
}

/** Every step settled as soon as it is open. */
export async function walkStraight(way: Way): Promise<Walked> {
  const journey = await setOut(way);
  await goOn(journey, () => false);
  return walkedBy(journey);
}

export async function walkedBy({ caseOf, id, entered }: Journey): Promise<Walked> {
  const { route, status } = await caseOf(id);
  const steps = route?.steps ?? [];
  return {
    route: route?.template ?? '',
    steps: steps.length,
    asking: steps.filter(({ kind }) => kind === 'opinion').length,
    status,
    states: entered(),
  };
}

/** Settles one step after another, up to the end or where `until` says to stop. */
export async function goOn(journey: Journey, until: (code: string) => boolean): Promise<void> {
  for (let on = true; on;) {
    const subject = await journey.caseOf(journey.id);
    const step = openStep(subject);
    on = !isEnded(subject.status) && step !== undefined && !until(step.code);
    if (on && step !== undefined) await settle(journey, subject, step);
  }
}

async function settle(journey: Journey, subject: Case, step: RouteStep): Promise<void> {
  const { act, letter, decision, session, id } = journey;
  const desk = deskOf(step.organisation);
  const options = { model: subject.kind === 'modelProposal' };
  switch (step.kind) {
    case 'council':
      await session(sittingOf(step.organisation), [id]);
      return;
    case 'letter':
      await letter(desk, [id], options);
      return;
    case 'receive':
      return act(desk.officer, id, 'receive');
    case 'appraise':
      return act(desk.officer, id, 'recommend');
    case 'decide':
      await decision(desk, [id], options);
      return;
    case 'outside':
      return recordOutside(journey, step);
    case 'opinion':
      return askOpinions(journey, desk);
  }
}

/** Whom the way asks, and the district in any case; all agree. */
async function askOpinions({ home, gatherAll, finish, onList, listOf, caseOf, id }: Journey, desk: Desk) {
  const { ports } = home;
  const { kind: caseKind } = await caseOf(id);
  const request = newOpinionRequestSchema.parse({
    organisation: desk.organisation,
    title: 'Lấy ý kiến',
    caseKind,
    asked: [organisations.districtCommittee.id],
  });
  const list = listIdSchema.parse((await startOpinionRequest(ports, asks(desk.officer), request)).id);
  await gatherAll(desk.officer, list, [id]);
  await finish(desk, list);
  for (const { organisation } of (await listOf(list)).asked ?? [])
    await onList(deskOf(organisation).officer, list, 'answer', {
      organisation,
      answers: [{ case: id, opinion: 'agrees' }],
    });
}

async function recordOutside(
  { home, gatherAll, onList, listOf, id }: Journey,
  step: RouteStep,
): Promise<void> {
  const { clerk, organisation } = deskOf(step.organisation);
  const { ports } = home;
  const title = 'Quyết định của Bộ trưởng';
  const decision = { organisation, title, caseKind: 'nomination', sealed: false, origin: 'outside' } as const;
  const list = listIdSchema.parse((await startDecision(ports, asks(clerk), decision)).id);
  await gatherAll(clerk, list, [id]);
  await onList(clerk, list, 'close', {});
  await keepScan(ports, clerk, list);
  await onList(clerk, list, 'issueSignedOutside', {
    number: '1234/QĐ-BCA',
    date: ports.clock.today(),
    signedOn: ports.clock.today(),
    signer: { name: 'Bộ trưởng', capacity: 'head' },
    hash: (await listOf(list)).hash,
  });
}
