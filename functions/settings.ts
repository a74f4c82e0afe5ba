import { z } from 'zod';

/**
 * The settings of docs/adr/0012-the-aws-home.md, each with what it must look like. An env.ts picks those of its function.
 * Few kinds of schemas: each kind costs a cold start a third of a millisecond.
 */
const word = z.string().min(1);
const arn = z.string().startsWith('arn:');
const claimValues = z.string().optional();

/** Told to every function. What Powertools reads by itself is asked for all the same: without it logs have no name. */
export const houseSettings = {
  TABLE_NAME: word,
  PUBLIC_URL: z.string().regex(/^https?:\/\/[^/\s]+$/, { error: 'no origin without a slash at its end' }),
  LOG_LEVEL: word,
  POWERTOOLS_SERVICE_NAME: word,
  POWERTOOLS_METRICS_NAMESPACE: word,
};

export const flowSettings = { CASE_FLOW_ARN: arn, CEREMONY_FLOW_ARN: arn };

export const mailSettings = { MAIL_FROM: word, MAIL_CONFIGURATION_SET: word };

/** Of what answers people and programs. */
export const httpSettings = {
  FILES_BUCKET: word,
  VAULT_SECRET_ARN: arn,
  OIDC_ISSUER: z.string().regex(/^https?:\/\/\S+$/, { error: 'no address' }),
  OIDC_CLIENT_ID: word,
  OIDC_AUDIENCE: word,
  SIGNING_ACR: claimValues,
  SIGNING_AMR: claimValues,
};

export const personClaim = word.optional();
export const secretArn = arn.optional();

/** The values that SIGNING_ACR and SIGNING_AMR name, with spaces between them as OpenID Connect has them. */
export function signingOf(settings: {
  readonly SIGNING_ACR?: string | undefined;
  readonly SIGNING_AMR?: string | undefined;
}) {
  const valuesOf = (text = ''): readonly string[] => text.split(/[\s,]+/).filter((value) => value !== '');
  return { acr: valuesOf(settings.SIGNING_ACR), amr: valuesOf(settings.SIGNING_AMR) };
}

/** Says which settings are missing or wrong, by name; never what stands in them. */
export class SettingsRefused extends Error {
  constructor(faults: readonly string[]) {
    super(`the function can't start with these settings: ${faults.join('; ')}`);
    this.name = 'SettingsRefused';
  }
}

/** Once, at a cold start. @throws SettingsRefused */
export function parseSettings<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new SettingsRefused(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return environment[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}
