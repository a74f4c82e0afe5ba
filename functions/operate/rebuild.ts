import { parseArgs } from 'node:util';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import { openStepFunctions } from '#shared/step-functions/step-functions-workflow.ts';
import { letGoLines, rebuiltLines, searchableLine, required, runCommand } from '#shared/transfer/command.ts';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { rebuildSearch } from '#shared/use-cases/effects/rebuild-search.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { openTable } from './cloud.ts';

const usage = `Cách dùng: npm run rebuild -- --table TÊN --case-flow ARN --ceremony-flow ARN [--replace]
Usage: npm run rebuild -- --table NAME --case-flow ARN --ceremony-flow ARN [--replace]`;

/** Makes lost executions of the AWS home again from their records, and lets go what is parked; the home may be at work. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      'case-flow': { type: 'string' },
      'ceremony-flow': { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const { store, records } = openTable(required(values.table));
  const workflow = openStepFunctions({
    case: required(values['case-flow']),
    ceremony: required(values['ceremony-flow']),
  });
  await refuseUnfinished(store);
  const rebuilt = await rebuild({ store, workflow, clock: createSystemClock() }, records.items(), values);
  const letGo = await letGoParked(store, records.items());
  const searchable = await rebuildSearch({ store }, records.items());
  for (const line of [...rebuiltLines(rebuilt), ...letGoLines(letGo), searchableLine(searchable)])
    console.log(line);
  return rebuilt.failed.length + letGo.failed.length === 0;
}

process.exitCode = await runCommand(main, usage, console);
