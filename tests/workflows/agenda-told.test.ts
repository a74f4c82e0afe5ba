import { describe, expect, it } from 'vitest';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { keys } from '#shared/records/keys.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { readAgendas } from '#shared/use-cases/views/agendas.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { walkIn } from '../support/case-walk.ts';
import { keepMinutes } from '../support/minutes.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { councils, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

type Someone = (typeof people)['wardMember'];

async function begin(options: { count?: number; sealed?: boolean } = {}) {
  const { count = 2, sealed = false } = options;
  const home = await createTestHome();
  const { ports, settle } = home;
  const walk = walkIn(home);
  const ids: CaseId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await draftNomination(ports, {
      name: `Người Số ${String(index + 1)}`,
      birthYear: 1950 + index,
      sealed,
    });
    await walk.act(sealed ? people.wardSealedOfficer : people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  async function session(level: 'ward' | 'district', secretary: Someone): Promise<ListId> {
    const { id: council, organisation } = councils[level];
    const command = {
      organisation,
      title: 'Họp xét tháng 10',
      council,
      heldOn: '2020-10-09' as never,
      sealed,
    };
    const list = listIdSchema.parse((await startSession(ports, asks(secretary), command)).id);
    await walk.gatherAll(secretary, list, ids);
    return list;
  }
  const told = async (who: Someone) =>
    (await readNotices(ports, who.id)).notices.filter((notice) => notice.kind === 'AgendaClosed');
  const mailed = (who: Someone) =>
    ports.mailer.sent.filter((mail) => mail.to === who.email && mail.subject.startsWith('Chương trình họp'));
  const coming = async (who: Someone) => (await readAgendas(ports, who.id)).map((agenda) => agenda.id);
  return { home, ports, walk, ids, session, told, mailed, coming, ...createReaders(ports, settle) };
}

const wardCouncil = [people.wardLeader, people.wardDeputy, people.wardMember, people.wardSecretary];

describe('the agenda of a council’s session', () => {
  it('is told to every member once, for all its cases, by notice and by mail with the link', async () => {
    const { walk, session, told, mailed } = await begin();
    const list = await session('ward', people.wardSecretary);
    for (const who of wardCouncil) expect(await told(who)).toEqual([]);
    await walk.onList(people.wardSecretary, list, 'close');

    for (const who of wardCouncil) {
      expect(await told(who)).toMatchObject([{ record: `LIST#${list}`, count: 2, mail: 'sent' }]);
      expect(mailed(who)).toMatchObject([
        { subject: `Chương trình họp ${councils.ward.name} ngày 09/10/2020: 2 hồ sơ` },
      ]);
      expect(mailed(who)[0]?.text).toContain(`http://127.0.0.1:8080/lists/${list}`);
    }
    for (const who of [people.wardOfficer, people.wardClerk, people.districtMember])
      expect(await told(who)).toEqual([]);
  });

  it('reaches members who hold no other post at that office, and leads them to an agenda they may read', async () => {
    const { walk, ids, session, told, as } = await begin();
    await walk.to('district-council', ids);
    const list = await session('district', people.districtSecretary);
    await walk.onList(people.districtSecretary, list, 'close');
    expect(await told(people.policeLeader)).toHaveLength(1);
    const member = as(people.policeLeader);
    const home = await member.get('/');
    expect(textOf(home.html)).toMatch(/Sắp tới .*Họp xét tháng 10 Hội đồng .* 09\/10\/2020 2/);
    expect(home.html).toContain(`href="/lists/${list}"`);
    expect((await member.get(`/lists/${list}`)).status).toBe(200);
    expect((await member.get('/notices')).html).toContain(`href="/lists/${list}"`);
  });

  it('is told once a day, however often it is reopened and its effects run', async () => {
    const { home, ports, walk, session, told, mailed } = await begin();
    const list = await session('ward', people.wardSecretary);
    const again = async () => {
      await walk.onList(people.wardSecretary, list, 'reopen', { reason: 'Thêm hồ sơ' });
      await walk.onList(people.wardSecretary, list, 'close');
    };
    await walk.onList(people.wardSecretary, list, 'close');
    await again();
    await ports.store.commit([{ delete: keys.effects(`LIST#${list}`) }]);
    ports.nudge(`LIST#${list}`);
    await home.settle();
    expect(await told(people.wardMember)).toHaveLength(1);
    expect(mailed(people.wardMember)).toHaveLength(1);
    await home.passDays(1);
    await again();
    expect(await told(people.wardMember)).toHaveLength(2);
  });

  it('is on a member’s first page from its closing to the minutes', async () => {
    const { ports, walk, ids, session, coming, as } = await begin({ count: 1 });
    const list = await session('ward', people.wardSecretary);
    expect(await coming(people.wardMember)).toEqual([]);
    await walk.onList(people.wardSecretary, list, 'close');
    expect(await coming(people.wardMember)).toEqual([list]);
    await walk.onList(people.wardSecretary, list, 'reopen', { reason: 'Thêm hồ sơ' });
    expect(await coming(people.wardMember)).toEqual([]);
    await walk.onList(people.wardSecretary, list, 'close');

    // The secretary keeps it: there it is work, and not told a second time.
    expect(textOf((await as(people.wardSecretary).get('/')).html)).not.toContain('Sắp tới');
    expect(textOf((await as(people.wardOfficer).get('/')).html)).not.toContain('Sắp tới');
    ports.clock.setOffice('2020-10-09T02:00:00.000Z' as never);
    await walk.onList(people.wardSecretary, list, 'presence', { chair: people.wardLeader.id });
    await walk.onList(people.wardSecretary, list, 'result', { case: ids[0], outcome: 'agreed', agreed: 4 });
    await keepMinutes(ports, people.wardSecretary, list);
    expect(await coming(people.wardMember)).toEqual([list]);
    await walk.onList(people.wardSecretary, list, 'conclude');
    expect(await coming(people.wardMember)).toEqual([]);
    expect(textOf((await as(people.wardMember).get('/')).html)).not.toContain('Sắp tới');
  });

  it('of sealed cases is told to those members only who handle them', async () => {
    const { walk, session, told, mailed, coming } = await begin({ count: 1, sealed: true });
    const list = await session('ward', people.wardSecretary);
    await walk.onList(people.wardSecretary, list, 'close');
    for (const who of [people.wardLeader, people.wardSecretary]) {
      expect(await told(who)).toHaveLength(1);
      expect(await coming(who)).toEqual([list]);
    }
    for (const who of [people.wardDeputy, people.wardMember]) {
      expect([await told(who), mailed(who), await coming(who)]).toEqual([[], [], []]);
    }
  });
});
