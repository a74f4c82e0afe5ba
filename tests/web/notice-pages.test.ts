import { beforeEach, describe, expect, it } from 'vitest';
import { noticeOf, putNotices } from '../support/notices.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders, type Answered, type PageReader } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { createTestPorts } from '../support/small-world.ts';

const { wardOfficer, wardSecretary } = people;
const told = 130;

const shownOn = ({ html }: Answered): number[] =>
  [...textOf(html).matchAll(/Có kết quả: (\d+) hồ sơ của đơn vị(?!\.)/g)].map(([, n]) => Number(n));
const linkOn = ({ html }: Answered, rel: 'next' | 'prev'): string =>
  new RegExp(`href="([^"]*)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
const unreadOn = ({ html }: Answered): string | undefined =>
  /Thông báo (\S+) chưa đọc/.exec(textOf(html))?.[1];
const newestFirst = Array.from({ length: told }, (_, n) => told - 1 - n);

describe('somebody who was told a hundred and thirty things', () => {
  let reader: PageReader;
  beforeEach(async () => {
    const ports = await createTestPorts();
    reader = createReaders(ports).as(wardOfficer);
    const own = newestFirst.map((n) => noticeOf(wardOfficer.id, n));
    await putNotices(ports.store, [...own, noticeOf(wardSecretary.id, 500)]);
  });

  it('reads them fifty a page, newest first, on and back', async () => {
    const first = await reader.get('/notices');
    const second = await reader.get(linkOn(first, 'next'));
    const third = await reader.get(linkOn(second, 'next'));
    const pages = [first, second, third].map(shownOn);
    expect(pages).toEqual([newestFirst.slice(0, 50), newestFirst.slice(50, 100), newestFirst.slice(100)]);
    expect([linkOn(first, 'prev'), linkOn(third, 'next')]).toEqual(['', '']);
    expect(shownOn(await reader.get(linkOn(third, 'prev')))).toEqual(pages[1]);
  });

  it('sees on every page that more than twenty are unread', async () => {
    expect(unreadOn(await reader.get('/'))).toBe('20+');
  });

  it('marks all of them as read at once, and nobody else’s', async () => {
    const sent = await reader.fill('/notices', '/notices');
    expect(sent.done).toBe('read');
    for (const path of ['/notices', linkOn(await reader.get('/notices'), 'next')]) {
      const page = await reader.get(path);
      expect([unreadOn(page), textOf(page.html).includes('Mới')]).toEqual([undefined, false]);
    }
  });
});

it('somebody who was told three things sees that three are unread', async () => {
  const ports = await createTestPorts();
  await putNotices(
    ports.store,
    [1, 2, 3].map((n) => noticeOf(wardOfficer.id, n)),
  );
  expect(unreadOn(await createReaders(ports).as(wardOfficer).get('/follow'))).toBe('3');
});
