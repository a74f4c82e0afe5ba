import { districtEra } from './routes/district-era.ts';
import { interim } from './routes/interim.ts';
import { twoLevel } from './routes/two-level.ts';

/** Every way for cases there is or was (docs/routes.md), era by era; checked when loaded. */
export const routeTemplates: readonly unknown[] = [...districtEra, ...interim, ...twoLevel];
