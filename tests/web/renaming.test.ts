import { beforeAll, describe, expect, it } from 'vitest';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const { districtCommittee: office } = organisations;
const names = {
  name: 'Ủy ban nhân dân quận Hồng Bàng Mới',
  shortName: 'UBND quận Hồng Bàng Mới',
  headTitle: office.headTitle,
};
const pages = `/setup/${office.id}/organisations`;
const action = `${pages}/${office.id}/name`;

/** A decision was issued the day before. */
async function world() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, id, 'submit');
  await walk.to('district-decide', [id]);
  const decision = await walk.decision(desks.district, [id]);
  await home.passDays(1);
  return { decision, ...createReaders(home.ports, home.settle) };
}

let all: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  all = await world();
});

describe('an organisation whose name was mistyped', () => {
  it('is renamed by its administrator, and the register says both names', async () => {
    const administrator = all.as(people.administrator);
    const refused = await administrator.fill(pages, action, { ...names, name: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('UBND quận Hồng Bàng Mới');
    expect(await administrator.send(refused, action, names)).toMatchObject({
      status: 303,
      done: 'organisationRenamed',
    });
    expect(textOf((await administrator.get(`/setup/${office.id}/register`)).html)).toContain(
      `Sửa tên cơ quan, đơn vị ${names.name} (trước: ${office.name}); ${names.shortName} (trước: ${office.shortName}) `,
    );
    expect(textOf((await administrator.get('/')).html)).toContain(names.shortName);
  });

  it('keeps its old name on what was issued before', async () => {
    const officer = all.as(people.districtOfficer);
    const issued = textOf((await officer.get(`/lists/${all.decision}`)).html);
    expect(issued).toContain(`Quyết định khen thưởng – ${office.name} `);
    expect(issued).not.toContain(names.name);
    const started = await officer.fill('/lists', '/lists/start/decision', { title: 'Quyết định mới' });
    expect(textOf((await officer.get(started.to)).html)).toContain(`– ${names.name}`);
  });

  it('whose area keeps its own name, says so before it is renamed', async () => {
    const page = textOf((await all.as(people.administrator).get(pages)).html);
    expect(page).toContain('tên địa bàn không tự đổi theo');
  });

  it('is renamed by nobody else', async () => {
    const officer = all.as(people.districtOfficer);
    const form = [
      ['csrf', `csrf-of-${people.districtOfficer.id}`],
      ['key', 'a-key-of-a-form'],
    ] as const;
    const refused = await officer.post(action, [...form, ...Object.entries(names)]);
    expect([403, 404]).toContain(refused.status);
  });
});
