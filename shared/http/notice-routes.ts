import { z } from 'zod';
import { organisationIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { readNames, readReader } from '#shared/use-cases/views/reader.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const own = { access: { kind: 'signedIn' }, params: none, body: none } as const;

/** A sort key of what was shown: it leads to a place among the reader's own, whoever wrote it. */
const cursorSchema = z
  .string()
  .max(400)
  .regex(/^\d{4}-\d\d-\d\d#/, { error: 'wrongType' });
const pageQuery = z.object({ cursor: cursorSchema.optional() });

const inboxRoute = route(
  {
    ...own,
    method: 'GET',
    path: '/api/inbox',
    tag: 'inbox',
    summary: {
      vi: 'Việc đang chờ mình, theo hạn',
      en: 'What waits for you under all your posts, soonest first',
    },
    query: pageQuery,
    answers: shown(
      '`rows`, fifty at most; `enteredByName` beside the id of the organisation that entered a case. A `cursor` where there are more: send it back to read on.',
    ),
  },
  async ({ ports, person, query }) => {
    const { rows, next: cursor } = await readInbox(ports, person, { after: query.cursor });
    const entering = rows.map((row) => organisationOf(row.enteredBy));
    const names = await readNames(
      ports,
      entering.filter((id) => id !== undefined),
      [],
    );
    const named = rows.map((row, index) => {
      const id = entering[index];
      return id === undefined ? row : { ...row, enteredByName: names.organisation(id) };
    });
    return { status: 200, body: { rows: named, cursor } };
  },
);

function organisationOf(id: string | undefined): OrganisationId | undefined {
  return organisationIdSchema.safeParse(id).data;
}

const noticesRoute = route(
  {
    ...own,
    method: 'GET',
    path: '/api/notices',
    tag: 'notices',
    summary: { vi: 'Thông báo của mình', en: 'Your notices, newest first' },
    query: pageQuery,
    answers: shown(
      '`notices`, fifty at most: ids, counts and codes, never a name. A `cursor` where there are more: send it back to read on.',
    ),
  },
  async ({ ports, person, query }) => {
    await readReader(ports, person);
    const { notices, next: cursor } = await readNotices(ports, person, { after: query.cursor });
    return { status: 200, body: { notices, cursor } };
  },
);

const noticesReadRoute = route(
  {
    ...own,
    method: 'POST',
    path: '/api/notices/read',
    tag: 'notices',
    summary: { vi: 'Đánh dấu đã đọc mọi thông báo', en: 'Mark all your notices as read' },
    query: none,
    answers: { 204: { description: 'Marked; once more does nothing.' } },
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    await markNoticesRead(ports, person);
    return { status: 204 };
  },
);

export const noticeRoutes: readonly ApiRoute[] = [inboxRoute, noticesRoute, noticesReadRoute];
