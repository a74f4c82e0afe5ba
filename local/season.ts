import { openDemo } from './demo/open-demo.ts';
import { notePlayed, playedThrough } from './demo/played.ts';
import { askedFor, runSeason, seasonUsage, type StartHome } from './demo/season-command.ts';
import { instantAt } from './home.ts';
import { logLines } from './log.ts';
import { requireBuilt } from './settings.ts';

/** `npm run season`: one season through the HTTP API, in a data file of its own. */
const startHome: StartHome = async ({ season, folder }) => {
  const home = await openDemo({ folder, host: '127.0.0.1', port: 0, log: logLines }, season);
  return {
    url: home.url,
    dataFile: home.dataFile,
    tokenOf: home.tokenOf,
    advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
    settle: home.dependencies.settle,
    playedThrough: () => playedThrough(home.database, season.key),
    notePlayed: (through) => notePlayed(home.database, season.key, through),
    close: home.close,
  };
};

async function main(): Promise<number> {
  const asked = askedFor(process.argv.slice(2));
  if (asked === undefined) {
    console.error(seasonUsage);
    return 1;
  }
  requireBuilt();
  await runSeason(asked, startHome, (line) => console.log(line));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
