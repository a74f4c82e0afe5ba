import { describe, expect, it } from 'vitest';
import { loadCase } from '#shared/records/case-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { listIdSchema } from '#shared/domain/id.ts';
import type { Person } from '#shared/domain/directory.ts';
import { standingOf, openStep, type Case } from '#shared/domain/case.ts';
import { caseCommands, type CaseCommandName } from '#shared/domain/case-command.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { verifyHistory, follow } from '#shared/use-cases/views/browse.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { councils, december, organisations, people } from '../support/small-directory.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { keepMinutes, keepScan } from '../support/minutes.ts';

async function act(home: TestHome, who: Person, id: CaseId, name: CaseCommandName, body: unknown = {}) {
  const answer = await actOnCase(home.ports, asks(who), id, name, caseCommands[name].parse(body) as never);
  await home.settle();
  return answer;
}

async function onList(home: TestHome, who: Person, id: ListId, name: SingleListAct, body: unknown = {}) {
  const answer = await actOnList(home.ports, asks(who), id, name, listCommands[name].parse(body) as never);
  await home.settle();
  return answer;
}

async function caseOf(home: TestHome, id: CaseId): Promise<Case> {
  const [item] = await home.ports.store.get([keys.caseMeta(id)]);
  const found = loadCase(item);
  if (found === undefined) throw new Error('no case');
  return found.value;
}

const stepOf = async (home: TestHome, id: CaseId) => openStep(await caseOf(home, id))?.code;

async function gatherAll(home: TestHome, who: Person, list: ListId, cases: readonly CaseId[]) {
  await gather(
    home.ports,
    asks(who),
    list,
    listCommands.gather.parse({ cases: cases.map((one) => ({ case: one })) }),
  );
  await home.settle();
}

async function throughSession(
  home: TestHome,
  level: 'ward' | 'district',
  cases: readonly CaseId[],
  absent: readonly Person[] = [],
) {
  const council = councils[level];
  const who = level === 'ward' ? people.wardSecretary : people.districtSecretary;
  const chair = level === 'ward' ? people.wardLeader : people.districtLeader;
  const started = await startSession(home.ports, asks(who), {
    organisation: council.organisation,
    title: 'Họp xét',
    council: council.id,
    heldOn: home.ports.clock.today(),
    round: december.id,
    sealed: false,
  });
  const list = listIdSchema.parse(started.id);
  await gatherAll(home, who, list, cases);
  await onList(home, who, list, 'close');
  await onList(home, who, list, 'presence', {
    chair: chair.id,
    absent: absent.map((person) => ({ person: person.id, reason: 'Đi công tác' })),
  });
  for (const one of cases)
    await onList(home, who, list, 'result', {
      case: one,
      outcome: 'agreed',
      agreed: council.members.length - absent.length,
    });
  await keepMinutes(home.ports, who, list);
  await onList(home, who, list, 'conclude');
  return list;
}

async function throughLetter(
  home: TestHome,
  level: 'ward' | 'police',
  cases: readonly CaseId[],
  number: string,
) {
  const [officer, leader, clerk, organisation] =
    level === 'ward'
      ? [people.wardOfficer, people.wardLeader, people.wardClerk, organisations.wardCommittee]
      : [people.policeOfficer, people.policeLeader, people.policeClerk, organisations.districtPolice];
  const started = await startLetter(home.ports, asks(officer), {
    organisation: organisation.id,
    title: 'Tờ trình đề nghị khen thưởng',
    round: december.id,
    caseKind: 'nomination',
    sealed: false,
  });
  const list = listIdSchema.parse(started.id);
  await gatherAll(home, officer, list, cases);
  await onList(home, officer, list, 'close', { signer: leader.posts[0]?.id });
  const { list: closed } = await readListView(home.ports, leader.id, list);
  await onList(home, leader, list, 'sign', { hash: closed.hash });
  await onList(home, clerk, list, 'issue', { number, date: home.ports.clock.today() });
  return list;
}

describe('a nomination for the district chairman’s certificate', () => {
  it('walks from the ward to the decision, each step opened by the flow', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    const other = await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
    await act(home, people.wardOfficer, id, 'submit', { noSecrets: true });
    await act(home, people.wardOfficer, other, 'submit', { noSecrets: true });
    expect(await stepOf(home, id)).toBe('ward-council');

    await throughSession(home, 'ward', [id, other]);
    expect(await stepOf(home, id)).toBe('ward-letter');
    await throughLetter(home, 'ward', [id, other], '12/TTr-UBND');
    expect(await stepOf(home, id)).toBe('district-receive');
    for (const one of [id, other]) {
      await act(home, people.policeOfficer, one, 'receive');
      await act(home, people.policeOfficer, one, 'recommend');
    }
    expect((await caseOf(home, id)).route?.frozenOn).toBe(home.ports.clock.today());
    await throughLetter(home, 'police', [id, other], '80/TTr-CAQ');
    await throughSession(home, 'district', [id, other], [people.districtMember]);
    expect(await stepOf(home, id)).toBe('district-decide');

    const started = await startDecision(home.ports, asks(people.districtOfficer), {
      organisation: organisations.districtCommittee.id,
      title: 'Quyết định khen thưởng',
      round: december.id,
      caseKind: 'nomination',
      sealed: false,
      origin: 'here',
    });
    const decision = listIdSchema.parse(started.id);
    await gatherAll(home, people.districtOfficer, decision, [id, other]);
    await onList(home, people.districtOfficer, decision, 'close', {
      signer: people.districtLeader.posts[0]?.id,
    });
    const { list } = await readListView(home.ports, people.districtLeader.id, decision);
    await keepScan(home.ports, people.districtClerk, decision);
    await onList(home, people.districtClerk, decision, 'issueSignedOutside', {
      number: '2920/QĐ-UBND',
      date: home.ports.clock.today(),
      signedOn: home.ports.clock.today(),
      signer: {
        post: people.districtLeader.posts[0]?.id,
        name: people.districtLeader.name,
        capacity: 'head',
      },
      hash: list.hash,
    });

    const subject = await caseOf(home, id);
    expect(subject.status).toBe('AWARDED');
    expect(standingOf(subject)).toBe('ended');
    expect(home.workflow.running()).toEqual([]);
    expect((await verifyHistory(home.ports, recordId('CASE', id))).faults).toEqual([]);
    expect((await verifyHistory(home.ports, recordId('LIST', decision))).faults).toEqual([]);
    const told = (await readNotices(home.ports, people.wardOfficer.id)).notices;
    expect(told.filter((notice) => notice.kind === 'ResultsIssued').map((notice) => notice.count)).toEqual([
      2,
    ]);
    expect((await follow(home.ports, subject.publicCode)).status).toBe('AWARDED');
    const view = await readCaseView(home.ports, people.wardOfficer.id, id);
    expect(view.timeline.at(-1)?.act).toBe('Awarded');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('reminds the holder before and on the day and escalates after it', async () => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    await act(home, people.wardOfficer, id, 'submit', { noSecrets: true });
    await home.passDays(14);
    const secretary = (await readNotices(home.ports, people.wardSecretary.id)).notices.map(
      (notice) => notice.kind,
    );
    expect(secretary.filter((kind) => kind === 'Reminder').length).toBeGreaterThanOrEqual(2);
    const leader = (await readNotices(home.ports, people.wardLeader.id)).notices.map((notice) => notice.kind);
    expect(leader).toContain('Escalated');
    expect(await stepOf(home, id)).toBe('ward-council');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });
});
