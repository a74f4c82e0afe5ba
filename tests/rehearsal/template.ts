import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What CloudFormation would make of the synthesised templates, as far as a rehearsal needs it. */
const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Export: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.unknown()).default({}),
});
type Template = z.infer<typeof templateSchema>;

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** With every intrinsic function resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface Deployment {
  readonly folder: string;
  ofType(type: string): readonly Resource[];
  /** The only one of its type whose logical id says so. */
  only(type: string, logicalId?: RegExp): Resource;
  readonly nameOf: (resource: Resource) => string;
  readonly arnOf: (resource: Resource) => string;
}

const account = '111122223333';
const region = 'ap-southeast-1';

/** Which property names a resource when it has a physical name; else its logical id does. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Lambda::Function': 'FunctionName',
};

/** S3 and Lambda names are what `Ref` gives; state machines, topics and secrets give their ARN. */
const refIsArn = new Set([
  'AWS::StepFunctions::StateMachine',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
]);

const arnParts: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': `lambda:${region}:${account}:function:`,
  'AWS::StepFunctions::StateMachine': `states:${region}:${account}:stateMachine:`,
  'AWS::DynamoDB::Table': `dynamodb:${region}:${account}:table/`,
  'AWS::DynamoDB::GlobalTable': `dynamodb:${region}:${account}:table/`,
  'AWS::SQS::Queue': `sqs:${region}:${account}:`,
  'AWS::SecretsManager::Secret': `secretsmanager:${region}:${account}:secret:`,
};

/** Reads every template that lies in the folder of synth. */
export function readDeployment(folder: string): Deployment {
  const templates = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => [
        file.slice(0, -'.template.json'.length),
        templateSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      ]),
  );
  const { resolve, nameOf, attributeOf } = createResolver(templates);
  const resources = [...templates].flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([logicalId, { Type, Properties, Metadata }]) => ({
      stack,
      logicalId,
      type: Type,
      get properties(): Readonly<Record<string, unknown>> {
        return resolve(stack, Properties) as Readonly<Record<string, unknown>>;
      },
      metadata: Metadata ?? {},
    })),
  );
  const ofType = (type: string): readonly Resource[] => resources.filter((one) => one.type === type);
  return {
    folder,
    ofType,
    only(type, logicalId = /./) {
      const [found, another] = ofType(type).filter((one) => logicalId.test(one.logicalId));
      if (found === undefined || another !== undefined) {
        throw new Error(`not exactly one ${type} called ${logicalId.source} in ${folder}`);
      }
      return found;
    },
    nameOf: ({ stack, logicalId }) => nameOf(stack, logicalId),
    arnOf: ({ stack, logicalId }) => attributeOf(stack, logicalId, 'Arn'),
  };
}

function createResolver(templates: ReadonlyMap<string, Template>) {
  const exported = new Map<string, () => unknown>();
  for (const [stack, template] of templates) {
    for (const output of Object.values(template.Outputs)) {
      const name = z.object({ Name: z.unknown() }).safeParse(output.Export).data?.Name;
      if (name !== undefined) exported.set(String(resolve(stack, name)), () => resolve(stack, output.Value));
    }
  }

  function resolve(stack: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => resolve(stack, one));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      return intrinsic(stack, only[0], only[1]);
    }
    return Object.fromEntries(entries.map(([name, one]) => [name, resolve(stack, one)]));
  }

  function intrinsic(stack: string, name: string, raw: unknown): unknown {
    switch (name) {
      case 'Ref':
        return refOf(stack, String(raw));
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = Array.isArray(raw) ? raw.map(String) : String(raw).split('.');
        return attributeOf(stack, id, attribute);
      }
      case 'Fn::Join': {
        const [separator, parts] = raw as [string, unknown[]];
        return parts.map((part) => String(resolve(stack, part))).join(separator);
      }
      case 'Fn::Sub':
        return substituted(stack, raw);
      case 'Fn::ImportValue':
        return exported.get(String(resolve(stack, raw)))?.();
      case 'Fn::Select': {
        const [index, list] = raw as [number | string, unknown];
        return (resolve(stack, list) as unknown[])[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, text] = raw as [string, unknown];
        return String(resolve(stack, text)).split(separator);
      }
      default:
        return `${name}:${JSON.stringify(raw)}`;
    }
  }

  function substituted(stack: string, raw: unknown): string {
    const [text, values] = Array.isArray(raw)
      ? (raw as [string, Readonly<Record<string, unknown>>])
      : [String(raw), {}];
    return text.replaceAll(/\$\{([\w:.]+)\}/g, (_, key: string) => {
      if (Object.hasOwn(values, key)) return String(resolve(stack, values[key]));
      const [id = '', attribute] = key.split('.');
      return attribute === undefined ? refOf(stack, id) : attributeOf(stack, id, attribute);
    });
  }

  function refOf(stack: string, id: string): string {
    const pseudo = pseudoParameters[id];
    if (pseudo !== undefined) return pseudo;
    const type = templates.get(stack)?.Resources[id]?.Type ?? '';
    return refIsArn.has(type) ? attributeOf(stack, id, 'Arn') : nameOf(stack, id);
  }

  function nameOf(stack: string, id: string): string {
    const resource = templates.get(stack)?.Resources[id];
    const property = nameProperties[resource?.Type ?? ''];
    const named = property === undefined ? undefined : resource?.Properties[property];
    return named === undefined ? id : String(resolve(stack, named));
  }

  function attributeOf(stack: string, id: string, attribute: string): string {
    const type = templates.get(stack)?.Resources[id]?.Type ?? '';
    const isArn = attribute === 'Arn' || attribute.endsWith('Arn');
    const name = nameOf(stack, id);
    if (!isArn) return `${name}.${attribute}`;
    const suffix = attribute === 'StreamArn' ? '/stream/latest' : '';
    return `arn:aws:${arnParts[type] ?? `unknown:${region}:${account}:`}${name}${suffix}`;
  }

  return { resolve, nameOf, attributeOf };
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'rehearsal',
  'AWS::StackId': 'rehearsal',
  'AWS::NoValue': '',
};
