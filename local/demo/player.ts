import { addDays, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { Ledger } from './play/ledger.ts';
import { playCase } from './play/play-case.ts';
import { playCeremony } from './play/play-ceremony.ts';
import { playList } from './play/play-list.ts';
import { playOffice } from './play/play-office.ts';
import { ActRefused, createSeasonApi, type SeasonApi } from './play/season-api.ts';
import type { Stage } from './play/stage.ts';
import { timeOf, type Season, type SeasonEvent } from './season-event.ts';

export interface PlayOptions {
  readonly baseUrl: string;
  readonly season: Season;
  readonly tokenOf: (username: string) => Promise<string>;
  /** The last day that is played; the whole season when absent. */
  readonly until?: CivilDate;
  /** Moves simulated office time to that moment, or leaves it when it is later already. */
  advanceTo(day: CivilDate, time: string): Promise<void>;
  /** Resolves when the flow has opened what it can. */
  settle(): Promise<void>;
  progress(line: string): void;
  /** Filled with what the season's keys become, for whoever looks on. */
  readonly ledger?: Ledger;
  /** The hour of an event has come; it is played when this resolves. */
  before?(event: SeasonEvent): Promise<void>;
}

/** A day without anything to do still begins: the flow looks at dates at eight, to the second above. */
const dawn = '08:01';

/**
 * Plays a season through the HTTP API, act by act, in simulated office time. Every act carries a key that follows
 * from the season, so that a play that was cut off is taken up by playing again: what was done answers as it did.
 * @throws Error naming the event that was refused
 */
export async function playSeason(options: PlayOptions): Promise<void> {
  const { season, until } = options;
  const api = createSeasonApi(options);
  const ledger = options.ledger ?? new Ledger();
  const again = await wasBegun(api, season);
  let today: CivilDate | undefined;
  for (const [index, event] of season.events.entries()) {
    const day = civilDateSchema.parse(event.on);
    if (until !== undefined && day > until) return;
    await walk(options, today, day);
    today = day;
    // A refusal leaves no trace, and what it waited for may have come since: only a first play tries it.
    if (again && event.refusedWith !== undefined) continue;
    await options.advanceTo(day, timeOf(event));
    await options.before?.(event);
    const key = `${season.key}.${String(index).padStart(4, '0')}`;
    await play({ api, ledger, world: season.world, by: event.by, key }, event);
    await options.settle();
    options.progress(lineOf(event));
  }
}

/** Day by day: each morning the flow reminds and escalates what is due. */
async function walk(options: PlayOptions, from: CivilDate | undefined, to: CivilDate): Promise<void> {
  if (from === to) return;
  const first = from === undefined ? to : addDays(from, 1);
  for (let day = first; day <= to; day = addDays(day, 1)) await options.advanceTo(day, dawn);
}

async function wasBegun(api: SeasonApi, season: Season): Promise<boolean> {
  const opening = season.events.find((event) => event.do === 'openRound');
  if (opening?.do !== 'openRound') return false;
  const rounds = await api.read(opening.by, '/api/rounds');
  return JSON.stringify(rounds).includes(JSON.stringify(opening.name));
}

async function play(stage: Stage, event: SeasonEvent): Promise<void> {
  const expected = event.refusedWith;
  try {
    await perform(stage, event);
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    if (error.code === expected) return;
    throw new Error(`${lineOf(event)}: ${error.message}`, { cause: error });
  }
  if (expected !== undefined) throw new Error(`${lineOf(event)}: not refused with ${expected}`);
}

function perform(stage: Stage, event: SeasonEvent): Promise<void> {
  switch (event.do) {
    case 'openRound':
    case 'admitLate':
      return playOffice(stage, event);
    case 'holdCeremony':
    case 'draw':
    case 'arrange':
    case 'handOver':
      return playCeremony(stage, event);
    default:
      return 'list' in event ? playList(stage, event) : playCase(stage, event);
  }
}

function lineOf(event: SeasonEvent): string {
  const refused = event.refusedWith === undefined ? '' : ` → ${event.refusedWith}`;
  return `${event.on} ${timeOf(event)} ${event.by} ${event.do} ${objectOf(event)}${refused}`;
}

function objectOf(event: SeasonEvent): string {
  if ('list' in event) return event.list;
  if ('ceremony' in event) return event.ceremony;
  if ('case' in event) return event.case;
  return 'cases' in event ? event.cases.join(', ') : event.round;
}
