import { Hono } from 'hono';
import { organisationIdSchema, type ListId } from '#shared/domain/id.ts';
import {
  listCommands,
  newDecisionSchema,
  newLetterSchema,
  newOpinionRequestSchema,
  newSessionSchema,
  type ListCommandName,
} from '#shared/domain/list-command.ts';
import { listKinds, listStates } from '#shared/domain/list.ts';
import { signsList } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { parseListId } from '#shared/use-cases/lists/list-scene.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import {
  startDecision,
  startLetter,
  startOpinionRequest,
  startSession,
} from '#shared/use-cases/lists/new-list.ts';
import type { ActAnswer, ActRequest } from '#shared/use-cases/acting/request.ts';
import { casesToGather, readLists, readListView } from '#shared/use-cases/views/list-view.ts';
import { readOffices, readOwnCouncils, readRounds, readSealedRoles } from '#shared/use-cases/views/office.ts';
import { nameText } from '../../components/standing.tsx';
import { parseIdList } from '../../forms/id-list.ts';
import { readFields } from '../../forms/field.ts';
import { namingFaultsOf, parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { attachHandler } from '../file-routes.tsx';
import type { Ticked } from './gather-form.tsx';
import { ListPage } from './list-page.tsx';
import { lookAt } from '#shared/use-cases/views/viewed.ts';
import { formOf, ListsPage, type ListFilter } from './lists-page.tsx';
import { readListCommand } from './read-list-command.ts';
import { agreeToRest, restForm } from './rest-of-results.ts';
import { SignPage } from './sign-page.tsx';
import { signRest, struckIn } from './sign-rest.ts';
import { runListAct, type ListActScene } from './run-list-act.ts';
import {
  sealedOnly,
  startFields,
  startKinds,
  type StartFor,
  type StartKind,
  type StartSetting,
} from './start-fields.ts';
import { casesAsked, readStartFor } from './start-for.ts';

type Ports = PageOptions['ports'];

export function listPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const listPage = async (
    visit: OwnVisit,
    id: ListId,
    more: { ticked?: Ticked; state?: FormState; whole?: boolean } = {},
  ) => {
    const view = await readListView(ports, visit.signedIn.person, id);
    const seen = { kind: 'LIST', id, entries: view.list.entries } as const;
    const changes = await lookAt(ports, visit.signedIn.person, seen);
    const signs = more.state === undefined ? more.whole !== true : more.state.form === 'sign';
    if (signs && view.allowed.includes('sign'))
      return <SignPage visit={visit} view={view} changes={changes} state={more.state} />;
    const candidates = view.allowed.includes('gather')
      ? await casesToGather(ports, visit.signedIn.person, id)
      : [];
    return (
      <ListPage
        visit={visit}
        view={view}
        candidates={candidates}
        ticked={more.ticked}
        {...(more.state === undefined ? {} : { state: more.state })}
      />
    );
  };

  const listsPage = async (
    visit: OwnVisit,
    filter: ListFilter,
    more: { startFor: StartFor | undefined; opens?: StartKind | undefined; state?: FormState },
  ) => {
    const { startFor, opens, state } = more;
    const [lists, setting] = await Promise.all([
      readLists(ports, visit.signedIn.person, filter),
      startSetting(ports, visit, filter.organisation),
    ]);
    return (
      <ListsPage
        visit={visit}
        filter={filter}
        lists={lists}
        setting={{ ...setting, startFor, opens }}
        {...(state === undefined ? {} : { state })}
      />
    );
  };

  app.get('/lists', async (c) => {
    const visit = ownVisit(c);
    const kind = listKinds.find((one) => one === c.req.query('kind'));
    const state = listStates.find((one) => one === c.req.query('state'));
    const direction = c.req.query('direction') === 'came' ? 'came' : 'own';
    const organisation = officeOf(visit, c.req.query('organisation'));
    const start = startKinds.find((one) => one === c.req.query('start'));
    const startFor = readStartFor(start, (name) => c.req.query(name) ?? '', c.req.queries('case') ?? []);
    return show(
      c,
      await listsPage(visit, { organisation, kind, state, direction }, { startFor, opens: start }),
    );
  });

  app.get('/lists/start/:kind', (c) => c.redirect('/lists', 303));
  app.post('/lists/start/:kind', async (c) => {
    const kind = startKinds.find((one) => one === c.req.param('kind'));
    if (kind === undefined) throw new Refusal('RouteNotFound');
    return handleForm(c, {
      form: formOf(kind),
      run: async (typed, request, visit) => {
        const setting = await startSetting(ports, visit, officeOf(visit, typed.text('organisation')));
        const said = {
          ...readFields(startFields(visit, kind, setting), typed),
          organisation: setting.office.id,
          ...(sealedOnly(visit, kind, setting) ? { sealed: true } : {}),
        };
        const { id } = await start(ports, request, kind, said);
        const done = kind === 'session' ? 'started-session' : 'started';
        return [`/lists/${id}?done=${done}`, casesAsked(parseIdList(typed.all('case')))]
          .filter((part) => part !== '')
          .join('&');
      },
      again: (state, visit) => {
        const organisation = officeOf(visit, state.typed.text('organisation'));
        const startFor = readStartFor(kind, (name) => state.typed.text(name), state.typed.all('case'));
        const filter = { organisation, kind: undefined, state: undefined, direction: 'own' } as const;
        return listsPage(visit, filter, { startFor, state });
      },
    });
  });

  app.get('/lists/:id', async (c) => {
    const ticked = c.req.query('all') === '1' ? 'all' : parseIdList(c.req.queries('case') ?? []);
    const whole = c.req.query('whole') === '1';
    return show(c, await listPage(ownVisit(c), parseListId(c.req.param('id')), { ticked, whole }));
  });

  for (const path of ['/lists/:id/act/:act', '/lists/:id/files', '/lists/:id/results'] as const) {
    app.get(path, (c) => c.redirect(`/lists/${parseListId(c.req.param('id'))}`, 303));
  }

  app.post('/lists/:id/act/:act', (c) => {
    const id = parseListId(c.req.param('id'));
    const act = c.req.param('act');
    if (!isCommand(act)) throw new Refusal('RouteNotFound');
    return handleForm(c, {
      form: (typed) => (act === 'result' ? `result-${typed.text('case')}` : act),
      run: async (typed, request, visit) => {
        if (signsList(act) && visit.signedIn.tooWeakToSign) throw new Refusal('SignInTooWeak');
        const view = await readListView(ports, visit.signedIn.person, id);
        const said = readListCommand(visit, act, view, typed);
        if (act === 'sign' && struckIn(typed).length > 0) await signRest({ ports, request, id }, typed);
        else if (act === 'gather') await gatherAll({ ports, request, id }, visit, said);
        else await runListAct[act]({ ports, request, id }, said);
        // Whoever has answered all is asked no more, and reads the request no more.
        return act === 'answer' ? '/inbox?done=list-answer' : `/lists/${id}?done=list-${act}`;
      },
      again: (state, visit) => listPage(visit, id, { state }),
    });
  });

  app.post('/lists/:id/results', (c) => {
    const id = parseListId(c.req.param('id'));
    return handleForm(c, {
      form: restForm,
      run: async (_typed, request, visit) => {
        await agreeToRest({ ports, request, id }, await readListView(ports, visit.signedIn.person, id));
        return `/lists/${id}?done=list-result`;
      },
      again: (state, visit) => listPage(visit, id, { state }),
    });
  });

  app.post('/lists/:id/files', (c) => {
    const id = parseListId(c.req.param('id'));
    const again = (state: FormState, visit: OwnVisit) => listPage(visit, id, { state });
    return handleForm(c, attachHandler(ports, { target: { list: id }, path: `/lists/${id}`, again }));
  });
  return app;
}

const isCommand = (name: string): name is ListCommandName => name in listCommands;

/** The organisation asked for where the reader works there, else the first of the reader's own. */
function officeOf(visit: OwnVisit, asked: string | undefined): ListFilter['organisation'] {
  const offices = ownOffices(visit);
  const office = offices.find(({ id }) => id === asked) ?? offices[0];
  if (office === undefined) throw new Refusal('ActNotYours');
  return organisationIdSchema.parse(office.id);
}

async function startSetting(
  ports: Ports,
  visit: OwnVisit,
  organisation: ListFilter['organisation'],
): Promise<StartSetting> {
  const office = ownOffices(visit).find(({ id }) => id === organisation);
  if (office === undefined) throw new Refusal('OrganisationForeign');
  const [rounds, councils, askable, sealedRoles] = await Promise.all([
    readRounds(ports),
    readOwnCouncils(ports, organisation),
    readOffices(ports),
    readSealedRoles(ports, visit.signedIn.person, organisation),
  ]);
  return { office, rounds, councils, askable, sealedRoles };
}

function start(ports: Ports, request: ActRequest, kind: StartKind, said: unknown): Promise<ActAnswer> {
  switch (kind) {
    case 'letter':
      return startLetter(ports, request, parseCommand(newLetterSchema, said));
    case 'opinionRequest':
      return startOpinionRequest(ports, request, parseCommand(newOpinionRequestSchema, said));
    case 'session':
      return startSession(ports, request, parseCommand(newSessionSchema, said));
    case 'decision':
      return startDecision(ports, request, parseCommand(newDecisionSchema, said));
    case 'outside':
      return startDecision(ports, request, { ...parseCommand(newDecisionSchema, said), origin: 'outside' });
  }
}

/** Each case has a result of its own; those that were refused are named, the others are on the list. */
async function gatherAll(
  { ports, request, id }: ListActScene,
  visit: OwnVisit,
  said: unknown,
): Promise<void> {
  const candidates = await casesToGather(ports, visit.signedIn.person, id);
  const gathering = gather(ports, request, id, parseCommand(listCommands.gather, said));
  // A case that can't be taken has left the form: there is no input to send the reader to.
  const { results } = await namingFaultsOf(gathering, (field) =>
    field.startsWith('cases.') ? 'case' : field,
  );
  const refused = results.filter(({ gathered }) => !gathered);
  const [first] = refused;
  if (first?.refusal === undefined) return;
  const named = refused.map((one) => {
    const row = candidates.find((candidate) => candidate.id === one.case);
    return {
      case: one.case,
      refusal: one.refusal,
      name: row === undefined ? '' : nameText(visit, { ...row, name: row.label }),
    };
  });
  throw new Refusal(first.refusal, { results: named }, []);
}
