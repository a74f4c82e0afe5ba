import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { lazyMailer } from '#functions/lazy-mailer.ts';
import { lazyWorkflow } from '#functions/lazy-workflow.ts';
import { metrics, observed, observedPorts } from '#functions/observed.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { readEnv } from './env.ts';

const settings = readEnv();
const ports = observedPorts({
  settings,
  workflow: lazyWorkflow(settings),
  mailer: lazyMailer(settings),
});

/** Expired items and files that nobody checked go by themselves: DynamoDB's TTL, S3's lifecycle. */
export const handler = observed('sweep', async () => {
  const { caughtUp, restarted, closed } = await sweep(ports);
  metrics.addMetric('CaughtUp', MetricUnit.Count, caughtUp);
  metrics.addMetric('Restarted', MetricUnit.Count, restarted);
  metrics.addMetric('DaysClosed', MetricUnit.Count, closed);
  return { caughtUp, restarted, closed };
});
