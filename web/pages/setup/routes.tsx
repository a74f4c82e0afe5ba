import { Hono } from 'hono';
import {
  foundOfficeSchema,
  keepCouncilSchema,
  newOrganisationSchema,
  renameOrganisationSchema,
} from '#shared/domain/directory-command.ts';
import { organisationIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { keepCouncil } from '#shared/use-cases/directory/councils.ts';
import {
  mayFound,
  readDirectory,
  readRegister,
  type DirectoryView,
} from '#shared/use-cases/directory/directory-view.ts';
import { foundOffice, officeKindsOn } from '#shared/use-cases/directory/found-office.ts';
import {
  addOrganisation,
  placeOrganisation,
  renameOrganisation,
} from '#shared/use-cases/directory/organisations.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { namingFaults, namingFaultsOf, parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { CouncilPage, councilFields, readSeats } from './council-page.tsx';
import { FoundPage, foundFields } from './found-page.tsx';
import { OrganisationsPage, organisationFields } from './organisations-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { renameFormOf } from './rename-section.tsx';
import { SetupPage } from './setup-page.tsx';

/** Setting an office up: its name and those above it, council, first round; people have pages of their own. */
export function setupPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const kinds = () => officeKindsOn(ports.clock.today());
  const directory = (visit: OwnVisit, office: string): Promise<DirectoryView> =>
    readDirectory(ports, visit.signedIn.person, parseOffice(office));

  app.get('/setup', async (c) => {
    const visit = ownVisit(c);
    const [own] = keptOffices(visit);
    if (own !== undefined) return c.redirect(`/setup/${own.id}`, 303);
    if (await mayFound(ports, visit.signedIn.person)) return c.redirect('/setup/new', 303);
    throw new Refusal('ActNotYours', { roles: officeRules.keepDirectory.roles });
  });

  app.get('/setup/new', async (c) => {
    const visit = ownVisit(c);
    if (!(await mayFound(ports, visit.signedIn.person))) return c.redirect('/setup', 303);
    return show(c, <FoundPage visit={visit} kinds={kinds()} />);
  });

  app.post('/setup/new', (c) =>
    handleForm(c, {
      form: 'found',
      run: async (typed, request, visit) => {
        const said = readFields(foundFields(visit, kinds()), typed);
        const { id } = await foundOffice(ports, request, parseCommand(foundOfficeSchema, said));
        return `/setup/${id}?done=founded`;
      },
      again: (state, visit) => <FoundPage visit={visit} kinds={kinds()} state={state} />,
    }),
  );

  app.get('/setup/:office', async (c) => {
    const visit = ownVisit(c);
    const [view, rounds] = await Promise.all([directory(visit, c.req.param('office')), readRounds(ports)]);
    const others = [...keptOffices(visit), ...view.kept.filter(({ outside }) => outside !== true)].filter(
      ({ id }) => id !== view.organisation.id,
    );
    return show(c, <SetupPage visit={visit} view={view} rounds={rounds} others={others} />);
  });

  app.get('/setup/:office/organisations', async (c) => {
    const visit = ownVisit(c);
    return show(c, <OrganisationsPage visit={visit} view={await directory(visit, c.req.param('office'))} />);
  });

  app.post('/setup/:office/organisations', (c) =>
    handleForm(c, {
      form: 'organisation',
      run: async (typed, request, visit) => {
        const { organisation, areas } = await directory(visit, c.req.param('office'));
        const said = readFields(organisationFields(visit, areas), typed);
        const command = parseCommand(newOrganisationSchema, { ...said, keeper: organisation.id });
        await addOrganisation(ports, request, command);
        return `/setup/${organisation.id}/organisations?done=organisationAdded`;
      },
      again: async (state, visit) => (
        <OrganisationsPage visit={visit} view={await directory(visit, c.req.param('office'))} state={state} />
      ),
    }),
  );

  app.post('/setup/:office/organisations/:id/place', (c) =>
    handleForm(c, {
      form: 'place',
      run: async (typed, request) => {
        const outside = typed.text('outside') === 'yes';
        await placeOrganisation(ports, request, parseOffice(c.req.param('id')), { outside });
        return `/setup/${parseOffice(c.req.param('office'))}/organisations?done=organisationPlaced`;
      },
      again: async (state, visit) => (
        <OrganisationsPage visit={visit} view={await directory(visit, c.req.param('office'))} state={state} />
      ),
    }),
  );

  app.post('/setup/:office/organisations/:id/name', (c) => {
    const id = parseOffice(c.req.param('id'));
    return handleForm(c, {
      form: renameFormOf({ id }),
      run: async (typed, request) => {
        const said = {
          name: typed.text('name'),
          shortName: typed.text('shortName'),
          headTitle: typed.text('headTitle'),
        };
        await renameOrganisation(ports, request, id, parseCommand(renameOrganisationSchema, said));
        return `/setup/${parseOffice(c.req.param('office'))}/organisations?done=organisationRenamed`;
      },
      again: async (state, visit) => (
        <OrganisationsPage visit={visit} view={await directory(visit, c.req.param('office'))} state={state} />
      ),
    });
  });

  app.get('/setup/:office/council', async (c) => {
    const visit = ownVisit(c);
    return show(c, <CouncilPage visit={visit} view={await directory(visit, c.req.param('office'))} />);
  });

  app.post('/setup/:office/council', (c) =>
    handleForm(c, {
      form: 'council',
      run: async (typed, request, visit) => {
        const view = await directory(visit, c.req.param('office'));
        const { name, foundingDecision, from } = readFields(councilFields(visit, view), typed);
        const { members, inputOf } = readSeats(visit, view, typed);
        const council = view.councils[0]?.id;
        const said = { name, foundingDecision, from, members, ...(council === undefined ? {} : { council }) };
        const command = namingFaults(() => parseCommand(keepCouncilSchema, said), inputOf);
        const { organisation } = view;
        await namingFaultsOf(keepCouncil(ports, request, organisation.id, command), inputOf);
        return `/setup/${organisation.id}?done=councilKept`;
      },
      again: async (state, visit) => (
        <CouncilPage visit={visit} view={await directory(visit, c.req.param('office'))} state={state} />
      ),
    }),
  );

  app.get('/setup/:office/register', async (c) => {
    const visit = ownVisit(c);
    const office = parseOffice(c.req.param('office'));
    const { person } = visit.signedIn;
    const [view, entries] = await Promise.all([
      readDirectory(ports, person, office),
      readRegister(ports, person, office),
    ]);
    return show(c, <RegisterPage visit={visit} office={view.organisation} entries={entries} />);
  });
  return app;
}

const keptOffices = (visit: OwnVisit) => ownOffices(visit, officeRules.keepDirectory.roles);

export function parseOffice(text: string): OrganisationId {
  const parsed = organisationIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('RouteNotFound');
  return parsed.data;
}
