import { describe, expect, it } from 'vitest';
import {
  addDays,
  at,
  civilDateSchema,
  dayOf,
  epochMs,
  instantOf,
  type Instant,
} from '#shared/domain/time.ts';
import { openStep } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { admitLate } from '#shared/use-cases/rounds/rounds.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { playHalf } from '#tests/support/half-season.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { december, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';

/** The office's clock shows another time from one moment to the next, and the flow is told. */
async function jump(home: TestHome, to: Instant): Promise<void> {
  await home.settle();
  home.ports.clock.setOffice(to);
  home.workflow.tick();
  await sweep(home.ports);
  await home.settle();
}

const hours = (home: TestHome, count: number): Instant =>
  instantOf(epochMs(home.ports.clock.office()) + count * 3_600_000);
const day = (text: string): Instant => at(civilDateSchema.parse(text), 9);
const mailsOf = (home: TestHome) => home.ports.mailer.sent;
/** No case waits for a time that the flow never waits for. */
async function expectSoonLookedAt(home: TestHome, cases: readonly CaseId[]): Promise<void> {
  for (const id of cases) {
    const [item] = await home.ports.store.get([keys.flow(recordId('CASE', id))]);
    const { generation, lookAgainAt } = loadFlow(item)!.value;
    const due = home.workflow.describe('case', `${id}-${String(generation)}`)?.due;
    for (const soon of [lookAgainAt, due]) expect(soon! < hours(home, 31 * 24)).toBe(true);
  }
}
const doubled = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

const journeys: readonly [string, (home: TestHome) => readonly Instant[]][] = [
  ['is put back an hour', (home) => [hours(home, -1)]],
  ['is put back an hour and runs on, twice', (home) => [-1, 1, -1, 1].map((count) => hours(home, count))],
  ['jumps forward 400 days', (home) => [hours(home, 400 * 24)]],
  ['jumps forward 400 days and is put back', (home) => [hours(home, 400 * 24), home.ports.clock.office()]],
  [
    'jumps forward 300 days, runs on there and is put back',
    (home) => [hours(home, 300 * 24), hours(home, 301 * 24), home.ports.clock.office()],
  ],
  [
    'runs through Tết',
    () => Array.from({ length: 16 }, (_, n) => at(addDays(civilDateSchema.parse('2021-02-05'), n), 9)),
  ],
  ['jumps over Tết', () => [day('2021-02-09'), day('2021-02-18')]],
];

describe('when the office’s clock', () => {
  it.each(journeys)('%s, nothing is doubled and nothing stuck', async (_, journey) => {
    const home = await createTestHome();
    const { recommended, asked, gathered, letter } = await playHalf(home);
    for (const instant of journey(home)) await jump(home, instant);
    // An execution lives a year at most; one that ended so is asked after when it is overdue by an hour.
    await jump(home, hours(home, 2));

    const expectNothingDoubled = async (): Promise<void> => {
      expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
      expect(doubled(mailsOf(home).map(({ eventId, to }) => `${to} ${eventId}`))).toEqual([]);
    };
    await expectNothingDoubled();
    await expectSoonLookedAt(home, [recommended, asked, gathered]);
    const told = mailsOf(home).length;
    await jump(home, home.ports.clock.office());
    expect(mailsOf(home)).toHaveLength(told);

    const { act, finish, to, session, decision, letter: letterFor, caseOf } = walkIn(home, home.ports, 500);
    const all = [recommended, asked, gathered];
    await act(people.wardOfficer, asked, 'answerSupplement', { content: { report: 'Đã nêu 12 vụ việc.' } });
    await act(people.policeOfficer, asked, 'recommend');
    // Its closing day has passed meanwhile: the round's owner lets the ward in.
    await admitLate(home.ports, asks(people.districtOfficer), december.id, {
      organisation: desks.ward.organisation,
      reason: 'Đồng hồ của máy chủ sai',
    });
    await finish(desks.ward, letter);
    await to('district-police-letter', [gathered]);
    await letterFor(desks.police, all);
    await session('district', all);
    await decision(desks.district, all);
    expect((await Promise.all(all.map(caseOf))).map(({ status }) => status)).toEqual(
      all.map(() => 'AWARDED'),
    );
    await expectNothingDoubled();
  });
});

describe('a home that slept for three days', () => {
  it('tells everybody once of all that became due meanwhile', async () => {
    const home = await createTestHome();
    const { act, caseOf } = walkIn(home);
    const ids = [];
    for (let n = 0; n < 24; n += 1) {
      const id = await draftNomination(home.ports, { name: `Ngô Thị Ngủ ${String(n)}`, birthYear: 1940 + n });
      await act(people.wardOfficer, id, 'submit');
      ids.push(id);
    }
    const { dueOn } = openStep(await caseOf(ids[0]!))!;
    await jump(home, at(addDays(dueOn, -4), 9));
    const before = mailsOf(home).length;
    for (const days of [3, 6]) await jump(home, at(addDays(addDays(dueOn, -4), days), 9));
    const bySleep = mailsOf(home)
      .slice(before)
      .map(({ to, eventId }) => `${to} ${eventId.split('/')[1] ?? ''}`);
    expect(bySleep.length).toBeGreaterThan(0);
    expect(doubled(bySleep)).toEqual([]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
    expect(dayOf(home.ports.clock.office()) > dueOn).toBe(true);
  });
});
