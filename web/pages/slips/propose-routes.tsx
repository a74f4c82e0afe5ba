import { Hono } from 'hono';
import { newSlipSchema } from '#shared/domain/slip.ts';
import { readSlipInvitation, takeSlip } from '#shared/use-cases/slips/take-slip.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleOpenForm } from '../../forms/open-form.ts';
import { show } from '../../show.tsx';
import type { PageEnv, PageOptions } from '../../visit.ts';
import { ProposePage, slipFields } from './propose-page.tsx';

/** Proposal slips: for whoever has a link that an officer opened; no account, no session. */
export function proposePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/propose/:secret', async (c) => {
    const secret = c.req.param('secret');
    const invitation = await readSlipInvitation(ports, secret);
    return show(c, <ProposePage visit={c.get('visit')} secret={secret} invitation={invitation} />);
  });

  app.post('/propose/:secret', async (c) => {
    const secret = c.req.param('secret');
    // A link that is closed has no form to come back to.
    const invitation = await readSlipInvitation(ports, secret);
    const visit = c.get('visit');
    return handleOpenForm(c, {
      form: 'slip',
      run: async (typed, sent) => {
        const said = parseCommand(newSlipSchema, readFields(slipFields(visit), typed));
        const code = await takeSlip(ports, { secret, ...sent }, said);
        return `/follow/${code}?done=slipSent`;
      },
      again: (state) => <ProposePage visit={visit} secret={secret} invitation={invitation} state={state} />,
    });
  });
  return app;
}
