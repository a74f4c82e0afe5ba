import { describe, expect, it } from 'vitest';
import { listIdSchema, roundIdSchema, type ListId } from '#shared/domain/id.ts';
import { newLetterSchema, newSessionSchema } from '#shared/domain/list-command.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { councilWrites, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { admitLate } from '#shared/use-cases/rounds/rounds.ts';
import { codeOf, desks, postOf, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { keepMinutes, keepScan } from '../support/minutes.ts';
import { councils, december, organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  return { home, ...walk, one };
}

async function passTo({ ports, workflow, settle }: TestHome, day: string): Promise<void> {
  ports.clock.setOffice(at(civilDateSchema.parse(day), 9));
  workflow.tick();
  await settle();
}

/** As the record was before lists kept what their end asks for. */
async function asBefore({ ports }: TestHome, id: ListId): Promise<void> {
  const [item] = await ports.store.get([keys.listMeta(id)]);
  const { members: _members, papers: _papers, closingDay: _closingDay, ...body } = item!.body;
  await ports.store.commit([{ put: { ...item!, version: item!.version + 1, body } }]);
}

/** What no entry of before tells, and the places where the record and its mirror stand otherwise for it. */
const untold = /: META\/(members|papers|closingDay)|^mirror (missing|too many): .*"LIST#/;

const ages = [
  ['of now', () => Promise.resolve(), /^$/],
  ['of before', asBefore, untold],
] as const;

async function brokenBut(expected: RegExp, { ports }: TestHome): Promise<string[]> {
  return (await brokenInvariants(ports.store, ports.database)).filter((one) => !expected.test(one));
}

describe('the members of a session', () => {
  const { ward } = councils;
  const all = ward.members.length;

  async function session() {
    const story = await begin();
    const { home, one, gatherAll, onList, listOf } = story;
    const held = { organisation: ward.organisation, council: ward.id, heldOn: home.ports.clock.today() };
    const command = newSessionSchema.parse({ ...held, title: 'Họp xét' });
    const list = listIdSchema.parse((await startSession(home.ports, asks(people.wardSecretary), command)).id);
    await gatherAll(people.wardSecretary, list, [one]);
    const keeps = (name: Parameters<typeof onList>[2], body: object = {}) =>
      onList(people.wardSecretary, list, name, body);
    const present = async () => {
      await keeps('presence', { chair: people.wardLeader.id });
      return (await listOf(list)).presence?.total;
    };
    return { ...story, list, keeps, present };
  }

  it('are those of its closing, until it is closed again', async () => {
    const { home, keeps, present } = await session();
    await keeps('close');
    const others = ward.members.filter((member) => member.person !== people.wardLeader.id);
    const left = ward.members.filter((member) => member !== others[0]);
    await home.ports.store.commit(councilWrites({ ...ward, members: left }));
    expect(await present()).toBe(all);
    await keeps('reopen', { reason: 'Đổi thành viên' });
    await keeps('close');
    expect(await present()).toBe(all - 1);
  });

  it.each(ages)('are counted on one %s, which ends with its minutes', async (_age, age, expected) => {
    const { home, one, list, keeps, present, listOf } = await session();
    await keeps('close');
    await age(home, list);
    expect(await present()).toBe(all);
    await keeps('result', { case: one, outcome: 'agreed', agreed: all });
    expect(await codeOf(keeps('conclude'))).toBe('MinutesMissing');
    await keepMinutes(home.ports, people.wardSecretary, list);
    await keeps('conclude');
    expect((await listOf(list)).state).toBe('SIGNED');
    expect(await brokenBut(expected, home)).toEqual([]);
  });
});

describe('what was signed outside', () => {
  it.each(ages)('is issued with its scan, from a letter %s', async (_age, age, expected) => {
    const { home, one, to, letterOf, close, onList, listOf } = await begin();
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    await close(desks.ward, list);
    await age(home, list);
    const today = home.ports.clock.today();
    const { name } = people.wardLeader;
    const signer = { post: postOf(people.wardLeader), name, capacity: 'head' };
    const { hash } = await listOf(list);
    const issue = () =>
      onList(people.wardClerk, list, 'issueSignedOutside', {
        ...{ number: '7/TTr-UBND', date: today, signedOn: today, signer, hash },
      });
    expect(await codeOf(issue())).toBe('ScanMissing');
    await keepScan(home.ports, people.wardClerk, list);
    await issue();
    expect(await listOf(list)).toMatchObject({ state: 'ISSUED', admittedLate: false });
    expect(await brokenBut(expected, home)).toEqual([]);
  });
});

describe('the closing day of a letter', () => {
  const early = { ...december, id: roundIdSchema.parse(`${december.id.slice(0, -1)}1`) };
  const [form] = december.forms as [(typeof december.forms)[number]];
  const closingDay = civilDateSchema.parse('2020-10-20');

  /** Of no round: one case of December's, another of a round that closes a month earlier. */
  async function ofTwoRounds() {
    const story = await begin();
    const { home, one, act, to, gatherAll, close } = story;
    const { ports } = home;
    await ports.store.commit([roundWrite(undefined, { ...early, forms: [{ ...form, closingDay }] })]);
    const two = await draftNomination(ports, { name: 'Lê Văn Tám', round: early.id });
    await act(people.wardOfficer, two, 'submit');
    await to('ward-letter', [one, two]);
    const { organisation, officer } = desks.ward;
    const command = newLetterSchema.parse({ organisation, title: 'Tờ trình' });
    const list = listIdSchema.parse((await startLetter(ports, asks(officer), command)).id);
    await gatherAll(officer, list, [one, two]);
    await close(desks.ward, list);
    return { ...story, list, two };
  }

  it.each(ages)('is the earliest of its rows, on a letter %s', async (_age, age) => {
    const { home, list, sign, issue } = await ofTwoRounds();
    await age(home, list);
    await sign(people.wardLeader, list);
    await passTo(home, '2020-10-21');
    expect(await codeOf(issue(desks.ward, list))).toBe('ClosingDayPassed');
  });

  it.each(ages)('binds no longer once the row is struck that it bound, on a letter %s', async (_age, age) => {
    const { home, list, two, onList, sign, issue, listOf } = await ofTwoRounds();
    await age(home, list);
    await onList(people.wardOfficer, list, 'strike', { case: two, reason: 'Thiếu biên bản' });
    await sign(people.wardLeader, list);
    await passTo(home, '2020-10-21');
    await issue(desks.ward, list);
    expect((await listOf(list)).admittedLate).toBe(false);
  });

  it.each(ages)('binds none of an organisation that passes cases on, on a letter %s', async (_age, age) => {
    const { home, one, to, letterOf, close, sign, issue, listOf } = await begin();
    await to('district-police-letter', [one]);
    const list = await letterOf(desks.police, [one]);
    await close(desks.police, list);
    await age(home, list);
    await sign(people.policeLeader, list);
    await passTo(home, '2020-11-23');
    await issue(desks.police, list);
    expect((await listOf(list)).admittedLate).toBe(false);
  });

  it('is passed over with the first reason that was given, also where two are given at once', async () => {
    const { ports } = await createTestHome();
    const admit = (own: Pick<typeof ports, 'store'>, reason: string) => {
      const admission = { organisation: organisations.wardCommittee.id, reason };
      return admitLate({ ...ports, ...own }, asks(people.districtOfficer), december.id, admission);
    };
    let others = 0;
    const store: typeof ports.store = {
      get: (wanted) => ports.store.get(wanted),
      query: (query) => ports.store.query(query),
      commit: async (writes) => {
        others += 1;
        if (others === 1) await admit(ports, 'Bão số 13');
        await ports.store.commit(writes);
      },
    };
    await admit({ store }, 'Nghỉ lễ');
    const key = keys.admission(december.id, organisations.wardCommittee.id);
    const [admission] = await ports.store.get([key]);
    expect(admission?.body).toMatchObject({ reason: 'Bão số 13' });
  });
});
