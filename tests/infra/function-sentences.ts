import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { envSchema as api } from '#functions/api/env.ts';
import { envSchema as sweep } from '#functions/schedules/sweep/env.ts';
import { envSchema as effects } from '#functions/streams/effects/env.ts';
import { envSchema as executionEnded } from '#functions/streams/execution-ended/env.ts';
import { envSchema as awaitTurn } from '#functions/tasks/await-turn/env.ts';
import { envSchema as checkDates } from '#functions/tasks/check-dates/env.ts';
import { envSchema as checkDelivery } from '#functions/tasks/check-delivery/env.ts';
import { envSchema as openPhase } from '#functions/tasks/open-phase/env.ts';
import { envSchema as openStep } from '#functions/tasks/open-step/env.ts';
import { envSchema as web } from '#functions/web/env.ts';
import { functionNames, taskNames, type FunctionName } from '#infra/names.ts';
import { something, type Resource, type Synthesised } from './synthesised.ts';

const schemas: Readonly<Record<FunctionName, z.ZodObject>> = {
  api,
  web,
  'open-step': openStep,
  'check-dates': checkDates,
  'open-phase': openPhase,
  'check-delivery': checkDelivery,
  'await-turn': awaitTurn,
  effects,
  'execution-ended': executionEnded,
  sweep,
};

function folderOf(name: FunctionName): string {
  if (name === 'api' || name === 'web') return name;
  if (name === 'sweep') return `schedules/${name}`;
  return taskNames.some((task) => task === name) ? `tasks/${name}` : `streams/${name}`;
}

export function functionSentences(dev: Synthesised, elsewhere: Synthesised): void {
  describe('every function', () => {
    it.each(functionNames)('%s runs on Node.js 24 on arm64, traced, with a log of its own', (name) => {
      expect(functionOf(dev, name)).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: something },
        Handler: 'handler.handler',
      });
    });

    it.each(functionNames)('%s is told what its env.ts asks for, and nothing else', (name) => {
      for (const stage of [dev, elsewhere]) {
        const told = environmentOf(stage, name);
        expect(schemas[name].strict().safeParse(told).error?.issues).toBeUndefined();
      }
      expect(Object.keys(environmentOf(elsewhere, name)).sort()).toEqual(
        Object.keys(schemas[name].shape).sort(),
      );
    });

    it('has its folder, and every folder its function', () => {
      const folders = globSync('**/env.ts', { cwd: new URL('../../functions/', import.meta.url) });
      expect(folders.sort()).toEqual(functionNames.map((name) => `${folderOf(name)}/env.ts`).sort());
    });

    it('has a role that no other function has', () => {
      const roles = functionNames.map((name) => JSON.stringify(functionOf(dev, name)['Role']));
      expect(new Set(roles).size).toBe(functionNames.length);
    });
  });

  it('keeps logs under our key, for as long as the stage says', () => {
    for (const stack of ['workflow', 'api'] as const) {
      for (const logs of dev.all(stack, 'AWS::Logs::LogGroup')) {
        expect(logs).toMatchObject({ RetentionInDays: 30, KmsKeyId: something });
      }
    }
  });
}

function functionOf(stage: Synthesised, name: FunctionName): Resource['Properties'] {
  const stack = name === 'api' || name === 'web' ? 'api' : 'workflow';
  const found = stage
    .all(stack, 'AWS::Lambda::Function')
    .find(({ FunctionName }) => FunctionName === `VinhDanh-${stage.stage.name}-${name}`);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

/** What CloudFormation fills in stands as an ARN, which is also text and no address. */
function environmentOf(stage: Synthesised, name: FunctionName): Record<string, string> {
  const { Variables } = functionOf(stage, name)['Environment'] as { Variables: Record<string, unknown> };
  const filled = (setting: string, value: unknown): string =>
    typeof value === 'string'
      ? value
      : setting === 'OIDC_ISSUER'
        ? 'https://issuer.example'
        : 'arn:filled-in';
  return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, filled(key, value)]));
}
