import type { z } from 'zod';
import { problemsIn } from './check-definition.ts';
import { machineSchema, stateSchemas, type Definition, type State } from './schema.ts';
import { parseJson } from '../json.ts';

export class DefinitionRefused extends Error {
  constructor(problems: readonly string[]) {
    super(`the flow can't run here:\n${problems.join('\n')}`);
    this.name = 'DefinitionRefused';
  }
}

/**
 * Reads an ASL text whose placeholders are filled, and refuses whatever this interpreter would run differently from
 * Step Functions, or not at all.
 * @throws DefinitionRefused naming each state and field.
 */
export function loadDefinition(text: string, tasks: ReadonlySet<string>): Definition {
  const machine = machineSchema.safeParse(parseJson(text));
  if (!machine.success) throw new DefinitionRefused(problemsOf('the flow', machine.error));
  const { StartAt: startAt, TimeoutSeconds: timeoutSeconds } = machine.data;
  const refused: string[] = [];
  const states = new Map<string, State>();
  for (const [name, raw] of Object.entries(machine.data.States)) {
    if (!isImplemented(raw.Type)) {
      refused.push(`state ${name}: Type ${raw.Type} isn't implemented`);
      continue;
    }
    const state = stateSchemas[raw.Type].safeParse(raw);
    if (state.success) states.set(name, state.data);
    else refused.push(...problemsOf(`state ${name}`, state.error));
  }
  const problems = refused.length > 0 ? refused : problemsIn(startAt, states, tasks);
  if (problems.length > 0) throw new DefinitionRefused(problems);
  return { startAt, timeoutSeconds, states };
}

function isImplemented(type: string): type is keyof typeof stateSchemas {
  return Object.hasOwn(stateSchemas, type);
}

function problemsOf(where: string, error: z.ZodError): readonly string[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [`${where}: ${path.join('.') || 'it'}: ${issue.message}`];
    return issue.keys.map((key) => `${where}: ${[...path, key].join('.')} isn't implemented`);
  });
}
