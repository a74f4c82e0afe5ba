import { z } from 'zod';
import type { Resources } from './synthesised.ts';

/** One action that a statement of any policy in a template allows, or denies, wherever it stands. */
export interface Right {
  readonly resource: string;
  /** `AWS::IAM::Policy`: a role's; `AWS::KMS::Key`: the key's own. */
  readonly type: string;
  readonly action: string;
  /** With what CloudFormation fills in shown as `{}`; empty in a policy that says who may take on a role. */
  readonly on: string;
  /** Whom a resource's own policy lets in; nobody is named in a role's. */
  readonly to: readonly string[];
  /** The statement's conditions, by operator. */
  readonly under: Readonly<Record<string, unknown>>;
}

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.array(schema)]);

/** Strict: `NotAction`, `NotResource` and `NotPrincipal` allow what nobody wrote down. */
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()).optional(),
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});
type Statement = z.infer<typeof statementSchema>;

/** @throws ZodError for a statement of a kind that isn't known here; Error for text that can't be read, or holds a policy */
export const allowedIn = (resources: Resources): Right[] => rightsIn(resources, 'Allow');
/** @throws the same */
export const deniedIn = (resources: Resources): Right[] => rightsIn(resources, 'Deny');

function rightsIn(resources: Resources, effect: Statement['Effect']): Right[] {
  return Object.entries(resources).flatMap(([resource, { Type: type, Properties }]) =>
    statementsIn(Properties)
      .filter(({ Effect }) => Effect === effect)
      .flatMap(({ Action, Resource = '', Principal = [], Condition: under = {} }) => {
        const to = namedIn(Principal);
        return [Action]
          .flat()
          .flatMap((action) =>
            [Resource].flat().map((on) => ({ resource, type, action, on: textOf(on), to, under })),
          );
      }),
  );
}

function statementsIn(value: unknown): Statement[] {
  if (typeof value === 'string' && /"Effect"\s*:/.test(value)) {
    throw new Error(`a policy as text, which nobody reads here: ${value}`);
  }
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('Effect' in value) return [statementSchema.parse(value)];
  return Object.values(value).flatMap(statementsIn);
}

/** `'*'`, `{ AWS: '*' }` and `{ Service: […] }` alike. */
function namedIn(principal: unknown): string[] {
  const byKind = typeof principal === 'object' && principal !== null && !Array.isArray(principal);
  return (byKind ? Object.values(principal) : [principal]).flat().map(textOf);
}

const filledIn = ['Ref', 'Fn::GetAtt', 'Fn::ImportValue'];

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, argument] = [], ...more] = Object.entries(z.record(z.string(), z.unknown()).parse(value));
  if (name === undefined || more.length > 0) throw new Error(`no text: ${JSON.stringify(value)}`);
  if (filledIn.includes(name)) return '{}';
  if (name === 'Fn::Join') {
    const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
    return parts.map(textOf).join(separator);
  }
  if (name === 'Fn::Sub') return substituted(argument);
  throw new Error(`${name} may stand for anything`);
}

/** `${Name}` is filled in from the argument's own values, or by CloudFormation; `${!Name}` is left as `${Name}`. */
function substituted(argument: unknown): string {
  const [text, values] =
    typeof argument === 'string'
      ? [argument, {}]
      : z.tuple([z.string(), z.record(z.string(), z.unknown())]).parse(argument);
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) =>
    literal === '!' ? `\${${name}}` : Object.hasOwn(values, name) ? textOf(values[name]) : '{}',
  );
}
