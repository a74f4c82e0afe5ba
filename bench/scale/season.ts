import { itemsIn } from '#tests/support/store-snapshot.ts';
import { desks, walkIn, type Walk } from '#tests/support/case-walk.ts';
import { city, withTheCity } from '#tests/support/city-offices.ts';
import { medal } from '#tests/support/medals.ts';
import { keepMinutes, keepScan } from '#tests/support/minutes.ts';
import { councils, december, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import type { Item } from '#shared/ports.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { recountMarked } from '#shared/use-cases/figures/recount.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';

/**
 * The middle of a season in one ward, its district police and district committee, played by the real use cases, flow and
 * effects: cases and lists at every place of the route, which are then measured, and cases that were awarded.
 */
export interface Season {
  readonly items: readonly Item[];
  readonly cases: number;
  readonly at: Places;
}

/** What stands where. Each is used by one measurement, so that none disturbs another. */
export interface Places {
  readonly drafts: readonly CaseId[];
  readonly atWardCouncil: readonly CaseId[];
  readonly atWardLetter: readonly CaseId[];
  readonly atReceive: readonly CaseId[];
  readonly atAppraise: readonly CaseId[];
  readonly askedBack: CaseId;
  /** About when the achievement was. */
  readonly askedDates: CaseId;
  readonly held: CaseId;
  readonly atDecide: readonly CaseId[];
  readonly awarded: readonly CaseId[];
  /** A medal's, whose decision is made outside. */
  readonly atMinister: CaseId;
  /** Closed; presence entered; results and minutes entered. Two rows each. */
  readonly sessions: { readonly closed: Rows; readonly present: Rows; readonly ready: Rows };
  readonly letters: {
    readonly open: Rows;
    readonly closed: Rows;
    readonly toStrike: Rows;
    readonly signed: Rows;
  };
  readonly decisions: { readonly closed: Rows; readonly signed: Rows; readonly issued: ListId };
}

export interface Rows {
  readonly list: ListId;
  readonly cases: readonly CaseId[];
}

/** Part of each printed name, so that copies bear other names. */
export const nameToken = 'Xqz';

/** Cases that stay somewhere on the way. */
const onTheWay = 47;
/** A medal's. */
const apart = 1;

export async function playSeason(awarded: number): Promise<Season> {
  const home = await createTestHome();
  await withTheCity(home, ['BK_TINH', 'KNC_ANTQ']);
  const walk = walkIn(home);
  const drawn = await draft(home, onTheWay + awarded);
  const take = (count: number): CaseId[] => drawn.splice(0, count);
  const drafts = take(3);
  for (const id of drawn) await walk.act(people.wardOfficer, id, 'submit');
  const atWardCouncil = take(4);
  const sessions = await playSessions(home, walk, [take(2), take(2), take(2)]);
  await walk.session('ward', drawn);
  const atWardLetter = take(3);
  const letters = await playLetters(walk, [take(3), take(3), take(2), take(2)]);
  await walk.letter(desks.ward, drawn);
  const atReceive = take(3);
  for (const id of drawn) await walk.act(people.policeOfficer, id, 'receive');
  const atAppraise = take(8);
  const [askedBack, askedDates, held] = await playIncidents(walk, take(3));
  for (const id of drawn) await walk.act(people.policeOfficer, id, 'recommend');
  await walk.letter(desks.police, drawn);
  await walk.session('district', drawn);
  const atDecide = take(3);
  const decisions = await playDecisions(home, walk, [take(2), take(2), drawn]);
  const atMinister = await playMedal(home, walk);
  await recountMarked(home.ports);
  return {
    items: itemsIn(home.ports.database).filter(isKept),
    cases: onTheWay + apart + awarded,
    at: {
      ...{
        drafts,
        atWardCouncil,
        atWardLetter,
        atReceive,
        atAppraise,
        askedBack,
        askedDates,
        held,
        atDecide,
      },
      ...{ awarded: drawn, atMinister, sessions, letters, decisions },
    },
  };
}

/** Answers to requests expire after two days. */
const isKept = (item: Item): boolean => !item.pk.startsWith('ANSWER#');

async function draft({ ports }: TestHome, count: number): Promise<CaseId[]> {
  const ids: CaseId[] = [];
  for (let n = 0; n < count; n += 1) {
    const letters = String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26));
    ids.push(await draftNomination(ports, { name: `Nguyễn Thị ${nameToken}${letters}`, birthYear: 1958 }));
  }
  return ids;
}

async function playSessions(
  home: TestHome,
  walk: Walk,
  groups: readonly CaseId[][],
): Promise<Places['sessions']> {
  const [closed, present, ready] = await inTurn(groups, async (cases): Promise<Rows> => {
    const { id } = await startSession(home.ports, asks(people.wardSecretary), {
      organisation: councils.ward.organisation,
      title: 'Họp xét',
      council: councils.ward.id,
      heldOn: home.ports.clock.today(),
      round: december.id,
      sealed: false,
    });
    const list = listIdSchema.parse(id);
    const rows = listCommands.gather.parse({ cases: cases.map((one) => ({ case: one })) });
    await gather(home.ports, asks(people.wardSecretary), list, rows);
    await walk.onList(people.wardSecretary, list, 'close');
    return { list, cases };
  });
  for (const { list } of [present, ready])
    await walk.onList(people.wardSecretary, list, 'presence', { chair: people.wardLeader.id });
  for (const one of ready.cases) {
    const result = { case: one, outcome: 'agreed', agreed: councils.ward.members.length };
    await walk.onList(people.wardSecretary, ready.list, 'result', result);
  }
  await keepMinutes(home.ports, people.wardSecretary, ready.list);
  await home.settle();
  return { closed, present, ready };
}

async function playLetters(walk: Walk, groups: readonly CaseId[][]): Promise<Places['letters']> {
  const [open, closed, toStrike, signed] = await inTurn(groups, async (cases): Promise<Rows> => ({
    list: await walk.letterOf(desks.ward, cases),
    cases,
  }));
  for (const { list } of [closed, toStrike, signed]) await walk.close(desks.ward, list);
  await walk.sign(people.wardLeader, signed.list);
  return { open, closed, toStrike, signed };
}

async function playIncidents(
  walk: Walk,
  [asked, dates, held]: readonly CaseId[],
): Promise<[CaseId, CaseId, CaseId]> {
  if (asked === undefined || dates === undefined || held === undefined) throw new RangeError('three cases');
  const note = { fields: ['report'], note: 'Nêu rõ số vụ việc' };
  await walk.act(people.policeOfficer, asked, 'askSupplement', note);
  const when = { fields: ['achievementFrom', 'achievementTo'], note: 'Xem lại thời gian' };
  await walk.act(people.policeOfficer, dates, 'askSupplement', when);
  const why = { reason: 'Có đơn phản ánh', document: 'Công văn số 01/CV-CAQ' };
  await walk.act(people.policeOfficer, held, 'hold', why);
  return [asked, dates, held];
}

async function playMedal(home: TestHome, walk: Walk): Promise<CaseId> {
  const id = await medal(home, `Nguyễn Văn ${nameToken}`);
  await walk.act(people.policeOfficer, id, 'submit');
  await walk.letter(desks.police, [id]);
  await walk.act(city.movement.officer, id, 'recommend');
  await walk.letter(city.movement, [id]);
  return id;
}

async function playDecisions(
  home: TestHome,
  walk: Walk,
  groups: readonly CaseId[][],
): Promise<Places['decisions']> {
  const [closed, signed, issued] = await inTurn(groups, async (cases): Promise<Rows> => ({
    list: await walk.decisionOf(desks.district, cases),
    cases,
  }));
  for (const { list } of [closed, signed, issued]) await walk.close(desks.district, list);
  await keepScan(home.ports, people.districtClerk, closed.list);
  for (const { list } of [signed, issued]) await walk.sign(people.districtLeader, list);
  await walk.issue(desks.district, issued.list);
  return { closed, signed, issued: issued.list };
}

async function inTurn<T>(groups: readonly CaseId[][], make: (cases: CaseId[]) => Promise<T>) {
  const made: T[] = [];
  for (const cases of groups) made.push(await make(cases));
  const [first, second, third, fourth] = made;
  if (first === undefined || second === undefined || third === undefined)
    throw new RangeError('three groups');
  return [first, second, third, fourth ?? third] as const;
}
