import { z } from 'zod';
import { houseSettings, parseSettings } from '#functions/settings.ts';

export const envSchema = z.object({ ...houseSettings });
/** What the function is told, as infra writes it. */
export type Env = z.input<typeof envSchema>;

/** @throws SettingsRefused */
export const readEnv = () => parseSettings(envSchema, process.env);
