import { z } from 'zod';
import { houseSettings, httpSettings, parseSettings, personClaim } from '#functions/settings.ts';

export const envSchema = z.object({
  ...houseSettings,
  ...httpSettings,
  OIDC_BEARER_PERSON_CLAIM: personClaim,
});
/** What the function is told, as infra writes it. */
export type Env = z.input<typeof envSchema>;

/** @throws SettingsRefused */
export const readEnv = () => parseSettings(envSchema, process.env);
