import { walkStraight, ways, type Walked } from './scale/flow-walks.ts';
import { walkHard } from './scale/hard-case.ts';
import { total } from './scale/state-count.ts';

// How many states does a case enter on its way? Each is billed.
const line = ({ route, steps, states }: Walked): string =>
  `| ${route} | ${steps} | ${total(states)} | ${3 * steps + 5} |`;

console.log('| straight to its end | steps | states entered | 3 a step + 5 |\n|---|---:|---:|---:|');
for (const way of ways) console.log(line(await walkStraight(way)));

const { walked, troubles } = await walkHard();
console.log('\n| what went wrong | states more |\n|---|---:|');
for (const { what, states } of troubles) console.log(`| ${what} | ${states} |`);
console.log(`\n${walked.route}, ${walked.status}, ${walked.steps} steps: ${total(walked.states)} states`);
console.log([...walked.states].map(([state, times]) => `${state} ${times}`).join(', '));
