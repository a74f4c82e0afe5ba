import { beforeAll, describe, expect, it } from 'vitest';
import { recountMarked } from '#shared/use-cases/figures/recount.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { createReaders, type PageReader } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { draftModelProposal, draftNomination } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const hostile = `<script>alert(1)</script>"'&<b style="x" onclick=y>`;

async function world() {
  const home = await createTestHome();
  const { ports } = home;
  const walk = walkIn(home);
  const draft = await draftNomination(ports);
  const open = await draftNomination(ports, { name: `Trần ${hostile}`, birthYear: 1950 });
  const ended = await draftNomination(ports, { name: 'Lê Văn Xong', birthYear: 1951 });
  const sealed = await draftNomination(ports, { sealed: true, name: 'Người Kín', birthYear: 1952 });
  const model = await draftModelProposal(ports);
  await walk.act(people.wardOfficer, open, 'submit');
  await walk.act(people.wardOfficer, ended, 'submit');
  await walk.act(people.wardSealedOfficer, sealed, 'submit');
  await walk.act(people.wardOfficer, model, 'submit');
  await walk.to('ward-letter', [open, ended]);
  await walk.act(people.wardOfficer, ended, 'withdraw', { reason: hostile });
  const list = await walk.letterOf(desks.ward, [open]);
  await recountMarked(ports);
  const readers = createReaders(ports);
  return { home, ports, walk, cases: { draft, open, ended, sealed, model }, list, ...readers };
}

let all: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  all = await world();
});

const paths = (): readonly string[] => [
  '/',
  '/inbox',
  '/inbox?round=&kind=letter&page=2',
  '/cases',
  `/cases?organisation=${organisations.wardCommittee.id}&status=WITHDRAWN`,
  '/cases/new',
  '/models/new',
  ...Object.values(all.cases).flatMap((id) => [
    `/cases/${id}`,
    `/cases/${id}/edit`,
    `/cases/${id}/check`,
    `/cases/${id}/receipt`,
  ]),
  '/lists',
  `/lists?organisation=${organisations.wardCommittee.id}&kind=letter&direction=came`,
  `/lists/${all.list}`,
  `/lists/${all.list}?all=1`,
  '/rounds',
  '/rounds/new',
  `/rounds/${december.id}`,
  '/figures',
  `/figures/cases?round=${december.id}`,
  '/figures/paces?step=ward-council',
  '/figures/awards',
  '/ceremonies',
  '/ceremonies/new',
  '/setup',
  '/setup/new',
  `/setup/${organisations.wardCommittee.id}`,
  ...['organisations', 'people', 'council', 'register'].map(
    (page) => `/setup/${organisations.districtCommittee.id}/${page}`,
  ),
  `/setup/${organisations.districtCommittee.id}/people/${people.administrator.id}`,
  '/setup/nonsense/people',
  '/notices',
  '/mailbox',
  '/components',
  '/follow',
  '/no-such-page',
  '/cases/nonsense',
  `/cases/${all.cases.open}/act/hold`,
];

const { wardOfficer, wardSealedOfficer, wardSecretary, wardMember, wardLeader, wardClerk } = people;
const { siblingOfficer, policeOfficer, districtOfficer, organiser, administrator, auditor, formerOfficer } =
  people;
/** All that is stored but notes of who looked. */
const changed = () => itemsIn(all.ports.database).filter(({ sk }) => !sk.startsWith('VIEWED#'));
/** One of each role, near and far. */
const readersOfAll = {
  ...{ wardOfficer, wardSealedOfficer, wardSecretary, wardMember, wardLeader, wardClerk, siblingOfficer },
  ...{ policeOfficer, districtOfficer, organiser, administrator, auditor, formerOfficer },
};

describe('every page', () => {
  it.each(Object.entries(readersOfAll))(
    'is sound in both languages and changes nothing for %s',
    async (_, person) => {
      const before = changed();
      const wrong: string[] = [];
      for (const language of ['vi', 'en'] as const) {
        const reader = all.as(person, language);
        for (const path of paths()) {
          const { status, html } = await reader.get(path);
          const right =
            status === 200 ? html.includes(`<html lang="${language}"`) : [303, 403, 404].includes(status);
          if (!right || html.includes('Người Kín')) wrong.push(`${path}: ${String(status)}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(changed()).toEqual(before);
    },
  );

  it('sends strangers to sign in, and back afterwards', async () => {
    const stranger = all.as(undefined);
    expect((await stranger.get('/inbox?kind=letter')).headers.get('location')).toBe(
      '/sign-in?returnTo=%2Finbox%3Fkind%3Dletter',
    );
    expect((await stranger.get('/')).status).toBe(200);
    expect((await stranger.post('/notices', [])).status).toBe(401);
  });

  it('shows hostile words as words', async () => {
    const reader = all.as(people.wardOfficer);
    const { html } = await reader.get(`/cases/${all.cases.open}`);
    expect(textOf(html)).toContain(`Trần ${hostile}`);
    expect(textOf((await reader.get(`/cases/${all.cases.ended}`)).html)).toContain(hostile);
    expect(textOf((await reader.get(`/lists/${all.list}`)).html)).toContain(hostile);
    const typed = await reader.fill('/models/new', '/models/new', {
      'content.printedName': `${hostile}\u202e`,
      'content.unit': '',
    });
    expect(typed.status).toBe(422);
    expect(typed.html).not.toContain('<b ');
  });

  it('masks a sealed case for its named posts', async () => {
    const named = all.as(people.wardSecretary);
    expect(textOf((await named.get('/inbox')).html)).toContain('Trường hợp bảo mật 01');
    expect(textOf((await all.as(people.wardOfficer).get('/inbox')).html)).not.toContain('Trường hợp bảo mật');
  });

  it('guards itself by headers', async () => {
    const { headers } = await all.as(undefined).get('/no-such-page');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self' https://issuer.example");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('keeps the language that was chosen', async () => {
    const { headers, html } = await all.as(people.wardOfficer).get('/inbox?lang=en');
    expect(headers.get('set-cookie')).toContain('vd-lang=en');
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('href="/inbox?lang=vi"');
  });

  it('follows a case by its code without an account, and says where a code is unknown', async () => {
    const { publicCode } = await all.walk.caseOf(all.cases.open);
    const stranger: PageReader = all.as(undefined);
    const found = await stranger.fill('/follow', '/follow', { code: publicCode.toLowerCase() });
    const page = await stranger.get(found.to);
    expect(textOf(page.html)).toContain('UBND phường Sở Dầu đang giữ hồ sơ');
    expect(page.html).not.toContain('Trần');
    const unknown = await stranger.get('/follow/0000-<b>');
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain('<a href="#follow-code">');
  });

  it('opens a round, names the form whose day is missing, and lets an office in late', async () => {
    const officer = all.as(people.districtOfficer);
    const said = {
      name: 'Đợt tháng 5',
      themes: 'An ninh\nTrật tự',
      'form.GK_HUYEN.closingDay.day': '20',
      'form.GK_HUYEN.closingDay.month': '11',
      'form.GK_HUYEN.closingDay.year': '2020',
      'form.GK_HUYEN.individual': '16',
    };
    const refused = await officer.fill('/rounds/new', '/rounds/new', said);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#round-form-GK_HUYEN-councilDay-day">');
    const closedBefore = await officer.fill('/rounds/new', '/rounds/new', {
      ...said,
      'form.GK_HUYEN.closingDay.year': '2019',
      'form.GK_HUYEN.councilDay.day': '1',
      'form.GK_HUYEN.councilDay.month': '12',
      'form.GK_HUYEN.councilDay.year': '2020',
    });
    expect(closedBefore.html).toContain('<a href="#round-form-GK_HUYEN-closingDay-day">');
    expect(textOf(closedBefore.html)).toContain('Hạn nhận hồ sơ phải từ ngày mở trở đi.');
    const opened = await officer.send(refused, '/rounds/new', {
      ...said,
      'form.GK_HUYEN.councilDay.day': '1',
      'form.GK_HUYEN.councilDay.month': '12',
      'form.GK_HUYEN.councilDay.year': '2020',
    });
    expect(opened).toMatchObject({ status: 303, done: 'roundOpened' });
    const admitted = await officer.fill(opened.to, `${opened.to}/admit`, {
      organisation: organisations.wardCommittee.id,
      reason: 'Mưa bão',
    });
    expect(admitted).toMatchObject({ done: 'admitted' });
    const page = textOf((await officer.get(opened.to)).html);
    expect(page).toContain('Cá nhân 0/16');
    expect(page).toMatch(/Cho nhận muộn sau hạn UBND phường Sở Dầu/);
  });

  it('lets a day pass in the demo, and marks notices as read', async () => {
    const reader = all.as(people.wardOfficer);
    expect((await reader.fill('/inbox', '/demo/next-day')).to).toBe('/inbox');
    expect(all.daysPassed()).toBe(1);
    const secretary = all.as(people.wardSecretary);
    const notices = await secretary.get('/notices');
    expect(textOf(notices.html)).toContain('chưa đọc');
    expect(await secretary.send(notices, '/notices')).toMatchObject({ done: 'read' });
    expect(textOf((await secretary.get('/notices')).html)).not.toContain('chưa đọc');
  });

  it('refuses a place in a list that none of its pages ended with', async () => {
    const reader = all.as(people.wardOfficer);
    const other = Buffer.from('["x","CASE#1","META"]').toString('base64url');
    const office = `organisation=${organisations.wardCommittee.id}&status=DRAFT`;
    for (const query of ['cursor=abc', `${office}&cursor=${other}`]) {
      expect((await reader.get(`/cases?${query}`)).status).toBe(422);
    }
  });

  it('refuses what is no form, and what is too large', async () => {
    const reader = all.as(people.wardOfficer);
    expect((await reader.post('/notices', [], { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await reader.post('/notices', [['csrf', 'x'.repeat(300_000)]])).status).toBe(413);
  });

  it('lends its layout to the issuer, and says why a sign-in failed', async () => {
    const html = await all.pages.renderPage('Đăng nhập', 'Thân trang');
    expect(html).toMatch(/^<!doctype html><html lang="vi"/);
    const refused = await all.pages.signInRefused('IssuerUnreachable');
    expect(refused.status).toBe(503);
    expect(textOf(await refused.text())).toContain('The identity provider cannot be reached');
  });
});
