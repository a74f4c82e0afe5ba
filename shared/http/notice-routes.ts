import { organisationIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { readNames, readReader } from '#shared/use-cases/views/reader.ts';
import { waitingFor } from '#shared/use-cases/views/waiting.ts';
import { shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const own = { access: { kind: 'signedIn' }, params: none, query: none, body: none } as const;

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
    answers: shown('`rows`; `enteredByName` beside the id of the organisation that entered a case.'),
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    const rows = await waitingFor(ports, person);
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
    return { status: 200, body: { rows: named } };
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
    answers: shown('`notices`: ids, counts and codes, never a name.'),
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    return { status: 200, body: { notices: await readNotices(ports, person) } };
  },
);

const noticesReadRoute = route(
  {
    ...own,
    method: 'POST',
    path: '/api/notices/read',
    tag: 'notices',
    summary: { vi: 'Đánh dấu đã đọc mọi thông báo', en: 'Mark all your notices as read' },
    answers: { 204: { description: 'Marked; once more does nothing.' } },
  },
  async ({ ports, person }) => {
    await readReader(ports, person);
    await markNoticesRead(ports, person);
    return { status: 204 };
  },
);

export const noticeRoutes: readonly ApiRoute[] = [inboxRoute, noticesRoute, noticesReadRoute];
