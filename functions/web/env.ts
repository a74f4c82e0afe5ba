import { z } from 'zod';
import { houseSettings, httpSettings, parseSettings, personClaim, secretArn } from '#functions/settings.ts';

export const envSchema = z.object({
  ...houseSettings,
  ...httpSettings,
  OIDC_PERSON_CLAIM: personClaim,
  OIDC_CLIENT_SECRET_ARN: secretArn,
});
/** What the function is told, as infra writes it. */
export type Env = z.input<typeof envSchema>;

/** Set by Lambda itself: the bucket's address has it in its name. */
const lambdaSchema = z.object({ AWS_REGION: z.string().min(1) });

/** @throws SettingsRefused */
export const readEnv = () => ({
  ...parseSettings(envSchema, process.env),
  ...parseSettings(lambdaSchema, process.env),
});
