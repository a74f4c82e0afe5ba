// npm run deploy -- --stage dev [--diff] [stack …]
// Builds the functions and hands a stage, or some of its stacks, to CDK; credentials are those of the terminal.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { stage: { type: 'string' }, diff: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (values.stage === undefined) {
  console.error('Which stage? npm run deploy -- --stage dev');
  process.exit(1);
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const stacks = positionals.map((name) => `VinhDanh-${values.stage}-${name}`);
const wanted = stacks.length === 0 ? ['--all'] : ['--exclusively', ...stacks];
run('npm', 'run', 'build:functions');
run('cdk', values.diff ? 'diff' : 'deploy', '--context', `stage=${values.stage}`, ...wanted);
