import { caseCommands, newNominationSchema } from '#shared/domain/case-command.ts';
import { ceremonyCommands, newCeremonySchema } from '#shared/domain/ceremony.ts';
import type { Person } from '#shared/domain/directory.ts';
import {
  caseIdSchema,
  ceremonyIdSchema,
  listIdSchema,
  type CaseId,
  type CeremonyId,
  type ListId,
} from '#shared/domain/id.ts';
import {
  listCommands,
  newDecisionSchema,
  newLetterSchema,
  newOpinionRequestSchema,
  newSessionSchema,
} from '#shared/domain/list-command.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import {
  areaWrites,
  organisationWrites,
  personWrites,
  roundWrite,
} from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList } from '#shared/records/list-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnList } from '#shared/use-cases/lists/act-on-list.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { attach, checkFile } from '#shared/use-cases/files/files.ts';
import { openStepOf } from '#shared/use-cases/flow/case-steps.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { proposeSetting } from '#shared/use-cases/law/settings.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import {
  startDecision,
  startLetter,
  startOpinionRequest,
  startSession,
} from '#shared/use-cases/lists/new-list.ts';
import { keepMinutes, keepScan, smallPdf } from './minutes.ts';
import { moreAreas, moreOrganisations, openRound, walkerAt, walkers } from './permission-people.ts';
import { openWardSlips } from './new-slip.ts';
import { pastDecision } from './past-decision.ts';
import { councils, organisations, people } from './small-directory.ts';
import { asks, createTestPorts, type TestPorts } from './small-world.ts';

/** A world with one record in the right state for every act of the permission table. */
export async function createPermissionWorld() {
  // Another file may have made a world of its own in this process.
  numbers = 0;
  const ports = await createTestPorts();
  await ports.store.commit([
    ...moreAreas.flatMap(areaWrites),
    ...moreOrganisations.flatMap(organisationWrites),
    roundWrite(undefined, openRound),
  ]);
  for (const { person } of walkers) await ports.store.commit(personWrites(undefined, person));

  const draft = await draftCase(ports);
  const sealed = await draftCase(ports, true);
  const paper = await attachTo(ports, draft);
  const keptPaper = await attachTo(ports, draft);
  await checkFile(ports, asks(people.wardOfficer), keptPaper);

  const atCouncil = await submittedCases(ports, 6);
  const atLetter = await passCouncil(ports, await submittedCases(ports, 4), ward);
  const atReceive = await passLetter(
    ports,
    await passCouncil(ports, await submittedCases(ports, 19), ward),
    ward,
  );
  const [toReceive, supplemented, held, toAppraise, moving, ...more] = atReceive;
  const [askable, further] = [more.slice(0, 7), more.slice(7)];
  await act(ports, people.policeOfficer, must(toAppraise), 'receive', {});
  await act(ports, people.policeOfficer, must(supplemented), 'askSupplement', {
    fields: ['citation'],
    note: 'Ghi rõ',
  });
  await act(ports, people.policeOfficer, must(supplemented), 'askQuestion', {
    to: organisations.wardCommittee.id,
    question: 'Ai chứng kiến?',
  });
  await act(ports, people.policeOfficer, must(held), 'hold', { reason: 'Chờ kết luận', document: 'CV 12' });
  for (const id of more) await act(ports, people.policeOfficer, id, 'receive', {});
  for (const id of further) {
    await act(ports, people.policeOfficer, id, 'recommend', {});
  }
  const atDecide = await passCouncil(ports, await passLetter(ports, further, police), district);

  return {
    ports,
    other: await subjectOf(ports, must(supplemented)),
    cases: {
      draft,
      sealed,
      atCouncil: must(atCouncil[5]),
      toReceive: must(toReceive),
      supplemented: must(supplemented),
    },
    more: {
      moving: must(moving),
      held: must(held),
      toAppraise: await asIfLawChosen(ports, must(toAppraise)),
      award: await asIfJudged(ports, must(toAppraise)),
      toRefuse: must(atDecide[0]),
      toRecord: await asIfOutside(ports, must(atDecide[5])),
    },
    slip: (await (await openWardSlips(ports, openRound.id)).send()).id,
    past: (await importPast(ports, asks(people.wardOfficer), pastDecision())).id,
    /** Its act of drafting, two papers attached, one of them checked. */
    draftVersion: '4',
    paper,
    keptPaper,
    publicCode: await publicCodeOf(ports, must(atCouncil[5])),
    sessions: await sessionsFor(ports, atCouncil),
    letters: await signedLists(ports, atLetter, 'ward'),
    decisions: await signedLists(ports, atDecide, 'district'),
    requests: await requestsFor(ports, askable),
    /** Proposed by somebody who doesn't walk. */
    setting: await settingOf(ports),
    ceremonies: await ceremoniesFor(ports, must(atDecide[4]), must(atDecide[6])),
  };
}
export const postingSetting = proposeSettingSchema.parse({
  organisation: organisations.districtCommittee.id,
  key: 'limit.posting',
  value: 5,
  validFrom: '2021-01-01',
  source: 'Quyết định số 12/2020/QĐ-UBND',
});

const settingOf = async (ports: TestPorts): Promise<string> =>
  (await proposeSetting(ports, asks(people.administrator), postingSetting)).id;

export type PermissionWorld = Awaited<ReturnType<typeof createPermissionWorld>>;

export function must<T>(value: T | undefined, what = 'something'): T {
  if (value === undefined) throw new Error(`the world lacks ${what}`);
  return value;
}

const ward = {
  organisation: organisations.wardCommittee,
  officer: people.wardOfficer,
  secretary: people.wardSecretary,
  leader: people.wardLeader,
  clerk: people.wardClerk,
  council: councils.ward,
};
const police = {
  ...ward,
  organisation: organisations.districtPolice,
  officer: people.policeOfficer,
  leader: people.policeLeader,
  clerk: people.policeClerk,
};
const district = {
  organisation: organisations.districtCommittee,
  officer: people.districtOfficer,
  secretary: people.districtSecretary,
  leader: people.districtLeader,
  clerk: people.districtClerk,
  council: councils.district,
};
type Office = typeof ward;

export const report = {
  kind: 'report',
  name: 'ban.pdf',
  size: smallPdf.length,
  contentType: 'application/pdf',
} as const;

let drafted = 0;

async function draftCase(ports: TestPorts, sealed = false): Promise<CaseId> {
  drafted += 1;
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: openRound.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: `Nguyễn Văn Thứ ${String(drafted)}`,
      unit: 'Tổ 5',
      birthYear: 1950,
      achievementFrom: '2019-12-01',
      achievementTo: '2020-09-30',
      citation: 'Có thành tích',
      report: 'Đã làm',
      ...(sealed ? {} : { publication: 'public', publicationBasis: 'Đồng ý công khai' }),
    },
    ...(sealed ? { sealed: { basis: 'Giúp việc cho công an', placeholder: false } } : {}),
  });
  const { id } = await nominate(ports, asks(sealed ? people.wardSealedOfficer : people.wardOfficer), command);
  return caseIdSchema.parse(id);
}

async function attachTo(ports: TestPorts, id: CaseId) {
  const { id: paper } = await attach(ports, asks(people.wardOfficer), { case: id }, report, '/');
  ports.files.receive(paper, smallPdf);
  return paper;
}

async function submittedCases(ports: TestPorts, count: number): Promise<CaseId[]> {
  const ids: CaseId[] = [];
  for (let left = count; left > 0; left -= 1) {
    const id = await draftCase(ports);
    await act(ports, people.wardOfficer, id, 'submit', { noSecrets: true });
    ids.push(id);
  }
  return ids;
}

/** An act on a case and all that follows from it, the opening of the next step too. */
async function act(
  ports: TestPorts,
  who: Person,
  id: CaseId,
  name: keyof typeof caseCommands,
  body: object,
): Promise<void> {
  await actOnCase(ports, asks(who), id, name, caseCommands[name].parse(body));
  await carry(ports, id);
}

async function carry(ports: TestPorts, id: CaseId): Promise<void> {
  const record = `CASE#${id}`;
  await catchUp(ports, record);
  await openStepOf(ports, { record, generation: 1 });
  await catchUp(ports, record);
}

/** As if whoever decides it stood outside, and this organisation were the last inside. */
async function asIfOutside(ports: TestPorts, id: CaseId): Promise<CaseId> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const { version, body, ...rest } = must(item);
  const subject = must(loadCase(item)).value;
  const route = must(subject.route);
  const steps = route.steps.map((step) => (step.state === 'open' ? { ...step, kind: 'outside' } : step));
  const outside = { ...body, route: { ...route, steps } };
  await ports.store.commit([{ put: { ...rest, version: version + 1, body: outside } }]);
  return id;
}

/** As if a newer law had been chosen for it: it may be left again. */
async function asIfLawChosen(ports: TestPorts, id: CaseId): Promise<CaseId> {
  const loaded = must(loadCase((await ports.store.get([keys.caseMeta(id)]))[0]));
  await ports.store.commit(caseWrites(loaded, { ...loaded.value, lawOf: ports.clock.today() }));
  return id;
}

/** An earlier award of its subject, judged to be for another achievement: it may be judged anew. */
async function asIfJudged(ports: TestPorts, id: CaseId): Promise<string> {
  const { subject, label } = must(loadCase((await ports.store.get([keys.caseMeta(id)]))[0])).value;
  const time = { achievementFrom: '2019-12-05', achievementTo: '2020-02-28' };
  const row = {
    name: label.name,
    birthYear: 1950,
    kind: 'individual',
    unit: 'Tổ 5',
    form: 'GK_HUYEN',
    ...time,
  };
  const rows = [{ ...row, answer: { answer: 'same', subject } }];
  const decision = pastDecision({ number: '31/QĐ-UBND', date: '2020-03-15', rows });
  const award = `${(await importPast(ports, asks(people.wardOfficer), decision)).id}/1`;
  const judged = { other: award, answer: 'other' as const, by: people.policeOfficer.id };
  const loaded = must(loadCase((await ports.store.get([keys.caseMeta(id)]))[0]));
  const judgedAchievements = [{ ...judged, on: ports.clock.today() }];
  await ports.store.commit(caseWrites(loaded, { ...loaded.value, judgedAchievements }));
  return award;
}

type ListAct = Exclude<keyof typeof listCommands, 'gather'>;

async function onList(ports: TestPorts, who: Person, id: ListId, name: ListAct, body: object): Promise<void> {
  await actOnList(ports, asks(who), id, name, listCommands[name].parse(body));
}

async function put(ports: TestPorts, who: Person, list: ListId, cases: readonly CaseId[]): Promise<void> {
  await gather(
    ports,
    asks(who),
    list,
    listCommands.gather.parse({ cases: cases.map((one) => ({ case: one })) }),
  );
}

async function newSession(ports: TestPorts, at: Office, cases: readonly CaseId[]): Promise<ListId> {
  const command = {
    organisation: at.organisation.id,
    title: 'Phiên họp',
    council: at.council.id,
    heldOn: '2020-10-05',
  };
  const { id } = await startSession(ports, asks(at.secretary), newSessionSchema.parse(command));
  const list = listIdSchema.parse(id);
  await put(ports, at.secretary, list, cases);
  return list;
}

async function enterPresence(ports: TestPorts, at: Office, list: ListId): Promise<void> {
  await onList(ports, at.secretary, list, 'presence', { chair: at.leader.id });
}

async function enterResults(
  ports: TestPorts,
  at: Office,
  list: ListId,
  cases: readonly CaseId[],
): Promise<void> {
  const agreed = at.council.members.length;
  for (const one of cases)
    await onList(ports, at.secretary, list, 'result', { case: one, outcome: 'agreed', agreed });
  await keepMinutes(ports, at.secretary, list);
}

async function settle(ports: TestPorts, list: ListId, cases: readonly CaseId[]): Promise<void> {
  await catchUp(ports, `LIST#${list}`);
  for (const id of cases) await carry(ports, id);
}

async function passCouncil(
  ports: TestPorts,
  cases: readonly CaseId[],
  at: Office,
): Promise<readonly CaseId[]> {
  const list = await newSession(ports, at, cases);
  await onList(ports, at.secretary, list, 'close', {});
  await enterPresence(ports, at, list);
  await enterResults(ports, at, list, cases);
  await onList(ports, at.secretary, list, 'conclude', {});
  await settle(ports, list, cases);
  return cases;
}

let numbers = 0;

/** An appraiser asks the district. */
async function newRequest(
  ports: TestPorts,
  one: CaseId,
  asked = [district.organisation.id],
): Promise<ListId> {
  const command = {
    organisation: police.organisation.id,
    title: 'Lấy ý kiến',
    stepKind: 'appraise',
    asked,
  };
  const { id } = await startOpinionRequest(
    ports,
    asks(police.officer),
    newOpinionRequestSchema.parse(command),
  );
  const list = listIdSchema.parse(id);
  await put(ports, police.officer, list, [one]);
  return list;
}

async function newSignedList(ports: TestPorts, at: Office, cases: readonly CaseId[]): Promise<ListId> {
  const facts = { organisation: at.organisation.id, title: 'Danh sách', round: openRound.id };
  const decides = at.organisation === organisations.districtCommittee;
  const { id } = decides
    ? await startDecision(ports, asks(at.officer), newDecisionSchema.parse(facts))
    : await startLetter(ports, asks(at.officer), newLetterSchema.parse(facts));
  const list = listIdSchema.parse(id);
  await put(ports, at.officer, list, cases);
  return list;
}

async function sign(ports: TestPorts, who: Person, list: ListId): Promise<void> {
  await onList(ports, who, list, 'sign', { hash: await hashOf(ports, list) });
}

async function issue(ports: TestPorts, at: Office, list: ListId): Promise<void> {
  numbers += 1;
  const type = at.organisation === organisations.districtCommittee ? 'QĐ' : 'TTr';
  await onList(ports, at.clerk, list, 'issue', {
    number: `${String(numbers)}/${type}-UBND`,
    date: '2020-10-05',
  });
}

async function passLetter(
  ports: TestPorts,
  cases: readonly CaseId[],
  at: Office,
): Promise<readonly CaseId[]> {
  const list = await newSignedList(ports, at, cases);
  await onList(ports, at.officer, list, 'close', { signer: at.leader.posts[0]?.id });
  await sign(ports, at.leader, list);
  await issue(ports, at, list);
  await settle(ports, list, cases);
  return cases;
}

const desks = { ward, police, district };

/** Lists of one office: one that gathers, one closed for the walking leader, one signed. */
async function signedLists(
  ports: TestPorts,
  cases: readonly CaseId[],
  target: keyof typeof desks,
  begin = (one: CaseId) => newSignedList(ports, desks[target], [one]),
) {
  const at = desks[target];
  const signer = walkerAt(target, 'leader').person;
  const [free, one, two, three] = cases;
  const gathering = await begin(must(one));
  const closed = await begin(must(two));
  const signed = await begin(must(three));
  for (const list of [closed, signed])
    await onList(ports, at.officer, list, 'close', { signer: signer.posts[0]?.id });
  await sign(ports, signer, signed);
  await keepScan(ports, at.clerk, closed);
  return {
    gathering: { id: gathering, row: must(one), free: must(free) },
    closed: { id: closed, row: must(two), hash: await hashOf(ports, closed), signer },
    signed: { id: signed },
  };
}

/** Opinion requests, three of them issued: one waits for its answer, one for that of another, one has waited too long. */
async function requestsFor(ports: TestPorts, cases: readonly CaseId[]) {
  const lists = await signedLists(ports, cases, 'police', (one) => newRequest(ports, one));
  const issued = async (one: CaseId, asked = [district.organisation.id]) => {
    const list = await newRequest(ports, one, asked);
    await onList(ports, police.officer, list, 'close', { signer: police.leader.posts[0]?.id });
    await sign(ports, police.leader, list);
    await issue(ports, police, list);
    await settle(ports, list, [one]);
    return { id: list, row: one };
  };
  const [answered, overdue] = [await issued(must(cases[4])), await issued(must(cases[5]))];
  const both = [district.organisation.id, organisations.siblingCommittee.id];
  const corrected = await issued(must(cases[6]), both);
  await onList(ports, district.officer, corrected.id, 'answer', {
    organisation: district.organisation.id,
    answers: [{ case: corrected.row, opinion: 'agrees' }],
  });
  await asIfOverdue(ports, overdue.id);
  return { ...lists, answered, corrected, overdue };
}

/** As if it were a step of its case's way, and its day had passed. */
async function asIfOverdue(ports: TestPorts, list: ListId): Promise<void> {
  const [item] = await ports.store.get([keys.listMeta(list)]);
  const { version, body, ...rest } = must(item);
  const overdue = { ...body, stepKind: 'opinion', answerBy: '2020-10-01' };
  await ports.store.commit([{ put: { ...rest, version: version + 1, body: overdue } }]);
}

async function sessionsFor(ports: TestPorts, cases: readonly CaseId[]) {
  const [free, one, two, three, four] = cases;
  const gathering = await newSession(ports, ward, [must(one)]);
  const closed = await newSession(ports, ward, [must(two)]);
  const present = await newSession(ports, ward, [must(three)]);
  const ready = await newSession(ports, ward, [must(four)]);
  for (const list of [closed, present, ready]) await onList(ports, ward.secretary, list, 'close', {});
  for (const list of [present, ready]) await enterPresence(ports, ward, list);
  await enterResults(ports, ward, ready, [must(four)]);
  return {
    gathering: { id: gathering, row: must(one), free: must(free) },
    closed: { id: closed, row: must(two) },
    present: { id: present, row: must(three) },
    ready: { id: ready },
  };
}

async function ceremoniesFor(ports: TestPorts, awarded: CaseId, drawn: CaseId) {
  const decision = await newSignedList(ports, district, [awarded, drawn]);
  await onList(ports, district.officer, decision, 'close', { signer: district.leader.posts[0]?.id });
  await sign(ports, district.leader, decision);
  await issue(ports, district, decision);
  await settle(ports, decision, [awarded, drawn]);
  const preparing = await newCeremonyOf(ports);
  const arranging = await newCeremonyOf(ports);
  const held = await newCeremonyOf(ports);
  const draw = (id: CeremonyId, one: CaseId) =>
    drawAwards(ports, asks(people.organiser), id, ceremonyCommands.draw.parse({ decision, cases: [one] }));
  await draw(arranging, drawn);
  await draw(held, awarded);
  const [item] = await ports.store.get([keys.ceremonyMeta(held)]);
  const { version, body, ...rest } = must(item);
  await ports.store.commit([{ put: { ...rest, version: version + 1, body: { ...body, phase: 'HELD' } } }]);
  return { preparing, arranging: { id: arranging, award: drawn }, held, awarded, decision };
}

async function newCeremonyOf(ports: TestPorts) {
  const command = {
    host: organisations.districtCommittee.id,
    title: 'Lễ trao',
    day: '2020-12-29',
    place: 'Hội trường',
  };
  const { id } = await newCeremony(ports, asks(people.organiser), newCeremonySchema.parse(command));
  return ceremonyIdSchema.parse(id);
}

async function hashOf(ports: TestPorts, list: ListId): Promise<string> {
  const [item] = await ports.store.get([keys.listMeta(list)]);
  return loadList(item)?.value.hash ?? '';
}

async function publicCodeOf(ports: TestPorts, id: CaseId): Promise<string> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  return must(loadCase(item)).value.publicCode;
}

async function subjectOf(ports: TestPorts, id: CaseId): Promise<string> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  return must(loadCase(item)?.value.subject);
}
