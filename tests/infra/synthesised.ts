import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect } from 'vitest';
import { addStage } from '#infra/build-app.ts';
import { functionNames, nameOf } from '#infra/names.ts';
import type { Stage } from '#infra/stages.ts';

const stackNames = ['data', 'identity', 'workflow', 'api', 'edge', 'observability'] as const;
export type StackName = (typeof stackNames)[number];

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}
export type Resources = Readonly<Record<string, Resource>>;

export interface Synthesised {
  readonly stage: Stage;
  readonly stacks: readonly StackName[];
  readonly resources: (stack: StackName) => Resources;
  readonly outputs: (stack: StackName) => readonly string[];
  /** All resources of a type, by their properties. */
  readonly all: (stack: StackName, type: string) => readonly Resource['Properties'][];
  /** The only one. */
  readonly only: (stack: StackName, type: string) => Resource['Properties'];
  /** What the rules of cdk-nag and CloudFormation found, unexplained. */
  readonly findings: readonly string[];
}

interface Written {
  readonly Resources: Resources;
  readonly Outputs?: Readonly<Record<string, object>>;
}

interface Report {
  readonly pluginReports?: readonly {
    readonly violations: readonly { readonly ruleName: string; readonly description: string }[];
  }[];
}

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** A stage as `cdk synth` makes it, with empty functions in the place of the built ones. */
export function synthesise(stage: Stage): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-synth-'));
  const app = new App({ context, outdir: join(folder, 'out') });
  addStage(app, stage, emptyFunctions(folder));
  const assembly = app.synth();
  const known = new Map(assembly.stacks.map((stack) => [stack.stackName, stack.template as object]));
  const stacks = stackNames.filter((name) => known.has(nameOf(stage, name)));
  const templateOf = (name: StackName): Written => known.get(nameOf(stage, name)) as Written;
  const all: Synthesised['all'] = (name, type) =>
    Object.values(templateOf(name).Resources)
      .filter(({ Type }) => Type === type)
      .map(({ Properties }) => Properties);
  const report = JSON.parse(readFileSync(join(folder, 'out/validation-report.json'), 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return {
    stage,
    stacks,
    resources: (name) => templateOf(name).Resources,
    outputs: (name) => Object.values(templateOf(name).Outputs ?? {}).map((output) => JSON.stringify(output)),
    all,
    only(name, type) {
      const [found, ...more] = all(name, type);
      if (found === undefined || more.length > 0) throw new Error(`not exactly one ${type} in ${name}`);
      return found;
    },
    findings: (report.pluginReports ?? []).flatMap(({ violations }) =>
      violations.map(({ ruleName, description }) => `${ruleName}: ${description}`),
    ),
  };
}

function emptyFunctions(folder: string): string {
  const assets = join(folder, 'functions');
  for (const name of functionNames) {
    mkdirSync(join(assets, name), { recursive: true });
    writeFileSync(join(assets, name, 'handler.mjs'), `export const handler = async () => '${name}';\n`);
  }
  return assets;
}

/** Whatever CloudFormation fills in. */
export const something: unknown = expect.anything();
