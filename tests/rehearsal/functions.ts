import { resolve } from 'node:path';
import { z } from 'zod';
import { createAssetFunction, type AssetFunction } from './asset-function.ts';
import type { Deployment, Resource } from './template.ts';

const propertiesSchema = z.object({
  Handler: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

/** Names of those that people call; all others follow. */
export const answersPeople = /-(api|web)$/;

export interface Functions {
  readonly byArn: ReadonlyMap<string, AssetFunction>;
  /** The function of the template whose name or logical id says so. */
  readonly called: (name: string) => AssetFunction;
  /** Resolves when none is at work, those aside whose names the pattern finds. */
  readonly idle: (aside?: RegExp) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FunctionOptions {
  readonly deployment: Deployment;
  readonly shift: BigInt64Array;
  /** Where loopback differs from the cloud: endpoints, and the issuer. */
  readonly overridesOf: (name: string) => Readonly<Record<string, string>>;
  readonly instancesOf: (name: string) => number;
  readonly log: (name: string, line: string) => void;
}

/** Every function of ours in the templates; those that CDK adds for itself have no folder of ours. */
export function startFunctions(options: FunctionOptions): Functions {
  const { deployment } = options;
  const byName = new Map<string, AssetFunction>();
  const byArn = new Map<string, AssetFunction>();
  for (const resource of deployment.ofType('AWS::Lambda::Function')) {
    const properties = propertiesSchema.safeParse(resource.properties);
    if (!properties.success) continue;
    const name = deployment.nameOf(resource);
    const { Handler, Environment } = properties.data;
    const started = createAssetFunction({
      name,
      folder: assetFolder(deployment, resource),
      entry: Handler,
      environment: { ...Environment.Variables, ...options.overridesOf(name) },
      shift: options.shift,
      instances: options.instancesOf(name),
      log: (line) => {
        options.log(name, line);
      },
    });
    byName.set(name, started);
    byArn.set(deployment.arnOf(resource), started);
  }
  return {
    byArn,
    called(name) {
      const found = [...byName].filter(([known]) => known === name || known.endsWith(`-${name}`));
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(`not exactly one function is called ${name}`);
      return only[1];
    },
    async idle(aside = /^$/) {
      const wanted = [...byName].flatMap(([name, each]) => (aside.test(name) ? [] : each));
      while (wanted.some((each) => !each.isIdle())) for (const each of wanted) await each.idle();
    },
    async close() {
      await Promise.all([...byName.values()].map((each) => each.close()));
    },
  };
}

/** https://docs.aws.amazon.com/cdk/v2/guide/assets.html: synth notes in the resource which asset is its code. */
function assetFolder(deployment: Deployment, resource: Resource): string {
  const path = z.string().parse(resource.metadata['aws:asset:path']);
  return resolve(deployment.folder, path);
}
