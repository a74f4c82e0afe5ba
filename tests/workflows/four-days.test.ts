import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { loadRound, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { desks, walkIn, type Desk, type Walk } from '../support/case-walk.ts';
import { city, withTheCity } from '../support/city-offices.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/**
 * One nomination for the city's certificate of merit, received on four days: under the law of 2003, in the four months
 * without district police, with two levels, and under the law as amended in 2026.
 */
const days = ['2020-11-10', '2025-03-15', '2025-08-19', '2026-10-02'] as const;
const everybody: readonly Desk[] = [...Object.values(desks), ...Object.values(city)];

interface Received {
  readonly subject: Case;
  readonly page: string;
  readonly rules: readonly string[];
}

/** The round is open on that day, and everything until the receipt is done on it. */
async function receivedOn(text: string): Promise<Received> {
  const day = civilDateSchema.parse(text);
  const home = await createTestHome({ clock: createTestClock(at(day, 9)) });
  await withTheCity(home);
  await openRound(home, text.slice(0, 4));
  const walk = walkIn(home);
  const id = await draftNomination(home.ports, { form: 'BK_TINH' });
  await walk.act(people.wardOfficer, id, 'submit');
  const desk = await toReceipt(walk, id);
  const { html } = await createReaders(home.ports).as(desk.officer).get(`/cases/${id}`);
  const { explanations } = await readCaseRules(home.ports, desk.officer.id, id);
  return {
    subject: await walk.caseOf(id),
    page: textOf(html),
    rules: explanations.map(({ follows, citation }) => `${follows}: ${citation}`),
  };
}

async function openRound({ ports: { store } }: TestHome, year: string): Promise<void> {
  const loaded = loadRound((await store.get([keys.round(december.id)]))[0])!;
  const forms = loaded.value.forms.map((one) => ({
    ...one,
    closingDay: `${year}-12-20`,
    councilDay: `${year}-12-28`,
  }));
  const change = { year: Number(year), opensOn: `${year}-01-01`, forms };
  await store.commit([roundWrite(loaded, roundSchema.parse({ ...loaded.value, ...change }))]);
}

/** Every step up to the one that freezes the way, whoever holds it. */
async function toReceipt(walk: Walk, id: CaseId): Promise<Desk> {
  for (;;) {
    const { route, position = 0 } = await walk.caseOf(id);
    const step = route!.steps[position]!;
    const desk = everybody.find(({ organisation }) => organisation === step.organisation)!;
    if (step.kind === 'council') await walk.session(desk === desks.district ? 'district' : 'ward', [id]);
    else if (step.kind === 'letter') await walk.letter(desk, [id]);
    else if (step.kind === 'receive') await walk.act(desk.officer, id, 'receive');
    else await walk.act(desk.officer, id, 'recommend');
    if ((await walk.caseOf(id)).route!.frozenOn !== undefined) return desk;
  }
}

describe('one nomination received on four days', () => {
  const received = new Map<string, Received>();
  beforeAll(async () => {
    for (const day of days) received.set(day, await receivedOn(day));
  });
  const on = (day: string): Received => received.get(day)!;

  it('goes a way, or by rules, of its own on each of them', () => {
    const seen = days.map((day) => {
      const { subject, rules } = on(day);
      return JSON.stringify([subject.route!.steps.map(({ code }) => code), rules]);
    });
    expect(new Set(seen).size).toBe(days.length);
    for (const day of days) expect(on(day).subject.route).toMatchObject({ frozenOn: day });
  });

  it.each([
    ['2020-11-10', 'Luật Thi đua, khen thưởng 2003', 'Ba cấp: xã, huyện, tỉnh', 'Công an quận'],
    [
      '2025-03-15',
      'Nghị định 98/2023/NĐ-CP',
      'Còn UBND cấp huyện, không còn Công an cấp huyện',
      'không còn Công an cấp huyện',
    ],
    ['2025-08-19', 'Nghị định 152/2025/NĐ-CP', 'Hai cấp: xã, tỉnh', '(hai cấp)'],
    ['2026-10-02', 'Luật số 06/2026/QH16', 'Hai cấp: xã, tỉnh', '(hai cấp)'],
  ])('says on its page, received on %s, by which law it goes', (day, regime, era, way) => {
    const { page } = on(day);
    expect(page).toContain('Vì sao đi tuyến này?');
    for (const said of [regime, era, way]) expect(page).toContain(said);
    const [year, month, date] = day.split('-');
    expect(page).toContain(`có hiệu lực ngày ${date!}/${month!}/${year!}, ngày nhận đủ hồ sơ`);
  });
});
