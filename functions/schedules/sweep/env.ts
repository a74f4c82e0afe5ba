import { z } from 'zod';
import { flowSettings, houseSettings, mailSettings, parseSettings } from '#functions/settings.ts';

export const envSchema = z.object({ ...houseSettings, ...flowSettings, ...mailSettings });
/** What the function is told, as infra writes it. */
export type Env = z.input<typeof envSchema>;

/** @throws SettingsRefused */
export const readEnv = () => parseSettings(envSchema, process.env);
