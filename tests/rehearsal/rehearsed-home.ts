import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EmbeddedWorkflow } from '#local/workflow/create-workflow.ts';
import { dayOf, epochMs, instantOf, type Instant } from '#shared/domain/time.ts';
import type { Clock, FlowName } from '#shared/ports.ts';
import { startCloud, startEventBus, startFlows } from './cloud.ts';
import { serveEdge } from './edge.ts';
import { startFunctions, type Functions } from './functions.ts';
import { serveGateway } from './gateway.ts';
import type { StandIn } from './json-service.ts';
import { withRights } from './rights.ts';
import { createShiftedTime, moveDate } from './shifted-time.ts';
import type { FilesStandIn } from './stand-ins/files.ts';
import type { MailStandIn } from './stand-ins/mail.ts';
import { startStreamPump, type PumpOptions } from './stream-pump.ts';
import { readDeployment } from './template.ts';
import { machinesOf, mappingOf, routesOf, scheduleOf } from './template-parts.ts';
import { serveWires, type Meddle } from './wire.ts';

export interface RehearsalOptions {
  /** What synth wrote. */
  readonly folder: string;
  readonly startAt: Instant;
  /** Execution environments of a function at most. */
  readonly instancesOf?: (name: string) => number;
  /** What a fault run does between functions and their services, and to what the stream gives. */
  readonly meddle?: Meddle;
  readonly disturb?: PumpOptions['disturb'];
  /** Of executions that ended badly, whether EventBridge tells it. */
  readonly tellsEnds?: () => boolean;
  /** Of a flow's wait before a retry, from 0 up to 1. */
  readonly jitter?: () => number;
  /** An execution lives so long, instead of a year. */
  readonly lifetimeSeconds?: number;
  readonly log: (source: string, line: string) => void;
}

export interface RehearsedHome {
  /** Where the distribution of the template answers, in front of its HTTP API. */
  readonly url: string;
  /** The same as browsers know it. */
  readonly origin: string;
  readonly functions: Functions;
  /** The same HTTP API once more, by execution environments of its own: each has loaded its asset, and was asked nothing. */
  readonly openGateway: (instances: number) => Promise<StandIn>;
  readonly workflow: EmbeddedWorkflow;
  readonly flowArns: Readonly<Record<FlowName, string>>;
  /** As the environment of a program outside of the functions. */
  readonly endpoints: Readonly<
    Record<`AWS_ENDPOINT_URL_${'DYNAMODB' | 'S3' | 'SECRETS_MANAGER' | 'SESV2' | 'SFN'}`, string>
  >;
  readonly dynamo: DynamoDBClient;
  readonly table: string;
  readonly mail: MailStandIn;
  readonly files: FilesStandIn;
  readonly clock: Clock;
  readonly tokenOf: (personId: string) => Promise<string>;
  /** The schedule calls the sweep. */
  readonly sweep: () => Promise<void>;
  /** The clock of all that runs jumps on, in the middle of whatever is done; flows take up what became due. */
  readonly pass: (ms: number) => void;
  /** The clock of all that runs jumps there; what became due is done, and the schedule has called the sweep. */
  readonly advanceTo: (instant: Instant) => Promise<void>;
  /** Resolves when stream, functions and flows have come to rest. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const everythingPasses: Meddle = (_call, pass) => pass();

/** The deployment of the templates on loopback: its own assets, table, flows and routes; nothing leaves the machine. */
export async function openRehearsedHome(options: RehearsalOptions): Promise<RehearsedHome> {
  const { tellsEnds = () => true } = options;
  const deployment = readDeployment(options.folder);
  const time = createShiftedTime(epochMs(options.startAt));
  moveDate(time.shift);
  const clock = clockOf(time.now);
  const cloud = await startCloud(deployment);
  const machines = machinesOf(deployment);
  const flows = await startFlows({
    deployment,
    clock,
    functions: () => functions,
    jitter: options.jitter,
    lifetimeSeconds: options.lifetimeSeconds,
    onEnd: (flow: FlowName, name, status) => {
      const input = workflow.describe(flow, name)?.input;
      if (tellsEnds()) events.tellEnd(flow, { name, status, input });
    },
  });
  const { workflow } = flows;
  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: cloud.engine.endpoint,
    AWS_ENDPOINT_URL_SESV2: cloud.mail.url,
    AWS_ENDPOINT_URL_SFN: flows.url,
  };
  const judged = withRights(deployment, options.meddle ?? everythingPasses, (refused) => {
    options.log('rights', refused);
  });
  const wires = await serveWires(endpoints, judged);
  const createFunctions = (instancesOf: (name: string) => number): Functions =>
    startFunctions({
      deployment,
      shift: time.shift,
      overridesOf: (name) => ({ ...cloud.endpoints, ...cloud.overrides, ...wires.endpointsOf(name) }),
      instancesOf,
      log: options.log,
    });
  const functions = createFunctions(options.instancesOf ?? (() => 1));
  const events = startEventBus(deployment, functions, options.log);
  const gateway = await serveGateway(routesOf(deployment, functions, cloud.issuerAt));
  const edge = await serveEdge(deployment, gateway.url);
  const pump = await startStreamPump({
    endpoint: cloud.engine.endpoint,
    table: cloud.table,
    ...mappingOf(deployment, functions),
    ...(options.disturb === undefined ? {} : { disturb: options.disturb }),
    onGivenUp: (records, error) => {
      options.log(
        'stream',
        `given up: ${JSON.stringify(records.map((one) => one.dynamodb))} ${String(error)}`,
      );
    },
  });
  const schedule = scheduleOf(deployment, functions);

  const pass = (ms: number): void => {
    time.advanceTo(time.now() + ms);
    workflow.tick();
  };
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await pump.drained();
      await workflow.idle();
      await events.idle();
      await functions.idle();
    }
  }

  return {
    url: edge.url,
    origin: edge.origin,
    functions,
    async openGateway(instances) {
      const others = createFunctions(() => instances);
      await others.called('api').prepare();
      const another = await serveGateway(routesOf(deployment, others, cloud.issuerAt));
      return { ...another, close: () => closeAll(another, others) };
    },
    workflow,
    flowArns: { case: machines.case.arn, ceremony: machines.ceremony.arn },
    endpoints: { ...endpoints, ...cloud.endpoints },
    dynamo: cloud.dynamo,
    table: cloud.table,
    mail: cloud.mail,
    files: cloud.files,
    clock,
    tokenOf: cloud.issuer.tokenOf,
    settle,
    sweep: () => events.deliver(schedule.target, schedule.event),
    pass,
    async advanceTo(instant) {
      await settle();
      pass(epochMs(instant) - time.now());
      await settle();
      await events.deliver(schedule.target, schedule.event);
      await settle();
    },
    async close() {
      await closeAll(pump, edge, gateway, functions, flows, wires, cloud);
    },
  };
}

/** One after the other, as they stand. */
async function closeAll(...parts: readonly { readonly close: () => Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}

function clockOf(now: () => number): Clock {
  const instant = (): Instant => instantOf(now());
  return { office: instant, machine: instant, today: () => dayOf(instant()) };
}
