import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { envSchema as api } from '#functions/api/env.ts';
import { envSchema as sweep } from '#functions/schedules/sweep/env.ts';
import { parseSettings, SettingsRefused, signingOf } from '#functions/settings.ts';
import { envSchema as effects } from '#functions/streams/effects/env.ts';
import { envSchema as executionEnded } from '#functions/streams/execution-ended/env.ts';
import { envSchema as awaitTurn } from '#functions/tasks/await-turn/env.ts';
import { envSchema as checkDates } from '#functions/tasks/check-dates/env.ts';
import { envSchema as checkDelivery } from '#functions/tasks/check-delivery/env.ts';
import { envSchema as openPhase } from '#functions/tasks/open-phase/env.ts';
import { envSchema as openStep } from '#functions/tasks/open-step/env.ts';
import { envSchema as web } from '#functions/web/env.ts';
import { settings } from '#tests/support/lambda.ts';

const schemas: Record<string, z.ZodObject> = {
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

const neededBy = (schema: z.ZodObject): string[] =>
  Object.entries(schema.shape)
    .filter(([, field]) => !z.safeParse(field as z.ZodType, undefined).success)
    .map(([name]) => name);

function refusalOf(schema: z.ZodObject, environment: Record<string, string | undefined>): string {
  try {
    parseSettings(schema, environment);
    return 'nothing was refused';
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsRefused);
    return (error as Error).message;
  }
}

describe.each(Object.entries(schemas))('the settings of %s', (_name, schema) => {
  it('are enough as they are, and what is missing is named, all of it at once', () => {
    expect(Object.keys(parseSettings(schema, settings)).length).toBeGreaterThan(4);
    const said = refusalOf(schema, {});
    for (const name of neededBy(schema)) {
      expect(said).toContain(`${name} is missing`);
      expect(refusalOf(schema, { ...settings, [name]: undefined })).toBe(
        `the function can't start with these settings: ${name} is missing`,
      );
    }
  });

  it('are refused by name where they are not what they should be, without what stands in them', () => {
    const wrong = { ...settings, PUBLIC_URL: 'https://vinhdanh.example/a-secret/' };
    expect(refusalOf(schema, wrong)).toMatch(/: PUBLIC_URL: [^;]*$/);
    expect(refusalOf(schema, wrong)).not.toContain('a-secret');
    expect(refusalOf(schema, { ...settings, TABLE_NAME: '' })).toContain('TABLE_NAME');
  });
});

describe('what acts that sign ask for', () => {
  it.each([
    [undefined, undefined, { acr: [], amr: [] }],
    ['', ' ', { acr: [], amr: [] }],
    ['gold  silver', 'otp,hwk', { acr: ['gold', 'silver'], amr: ['otp', 'hwk'] }],
  ])('%j and %j', (acr, amr, signing) => {
    expect(signingOf({ SIGNING_ACR: acr, SIGNING_AMR: amr })).toEqual(signing);
  });
});

describe('a cold start', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each([
    ['open-step', () => import('#functions/tasks/open-step/handler.ts'), 'TABLE_NAME'],
    ['effects', () => import('#functions/streams/effects/handler.ts'), 'MAIL_FROM'],
    ['api', () => import('#functions/api/handler.ts'), 'OIDC_ISSUER'],
    ['web', () => import('#functions/web/handler.ts'), 'AWS_REGION'],
  ])('of %s without a setting ends at once, naming it', async (_name, start, missing) => {
    for (const [name, value] of Object.entries(settings)) {
      vi.stubEnv(name, name === missing ? undefined : value);
    }
    await expect(start()).rejects.toThrow(`${missing} is missing`);
  });
});
