import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadDefinition } from '#local/workflow/definition/load-definition.ts';
import { aslRules, ruleNames, type Flow, type FlowUnderTest } from '#tests/support/asl-rules.ts';
import { caseTasks } from '#workflows/case/tasks.ts';
import { ceremonyTasks } from '#workflows/ceremony/tasks.ts';
import { withTaskNames } from '#workflows/definition.ts';

const root = new URL('../../', import.meta.url);
const foldersIn = (path: string) =>
  readdirSync(new URL(path, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const folders = foldersIn('functions/tasks').filter((name) =>
  existsSync(new URL(`functions/tasks/${name}/task.ts`, root)),
);
const tasksOf: Readonly<Record<string, object>> = { case: caseTasks, ceremony: ceremonyTasks };

function flowNamed(name: string): FlowUnderTest {
  const text = readFileSync(new URL(`workflows/${name}/flow.asl.json`, root), 'utf8');
  return { text, tasks: Object.keys(tasksOf[name] ?? {}), folders };
}

const names = foldersIn('workflows');
const flows = Object.fromEntries(names.map((name) => [name, flowNamed(name)]));

test('every flow and every task is under these rules', () => {
  expect(names.toSorted()).toEqual(Object.keys(tasksOf).toSorted());
  const used = Object.values(tasksOf).flatMap((tasks) => Object.keys(tasks));
  expect([...new Set(used)].toSorted()).toEqual(foldersIn('functions/tasks').toSorted());
});

describe.each(names)('the %s flow', (name) => {
  const under = flows[name]!;

  test.each(ruleNames)('%s', (rule) => {
    expect(aslRules[rule](JSON.parse(under.text) as Flow, under)).toEqual([]);
  });

  it('can be run by the interpreter', () => {
    expect(() => loadDefinition(withTaskNames(under.text), new Set(under.tasks))).not.toThrow();
  });

  it('calls each task by the name under which tasks.ts exports it', () => {
    for (const [task, run] of Object.entries(tasksOf[name]!)) {
      const camel = task.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect((run as { name: string }).name).toBe(camel);
    }
  });
});

describe('the rules notice', () => {
  const sound = flows['ceremony']!;
  const breach = (from: string | RegExp, to: string): FlowUnderTest => {
    const text = sound.text.replace(from, to);
    expect(text).not.toBe(sound.text);
    return { ...sound, text };
  };

  it.each<[(typeof ruleNames)[number], string | RegExp, string]>([
    ['is JSONata and ends by itself', /"TimeoutSeconds": 31536000,/, ''],
    [
      'says of each state what a case-worker understands',
      /"Comment": "Every award was[^"]*"/,
      '"Comment": "Done"',
    ],
    [
      'names tasks by verb and noun, choices as questions, waits as waits, ends as outcomes',
      /WhereDoesItStand/g,
      'ItsPlace',
    ],
    ['retries each task with full jitter on what passes, and catches the rest', '"FULL"', '"NONE"'],
    [
      'never waits for a token without end: a timeout leads on',
      '"States.Timeout"',
      '"States.HeartbeatTimeout"',
    ],
    ['speaks of errors that exist', '"StoreBusy"', '"StoreTired"'],
    [
      'pairs each placeholder with a folder and with an entry of tasks.ts, and the reverse',
      '${CheckDeliveryFunctionArn}',
      '${RemindOrganiserFunctionArn}',
    ],
    ['reaches every state, and from every state an end', '"Next": "Cancelled"', '"Next": "Finished"'],
    [
      'only picks and compares, in short expressions over variables that it declares',
      '"{% $wakeInSeconds %}"',
      '"{% $wakeInSeconds + 60 %}"',
    ],
    [
      'only picks and compares, in short expressions over variables that it declares',
      '"{% $turn %}"',
      '"{% $title %}"',
    ],
    [
      'carries ids and decisions, never what is written about people',
      '"turn": "{% $turn %}"',
      '"title": "{% $turn %}"',
    ],
    ['pleases asl-validator', '"Type": "Succeed",', '"Type": "Succeed", "Next": "Superseded",'],
  ])('a breach of: %s', (rule, from, to) => {
    const under = breach(from, to);
    expect(aslRules[rule](JSON.parse(under.text) as Flow, under)).not.toEqual([]);
  });
});
