import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { line } from '#shared/domain/case-command.ts';
import { endPostSchema, newPostSchema, type NewPerson } from '#shared/domain/directory-command.ts';
import { personIdSchema, postIdSchema, type PersonId, type PostId } from '#shared/domain/id.ts';
import { pastedRows } from '#shared/domain/pasted-table.ts';
import { peopleOf, readPastedPeople, type PastedRow } from '#shared/domain/pasted-people.ts';
import { isRefusal, Refusal, type RefusalCode } from '#shared/domain/refusal.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import {
  readDirectory,
  type DirectoryView,
  type StaffMember,
} from '#shared/use-cases/directory/directory-view.ts';
import { requireGivable } from '#shared/use-cases/directory/post-days.ts';
import { invitePerson } from '#shared/use-cases/directory/invite.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import {
  addPeople,
  endPost,
  givePost,
  planPerson,
  type PersonResult,
} from '#shared/use-cases/directory/people.ts';
import type { Ports } from '#shared/ports.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { LinksPage, type Link } from './links-page.tsx';
import { endPostFields, givePostFields, pasteFields } from './people-fields.ts';
import { PeoplePage } from './people-page.tsx';
import { endFormOf, insideOf, PersonPage } from './person-page.tsx';
import { PreviewPage, type PreviewedRow } from './preview-page.tsx';
import { parseOffice } from './routes.tsx';

/** People: pasted and looked at before they are saved, links for their accounts, posts given and ended. */
export function peoplePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const directory = (visit: OwnVisit, office: string): Promise<DirectoryView> =>
    readDirectory(ports, visit.signedIn.person, parseOffice(office));
  const peoplePage = async (visit: OwnVisit, office: string, state?: FormState) => (
    <PeoplePage visit={visit} view={await directory(visit, office)} {...(state && { state })} />
  );
  const personPage = async (visit: OwnVisit, office: string, person: string, state?: FormState) => {
    const view = await directory(visit, office);
    const member = memberIn(view, person);
    return <PersonPage visit={visit} view={view} member={member} {...(state && { state })} />;
  };

  app.get('/setup/:office/people', async (c) =>
    show(c, await peoplePage(ownVisit(c), c.req.param('office'))),
  );

  app.post('/setup/:office/people/check', (c) =>
    handleForm(c, {
      form: 'paste',
      run: async (typed, _request, visit) => {
        const view = await directory(visit, c.req.param('office'));
        const rows = await previewed(ports, visit.signedIn.person, readPaste(visit, view, typed));
        const elsewhere = ports.accounts === undefined;
        const office = view.organisation;
        return { page: <PreviewPage {...{ visit, office, rows, typed, elsewhere }} /> };
      },
      again: (state, visit) => peoplePage(visit, c.req.param('office'), state),
    }),
  );

  app.post('/setup/:office/people/again', (c) =>
    handleForm(c, {
      form: 'paste',
      run: async (typed, _request, visit) => {
        const view = await directory(visit, c.req.param('office'));
        return { page: <PeoplePage visit={visit} view={view} pasted={typed} /> };
      },
      again: (state, visit) => peoplePage(visit, c.req.param('office'), state),
    }),
  );

  app.post('/setup/:office/people', (c) =>
    handleForm(c, {
      form: 'paste',
      run: async (typed, request, visit) => {
        const view = await directory(visit, c.req.param('office'));
        const rows = readPaste(visit, view, typed);
        if (rows.some(({ faults }) => faults.length > 0)) throw new Refusal('InputInvalid', {}, []);
        const people = peopleOf(rows);
        const { results } = await addPeople(ports, request, { people });
        const office = view.organisation;
        if (ports.accounts === undefined) return `/setup/${office.id}/people`;
        const { links, shown } = await invited(ports, request, { people, results });
        const failed = results.flatMap(({ username, refusal }) =>
          refusal === undefined ? [] : [{ username, refusal }],
        );
        if (links.length + shown.length + failed.length === 0) return `/setup/${office.id}/people`;
        return { page: <LinksPage {...{ visit, office, links, shown, failed }} /> };
      },
      again: (state, visit) => peoplePage(visit, c.req.param('office'), state),
    }),
  );

  app.get('/setup/:office/people/:id', async (c) =>
    show(c, await personPage(ownVisit(c), c.req.param('office'), c.req.param('id'))),
  );
  app.route('/', personActs(ports, { directory, personPage }));
  return app;
}

/** Links for whom the form added. The very same form sent again makes none: it says who had theirs. */
async function invited(
  ports: Ports,
  request: ActRequest,
  { people, results }: { people: readonly NewPerson[]; results: readonly PersonResult[] },
): Promise<{ links: Link[]; shown: string[] }> {
  const links: Link[] = [];
  const shown: string[] = [];
  for (const { username, outcome, person } of results) {
    if (outcome !== 'added' || person === undefined) continue;
    const name = people.find((one) => one.username === username)?.name ?? username;
    const own = { ...request, key: `${request.key}/link/${person}` };
    try {
      links.push({ name, username, invitation: (await invitePerson(ports, own, person)).invitation });
    } catch (error) {
      if (!isRefusal(error) || error.code !== 'LinkShown') throw error;
      shown.push(username);
    }
  }
  return { links, shown };
}

interface PersonPages {
  readonly directory: (visit: OwnVisit, office: string) => Promise<DirectoryView>;
  readonly personPage: (visit: OwnVisit, office: string, person: string, state?: FormState) => Promise<Child>;
}

function personActs(ports: Ports, { directory, personPage }: PersonPages): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const path = '/setup/:office/people/:id';
  const at = (office: string, id: string): string =>
    `/setup/${parseOffice(office)}/people/${parsePerson(id)}`;

  app.post(`${path}/give`, (c) => {
    const { office, id } = c.req.param();
    return handleForm(c, {
      form: 'give',
      run: async (typed, request, visit) => {
        const said = readFields(givePostFields(visit, insideOf(await directory(visit, office))), typed);
        await givePost(ports, request, parsePerson(id), parseCommand(newPostSchema, said));
        return `${at(office, id)}?done=postGiven`;
      },
      again: (state, visit) => personPage(visit, office, id, state),
    });
  });

  app.post(`${path}/end/:post`, (c) => {
    const { office, id, post } = c.req.param();
    return handleForm(c, {
      form: endFormOf({ id: parsePost(post) }),
      run: async (typed, request, visit) => {
        const said = { ...readFields(endPostFields(visit), typed), post };
        await endPost(ports, request, parsePerson(id), parseCommand(endPostSchema, said));
        return `${at(office, id)}?done=postEnded`;
      },
      again: (state, visit) => personPage(visit, office, id, state),
    });
  });

  app.post(`${path}/invite`, (c) => {
    const { office, id } = c.req.param();
    return handleForm(c, {
      form: 'invite',
      run: async (_typed, request, visit) => {
        const view = await directory(visit, office);
        const { name, username } = memberIn(view, id);
        const { invitation } = await invitePerson(ports, request, parsePerson(id));
        const links = [{ name, username, invitation }];
        return { page: <LinksPage visit={visit} office={view.organisation} links={links} /> };
      },
      again: (state, visit) => personPage(visit, office, id, state),
    });
  });
  return app;
}

const pasteSchema = z.object({
  rows: z.string().min(1, { error: 'empty' }),
  from: civilDateSchema,
  instrument: line(),
});

/** Read anew from what was pasted at each step: what was looked at is what is saved. */
function readPaste(visit: OwnVisit, view: DirectoryView, typed: Typed): PastedRow[] {
  const { rows, from, instrument } = parseCommand(pasteSchema, readFields(pasteFields(visit), typed));
  const count = pastedRows(rows).length;
  if (count > 201) throw new Refusal('InputInvalid', {}, [{ field: 'rows', code: 'tooMany', limit: 200 }]);
  return readPastedPeople(rows, {
    organisations: insideOf(view),
    people: view.people,
    from,
    instrument,
  });
}

async function previewed(ports: Ports, giver: PersonId, rows: readonly PastedRow[]): Promise<PreviewedRow[]> {
  return Promise.all(
    rows.map(async (row) => {
      if (row.person === undefined) return row;
      const plan = await planned(ports, giver, row.person);
      return 'refusal' in plan ? { ...row, refusal: plan.refusal } : { ...row, outcome: plan.outcome };
    }),
  );
}

async function planned(
  ports: Ports,
  giver: PersonId,
  person: NewPerson,
): Promise<Pick<Awaited<ReturnType<typeof planPerson>>, 'outcome'> | { refusal: RefusalCode }> {
  try {
    const plan = await planPerson(ports, person);
    requireGivable(ports, giver, plan);
    return plan;
  } catch (error) {
    // What is wrong with every row is said once, of the form.
    if (!isRefusal(error) || error.code === 'InputInvalid') throw error;
    return { refusal: error.code };
  }
}

function memberIn({ people }: DirectoryView, id: string): StaffMember {
  const member = people.find((one) => one.id === id);
  if (member === undefined) throw new Refusal('PersonNotFound', { person: id });
  return member;
}

function parsePerson(text: string): PersonId {
  const parsed = personIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('PersonNotFound', { person: text });
  return parsed.data;
}

function parsePost(text: string): PostId {
  const parsed = postIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('RouteNotFound');
  return parsed.data;
}
