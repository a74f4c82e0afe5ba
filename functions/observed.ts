import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy, { type MiddyfiedHandler } from '@middy/core';
import { createDynamoClient } from '#shared/dynamodb/dynamo-client.ts';
import type { Ports } from '#shared/ports.ts';
import { nameOf } from './error-name.ts';
import { alarm, logger } from './log.ts';
import { createPorts, type PortsOptions } from './ports.ts';

// The client of the table is traced by itself; every other request would be traced by its whole address.
const tracer = new Tracer({ captureHTTPsRequests: false });

export const metrics = new Metrics();

/** Ports that tell their alarms to the log, and whose table stands in the trace, call by call. */
export function observedPorts(options: Omit<PortsOptions, 'alarm' | 'client'>): Ports {
  return createPorts({ ...options, alarm, client: tracer.captureAWSv3Client(createDynamoClient()) });
}

/**
 * Logs, metrics and traces around what a flow, a stream or a schedule calls; HTTP has Hono's own middleware. Whatever the
 * environment says, neither event nor answer is written anywhere: they hold tokens and ids. An error keeps its `name`,
 * which is what a flow's `ErrorEquals` compares.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 * @param name the function's one word; as a metric its sum are the calls that succeeded, its count all of them
 */
export function observed<Result>(
  name: string,
  run: (event: unknown) => Promise<Result>,
): MiddyfiedHandler<unknown, Result> {
  return middy<unknown, Result>()
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(injectLambdaContext(logger, { logEvent: false, resetKeys: true }))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .handler((event) => counted(name, () => run(event)));
}

async function counted<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  try {
    const result = await run();
    metrics.addMetric(name, MetricUnit.Count, 1);
    return result;
  } catch (error) {
    metrics.addMetric(name, MetricUnit.Count, 0);
    logger.error('Failed', { error: nameOf(error) });
    throw error;
  }
}
