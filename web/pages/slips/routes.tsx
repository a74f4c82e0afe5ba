import { Hono } from 'hono';
import { organisationIdSchema, slipIdSchema, type OrganisationId, type SlipId } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { openSlipsSchema, slipCommands, type SlipAct } from '#shared/domain/slip.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { acceptSlip, mergeSlip, refuseSlip } from '#shared/use-cases/slips/settle-slip.ts';
import { readSlipDesk } from '#shared/use-cases/slips/slip-desk.ts';
import { closeSlips, openSlips } from '#shared/use-cases/slips/slip-links.ts';
import { readSlipView, type SlipView } from '#shared/use-cases/slips/slip-views.ts';
import { lookAt, readOnlookers } from '#shared/use-cases/views/viewed.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { refuseUnanswered } from '../cases/identity-page.tsx';
import { SlipDeskPage, SlipNoticePage } from './desk-page.tsx';
import { acceptFields, mergeFields, readInto, refuseFields } from './slip-fields.ts';
import { SlipPage } from './slip-page.tsx';

/** Proposal slips as their office settles them, and the links by which they come in. */
export function slipPages(options: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/slips', (c) => {
    const { roles } = officeRules.readSlips;
    const [own] = ownOffices(ownVisit(c), roles);
    if (own === undefined) throw new Refusal('ActNotYours', { roles });
    return c.redirect(`/slips/${own.id}`, 303);
  });
  app.route('/', deskPages(options));
  app.route('/', settlingPages(options));
  return app;
}

function deskPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const readDesk = (visit: OwnVisit, office: string) =>
    readSlipDesk(ports, visit.signedIn.person, parseOffice(office));
  const deskPage = async (visit: OwnVisit, office: string, state?: FormState) => (
    <SlipDeskPage visit={visit} desk={await readDesk(visit, office)} {...(state && { state })} />
  );

  app.get('/slips/:office', async (c) => show(c, await deskPage(ownVisit(c), c.req.param('office'))));

  app.post('/slips/:office/links/:round/open', (c) => {
    const { office, round } = c.req.param();
    return handleForm(c, {
      form: `open-${round}`,
      run: async (_typed, request, visit) => {
        const asked = parseCommand(openSlipsSchema, { organisation: office, round });
        const { secret } = await openSlips(ports, request, asked);
        const { organisation, rounds } = await readDesk(visit, office);
        const opened = rounds.find((one) => one.round.id === round);
        if (opened === undefined) throw new Refusal('RoundNotFound', { round });
        return {
          page: <SlipNoticePage visit={visit} office={organisation} round={opened} secret={secret} />,
        };
      },
      again: (state, visit) => deskPage(visit, office, state),
    });
  });

  app.post('/slips/:office/links/:round/close', (c) => {
    const { office, round } = c.req.param();
    return handleForm(c, {
      form: `close-${round}`,
      run: async (_typed, request) => {
        const asked = parseCommand(openSlipsSchema, { organisation: office, round });
        await closeSlips(ports, request, asked);
        return `/slips/${asked.organisation}?done=slipsClosed`;
      },
      again: (state, visit) => deskPage(visit, office, state),
    });
  });
  return app;
}

function settlingPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const slipPage = async (visit: OwnVisit, id: SlipId, state?: FormState) => {
    const { person } = visit.signedIn;
    const view = await readSlipView(ports, person, id);
    await lookAt(ports, person, { kind: 'SLIP', id, entries: view.slip.entries });
    const offices = [view.organisation.id];
    const onlookers = await readOnlookers(ports, person, { kind: 'SLIP', id, offices });
    return <SlipPage visit={visit} view={view} {...(onlookers && { onlookers })} {...(state && { state })} />;
  };

  app.get('/slips/:office/:id', async (c) =>
    show(c, await slipPage(ownVisit(c), parseSlip(c.req.param('id')))),
  );

  const settle = (
    act: SlipAct,
    run: (typed: Typed, request: ActRequest, seen: { visit: OwnVisit; view: SlipView }) => Promise<string>,
  ) => {
    app.post(`/slips/:office/:id/${act}`, (c) => {
      const id = parseSlip(c.req.param('id'));
      return handleForm(c, {
        form: act,
        run: async (typed, request, visit) =>
          run(typed, request, { visit, view: await readSlipView(ports, visit.signedIn.person, id) }),
        again: (state, visit) => slipPage(visit, id, state),
      });
    });
  };

  settle('accept', async (typed, request, { visit, view }) => {
    const asked = view.likenesses.map(({ subject }) => subject.id);
    refuseUnanswered(asked, typed);
    const { form, proposer } = readFields(acceptFields(visit, view), typed);
    const answers = asked.map((subject) => ({ subject, answer: typed.text(`answers.${subject}`) }));
    const command = parseCommand(slipCommands.accept, { form, proposer, answers });
    const { id } = await acceptSlip(ports, request, view.slip.id, command);
    return `/cases/${id}/edit?done=slipAccepted`;
  });
  settle('merge', async (typed, request, { visit, view }) => {
    const { into } = readFields(mergeFields(visit, view), typed);
    const said = typeof into === 'string' ? { into: readInto(into) } : {};
    await mergeSlip(ports, request, view.slip.id, parseCommand(slipCommands.merge, said));
    return `/slips/${view.slip.organisation}/${view.slip.id}?done=slipMerged`;
  });
  settle('refuse', async (typed, request, { visit, view }) => {
    const command = parseCommand(slipCommands.refuse, readFields(refuseFields(visit), typed));
    await refuseSlip(ports, request, view.slip.id, command);
    return `/slips/${view.slip.organisation}/${view.slip.id}?done=slipRefused`;
  });
  return app;
}

function parseOffice(text: string): OrganisationId {
  const parsed = organisationIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('OrganisationUnknown', { organisation: text });
  return parsed.data;
}

function parseSlip(text: string): SlipId {
  const parsed = slipIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('SlipNotFound', { slip: text });
  return parsed.data;
}
