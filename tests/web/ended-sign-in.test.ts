import { describe, expect, it } from 'vitest';
import { formsIn, textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';
import { storedIn } from '#tests/support/store-snapshot.ts';

const path = '/cases/new';
const chosen = {
  organisation: organisations.wardCommittee.id,
  choice: `${december.id}.GK_HUYEN`,
  kind: 'individual',
  name: 'Nguyễn Thị Bảy',
  birthYear: '1960',
};
const typed = {
  'content.unit': 'Tổ dân phố số 7, phường Sở Dầu',
  'content.title': 'Tổ trưởng tổ dân phố',
  'content.residentialGroup': 'Tổ dân phố số 7',
};

/** The form was opened in time, and sent when its sign-in had ended. */
async function sentTooLate(said: Readonly<Record<string, string>> = typed) {
  const ports = await createTestPorts();
  const { as } = createReaders(ports);
  const [officer, nobody] = [as(people.wardOfficer), as(undefined)];
  const form = await officer.get(`${path}?${new URLSearchParams(chosen).toString()}`);
  const before = storedIn(ports.database);
  const kept = await nobody.send(form, path, said);
  return { ports, as, officer, nobody, form, kept, before };
}

const valueOf = (html: string, name: string) =>
  formsIn(html)
    .find(({ action }) => action === path)
    ?.entries.find(([one]) => one === name)?.[1];

describe('a form whose sign-in has ended', () => {
  it('is kept, with a way to sign in beside it, and stores nothing', async () => {
    const { ports, kept, before } = await sentTooLate();
    expect(kept.status).toBe(401);
    expect(kept.headers.get('cache-control')).toBe('no-store');
    for (const words of Object.values(typed)) expect(textOf(kept.html)).toContain(words);
    expect(kept.html).toMatch(/href="\/sign-in\?returnTo=[^"]*" target="_blank"/);
    for (const name of ['csrf', 'key']) expect(valueOf(kept.html, name) ?? '').toBe('');
    expect(storedIn(ports.database)).toEqual(before);
  });

  it('opens again with all that was typed for who has signed in again, who then sends it', async () => {
    const { ports, officer, kept, before } = await sentTooLate();
    const again = await officer.send(kept, path);
    expect(again.status).toBe(403);
    expect(textOf(again.html)).toContain('chưa được ghi nhận');
    for (const [name, value] of Object.entries(typed)) expect(valueOf(again.html, name)).toBe(value);
    expect(storedIn(ports.database)).toEqual(before);
    expect(await officer.send(again, path, { 'proposer.name': 'Phạm Văn Tổ' })).toMatchObject({
      status: 303,
      done: 'drafted',
    });
  });

  it('is kept once more for who opens it before having signed in', async () => {
    const { nobody, kept } = await sentTooLate();
    const more = await nobody.send(kept, path);
    expect(more.status).toBe(401);
    expect(valueOf(more.html, 'content.unit')).toBe(typed['content.unit']);
  });

  it('is refused after all when somebody else has changed the record since it was opened', async () => {
    const ports = await createTestPorts();
    const edit = `/cases/${await draftNomination(ports)}/edit/achievement`;
    const { as } = createReaders(ports);
    const [officer, nobody] = [as(people.wardOfficer), as(undefined)];
    const opened = await officer.get(edit);
    const report = 'Vận động thêm 40 hộ.';
    const kept = await nobody.send(opened, edit, { 'content.report': report });
    expect((await officer.send(opened, edit, { 'content.report': 'Đã sửa trước.' })).status).toBe(303);
    const again = await officer.send(kept, edit);
    expect(again.status).toBe(403);
    const stale = await officer.send(again, edit);
    expect(stale.status).toBe(412);
    expect(textOf(stale.html)).toContain(report);
    expect((await officer.send(stale, edit)).status).toBe(303);
  });

  it('says only that nobody is signed in when there was nothing to keep', async () => {
    const { nobody } = await sentTooLate();
    const plain = await nobody.post('/notices', [['key', 'a-key-of-a-form']]);
    expect(plain.status).toBe(401);
    expect(formsIn(plain.html)).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'none', ''])(
    'shows no words that came from another site (%s), signed in or not',
    async (site) => {
      const { officer, nobody } = await sentTooLate();
      const words = Object.entries({ ...typed, csrf: 'of-another', key: 'a-key-of-a-form' });
      for (const [reader, status] of [
        [nobody, 401],
        [officer, 403],
      ] as const) {
        const answer = await reader.post(path, words, { 'sec-fetch-site': site });
        expect(answer.status).toBe(status);
        expect(textOf(answer.html)).not.toContain('Giữ vững an ninh');
      }
    },
  );
});
