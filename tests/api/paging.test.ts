import { beforeAll, describe, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { inboxDiff, type InboxRow } from '#shared/records/inbox-record.ts';
import { inboxOfRole } from '#shared/records/keys.ts';
import { ask, createTestApi, problemIn } from '../support/api-client.ts';
import { noticeOf, putNotices } from '../support/notices.ts';
import { organisations, people } from '../support/small-directory.ts';
import { createTestPorts } from '../support/small-world.ts';

const { wardOfficer } = people;

const rowOf = (n: number): InboxRow => ({
  of: 'list',
  id: `01ROW${String(n).padStart(21, '0')}`,
  holder: inboxOfRole(organisations.wardCommittee.id, 'officer'),
  caseKind: 'nomination',
  step: 'letter',
  stepKind: 'letter',
  label: String(n),
  unit: '',
  namesake: false,
});

let api: Hono;
beforeAll(async () => {
  const ports = await createTestPorts();
  const numbers = Array.from({ length: 120 }, (_, n) => n);
  const rows = inboxDiff([], numbers.map(rowOf));
  await ports.store.commit(rows.slice(0, 100));
  await ports.store.commit(rows.slice(100));
  await putNotices(
    ports.store,
    numbers.map((n) => noticeOf(wardOfficer.id, n)),
  );
  api = createTestApi(ports);
});

interface Page {
  readonly rows?: readonly { readonly label: string }[];
  readonly notices?: readonly { readonly count: number }[];
  readonly cursor?: string;
}
const numbersOn = ({ rows = [], notices = [] }: Page): number[] => [
  ...rows.map(({ label }) => Number(label)),
  ...notices.map(({ count }) => count),
];

const ascending = Array.from({ length: 120 }, (_, n) => n);

describe.each([
  ['/api/inbox', ascending],
  ['/api/notices', ascending.toReversed()],
])('%s', (path, wanted) => {
  it('tells fifty a page, and a cursor while there are more', async () => {
    const pages: number[][] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const page: Page = (await ask(api, wardOfficer, path + query)).body as Page;
      pages.push(numbersOn(page));
      cursor = page.cursor;
    }
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(wanted);
  });

  it('refuses what is no cursor', async () => {
    const answered = await ask(api, wardOfficer, `${path}?cursor=nonsense`);
    expect(answered.status).toBe(422);
    expect(problemIn(answered).faults).toMatchObject([{ field: 'cursor', code: 'wrongType' }]);
  });
});
