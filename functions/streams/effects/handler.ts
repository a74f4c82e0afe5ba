import { lazyMailer } from '#functions/lazy-mailer.ts';
import { lazyWorkflow } from '#functions/lazy-workflow.ts';
import { nameOf } from '#functions/error-name.ts';
import { logger } from '#functions/log.ts';
import { observed, observedPorts } from '#functions/observed.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { readEnv } from './env.ts';
import { followChanges } from './follow-changes.ts';

const settings = readEnv();
const ports = observedPorts({
  settings,
  workflow: lazyWorkflow(settings),
  mailer: lazyMailer(settings),
});

export const handler = observed('effects', (event) =>
  followChanges(event, {
    catchUp: (record) => catchUp(ports, record),
    report: (error, record) => {
      logger.warn('EffectsFailed', { record, error: nameOf(error) });
    },
  }),
);
