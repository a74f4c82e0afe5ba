import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { faultsOf, Refusal, refusals, type RefusalCode } from '#shared/domain/refusal.ts';
import { isMessageKey, say } from '#shared/messages/say.ts';
import { ErrorSummary } from '#web/components/error-summary.tsx';
import { refusalText } from '#web/components/refusal-text.ts';
import type { Field } from '#web/forms/field.ts';
import { Typed } from '#web/forms/typed.ts';
import type { Visit } from '#web/visit.ts';
import { walkIn } from '#tests/support/case-walk.ts';
import { decoded, textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const codes = Object.keys(refusals).filter((code): code is RefusalCode => code in refusals);

const summaryIn = (html: string): string =>
  /<div class="govuk-error-summary"[\s\S]*?<\/div><\/div>/.exec(html)?.[0] ?? '';
const linksIn = (html: string): string[] =>
  Array.from(summaryIn(html).matchAll(/<li><a href="#([^"]*)">/g), (match) => match[1] ?? '');
const plainLinesIn = (html: string): string[] =>
  Array.from(summaryIn(html).matchAll(/<li>([^<]*)<\/li>/g), (match) => decoded(match[1] ?? ''));

describe.each(['vi', 'en'] as const)('what the summary of a form says in %s', (language) => {
  const visit = { language } as Visit;
  const drawn = async (refusal: Refusal, fields: readonly Field[]): Promise<string> => {
    const state = { form: 'f', typed: Typed.from([]), refusal };
    return String(await ErrorSummary({ visit, trouble: { state, fields } }));
  };

  it.each(codes)('%s: on a form without the field nothing twice, on one that has it a link', async (code) => {
    const refusal = new Refusal(code, {}, faultsOf(code));
    const elsewhere = await drawn(refusal, [{ kind: 'line', name: 'elsewhere', label: 'Mục khác' }]);
    expect(textOf(elsewhere)).toContain(refusalText(visit, refusal).replaceAll(/\s+/g, ' '));
    expect([...linksIn(elsewhere), ...plainLinesIn(elsewhere)]).toEqual([]);
    for (const fault of refusal.faults) {
      const key = `fault.${fault.code}`;
      if (!isMessageKey(key)) throw new Error(`${key} has no text`);
      const here = await drawn(refusal, [{ kind: 'line', name: fault.field, label: 'Mục này' }]);
      expect(textOf(here)).toContain(`Mục này: ${say(language, key)}`);
      const hidden = await drawn(refusal, [{ kind: 'hidden', name: fault.field, value: '' }]);
      expect([...linksIn(hidden), ...plainLinesIn(hidden)]).toEqual([]);
    }
  });

  it('says of a field that is not there what the refusal does not say', async () => {
    const refusal = new Refusal('SignerNotLeader', {}, [{ field: 'signer.post', code: 'notTheNamedSigner' }]);
    expect(plainLinesIn(await drawn(refusal, []))).toEqual([say(language, 'fault.notTheNamedSigner')]);
  });
});

describe('a form that came back', () => {
  async function season(count: number) {
    const home = await createTestHome();
    const walk = walkIn(home);
    const ids = [];
    for (let index = 0; index < count; index += 1) {
      const id = await draftNomination(home.ports, {
        name: `Người Số ${String(index)}`,
        birthYear: 1950 + index,
      });
      await walk.act(people.wardOfficer, id, 'submit');
      ids.push(id);
    }
    return { home, walk, ids, ...createReaders(home.ports, home.settle) };
  }

  it('says of a stale edit nothing but to compare', async () => {
    const ports = await createTestPorts();
    const path = `/cases/${await draftNomination(ports)}/edit/subject`;
    const officer = createReaders(ports).as(people.wardOfficer);
    const stale = await officer.get(path);
    await officer.fill(path, path, { 'content.unit': 'Tổ 8' });
    const { html } = await officer.send(stale, path, { 'content.unit': 'Tổ 9' });
    expect(textOf(summaryIn(html))).toContain('Nội dung đã được người khác cập nhật');
    expect([...linksIn(html), ...plainLinesIn(html)]).toEqual([]);
    expect(textOf(html)).not.toMatch(/If-Match|ETag|standing/);
  });

  it('sends the reader to the reason where one subject is nominated twice', async () => {
    const ports = await createTestPorts();
    const officer = createReaders(ports).as(people.wardOfficer);
    const first = await draftNomination(ports, { name: 'Lê Văn Một', birthYear: 1960 });
    await officer.fill(`/cases/${first}/check`, `/cases/${first}/check`, { noSecrets: 'yes' });
    const second = await draftNomination(ports, { name: 'Lê Văn Một', birthYear: 1960 });
    const asked = await officer.fill(`/cases/${second}/check`, `/cases/${second}/check`, {
      noSecrets: 'yes',
    });
    expect([...linksIn(asked.html), ...plainLinesIn(asked.html)]).toEqual([]);
    const [question = ''] = /answers\.\w+/.exec(asked.html) ?? [];
    await officer.send(asked, `/cases/${second}/identity`, { [question]: 'same', reason: 'Cùng một người' });
    const twice = await officer.fill(`/cases/${second}/check`, `/cases/${second}/check`, {
      noSecrets: 'yes',
    });
    expect(twice.status).toBe(409);
    expect(linksIn(twice.html)).toEqual(['submit-otherAchievement']);
  });

  it('names the field of a day that has not come, which is typed on another page', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const officer = createReaders(ports).as(people.wardOfficer);
    const ahead = { 'content.achievementTo.day': '31', 'content.achievementTo.month': '12' };
    const part = `/cases/${id}/edit/achievement`;
    await officer.fill(part, part, ahead);
    const { html, status } = await officer.fill(`/cases/${id}/check`, `/cases/${id}/check`, {
      noSecrets: 'yes',
    });
    expect(status).toBe(422);
    expect(textOf(summaryIn(html))).toContain('Thành tích đến ngày: Ngày này chưa tới.');
    expect([...linksIn(html), ...plainLinesIn(html)]).toEqual([]);
  });

  it('sends to the signer who may not sign, and nowhere for a case that has left', async () => {
    const { ids, as, walk } = await season(2);
    await walk.to('ward-letter', ids);
    const officer = as(people.wardOfficer);
    const { to: path } = await officer.fill('/lists', '/lists/start/letter', { title: 'Tờ trình' });
    const { to: other } = await officer.fill('/lists', '/lists/start/letter', { title: 'Tờ trình hai' });
    const [one = '', two = ''] = ids;
    const seen = await officer.get(path);
    await officer.fill(other, `${other}/act/gather`, { cases: one });
    const gone = await officer.send(seen, `${path}/act/gather`, { cases: one });
    expect(gone.status).toBe(409);
    expect(textOf(summaryIn(gone.html))).toContain('Hồ sơ này chưa thể đưa vào danh sách');
    expect([...linksIn(gone.html), ...plainLinesIn(gone.html)]).toEqual([]);

    const empty = await officer.fill(path, `${path}/act/close`, { signer: people.wardLeader.posts[0]!.id });
    expect(textOf(summaryIn(empty.html))).toContain('Danh sách chưa có hồ sơ nào');
    expect([...linksIn(empty.html), ...plainLinesIn(empty.html)]).toEqual([]);
    await officer.fill(path, `${path}/act/gather`, { cases: two });
    const officers = people.wardOfficer.posts[0]!.id;
    const unfit = await officer.fill(path, `${path}/act/close`, { signer: officers });
    expect(unfit.status).toBe(422);
    expect(linksIn(unfit.html)).toEqual(['close-signer']);
  });

  it('sends to the number that was used, and to no field for what the list lacks', async () => {
    const { ids, as, walk } = await season(2);
    const [one = '', two = ''] = ids;
    await walk.to('ward-letter', ids);
    const [officer, leader, clerk] = [as(people.wardOfficer), as(people.wardLeader), as(people.wardClerk)];
    const said = { number: '12/TTr-UBND', 'date.day': '5', 'date.month': '10', 'date.year': '2020' };
    const issued = async (id: string) => {
      const { to: path } = await officer.fill('/lists', '/lists/start/letter', { title: 'Tờ trình' });
      await officer.fill(path, `${path}/act/gather`, { cases: id });
      await officer.fill(path, `${path}/act/close`, { signer: people.wardLeader.posts[0]!.id });
      const seen = await leader.get(path);
      await leader.send(seen, `${path}/act/sign`);
      const again = await leader.send(seen, `${path}/act/sign`);
      expect([...linksIn(again.html), ...plainLinesIn(again.html)]).toEqual([]);
      return clerk.fill(path, `${path}/act/issue`, said);
    };
    expect(await issued(one)).toMatchObject({ done: 'list-issue' });
    const used = await issued(two);
    expect(used.status).toBe(409);
    expect(linksIn(used.html)).toEqual(['issue-number']);
    expect(textOf(used.html)).toContain('Số, ký hiệu này đã dùng trong năm');
  });

  it('offers no award form that no round of the office may take, and sends to one that its lane bars', async () => {
    const ports = await createTestPorts();
    const officer = createReaders(ports).as(people.districtOfficer);
    const day = (name: string, month: string) => ({
      [`${name}.day`]: '1',
      [`${name}.month`]: month,
      [`${name}.year`]: '2020',
    });
    const { html, status } = await officer.fill('/rounds/new', '/rounds/new', {
      owner: organisations.districtCommittee.id,
      name: 'Đợt xét',
      lane: 'police',
      ...day('opensOn', '1'),
      ...day('form.GK_HUYEN.closingDay', '11'),
      ...day('form.GK_HUYEN.councilDay', '12'),
    });
    expect([status, linksIn(html)]).toEqual([403, ['round-form-GK_HUYEN-closingDay-day']]);
    expect(html).not.toContain('KNC_ANTQ');
  });

  it('sends to the address that was typed where it names no decision', async () => {
    const ports = await createTestPorts();
    const organiser = createReaders(ports).as(people.organiser);
    const { to: path } = await organiser.fill('/ceremonies/new', '/ceremonies/new', {
      title: 'Hội nghị tổng kết',
      place: 'Hội trường quận',
      'day.day': '29',
      'day.month': '12',
      'day.year': '2020',
    });
    const { html, status } = await organiser.fill(path, `${path}/act/draw`, {
      address: 'http://127.0.0.1:8080/lists/01ARZ3NDEKTSV4RRFFQ69G5FAV',
    });
    expect([status, linksIn(html)]).toEqual([404, ['draw-address']]);
  });

  it('says on a page of its own what was wrong with a file', async () => {
    const { pages } = createReaders(await createTestPorts());
    const app = new Hono();
    app.onError((error, c) => pages.onError(error, c));
    app.get('/refused', () => {
      throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'noFile' }]);
    });
    app.get('/gone', () => {
      throw new Refusal('FileNotFound');
    });
    const bodyOf = async (path: string) => textOf(await (await app.request(path)).text());
    expect(await bodyOf('/refused')).toContain('Chưa chọn tệp, hoặc tệp rỗng.');
    expect(await bodyOf('/gone')).not.toContain('Không tìm thấy trong phạm vi được xem');
  });
});
