import { freeActiveUsers, prices, type PriceName } from './prices.ts';

/** What a case asks of each service. Measured figures come from the walk of a case, the others are said in `assumed`. */
export interface CaseUse {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly transitions: number;
  /** Calls of the flow's tasks. */
  readonly tasks: number;
  /** Commits that leave a mark: at most so many calls of the function behind the stream. */
  readonly marks: number;
  readonly mails: number;
  readonly tableBytes: number;
  readonly indexBytes: number;
}

/** What no test can measure. */
export const assumed = {
  /** Pages and API calls a case: what everybody looks at until it is awarded, acts among them. */
  requests: 80,
  /** Read units a request: the frame of a page and the page itself. */
  readUnitsARequest: 20,
  bytesARequest: 25_000,
  /** A stylesheet and fonts come from the edge's and the browser's cache. */
  edgeRequestsARequest: 1.3,
  secondsARequest: 0.12,
  secondsATask: 0.08,
  secondsAMark: 0.25,
  httpGb: 1,
  workGb: 0.5,
  papers: 3,
  bytesAPaper: 400_000,
  logBytesACall: 1_200,
  /** Part of all calls whose trace is kept. */
  traced: 0.05,
  keyCallsARequest: 0.02,
  /** Reminders, supplements, escalations: what goes on beside the straight way. */
  detours: 1.3,
  yearsKept: 1,
} as const;

/** What one deployment has, however little is done in it: infra/. */
export const standing = {
  firewalls: 1,
  firewallRules: 6,
  keys: 2,
  secrets: 1,
  alarms: 34,
  /** Twenty of log lines, the others of functions. */
  metrics: 30,
  dashboards: 1,
  /** The sweep, every five minutes. */
  sweeps: 12 * 24 * 30,
} as const;

export interface Extent {
  readonly name: string;
  readonly casesAMonth: number;
  /** Of a year, kept. */
  readonly casesKept: number;
  readonly people: number;
  readonly deployments: number;
}

export interface Line {
  readonly service: string;
  readonly usd: number;
}

type Amounts = Partial<Record<PriceName, number>>;

export function billOf(use: CaseUse, extent: Extent): readonly Line[] {
  return Object.entries(amountsOf(use, extent)).map(([service, amounts]) => ({
    service,
    usd: Object.entries(amounts).reduce((sum, [name, amount]) => sum + amount * priceOf(name), 0),
  }));
}

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

function priceOf(name: string): number {
  const found = Object.entries(prices).find(([known]) => known === name);
  if (found === undefined) throw new RangeError(`no price of ${name}`);
  return found[1].usd;
}

const gb = 1_000_000_000;

function amountsOf(use: CaseUse, extent: Extent): Readonly<Record<string, Amounts>> {
  const { casesAMonth, casesKept, people, deployments } = extent;
  const cases = casesAMonth * assumed.detours;
  const requests = casesAMonth * assumed.requests;
  const tasks = cases * use.tasks;
  const marks = cases * use.marks;
  const calls = requests + tasks + marks;
  const kept = casesKept * assumed.yearsKept;
  const papers = casesAMonth * assumed.papers;
  return {
    DynamoDB: {
      writeUnit: cases * use.writeUnits,
      readUnit: cases * use.readUnits + requests * assumed.readUnitsARequest,
      tableGb: (kept * (use.tableBytes + use.indexBytes)) / gb,
      recoveryGb: (kept * use.tableBytes) / gb,
    },
    'Step Functions': { transition: cases * use.transitions },
    Lambda: {
      lambdaCall: calls,
      lambdaGbSecond:
        requests * assumed.secondsARequest * assumed.httpGb +
        (tasks * assumed.secondsATask + marks * assumed.secondsAMark) * assumed.workGb,
    },
    'HTTP API': { httpCall: requests },
    CloudFront: {
      edgeCall: requests * assumed.edgeRequestsARequest,
      edgeGb: (requests * assumed.bytesARequest) / gb,
    },
    WAF: {
      firewall: deployments * standing.firewalls,
      firewallRule: deployments * standing.firewallRules,
      firewallCall: requests * assumed.edgeRequestsARequest,
    },
    SES: { mail: cases * use.mails },
    S3: {
      fileGb: (kept * assumed.papers * assumed.bytesAPaper) / gb,
      filePut: papers,
      fileGet: papers * 4,
    },
    Cognito: { activeUser: Math.max(0, people - freeActiveUsers) },
    'CloudWatch, X-Ray': {
      logGb: (calls * assumed.logBytesACall) / gb,
      metric: deployments * standing.metrics,
      alarm: deployments * standing.alarms,
      dashboard: deployments * standing.dashboards,
      trace: calls * assumed.traced,
    },
    'KMS, Secrets Manager, Scheduler': {
      key: deployments * standing.keys,
      keyCall: requests * assumed.keyCallsARequest,
      secret: deployments * standing.secrets,
      scheduled: deployments * standing.sweeps,
    },
  };
}
