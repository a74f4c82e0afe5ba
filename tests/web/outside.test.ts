import { describe, expect, it } from 'vitest';
import { walkIn } from '#tests/support/case-walk.ts';
import { city, withTheCity } from '#tests/support/city-offices.ts';
import { medal, medalsAtTheMinister } from '#tests/support/medals.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { organisationWrites, readOrganisations } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { createTestHome } from '#tests/support/test-home.ts';

describe('a decision made outside, in the browser', () => {
  it('is recorded as not in favour, with its paper, and the submitter reads by which one', async () => {
    const { home, ids } = await medalsAtTheMinister(1);
    const { as } = createReaders(home.ports, home.settle);
    const [clerk, officer] = [as(city.movement.clerk), as(city.movement.officer)];
    const path = `/cases/${ids[0]!}`;
    const act = `${path}/act/recordNotAwarded`;
    expect((await officer.get(path)).html).not.toContain(act);
    const page = await clerk.get(path);
    expect(textOf(page.html)).toContain('Việc này kết thúc hồ sơ và không thể hoàn tác.');

    const said = { reason: 'Chưa đủ thời gian', 'document.number': '512/X03-P5' };
    const undated = await clerk.send(page, act, said);
    expect(undated.status).toBe(422);
    expect(undated.html).toContain('<a href="#recordNotAwarded-document-date-day">');
    const day = { 'document.date.day': '5', 'document.date.month': '10', 'document.date.year': '2020' };
    const done = await clerk.send(undated, act, { ...said, ...day });
    expect(done).toMatchObject({ status: 303, done: 'recordNotAwarded' });

    const { html } = await as(people.policeOfficer).get(path);
    expect(textOf(html)).toContain('Không được khen thưởng');
    expect(textOf(html)).toMatch(
      /Ghi nhận cấp có thẩm quyền ngoài hệ thống không đồng ý .* Chưa đủ thời gian .*Văn bản số 512\/X03-P5 ngày 05\/10\/2020\./,
    );
  });

  it('names, to whoever follows the case, where its papers were sent', async () => {
    const home = await createTestHome();
    await withTheCity(home, ['KNC_ANTQ']);
    const movement = organisationIdSchema.parse(city.movement.organisation);
    const outside = (await readOrganisations(home.ports.store, [movement])).get(movement)!;
    await home.ports.store.commit(organisationWrites({ ...outside, outside: true }));
    const id = await medal(home, 'Người Số 1');
    await walkIn(home).act(people.policeOfficer, id, 'submit');
    const { as } = createReaders(home.ports, home.settle);
    const code = loadCase((await home.ports.store.get([keys.caseMeta(id)]))[0])!.value.publicCode;
    const own = await as(people.policeOfficer).get(`/cases/${id}`);
    const followed = await as(undefined).get(`/follow/${code}`);
    for (const { html } of [own, followed])
      expect(textOf(html)).toContain('Gửi Phòng Xây dựng phong trào (ngoài hệ thống)');
  });

  it('tells the clerk, on the page of an outside list, where to record a case that is not awarded', async () => {
    const { home, ids } = await medalsAtTheMinister(1);
    const clerk = createReaders(home.ports, home.settle).as(city.movement.clerk);
    const { to: list } = await clerk.fill('/lists', '/lists/start/outside', {
      title: 'Quyết định của Bộ trưởng',
    });
    await clerk.fill(list, `${list}/act/gather`, { cases: ids });
    await clerk.fill(list, `${list}/act/close`);
    expect(textOf((await clerk.get(list)).html)).toContain('thì mở hồ sơ đó và ghi nhận');
    const path = `/cases/${ids[0]!}`;
    await clerk.fill(path, `${path}/act/recordNotAwarded`, { reason: 'Không có tên trong quyết định' });
    expect(textOf((await clerk.get(list)).html)).toContain('cấp có thẩm quyền không đồng ý');
  });
});
