import { beforeEach, describe, expect, it } from 'vitest';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { addDays } from '#shared/domain/time.ts';
import { readEntries } from '#shared/records/history-record.ts';
import { recordId } from '#shared/records/keys.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { codeOf, desks, walkIn, type Walk } from '../support/case-walk.ts';
import { keepMinutes } from '../support/minutes.ts';
import { councils, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const { members } = councils.ward;
const away = members.filter(({ seat }) => seat !== 'chair').map(({ person }) => person);

let home: TestHome;
let walk: Walk;
let one: CaseId;
let list: ListId;

/** What the secretary of the ward's council enters of its session. */
async function held(absent: readonly object[], agreed: number): Promise<void> {
  await walk.onList(people.wardSecretary, list, 'presence', { chair: people.wardLeader.id, absent });
  await walk.onList(people.wardSecretary, list, 'result', { case: one, outcome: 'agreed', agreed });
}
const conclude = (said: object = {}) => walk.onList(people.wardSecretary, list, 'conclude', said);
const absentOf = (wrote: boolean) =>
  away.slice(0, 1).map((person) => ({ person, reason: 'Đi công tác', wrote }));

beforeEach(async () => {
  home = await createTestHome();
  walk = walkIn(home);
  one = await draftNomination(home.ports, { name: 'Nguyễn Thị Sáu' });
  await walk.act(desks.ward.officer, one, 'submit');
  const { id } = await startSession(home.ports, asks(people.wardSecretary), {
    organisation: councils.ward.organisation,
    title: 'Họp xét',
    council: councils.ward.id,
    heldOn: home.ports.clock.today(),
    sealed: false,
  });
  list = listIdSchema.parse(id);
  await walk.gatherAll(people.wardSecretary, list, [one]);
  await walk.onList(people.wardSecretary, list, 'close');
  await keepMinutes(home.ports, people.wardSecretary, list);
});

it('nobody came to a session, and nothing was found, before the day on which it is held', async () => {
  const { id } = await startSession(home.ports, asks(people.wardSecretary), {
    organisation: councils.ward.organisation,
    title: 'Họp xét tuần sau',
    council: councils.ward.id,
    heldOn: addDays(home.ports.clock.today(), 7),
    sealed: false,
  });
  const ahead = listIdSchema.parse(id);
  await walk.onList(people.wardSecretary, list, 'reopen', { reason: 'Chuyển hồ sơ sang phiên sau' });
  await walk.onList(people.wardSecretary, list, 'ungather', { case: one });
  await walk.gatherAll(people.wardSecretary, ahead, [one]);
  await walk.onList(people.wardSecretary, ahead, 'close');
  const came = { chair: people.wardLeader.id, absent: [] };
  const enter = () => walk.onList(people.wardSecretary, ahead, 'presence', came);
  expect(await codeOf(enter())).toBe('SessionAhead');
  await home.passDays(7);
  await enter();
  expect((await walk.listOf(ahead)).presence?.present).toBe(members.length);
});

describe('a council that ends its session', () => {
  it('with too few members there says why, which stays with what the rules found', async () => {
    await held(absentOf(false), members.length - 1);
    await expect(conclude()).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      faults: [{ field: 'reasons.R12', code: 'needsReason', limit: 'R12' }],
    });
    const { explanations = [] } = await readListView(home.ports, people.wardSecretary.id, list);
    expect(explanations.filter(({ verdict }) => verdict === 'fails').map(({ follows }) => follows)).toEqual([
      'R12',
    ]);
    await conclude({ reasons: { R12: 'Một ủy viên đi công tác đột xuất.' } });
    const entries = await readEntries(home.ports.store, recordId('LIST', list), { after: 0, through: 100 });
    expect(entries.find(({ act }) => act === 'Concluded')?.facts['rules']).toContain('R12:fails:warn');
  });

  it('whose minutes give other numbers mends them first', async () => {
    await held([], members.length);
    const minutes = { present: members.length - 1, total: members.length };
    await expect(conclude({ minutes })).rejects.toMatchObject({ code: 'RuleForbids' });
    await conclude({ minutes: { present: members.length, total: members.length } });
    expect((await walk.listOf(list)).state).toBe('SIGNED');
  });

  it('counts a written vote like that of somebody present', async () => {
    expect(await codeOf(held(absentOf(false), members.length))).toBe('CountsDontAddUp');
    await held(absentOf(true), members.length);
    expect((await walk.rowOf(list, one))?.result).toMatchObject({ agreed: members.length });
  });
});
