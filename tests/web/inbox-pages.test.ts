import { beforeAll, describe, expect, it } from 'vitest';
import { caseIdSchema } from '#shared/domain/id.ts';
import { addDays, civilDateSchema } from '#shared/domain/time.ts';
import { inboxDiff, type InboxRow } from '#shared/records/inbox-record.ts';
import { inboxOfRole } from '#shared/records/keys.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders, type Answered, type PageReader } from '../support/page-reader.ts';
import { organisations, people } from '../support/small-directory.ts';
import { createTestPorts, type TestPorts } from '../support/small-world.ts';

const monday = civilDateSchema.parse('2020-10-05');

/** Row `n` is due a day after row `n - 1`, the first ten are overdue; every second one waits for somebody else. */
const rowOf = (n: number): InboxRow => ({
  of: 'case',
  id: caseIdSchema.parse(`01CASE${String(n).padStart(20, '0')}`),
  holder: inboxOfRole(organisations.wardCommittee.id, n % 2 === 0 ? 'officer' : 'clerk'),
  dueOn: addDays(monday, n - 10),
  caseKind: 'nomination',
  step: 'ward-letter',
  stepKind: n % 60 === 0 ? 'letter' : 'council',
  standing: 'free',
  label: `Người số ${String(n)}.`,
  unit: '',
  namesake: false,
});

async function officeWith(rows: number): Promise<TestPorts> {
  const ports = await createTestPorts();
  const writes = inboxDiff(
    [],
    Array.from({ length: rows }, (_, n) => rowOf(n)),
  );
  for (let start = 0; start < writes.length; start += 100)
    await ports.store.commit(writes.slice(start, start + 100));
  return ports;
}

const shownOn = ({ html }: Answered): number[] =>
  [...textOf(html).matchAll(/Người số (\d+)\./g)].map(([, n]) => Number(n));
const linkOn = ({ html }: Answered, rel: 'next' | 'prev'): string | undefined =>
  new RegExp(`href="([^"]*)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&');

const readerOf = (ports: TestPorts): PageReader => createReaders(ports).as(people.wardOfficer);

describe('an inbox in which a hundred and thirty things wait', () => {
  let reader: PageReader;
  beforeAll(async () => {
    reader = readerOf(await officeWith(260));
  });

  it('is shown fifty rows a page, overdue first, with links on and back', async () => {
    const first = await reader.get('/inbox');
    const own = Array.from({ length: 130 }, (_, n) => 2 * n);
    expect(shownOn(first)).toEqual(own.slice(0, 50));
    expect(textOf(first.html)).toContain('Có hơn 50 việc, xếp theo hạn.');
    expect(linkOn(first, 'prev')).toBeUndefined();

    const second = await reader.get(linkOn(first, 'next') ?? '');
    expect(shownOn(second)).toEqual(own.slice(50, 100));
    expect(textOf(second.html)).toContain('Trang này có 50 việc');
    const third = await reader.get(linkOn(second, 'next') ?? '');
    expect(shownOn(third)).toEqual(own.slice(100));
    expect(textOf(third.html)).toContain('Trang này có 30 việc');
    expect(linkOn(third, 'next')).toBeUndefined();

    const back = await reader.get(linkOn(third, 'prev') ?? '');
    expect(shownOn(back)).toEqual(own.slice(50, 100));
    const start = await reader.get(linkOn(back, 'prev') ?? '');
    expect([shownOn(start), linkOn(start, 'prev')]).toEqual([own.slice(0, 50), undefined]);
  });

  it('is sifted as a whole, as long as it is no longer than a few pages', async () => {
    const page = await reader.get('/inbox?round=&kind=letter');
    expect(shownOn(page)).toEqual([0, 60, 120, 180, 240]);
    expect(textOf(page.html)).toContain('Có 5 việc, xếp theo hạn.');
  });

  it('is told on the first page of the site as more than fifty, and how much of it is overdue', async () => {
    expect(textOf((await reader.get('/')).html)).toContain(
      'Có hơn 50 việc đang chờ, trong đó 5 việc quá hạn.',
    );
  });

  it.each([
    ['/inbox?after=&before=', 50],
    ['/inbox?after=~', 0],
    ['/inbox?before=0', 0],
  ])('shows a page for %s, too, where nobody was led to', async (path, rows) => {
    const page = await reader.get(path);
    expect([page.status, shownOn(page).length]).toEqual([200, rows]);
  });
});

it('an inbox of which only a part could be sifted says so, and leads on', async () => {
  const reader = readerOf(await officeWith(1_300));
  const first = await reader.get('/inbox?round=&kind=letter');
  expect(shownOn(first)).toHaveLength(17);
  expect(textOf(first.html)).toContain('Mới lọc một phần danh sách: 17 việc phù hợp');
  const second = await reader.get(linkOn(first, 'next') ?? '');
  expect(shownOn(second)).toEqual([1020, 1080, 1140, 1200, 1260]);
  expect(linkOn(second, 'next')).toBeUndefined();
});

it('an inbox of exactly fifty rows is one page, and its count exact', async () => {
  const page = await readerOf(await officeWith(100)).get('/inbox');
  expect([shownOn(page).length, linkOn(page, 'next')]).toEqual([50, undefined]);
  expect(textOf(page.html)).toContain('Có 50 việc, xếp theo hạn.');
});
