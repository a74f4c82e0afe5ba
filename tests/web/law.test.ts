import { isLocalChoice } from '#shared/domain/law/figure.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { personSchema } from '#shared/domain/directory.ts';
import { settingIdSchema } from '#shared/domain/id.ts';
import type { Dated } from '#shared/domain/law/dated.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { personWrites } from '#shared/records/directory-record.ts';
import { readChain } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { loadOwnLaw } from '#shared/records/setting-record.ts';
import { noticePath } from '#shared/use-cases/effects/notice-mail.ts';
import { readUnconfirmed } from '#shared/use-cases/law/law-views.ts';
import { previewSetting } from '#shared/use-cases/law/setting-preview.ts';
import { confirmSetting, proposeSetting, withdrawSetting } from '#shared/use-cases/law/settings.ts';
import { shippedLaw } from '#shared/regimes/shipped.ts';
import { topicOf } from '#web/pages/law/figure-topics.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { idOf, organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestClock } from '#tests/support/test-clock.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const office = organisations.districtCommittee.id;
const { administrator, districtLeader, wardOfficer } = people;

/** A draft was submitted on 05/10/2020 and stands at its first step. */
async function world() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await home.settle();
  return { ...home, id, ...createReaders(home.ports, home.settle) };
}

const command = (change: object) =>
  proposeSettingSchema.parse({
    organisation: office,
    key: 'limit.posting',
    value: 5,
    validFrom: '2020-12-01',
    source: 'Quyết định số 12/2020/QĐ-UBND',
    ...change,
  });

const codeOf = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

/** Of settings, and where the notice leads. */
async function toldOf({ id }: { id: typeof administrator.id }): Promise<string[]> {
  await all.settle();
  const { notices } = await readNotices(all.ports, id);
  const own = notices.filter(({ kind }) => kind.startsWith('Setting'));
  return own.map((notice) => `${notice.kind} ${noticePath(notice)}`);
}

let all: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  all = await world();
});

describe('an office’s own setting', () => {
  it('is proposed on the page with a preview, confirmed by another, and applies from its day on', async () => {
    const desk = all.as(administrator);
    const form = await desk.get('/law/settings/new?figure=restDays.2021');
    expect(textOf(form.html)).toContain('Ngày nghỉ và ngày làm bù năm 2021');
    const typed = {
      figure: 'restDays.2021',
      organisation: office,
      value: '01/01/2021 Tết Dương lịch\n11/02/2021 Tết Nguyên đán',
      work: '20/02/2021 Làm bù',
      'validFrom.day': '1',
      'validFrom.month': '1',
      'validFrom.year': '2021',
      source: 'Thông báo số 4/TB',
    };
    const preview = await desk.send(form, '/law/settings/preview', typed);
    expect(textOf(preview.html)).toContain('Đã tính 1 hồ sơ đang giải quyết');
    const sent = await desk.send(preview, '/law/settings/new', typed);
    expect(sent).toMatchObject({ status: 303, done: 'settingProposed' });
    const page = sent.to.replace(/\?.*/, '');
    expect((await desk.get(page)).html).not.toContain(`${page}/confirm`);
    const leader = all.as(districtLeader);
    for (const path of ['/inbox', '/']) {
      expect((await desk.get(path)).html).not.toContain(`href="${page}"`);
      expect((await leader.get(path)).html).toContain(`href="${page}"`);
    }
    const proposed = await leader.get(page);
    expect(await leader.send(proposed, `${page}/confirm`, {})).toMatchObject({ done: 'settingConfirm' });
    expect(await toldOf(districtLeader)).toEqual([`SettingProposed ${page}`]);
    expect(await toldOf(administrator)).toEqual([`SettingConfirmed ${page}`]);
    all.ports.clock.advance(60_000);
    const { calendar } = await all.ports.law.current();
    expect(calendar.makeUpDays.has(civilDateSchema.parse('2021-02-20'))).toBe(true);
    expect(textOf((await leader.get('/law?day=2021-02-01&beside=2020-12-31')).html)).toContain(
      'Quy định riêng',
    );
    expect(textOf((await leader.get(page)).html)).toContain('Xác nhận quy định riêng');
  });

  it.each([
    ['FigureUnknown', { key: 'limit.nothing' }],
    ['SettingValueWrong', { value: 'bảy' }],
    ['SettingValueWrong', { key: 'money.rounding', value: 'sideways' }],
    ['SettingValueWrong', { key: 'publication.fields', value: ['printedName', 'salary'] }],
    [
      'SettingValueWrong',
      { key: 'restDays.2021', value: { rest: [{ day: '2022-01-01', name: 'Tết' }], work: [] } },
    ],
    [
      'SettingValueWrong',
      {
        key: 'restDays.2021',
        value: { rest: [{ day: '2021-02-11', name: 'Tết' }], work: [{ day: '2021-02-11', name: 'Làm bù' }] },
      },
    ],
    ['InputInvalid', { validTo: '2020-11-30' }],
    ['ActNotYours', { organisation: organisations.wardCommittee.id }],
  ])('is refused with %s', async (code, change) => {
    expect(await codeOf(proposeSetting(all.ports, asks(administrator), command(change)))).toBe(code);
  });

  it('is confirmed by nobody who proposed it, crosses no other, and is not withdrawn once it has begun', async () => {
    const { ports } = all;
    const first = settingIdSchema.parse((await proposeSetting(ports, asks(administrator), command({}))).id);
    expect(
      await codeOf(proposeSetting(ports, asks(administrator), command({ validFrom: '2020-11-01' }))),
    ).toBe('SettingInTheWay');
    expect(await codeOf(confirmSetting(ports, asks(administrator), first))).toBe('OwnSetting');
    await confirmSetting(ports, asks(districtLeader), first);
    expect(await codeOf(confirmSetting(ports, asks(districtLeader), first))).toBe('SettingMovedOn');
    expect(await codeOf(withdrawSetting(ports, asks(administrator), first))).toBe('OwnSetting');
    await withdrawSetting(ports, asks(districtLeader), first);
    const past = command({ validFrom: '2020-01-01' });
    const begun = settingIdSchema.parse((await proposeSetting(ports, asks(administrator), past)).id);
    await confirmSetting(ports, asks(districtLeader), begun);
    expect(await codeOf(withdrawSetting(ports, asks(administrator), begun))).toBe('SettingBegun');
    const [item] = await ports.store.get([keys.ownLaw()]);
    const meta = loadOwnLaw(item)!.value;
    const chain = await readChain(ports.store, 'LAW#OWN');
    expect(verifyChain({ record: 'LAW#OWN', ...meta }, chain)).toEqual([]);
  });

  it('says before it is proposed which due days and sums would change, with names only for who may read the case', async () => {
    const { ports } = all;
    const { route } = (await import('#shared/records/case-record.ts')).loadCase(
      (await ports.store.get([keys.caseMeta(all.id)]))[0],
    )!.value;
    expect(route!.steps.length).toBeGreaterThan(2);
    const rest = Array.from({ length: 25 }, (_, day) => ({
      day: `2020-11-${String(day + 2).padStart(2, '0')}`,
      name: 'Nghỉ',
    }));
    const asked = command({ key: 'restDays.2020', value: { rest, work: [] }, validFrom: '2020-01-01' });
    const seen = await previewSetting(ports, administrator.id, asked);
    expect(seen).toMatchObject({ looked: 1, more: false, begun: true });
    expect(seen.changes.map(({ becomes }) => becomes?.code)).toEqual(['restDays.2020']);
    expect(seen.cases).toEqual([]);
    const wardAdmin = personSchema.parse({
      ...administrator,
      id: idOf('ward-admin'),
      username: 'ward-admin',
      posts: [
        { ...administrator.posts[0], id: idOf('post-ward-admin'), person: idOf('ward-admin') },
        {
          ...administrator.posts[0],
          id: idOf('post-ward-admin-2'),
          person: idOf('ward-admin'),
          organisation: organisations.wardCommittee.id,
        },
      ],
    });
    await ports.store.commit(personWrites(undefined, wardAdmin));
    const told = await previewSetting(ports, wardAdmin.id, asked);
    expect(told.cases.length).toBe(told.count);
    const dearer = command({ key: 'coefficient.GK_HUYEN.individual', value: 0.5, validFrom: '2020-10-10' });
    const { cases } = await previewSetting(ports, wardAdmin.id, dearer);
    expect(cases).toMatchObject([{ case: all.id, steps: [], money: { was: 450_000, becomes: 750_000 } }]);
  });
});

describe('rest days of the next year', () => {
  it('are asked for from 1 December on, entered on the page, and asked for no more once they are confirmed', async () => {
    const clock = createTestClock(at(civilDateSchema.parse('2026-11-30'), 9));
    const home = await createTestHome({ clock });
    const { as } = createReaders(home.ports, home.settle);
    const asked = 'Chưa có thông báo ngày nghỉ, ngày làm bù năm 2027';
    const link = '/law/settings/new?figure=restDays.2027';
    const page = async (who: typeof administrator) => (await as(who).get('/law')).html;
    expect(textOf(await page(administrator))).not.toContain(asked);
    clock.nextDay();
    expect(textOf(await page(wardOfficer))).toContain(asked);
    expect(await page(wardOfficer)).not.toContain(link);
    expect(textOf(await page(administrator))).toContain(asked);
    expect(await page(administrator)).toContain(link);
    const desk = as(administrator);
    const typed = {
      figure: 'restDays.2027',
      organisation: office,
      value: '01/01/2027 Tết Dương lịch\n08/02/2027 Tết Nguyên đán',
      work: '',
      'validFrom.day': '1',
      'validFrom.month': '1',
      'validFrom.year': '2027',
      source: 'Thông báo số 9/TB',
    };
    const preview = await desk.send(await desk.get(link), '/law/settings/preview', typed);
    const sent = await desk.send(preview, '/law/settings/new', typed);
    const setting = sent.to.replace(/\?.*/, '');
    const leader = as(districtLeader);
    await leader.send(await leader.get(setting), `${setting}/confirm`, {});
    clock.advance(60_000);
    expect(textOf(await page(administrator))).not.toContain(asked);
  });
});

describe('how grave a rule is', () => {
  it('is set where no text settles it, and nowhere else', async () => {
    const { ports } = all;
    const ask = (key: string, value: string) =>
      proposeSetting(
        ports,
        asks(administrator),
        proposeSettingSchema.parse({
          organisation: office,
          key,
          value,
          validFrom: '2026-01-01',
          source: 'Quy chế số 5/QC',
        }),
      );
    expect(await codeOf(ask('severity.R01', 'inform'))).toBe('InputInvalid');
    expect(await codeOf(ask('severity.R12', 'loud'))).toBe('SettingValueWrong');
    await ask('severity.R12', 'inform');
    const page = textOf((await all.as(administrator).get('/law/settings')).html);
    expect(page).toContain('Mức độ áp dụng quy tắc R12 – ');
    expect(page).toContain('chỉ thông báo');
    const unsure = (await all.as(administrator).get('/law/unconfirmed')).html;
    expect(unsure).toContain('/law/settings/new?figure=severity.R12');
    expect((await all.as(wardOfficer).get('/law/unconfirmed')).html).not.toContain('/law/settings/new');
  });
});

describe('the pages of the law', () => {
  it('show whoever is signed in what applies, with what is unconfirmed', async () => {
    const officer = all.as(wardOfficer);
    const page = textOf((await officer.get('/law?day=2026-10-02&beside=2020-11-10')).html);
    expect(page).toContain('Khác với ngày 10/11/2020');
    expect(page).toContain('chưa xác nhận');
    expect(textOf((await officer.get('/law/unconfirmed')).html)).toContain('Thiết lập chưa xác nhận');
    expect((await officer.get('/law/settings/new')).status).toBe(403);
  });

  it('list every row of the law, of whatever part, that nobody has confirmed, and lead there from what applies', async () => {
    const unsure: object[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('confidence' in value && value.confidence !== 'confirmed') unsure.push(value);
      Object.values(value).forEach(walk);
    };
    // Texts themselves are cited by rows; how sure a row is says how its text was read.
    const { instruments: _texts, figures, ...rows } = shippedLaw;
    // How grave a rule is, and that a paper is asked for, are rows of rules and papers themselves.
    walk({ ...rows, figures: figures.filter((figure) => !isLocalChoice(figure)) });
    expect(unsure.length).toBeGreaterThan(100);
    const unconfirmed = await readUnconfirmed(all.ports, wardOfficer.id, ruleTitle);
    const listed = unconfirmed.filter(({ own }) => !own);
    const told = ({ validFrom, validTo, confidence, sources }: Dated): string =>
      JSON.stringify([validFrom, validTo, confidence, sources]);
    expect(listed.map(told).toSorted()).toEqual(unsure.map((row) => told(row as Dated)).toSorted());
    const officer = all.as(wardOfficer);
    expect((await officer.get('/law')).html).toContain('href="/law/unconfirmed"');
    const page = textOf((await officer.get('/law/unconfirmed')).html);
    const unnamed = listed.filter(({ title }) => !page.includes(title.vi.replaceAll(/\s+/g, ' ')));
    expect(unnamed.map(({ code }) => code)).toEqual([]);
  });

  it('take a day as people write it, and mark what is none', async () => {
    const officer = all.as(wardOfficer);
    expect(textOf((await officer.get('/law?day=2%2F10%2F2026')).html)).toContain(
      'áp dụng vào ngày 02/10/2026',
    );
    const wrong = await officer.get('/law?day=30%2F02%2F2026');
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.html)).toContain('Ghi một ngày có thật');
    expect(wrong.html).toContain('value="30/02/2026"');
  });

  it('tell of each award form who decides, the money with its formula, the papers and the ways', async () => {
    const page = textOf((await all.as(wardOfficer).get('/law?day=2025-08-19')).html);
    expect(page).toContain('Cấp xã quyết định Giấy khen của Chủ tịch UBND xã, phường, đặc khu');
    expect(page).toContain('Cá nhân: hệ số 0,3, 710.000 đồng');
    expect(page).toContain('0,3 × 2.340.000 = 702.000 → 710.000');
    expect(page).toContain('Giấy khen của Chủ tịch UBND phường (hai cấp)');
    expect(page).not.toContain('Cấp huyện quyết định');
  });

  it('name each figure, form and choice in words, and put each under a heading', async () => {
    const desk = all.as(administrator);
    for (const path of ['/law', '/law?day=2026-10-02', '/law/unconfirmed', '/law/settings/new']) {
      const main = textOf((await desk.get(path)).html);
      expect([...main.matchAll(/\b[A-Z]+_[A-Z_]+|\b[a-z]+[A-Z][A-Za-z]*/g)].map(([word]) => word)).toEqual(
        [],
      );
    }
    const headless = shippedLaw.figures.filter(({ key }) => topicOf(key) === undefined);
    expect(headless).toEqual([]);
  });

  it('offer what a figure may choose as boxes to tick', async () => {
    const desk = all.as(administrator);
    const form = await desk.get('/law/settings/new?figure=publication.fields');
    expect(textOf(form.html)).toContain('Tên ghi trên bằng');
    const typed = {
      'validFrom.day': '1',
      'validFrom.month': '1',
      'validFrom.year': '2021',
      source: 'Quyết định số 3/QĐ-UBND',
      figure: 'publication.fields',
      organisation: office,
    };
    const value = ['printedName', 'form'];
    const preview = await desk.send(form, '/law/settings/preview', { ...typed, value });
    const sent = await desk.send(preview, '/law/settings/new');
    expect(textOf((await desk.get(sent.to.replace(/\?.*/, ''))).html)).toContain(
      'Giá trị mới Tên ghi trên bằng Hình thức khen thưởng',
    );
  });
});
