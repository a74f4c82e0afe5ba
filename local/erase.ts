import { parseArgs } from 'node:util';
import { required, runCommand } from '#shared/transfer/command.ts';
import { eraseFlags, eraseFlagsUsage, erasureOf } from '#shared/transfer/erase-command.ts';
import { runOperatorAct } from './operate/run-operator-act.ts';

const usage = `Cách dùng: npm run erase -- --data THƯ_MỤC_DỮ_LIỆU --record MÃ_HỒ_SƠ …
Usage: npm run erase -- --data DIR --record ID …
       npm run erase -- --table NAME --record ID …
${eraseFlagsUsage}`;

/** Takes words and personal data out of a record's history, with their salts, by order of a paper. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, ...eraseFlags } });
  const { entries, order } = erasureOf(values);
  return runOperatorAct(
    required(values.data),
    {
      command: 'erase',
      record: required(values.record),
      entries: entries === 'all' ? entries : [...entries],
      order,
    },
    console,
  );
}

process.exitCode = await runCommand(main, usage, console);
