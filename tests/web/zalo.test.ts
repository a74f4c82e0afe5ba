import { describe, expect, it } from 'vitest';
import { walkIn } from '#tests/support/case-walk.ts';
import { decoded } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const name = 'Trần Văn Kỳ Lạ';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports, { name });
  await walk.act(people.wardOfficer, id, 'submit');
  await walk.to('district-receive', [id]);
  await walk.act(people.policeOfficer, id, 'askSupplement', {
    fields: ['report'],
    note: `Ghi rõ việc của ${name}`,
  });
  await home.settle();
  return { id, ...createReaders(home.ports, home.settle) };
}

const textsIn = (html: string): string[] =>
  [...html.matchAll(/<textarea[^>]*id="zalo[^"]*"[^>]*>([^<]*)<\/textarea>/g)].map(([, text = '']) =>
    decoded(text),
  );

describe('the text for Zalo', () => {
  it('stands with each notice: what is asked, by when, a link, nobody’s name, three hundred letters at most', async () => {
    const { as } = await begin();
    const { html } = await as(people.wardOfficer).get('/notices');
    const texts = textsIn(html);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join()).toMatch(
      /\[Vinh Danh\] Yêu cầu bổ sung hồ sơ, hạn \d\d\/\d\d\/\d{4}\. Xem và xử lý: \S+\/cases\//,
    );
    expect(texts.join()).not.toContain('Kỳ Lạ');
    expect(texts.filter((text) => text.length > 300)).toEqual([]);
  });

  it('stands with a case that came back, with its public code', async () => {
    const { as, id } = await begin();
    const [text = ''] = textsIn((await as(people.policeOfficer).get(`/cases/${id}`)).html);
    expect(text).toMatch(/^\[Vinh Danh\] Hồ sơ mã [0-9A-Z-]{13,16}: .* Xem: \S+\/cases\/[0-9A-Z]{26}$/);
    expect(text).not.toContain('Kỳ Lạ');
  });
});
