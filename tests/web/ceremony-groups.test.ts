import { describe, expect, it } from 'vitest';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { issuedDecision } from '#tests/support/issued-decision.ts';
import { people } from '#tests/support/small-directory.ts';
import { createTestPorts } from '#tests/support/small-world.ts';

async function begin() {
  const ports = await createTestPorts();
  const rows = ['Một', 'Hai', 'Ba'].map((name) => ({ name: `Người ${name}` }));
  const decision = await issuedDecision(ports, { rows });
  const { as } = createReaders(ports);
  const organiser = as(people.organiser);
  const hold = async (title: string) => {
    const planned = await organiser.fill('/ceremonies/new', '/ceremonies/new', {
      title,
      place: 'Hội trường quận',
      'day.day': '29',
      'day.month': '12',
      'day.year': '2020',
    });
    return planned.to;
  };
  const [path, other] = [await hold('Hội nghị tổng kết'), await hold('Họp mặt')];
  await organiser.fill(path, `${path}/act/draw`, { decision: decision.id });
  return { as, organiser, path, other, cases: decision.cases, decision: decision.id };
}

describe('presentation groups in the browser', () => {
  it('are split and merged', async () => {
    const { organiser, path, cases } = await begin();
    const [one = '', two = '', three = ''] = cases;
    const split = await organiser.fill(path, `${path}/act/regroup`, { cases: [two, three] });
    expect(split).toMatchObject({ status: 303, done: 'ceremony-regroup' });
    const page = await organiser.get(path);
    expect(textOf(page.html)).toMatch(
      /Đợt lên nhận 1: .* Người Một .*Đợt lên nhận 2: .* Người Hai .* Người Ba/,
    );
    expect(textOf(page.html)).toContain('Đợt 2: Người Ba');

    const nobody = await organiser.send(page, `${path}/act/regroup`);
    expect(nobody.status).toBe(422);
    expect(nobody.html).toContain('<a href="#regroup-cases-0">');
    const merged = await organiser.fill(path, `${path}/act/regroup`, { cases: [two, three], with: one });
    expect(merged.done).toBe('ceremony-regroup');
    expect(textOf((await organiser.get(path)).html)).not.toContain('Đợt lên nhận 2');
  });

  it('give an award back, which another ceremony then draws', async () => {
    const { as, organiser, path, other, cases, decision } = await begin();
    const [one = ''] = cases;
    const taken = await organiser.fill(path, `${path}/act/takeOut`, { cases: [one] });
    expect(taken).toMatchObject({ status: 303, done: 'ceremony-takeOut' });
    expect(textOf((await organiser.get(path)).html)).not.toContain('Người Một');
    await organiser.fill(other, `${other}/act/draw`, { decision });
    expect(textOf((await organiser.get(other)).html)).toMatch(/Số khen thưởng 1 .*Người Một/);
    expect((await as(people.wardOfficer).get(other)).html).not.toContain('/act/takeOut');
  });

  it('are not arranged from a page that shows other groups', async () => {
    const { organiser, path, cases } = await begin();
    const stale = await organiser.get(path);
    await organiser.fill(path, `${path}/act/regroup`, { cases: cases.slice(0, 1) });
    expect((await organiser.send(stale, `${path}/act/arrange`)).status).toBe(412);
  });
});
