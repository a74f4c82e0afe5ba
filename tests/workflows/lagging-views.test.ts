import { describe, expect, it } from 'vitest';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import type { Ports } from '#shared/ports.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { newRoundSchema, openRound } from '#shared/use-cases/rounds/rounds.ts';
import { readAgendas } from '#shared/use-cases/views/agendas.ts';
import { follow, readCases } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { casesToGather, readLists } from '#shared/use-cases/views/list-view.ts';
import { countUnread, markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { codeOf, desks, walkIn } from '../support/case-walk.ts';
import { createLaggingHome, type LaggingHome } from '../support/lagging-home.ts';
import { councils, december, organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';

const ward = desks.ward.organisation;
const { wardOfficer, wardLeader, wardSecretary } = people;

async function begin() {
  const home = await createLaggingHome();
  const walk = walkIn(home);
  const draft = (name = 'Nguyễn Thị Sáu') => draftNomination(home.ports, { name });
  async function submitted(name?: string): Promise<CaseId> {
    const id = await draft(name);
    await walk.act(wardOfficer, id, 'submit');
    return id;
  }
  const { ports, indexesCatchUp } = home;
  return { home, ports, indexesCatchUp, walk, draft, submitted };
}

async function startAgenda(ports: Ports, one: CaseId): Promise<ListId> {
  const { id: council, organisation } = councils.ward;
  const session = { organisation, title: 'Họp xét', council, heldOn: ports.clock.today(), sealed: false };
  const list = listIdSchema.parse((await startSession(ports, asks(wardSecretary), session)).id);
  await gather(ports, asks(wardSecretary), list, listCommands.gather.parse({ cases: [{ case: one }] }));
  return list;
}

const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);
const casesIn = async ({ ports }: LaggingHome, query: Parameters<typeof readCases>[2]) =>
  ids((await readCases(ports, wardOfficer.id, query)).cases);

describe('a case that the indexes do not show yet', () => {
  it('has its page, its row in the inbox and its public code at once', async () => {
    const { home, ports, walk, submitted } = await begin();
    const id = await submitted();
    const { publicCode } = await walk.caseOf(id);
    expect((await readCaseView(ports, wardOfficer.id, id)).id).toBe(id);
    expect(ids((await readInbox(ports, wardSecretary.id)).rows)).toEqual([id]);
    expect(await follow(ports, publicCode)).toMatchObject({ publicCode, status: 'AT_STEP' });
    expect(await casesIn(home, {})).toEqual([]);
  });

  it('stands among what can be gathered as soon as it has come, once, and until it is gathered', async () => {
    const { ports, indexesCatchUp, walk, submitted } = await begin();
    const cases = [await submitted(), await submitted('Lê Văn Tám'), await submitted('Trần Thị Bảy')];
    await walk.to('ward-letter', cases);
    const [one, other, third] = cases;
    const list = await walk.letterOf(desks.ward, [one!]);
    const free = async () => ids(await casesToGather(ports, wardOfficer.id, list)).toSorted();
    expect(await free()).toEqual([other, third]);
    await walk.gatherAll(wardOfficer, list, [other!]);
    expect(await free()).toEqual([third]);
    await indexesCatchUp();
    expect(await free()).toEqual([third]);
  });

  it('is found among the cases of its office and of its typist once, when they have caught up', async () => {
    const { home, indexesCatchUp, draft } = await begin();
    const id = await draft();
    await indexesCatchUp();
    expect([await casesIn(home, {}), await casesIn(home, { organisation: ward })]).toEqual([[id], [id]]);
  });
});

describe('a case that the indexes show as it was', () => {
  it('is found under the one status or the other, never under both or none', async () => {
    const { home, indexesCatchUp, walk, draft } = await begin();
    const id = await draft();
    await indexesCatchUp();
    await walk.act(wardOfficer, id, 'submit');
    const found = async () => [
      await casesIn(home, { organisation: ward, status: 'DRAFT' }),
      await casesIn(home, { organisation: ward, status: 'AT_STEP' }),
    ];
    expect(await found()).toEqual([[id], []]);
    await indexesCatchUp();
    expect(await found()).toEqual([[], [id]]);
  });

  it('is not gathered when it has been withdrawn since', async () => {
    const { indexesCatchUp, walk, submitted } = await begin();
    const id = await submitted();
    await walk.to('ward-letter', [id]);
    await indexesCatchUp();
    await walk.act(wardOfficer, id, 'withdraw', { reason: 'Đơn xin rút' });
    expect(await codeOf(walk.letterOf(desks.ward, [id]))).toBe('CaseNotFree');
  });
});

describe('a list that the indexes do not show yet', () => {
  it('waits in the inbox of whoever signs it; the office finds it among its lists once they have caught up', async () => {
    const { ports, indexesCatchUp, walk, submitted } = await begin();
    const id = await submitted();
    await walk.to('ward-letter', [id]);
    const list = await walk.letterOf(desks.ward, [id]);
    await walk.close(desks.ward, list);
    expect(ids((await readInbox(ports, wardLeader.id)).rows)).toEqual([list]);
    const own = async () =>
      ids(await readLists(ports, wardOfficer.id, { organisation: ward, kind: 'letter' }));
    expect(await own()).toEqual([]);
    await indexesCatchUp();
    expect(await own()).toEqual([list]);
  });

  it('is told to its council at once; members find the agenda among theirs while it stands', async () => {
    const { ports, indexesCatchUp, walk, submitted } = await begin();
    const id = await submitted();
    const list = await startAgenda(ports, id);
    await walk.onList(wardSecretary, list, 'close');
    const own = async () => ids(await readAgendas(ports, wardLeader.id));
    expect([await walk.kindsTold(wardLeader), await own()]).toEqual([['AgendaClosed'], []]);
    await indexesCatchUp();
    expect(await own()).toEqual([list]);
    await walk.onList(wardSecretary, list, 'reopen', { reason: 'Bổ sung hồ sơ' });
    expect(await own()).toEqual([]);
  });
});

describe('notices that the indexes do not show yet', () => {
  it('stand on their page, are counted when they do, and can be read when they are counted', async () => {
    const { ports, indexesCatchUp, submitted } = await begin();
    await submitted();
    const secretary = wardSecretary.id;
    const unread = async () =>
      (await readNotices(ports, secretary)).notices.filter(({ read }) => !read).length;
    await markNoticesRead(ports, secretary);
    expect([await unread(), (await countUnread(ports, secretary)).count]).toEqual([1, 0]);
    await indexesCatchUp();
    expect((await countUnread(ports, secretary)).count).toBe(1);
    await markNoticesRead(ports, secretary);
    await markNoticesRead(ports, secretary);
    expect(await unread()).toBe(0);
    await indexesCatchUp();
    expect((await countUnread(ports, secretary)).count).toBe(0);
  });
});

describe('a round', () => {
  const { id: _december, ...open } = december;

  it('takes nominations from its opening, though forms offer it only once the indexes have caught up', async () => {
    const { ports, indexesCatchUp, walk } = await begin();
    const command = newRoundSchema.parse({
      ...open,
      owner: organisations.districtCommittee.id,
      name: 'Đợt hai',
    });
    const { id: round } = await openRound(ports, asks(people.districtOfficer), command);
    const offered = async () => ids(await readRounds(ports)).includes(round);
    expect(await offered()).toBe(false);
    const id = await draftNomination(ports, { round: round as typeof december.id });
    await walk.act(wardOfficer, id, 'submit');
    expect(await walk.stepOf(id)).toBe('ward-council');
    await indexesCatchUp();
    expect(await offered()).toBe(true);
  });

  it('is closed on its closing day, whatever the indexes show', async () => {
    const { home, draft, walk } = await begin();
    const id = await draft();
    await home.passDays(60);
    expect(await codeOf(walk.act(wardOfficer, id, 'submit'))).toBe('ClosingDayPassed');
  });
});
