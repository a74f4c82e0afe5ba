import { expect, it } from 'vitest';
import { parsePrinted, printCodeOf } from '#shared/domain/print-code.ts';
import { loadClosings } from '#shared/records/root-record.ts';
import { keys } from '#shared/records/keys.ts';
import { closeDays } from '#shared/use-cases/roots/close-days.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const codePattern = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/g;

async function homeOfThreeDays() {
  const home = await createTestHome();
  const way = walkIn(home);
  const id = await draftNomination(home.ports);
  await way.act(people.wardOfficer, id, 'submit');
  await home.settle();
  for (let passed = 0; passed < 2; passed += 1) {
    await home.passDays(1);
    await closeDays(home.ports);
  }
  await way.session('ward', [id]);
  const letter = await way.letter(desks.ward, [id]);
  const [closings] = await home.ports.store.get([keys.closings()]);
  return { home, way, id, letter, root: printCodeOf(loadClosings(closings)!.value.head) };
}

it('shows codes to keep on paper, where a case stands, on its own page, and on what was issued', async () => {
  const { home, way, id, letter, root } = await homeOfThreeDays();
  const { as } = createReaders(home.ports, home.settle);
  const { publicCode, head, entries } = await way.caseOf(id);
  const pages = [
    [as(undefined), `/follow/${publicCode}`, head],
    [as(people.wardOfficer), `/cases/${id}`, head],
    [as(people.wardOfficer), `/lists/${letter}`, (await way.listOf(letter)).head],
  ] as const;
  for (const [reader, path, hash] of pages) {
    const text = textOf((await reader.get(path)).html);
    const codes = text.match(codePattern) ?? [];
    expect(codes).toContain(printCodeOf(hash));
    expect(codes).toContain(root);
    expect(text).toContain('Mã khóa sổ đến hết ngày 06/10/2020');
    expect(parsePrinted(printCodeOf(hash).toLowerCase().replaceAll('-', ' '))?.(hash)).toBe(true);
  }
  const followed = textOf((await as(undefined).get(`/follow/${publicCode}`)).html);
  expect(followed).toContain(`Mã của lịch sử đến mục số ${String(entries)}`);
  expect(followed).not.toContain(id);
});

it('shows auditors every daily root with its code, and nobody else', async () => {
  const { home, root } = await homeOfThreeDays();
  const { as } = createReaders(home.ports, home.settle);
  const desk = await as(people.auditor).get('/');
  expect(desk.html).toContain('href="/daily-roots"');
  const page = textOf((await as(people.auditor).get('/daily-roots')).html);
  expect(page).toContain('Khóa sổ hằng ngày');
  expect(page.match(codePattern)?.[0]).toBe(root);
  expect(page).toMatch(/06\/10\/2020.*05\/10\/2020/);
  expect((await as(people.auditor).get('/daily-roots?cursor=x')).status).toBe(404);
  expect((await as(people.wardLeader).get('/daily-roots')).status).toBe(403);
  expect((await as(people.wardLeader).get('/')).html).not.toContain('/daily-roots');
});

it.each([
  ['a wrong character', (code: string) => (code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`)],
  ['two that changed places', (code: string) => `${code.charAt(1)}${code.charAt(0)}${code.slice(2)}`],
  ['one too few', (code: string) => code.slice(0, -1)],
])('notices %s in a code that was typed from paper', (_what, mistyped) => {
  const hash = '5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456';
  expect(parsePrinted(mistyped(printCodeOf(hash)))).toBeUndefined();
  expect(parsePrinted(hash.toUpperCase())?.(hash)).toBe(true);
});
