import { cpus } from 'node:os';
import { quantile } from './figures.ts';

/** What this machine can do at most, in this very minute. Milliseconds, a second, MB. */
export interface Limits {
  readonly commitP50: number;
  readonly commitsPerSecond: number;
  readonly requestP50: number;
  /** 32 clients at once. */
  readonly requestsPerSecond: number;
  /** From the spawn of a server with nothing behind it to its first answer. */
  readonly bareStart: number;
  readonly bareMemory: number;
}

export type Figures = Readonly<Partial<Record<Figure, number>>>;

export interface Round {
  readonly limits: Limits;
  readonly figures: Figures;
}

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Of all rounds. Ratios are taken within each round first. */
export interface Measured {
  readonly cases: number;
  readonly rounds: number;
  readonly limits: Readonly<Record<keyof Limits, Spread>>;
  readonly figures: Readonly<Partial<Record<Figure, Spread & { readonly ratio?: Spread }>>>;
}

type Figure = keyof typeof targets;

interface Target {
  readonly what: string;
  readonly unit: 'ms' | 'a second' | '×' | '%' | 'MB';
  /** What it is set beside. */
  readonly limit?: keyof Limits;
  readonly aim?: readonly ['at most' | 'at least', number];
  /** The aim is about the ratio. */
  readonly ofRatio?: true;
}

const targets = {
  actP50: {
    what: 'one act, one client: p50',
    unit: 'ms',
    limit: 'commitP50',
    aim: ['at most', 8],
    ofRatio: true,
  },
  actP99: { what: 'one act, one client: p99', unit: 'ms', limit: 'commitP50', aim: ['at most', 12] },
  actsPerSecond: {
    what: 'acts, 32 clients, effects done',
    unit: 'a second',
    limit: 'commitsPerSecond',
    aim: ['at least', 0.25],
    ofRatio: true,
  },
  wholeCasesPerSecond: {
    what: 'whole cases of three steps',
    unit: 'a second',
    limit: 'commitsPerSecond',
    aim: ['at least', 150],
  },
  tooEarly: { what: '… requests for a step that was not open yet', unit: '%' },
  list30Answer: { what: 'issue a list of 30: answer', unit: 'ms', limit: 'commitP50', aim: ['at most', 30] },
  list30CaughtUp: {
    what: '… all its cases caught up',
    unit: 'ms',
    limit: 'commitP50',
    aim: ['at most', 1_000],
  },
  list300Answer: {
    what: 'issue a list of 300: answer',
    unit: 'ms',
    limit: 'commitP50',
    aim: ['at most', 30],
  },
  list300CaughtUp: {
    what: '… all its cases caught up',
    unit: 'ms',
    limit: 'commitP50',
    aim: ['at most', 5_000],
  },
  inboxP50: { what: 'inbox: p50', unit: 'ms', limit: 'requestP50' },
  inboxP99: { what: 'inbox: p99', unit: 'ms', limit: 'requestP50', aim: ['at most', 20] },
  inboxToFew: { what: '… p50 to that of 1,000 cases', unit: '×', aim: ['at most', 1.2] },
  statusP50: { what: 'status by public code: p50', unit: 'ms', limit: 'requestP50' },
  statusP99: { what: 'status by public code: p99', unit: 'ms', limit: 'requestP50', aim: ['at most', 20] },
  statusToFew: { what: '… p50 to that of 1,000 cases', unit: '×', aim: ['at most', 1.2] },
  firstPage: {
    what: 'killed amid acts: spawn to the first page of somebody signed in',
    unit: 'ms',
    limit: 'bareStart',
    aim: ['at most', 400],
  },
  mostMemory: {
    what: 'most memory, after all acts and reads',
    unit: 'MB',
    limit: 'bareMemory',
    aim: ['at most', 250],
  },
  memoryOnceStarted: {
    what: 'most memory of `serve` by that first page',
    unit: 'MB',
    limit: 'bareMemory',
    aim: ['at most', 250],
  },
} as const satisfies Record<string, Target>;

const figureNames = Object.keys(targets).filter((name): name is Figure => name in targets);
const targetOf = (figure: Figure): Target => targets[figure];

const limitNames = {
  commitP50: { what: 'raw three-row commit: p50', unit: 'ms', by: 'a raw commit' },
  commitsPerSecond: { what: 'raw three-row commits', unit: 'a second', by: 'raw commits' },
  requestP50: { what: 'bare request: p50', unit: 'ms', by: 'a bare request' },
  requestsPerSecond: { what: 'bare requests, 32 clients', unit: 'a second', by: 'bare requests' },
  bareStart: { what: 'bare server: spawn to its first page', unit: 'ms', by: 'a bare start' },
  bareMemory: { what: 'bare server: most memory', unit: 'MB', by: 'a bare server' },
} as const satisfies Record<keyof Limits, { what: string; unit: Target['unit']; by: string }>;

export function summarise(cases: number, rounds: readonly Round[]): Measured {
  const limitOf = (limit: keyof Limits): Spread => spreadOf(rounds.map(({ limits }) => limits[limit]));
  const figures = figureNames.flatMap((figure) => {
    const those = rounds.flatMap(({ limits, figures: { [figure]: value } }) =>
      value === undefined ? [] : { value, limits },
    );
    if (those.length === 0) return [];
    const { limit } = targetOf(figure);
    const ratio =
      limit === undefined ? {} : { ratio: spreadOf(those.map((one) => one.value / one.limits[limit])) };
    return [[figure, { ...spreadOf(those.map(({ value }) => value)), ...ratio }] as const];
  });
  return {
    cases,
    rounds: rounds.length,
    limits: {
      commitP50: limitOf('commitP50'),
      commitsPerSecond: limitOf('commitsPerSecond'),
      requestP50: limitOf('requestP50'),
      requestsPerSecond: limitOf('requestsPerSecond'),
      bareStart: limitOf('bareStart'),
      bareMemory: limitOf('bareMemory'),
    },
    figures: Object.fromEntries(figures),
  };
}

const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  least: Math.min(...values),
  most: Math.max(...values),
});

export function showTable({ cases, rounds, limits, figures }: Measured): string {
  const [cpu] = cpus();
  const limitRows = Object.entries(limitNames).map(([name, { what, unit }]) => {
    const spread = new Map(Object.entries(limits)).get(name);
    return spread === undefined ? '' : `| ${what} | ${shown(spread.median, unit)} | ${range(spread)} | | |`;
  });
  const rows = figureNames.flatMap((name) => {
    const { [name]: figure } = figures;
    if (figure === undefined) return [];
    const target = targetOf(name);
    const { what, unit, limit } = target;
    const beside =
      limit === undefined ? '' : `${shown(figure.ratio?.median ?? Number.NaN, '×')} ${limitNames[limit].by}`;
    return `| ${what} | ${shown(figure.median, unit)} | ${range(figure)} | ${beside} | ${judged(figure, target)} |`;
  });
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.version}; ${cases} cases; medians of ${rounds} rounds`,
    '',
    '| | median | least–most | to the machine’s limit | target |',
    '|---|---:|---:|---:|---|',
    ...limitRows,
    ...rows,
  ].join('\n');
}

const digits = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const shown = (value: number, unit: Target['unit']): string => `${digits(value)} ${unit}`;
const range = ({ least, most }: Spread): string => `${digits(least)}–${digits(most)}`;

function judged(figure: Spread & { readonly ratio?: Spread }, target: Target): string {
  const { aim, unit, ofRatio } = target;
  if (aim === undefined) return '';
  const [side, bound] = aim;
  const value = ofRatio === undefined ? figure.median : (figure.ratio?.median ?? Number.NaN);
  const met = side === 'at most' ? value <= bound : value >= bound;
  const verdict = met ? 'met' : `**missed**, ${digits(value / bound)} × the target`;
  return `${side} ${bound.toLocaleString('en')} ${ofRatio === undefined ? unit : '×'}: ${verdict}`;
}
