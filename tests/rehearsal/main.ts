import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import { at, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { loadWorld } from '#local/demo/load-world.ts';
import { Ledger } from '#local/demo/play/ledger.ts';
import { askedFor, runSeason, type StartHome } from '#local/demo/season-command.ts';
import { createOnlookers, type Onlookers } from './onlookers.ts';
import { openRehearsedHome } from './rehearsed-home.ts';

/**
 * `npm run season:rehearse-aws -- SEASON`: the season against what synth wrote, and beside it on the embedded home.
 * Both have to end in the same honour list, line by line.
 */
const synthesised = '.build/cdk.out';
const heading = 'DANH SÁCH KHEN THƯỞNG';

/** A season asks for nothing that the roles of the templates don't allow. */
const refused = new Set<string>();
/** Functions whose calls were judged by their roles. */
const judged = new Set<string>();
let onlookers: Onlookers | undefined;

function noteRefused(line: string): void {
  if (!refused.has(line)) console.error(`refused: ${line}`);
  refused.add(line);
}

const instantAt = (day: CivilDate, time: string) => {
  const [hour = '9', minute = '0'] = time.split(':');
  return at(day, Number(hour) + Number(minute) / 60);
};

const startHome: StartHome = async ({ season }) => {
  const firstDay = civilDateSchema.parse(season.events.map((event) => event.on).sort()[0]);
  const home = await openRehearsedHome({
    folder: synthesised,
    startAt: at(firstDay, 8),
    meddle: (call, pass) => {
      judged.add(call.caller);
      return pass();
    },
    log: (source, line) => {
      if (source === 'rights') noteRefused(line);
      if (/"level":"ERROR"|given up/.test(line)) console.error(`${source}: ${line}`);
    },
  });
  await loadWorld({ store: createDynamoStore({ client: home.dynamo, table: home.table }) }, season.world);
  const ids = new Map(season.world.people.map(({ username, id }) => [username, id]));
  const tokenOf = (username: string): Promise<string> => home.tokenOf(ids.get(username) ?? username);
  const ledger = new Ledger();
  const looking = (onlookers = createOnlookers({ season, ledger, site: home, tokenOf }));
  return {
    url: home.url,
    dataFile: home.table,
    tokenOf,
    lookOn: { ledger, before: looking.look },
    advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
    settle: home.settle,
    playedThrough: () => undefined,
    notePlayed: looking.lookAtAll,
    close: home.close,
  };
};

/** What the embedded home reads back after the same season. */
async function embeddedLines(season: string): Promise<readonly string[]> {
  const folder = `.build/rehearsed/${season}-${String(process.pid)}`;
  const child = spawn(process.execPath, ['.build/season.js', season, '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`the embedded season ended with ${String(code)}`);
  return afterHeading(said.join('').split('\n'));
}

const afterHeading = (lines: readonly string[]): readonly string[] =>
  lines.slice(lines.indexOf(heading)).filter((line) => line !== '');

async function main(): Promise<number> {
  const asked = askedFor(process.argv.slice(2));
  if (asked?.play !== true) {
    console.error('npm run season:rehearse-aws -- hong-bang-2020');
    return 1;
  }
  const lines: string[] = [];
  const started = performance.now();
  await runSeason(asked, startHome, (line) => {
    lines.push(line);
    console.log(line);
  });
  if (refused.size > 0) return 1;
  const silent = ['api', 'web'].filter((name) => ![...judged].some((one) => one.endsWith(`-${name}`)));
  if (silent.length > 0) throw new Error(`no call of ${silent.join()} was judged by its role`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const here = afterHeading(lines);
  const there = await embeddedLines(asked.season.key);
  const different = here.filter((line, index) => line !== there[index]);
  if (here.length < 2 || here.length !== there.length || different.length > 0) {
    console.error(`\nNot the honour list of the embedded home:\n${different.join('\n')}`);
    return 1;
  }
  const { signIns = 0, people = 0, pages = 0 } = onlookers?.seen() ?? {};
  console.log(
    `\n${String(people)} people signed in ${String(signIns)} times; ${String(pages)} pages show what is on record.`,
  );
  console.log(
    `\nThe same ${String(here.length)} lines as the embedded home; ${seconds} s on what synth wrote.`,
  );
  return 0;
}

process.exitCode = await main();
