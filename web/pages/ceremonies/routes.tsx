import { Hono } from 'hono';
import { ceremonyCommands, newCeremonySchema } from '#shared/domain/ceremony.ts';
import type { CeremonyId } from '#shared/domain/id.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { actOnCeremony, parseCeremonyId } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { readCeremonies, readCeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { readLists } from '#shared/use-cases/views/list-view.ts';
import { readFields } from '../../forms/field.ts';
import { namingFaultsOf, parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { holdsRole, ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import {
  cancelFields,
  newCeremonyFields,
  readArrangement,
  readDraw,
  regroupFields,
  takeOutFields,
} from './ceremony-fields.ts';
import { CeremoniesPage, CeremonyPage, NewCeremonyPage } from './ceremony-pages.tsx';

const acts = ['draw', 'arrange', 'takeOut', 'regroup', 'cancel', 'handOver'] as const;
type Act = (typeof acts)[number];

export function ceremonyPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const ceremonyPage = async (visit: OwnVisit, id: CeremonyId, state?: FormState) => {
    const { person } = visit.signedIn;
    const view = await readCeremonyView(ports, person, id);
    const offices = view.allowed.includes('draw') ? ownOffices(visit) : [];
    const decisions = await Promise.all(
      offices.map((office) =>
        readLists(ports, person, {
          organisation: organisationIdSchema.parse(office.id),
          kind: 'decision',
          state: 'ISSUED',
        }),
      ),
    );
    const open = decisions.flat().filter((list) => list.sealed === undefined);
    return (
      <CeremonyPage visit={visit} view={view} decisions={open} {...(state === undefined ? {} : { state })} />
    );
  };

  app.get('/ceremonies', async (c) => {
    const visit = ownVisit(c);
    return show(
      c,
      <CeremoniesPage visit={visit} ceremonies={await readCeremonies(ports, visit.signedIn.person)} />,
    );
  });

  app.get('/ceremonies/new', (c) => {
    const visit = ownVisit(c);
    if (!holdsRole(visit, officeRules.holdCeremony.roles)) throw new Refusal('ActNotYours');
    return show(c, <NewCeremonyPage visit={visit} />);
  });

  app.post('/ceremonies/new', (c) =>
    handleForm(c, {
      form: 'ceremony',
      run: async (typed, request, visit) => {
        const command = parseCommand(newCeremonySchema, readFields(newCeremonyFields(visit), typed));
        const { id } = await newCeremony(ports, request, command);
        return `/ceremonies/${id}?done=planned`;
      },
      again: (state, visit) => <NewCeremonyPage visit={visit} state={state} />,
    }),
  );

  app.get('/ceremonies/:id', async (c) =>
    show(c, await ceremonyPage(ownVisit(c), parseCeremonyId(c.req.param('id')))),
  );

  app.get('/ceremonies/:id/act/:act', (c) =>
    c.redirect(`/ceremonies/${parseCeremonyId(c.req.param('id'))}`, 303),
  );
  app.post('/ceremonies/:id/act/:act', (c) => {
    const id = parseCeremonyId(c.req.param('id'));
    const act = acts.find((one) => one === c.req.param('act'));
    if (act === undefined) throw new Refusal('RouteNotFound');
    return handleForm(c, {
      form: (typed) => (act === 'handOver' ? `hand-${typed.text('case')}` : act),
      run: async (typed, request, visit) => {
        await run({ visit, request, id, typed }, act);
        return `/ceremonies/${id}?done=ceremony-${act}`;
      },
      again: (state, visit) => ceremonyPage(visit, id, state),
    });
  });

  interface Scene {
    readonly visit: OwnVisit;
    readonly request: ActRequest;
    readonly id: CeremonyId;
    readonly typed: Typed;
  }

  const run = async ({ visit, request, id, typed }: Scene, act: Act): Promise<void> => {
    switch (act) {
      case 'draw': {
        const command = parseCommand(ceremonyCommands.draw, readDraw(typed));
        const asked = typed.text('decision') === '' ? 'address' : 'decision';
        await namingFaultsOf(drawAwards(ports, request, id, command), (field) =>
          field === 'decision' ? asked : field,
        );
        return;
      }
      case 'arrange': {
        const view = await readCeremonyView(ports, visit.signedIn.person, id);
        // Its fields are named by the groups that were shown.
        const { ifVersion: sent = view.version } = request;
        if (sent !== view.version) throw new Refusal('EditStale', { sent, current: view.version });
        await actOnCeremony(ports, request, id, 'arrange', readArrangement(view, typed));
        return;
      }
      case 'takeOut': {
        const view = await readCeremonyView(ports, visit.signedIn.person, id);
        const said = readFields(takeOutFields(visit, view), typed);
        await actOnCeremony(ports, request, id, 'takeOut', parseCommand(ceremonyCommands.takeOut, said));
        return;
      }
      case 'regroup': {
        const view = await readCeremonyView(ports, visit.signedIn.person, id);
        const said = readFields(regroupFields(visit, view), typed);
        await actOnCeremony(ports, request, id, 'regroup', parseCommand(ceremonyCommands.regroup, said));
        return;
      }
      case 'cancel': {
        const command = parseCommand(ceremonyCommands.cancel, readFields(cancelFields(visit), typed));
        await actOnCeremony(ports, request, id, 'cancel', command);
        return;
      }
      case 'handOver': {
        const receivedBy = typed.text('receivedBy').trim();
        const said = {
          case: typed.text('case'),
          state: typed.text('state'),
          ...(receivedBy === '' ? {} : { receivedBy }),
        };
        await actOnCeremony(ports, request, id, 'handOver', parseCommand(ceremonyCommands.handOver, said));
        return;
      }
    }
  };
  return app;
}
