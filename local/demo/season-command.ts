import { parseArgs } from 'node:util';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { honourList } from './honour-list.ts';
import { playSeason, type PlayOptions } from './player.ts';
import { readBack } from './read-back.ts';
import type { Season } from './season-event.ts';
import { allSeasons } from './seasons/all-seasons.ts';

/** A demo home that serves one season's directory. */
export interface SeasonHome {
  readonly url: string;
  readonly dataFile: string;
  readonly tokenOf: (username: string) => Promise<string>;
  readonly advanceTo: (day: CivilDate, time: string) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** The last day played into the data file, when a play came to its end there. */
  readonly playedThrough: () => CivilDate | undefined;
  readonly notePlayed: (through: CivilDate) => Promise<void>;
  /** Somebody looks on while the season is played. */
  readonly lookOn?: Required<Pick<PlayOptions, 'ledger' | 'before'>>;
  readonly close: () => Promise<void>;
}

export type StartHome = (options: {
  readonly season: Season;
  readonly folder: string;
}) => Promise<SeasonHome>;

interface Asked {
  readonly season: Season;
  readonly play: boolean;
  readonly folder: string;
  readonly until?: CivilDate;
}

export const seasonUsage = `Cách dùng: npm run season -- [read-back] MÙA [--until YYYY-MM-DD] [--data THƯ_MỤC]
Usage: npm run season -- [read-back] SEASON [--until YYYY-MM-DD] [--data DIR]
  ${allSeasons.map((season) => `${season.key} – ${season.title}`).join('\n  ')}`;

/** @returns undefined when it can't be told what is wanted */
export function askedFor(args: readonly string[]): Asked | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { until: { type: 'string' }, data: { type: 'string' } },
  });
  const play = positionals[0] !== 'read-back';
  const key = (play ? positionals[0] : positionals[1]) ?? allSeasons[0]?.key;
  const season = allSeasons.find((candidate) => candidate.key === key);
  const until = values.until === undefined ? undefined : civilDateSchema.safeParse(values.until);
  if (season === undefined || until?.success === false) return undefined;
  const folder = values.data ?? `./data/${season.key}`;
  return { season, play, folder, ...(until === undefined ? {} : { until: until.data }) };
}

/** Plays the season where it wasn't played yet, reads it back by a second way, and prints the honour list. */
export async function runSeason(
  asked: Asked,
  startHome: StartHome,
  print: (line: string) => void,
): Promise<void> {
  const { season, folder } = asked;
  const home = await startHome({ season, folder });
  try {
    print(`${season.title} – ${home.url} – ${home.dataFile}`);
    if (asked.play) await playOn(asked, home, print);
    print('');
    const { url: baseUrl, tokenOf } = home;
    for (const line of honourList(await readBack({ baseUrl, tokenOf, world: season.world }))) print(line);
  } finally {
    await home.close();
  }
}

async function playOn(
  { season, until }: Asked,
  home: SeasonHome,
  print: (line: string) => void,
): Promise<void> {
  const end = until ?? lastDay(season);
  const through = home.playedThrough();
  if (through !== undefined && through >= end) {
    print(`Mùa này đã diễn đến ${through}. / Played through ${through} already.`);
    return;
  }
  const { url: baseUrl, tokenOf, advanceTo, settle, lookOn } = home;
  const moving = { advanceTo, settle, ...lookOn };
  await playSeason({ baseUrl, season, until: end, tokenOf, ...moving, progress: print });
  await home.notePlayed(end);
}

function lastDay(season: Season): CivilDate {
  return civilDateSchema.parse(season.events.at(-1)?.on);
}
