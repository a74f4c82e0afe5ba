import { parseArgs } from 'node:util';
import { createRandom } from '#shared/machine/random.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { required, runCommand } from '#shared/transfer/command.ts';
import {
  erasedLines,
  eraseFlags,
  eraseFlagsUsage,
  erasureOf,
  recordNamed,
} from '#shared/transfer/erase-command.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { openTable } from './cloud.ts';

const usage = `Cách dùng: npm run erase -- --table TÊN --record MÃ_HỒ_SƠ …
Usage: npm run erase -- --table NAME --record ID …
${eraseFlagsUsage}`;

/** Takes words and personal data out of a record's history in a table, with their salts, by order of a paper. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { table: { type: 'string' }, ...eraseFlags } });
  const { store } = openTable(required(values.table));
  const clock = createSystemClock();
  await refuseUnfinished(store);
  const record = await recordNamed(store, required(values.record));
  // The commit's mark in the table's stream is the nudge.
  const ports = { store, clock, random: createRandom(clock), nudge: () => undefined };
  const erased = await eraseWords(ports, { record, ...erasureOf(values) });
  for (const line of erasedLines(record, erased)) console.log(line);
  return erased.outcome === 'erased';
}

process.exitCode = await runCommand(main, usage, console);
