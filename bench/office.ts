import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundleHomeProcess } from '#tests/support/killable-home.ts';
import { bundlePrograms } from './office/bundles.ts';
import { fillFolder } from './office/filled-folder.ts';
import { showTable, summarise } from './office/report.ts';
import { parts, playRounds } from './office/rounds.ts';

// How fast is one office's program, over HTTP, on a file that holds years? Beside what this machine can do at most.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    /** acts, lists, reads, start; separated by commas. */
    only: { type: 'string', default: parts.join(',') },
    /** A folder on the disk that is to be measured. */
    on: { type: 'string', default: tmpdir() },
    /** A folder where filled files are kept, and taken from when they are there. */
    keep: { type: 'string' },
  },
});
const few = 1_000;
const cases = z.coerce.number().int().min(few).parse(values.cases);
const rounds = z.coerce.number().int().positive().parse(values.rounds);
const only = z.array(z.enum(parts)).parse(values.only.split(','));
const folder = mkdtempSync(join(values.on, 'vinh-danh-bench-'));

try {
  await bundleHomeProcess();
  await bundlePrograms();
  const keep = values.keep ?? join(folder, 'filled');
  const filled = { large: await fillFolder(keep, cases), small: await fillFolder(keep, few) };
  const measured = summarise(cases, await playRounds(folder, filled, { rounds, only }));
  console.log(JSON.stringify(measured, undefined, 2));
  console.log(showTable(measured));
} finally {
  rmSync(folder, { recursive: true });
}
