import { createHash } from 'node:crypto';
import type { FlowName } from '#shared/ports.ts';
import { withTaskNames } from '#workflows/definition.ts';
import type { Definition } from './schema.ts';
import type { Executions } from '../executions.ts';
import { loadDefinition } from './load-definition.ts';

export type FlowTexts = Readonly<Partial<Record<FlowName, string>>>;

export interface CurrentDefinition {
  readonly flow: FlowName;
  readonly hash: string;
  readonly text: string;
}

/** Flows by the hash of their ASL text: what starts now takes the current one, what runs keeps its own. */
export function createDefinitions(texts: FlowTexts, executions: Executions, tasks: ReadonlySet<string>) {
  const loaded = new Map<string, Definition>();
  const current = new Map<FlowName, CurrentDefinition>();

  function load(hash: string, text: string): Definition {
    const known = loaded.get(hash);
    if (known) return known;
    const definition = loadDefinition(withTaskNames(text), tasks);
    loaded.set(hash, definition);
    return definition;
  }

  function byHash(hash: string): Definition {
    return loaded.get(hash) ?? load(hash, executions.definitionText(hash) ?? '');
  }

  for (const flow of ['case', 'ceremony'] as const) {
    const text = texts[flow];
    if (text === undefined) continue;
    const hash = createHash('sha256').update(text).digest('hex');
    load(hash, text);
    current.set(flow, { flow, hash, text });
  }
  // Better no start at all than cases that stand still in silence.
  for (const hash of executions.hashesInUse()) byHash(hash);

  return {
    byHash,
    current(flow: FlowName): CurrentDefinition {
      const definition = current.get(flow);
      if (definition === undefined) throw new TypeError(`there is no flow called ${flow}`);
      return definition;
    },
  };
}
