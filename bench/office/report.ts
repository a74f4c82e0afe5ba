import { cpus } from 'node:os';

/** Medians of all rounds. Ratios are taken within each round first. */
export interface Measured {
  readonly cases: number;
  readonly rounds: number;
  readonly limits: Readonly<
    Record<'commitP50' | 'commitsPerSecond' | 'requestP50' | 'requestsPerSecond', number>
  >;
  readonly figures: Readonly<Partial<Record<Figure, number>>>;
}

type Figure = keyof typeof targets;

interface Target {
  readonly what: string;
  readonly unit: 'ms' | 'a second' | '×' | 'MB';
  readonly aim?: readonly ['at most' | 'at least', number];
}

const targets = {
  actP50: { what: 'one act, one client: p50', unit: 'ms' },
  actP50ToCommit: { what: '… to the raw commit’s p50', unit: '×', aim: ['at most', 8] },
  actP99: { what: 'one act, one client: p99', unit: 'ms', aim: ['at most', 12] },
  actsPerSecond: { what: 'acts, 32 clients, effects done', unit: 'a second' },
  actsToCommits: { what: '… to raw commits a second', unit: '×', aim: ['at least', 0.25] },
  wholeCasesPerSecond: { what: 'whole cases of three steps', unit: 'a second', aim: ['at least', 150] },
  list30Answer: { what: 'issue a list of 30: answer', unit: 'ms', aim: ['at most', 30] },
  list30CaughtUp: { what: '… all its cases caught up', unit: 'ms', aim: ['at most', 1_000] },
  list300Answer: { what: 'issue a list of 300: answer', unit: 'ms', aim: ['at most', 30] },
  list300CaughtUp: { what: '… all its cases caught up', unit: 'ms', aim: ['at most', 5_000] },
  inboxP50: { what: 'inbox: p50', unit: 'ms' },
  inboxP99: { what: 'inbox: p99', unit: 'ms', aim: ['at most', 20] },
  inboxToFew: { what: '… p50 to that of 1,000 cases', unit: '×', aim: ['at most', 1.2] },
  statusP50: { what: 'status by public code: p50', unit: 'ms' },
  statusP99: { what: 'status by public code: p99', unit: 'ms', aim: ['at most', 20] },
  statusToFew: { what: '… p50 to that of 1,000 cases', unit: '×', aim: ['at most', 1.2] },
  firstPage: {
    what: 'killed: spawn to the first page of somebody signed in',
    unit: 'ms',
    aim: ['at most', 400],
  },
  mostMemory: { what: 'most memory', unit: 'MB', aim: ['at most', 250] },
} as const satisfies Record<string, Target>;

export function showTable({ cases, rounds, limits, figures }: Measured): string {
  const [cpu] = cpus();
  const rows = Object.entries(targets).map(([figure, target]: [string, Target]) => {
    const value = new Map(Object.entries(figures)).get(figure);
    return `| ${target.what} | ${shown(value, target.unit)} | ${judged(value, target)} |`;
  });
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.version}; ${cases} cases; medians of ${rounds} rounds`,
    `raw three-row commits ${shown(limits.commitsPerSecond, 'a second')}, p50 ${shown(limits.commitP50, 'ms')}; ` +
      `bare requests ${shown(limits.requestsPerSecond, 'a second')}, p50 ${shown(limits.requestP50, 'ms')}`,
    '',
    '| | measured | target |',
    '|---|---:|---|',
    ...rows,
  ].join('\n');
}

const shown = (value: number | undefined, unit: Target['unit']): string =>
  value === undefined ? '–' : `${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;

function judged(value: number | undefined, { aim, unit }: Target): string {
  if (aim === undefined || value === undefined) return '';
  const [side, bound] = aim;
  const met = side === 'at most' ? value <= bound : value >= bound;
  return `${side} ${bound.toLocaleString('en')} ${unit}: ${met ? 'met' : '**missed**'}`;
}
