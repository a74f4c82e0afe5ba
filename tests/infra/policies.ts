import type { Resources } from './synthesised.ts';

/** A statement of any policy in a template, wherever it stands. */
export interface Allowed {
  readonly resource: string;
  readonly action: string;
  /** With what CloudFormation fills in shown as `{}`. */
  readonly on: string;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
}

export function allowedIn(resources: Resources): Allowed[] {
  return Object.entries(resources).flatMap(([resource, { Properties }]) =>
    statementsIn(Properties)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) =>
        [Action]
          .flat()
          .flatMap((action) => [Resource].flat().map((on) => ({ resource, action, on: textOf(on) }))),
      ),
  );
}

function statementsIn(value: unknown): Statement[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('Effect' in value && 'Action' in value) return [value as Statement];
  return Object.values(value).flatMap(statementsIn);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'Fn::Join' in value) {
    const [separator, parts] = value['Fn::Join'] as [string, unknown[]];
    return parts.map(textOf).join(separator);
  }
  return '{}';
}
