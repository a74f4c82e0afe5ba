import { parseArgs } from 'node:util';
import { required, runCommand } from '#shared/transfer/command.ts';
import { runOperatorAct } from './operate/run-operator-act.ts';

const usage = `Cách dùng: npm run rebuild -- --data THƯ_MỤC_DỮ_LIỆU [--replace]
Usage: npm run rebuild -- --data DIR [--replace]
       npm run rebuild -- --table NAME --case-flow ARN --ceremony-flow ARN [--replace]`;

/** Makes lost executions again from their records, and lets go what is parked, whether the office runs or not. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  return runOperatorAct(required(values.data), { command: 'rebuild', replace: values.replace }, console);
}

process.exitCode = await runCommand(main, usage, console);
