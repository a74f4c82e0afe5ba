import { z } from 'zod';
import { settingSchema, type Setting } from '../domain/law/setting.ts';
import { instantSchema } from '../domain/time.ts';
import type { Item, Store, Write } from '../ports.ts';
import { loaded, replace, type Loaded } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

/** What the home's offices have set themselves: one record with a chain like any, each setting an item of it. */
export const ownLawSchema = z.object({ entries: z.int(), head: z.string(), updatedAt: instantSchema });
export type OwnLaw = z.infer<typeof ownLawSchema>;

export const loadOwnLaw = (item: Item | undefined): Loaded<OwnLaw> | undefined => loaded(ownLawSchema, item);

export const ownLawWrite = (before: Loaded<OwnLaw> | undefined, after: OwnLaw): Write =>
  replace(keys.ownLaw(), after, before);

export const loadSetting = (item: Item | undefined): Loaded<Setting> | undefined =>
  loaded(settingSchema, item);

export const settingWrite = (before: Loaded<Setting> | undefined, after: Setting): Write =>
  replace(keys.setting(after.id), after, before);

/** Every own setting there ever was, oldest first. */
export async function readSettings(store: Store): Promise<Loaded<Setting>[]> {
  const items = await queryAll(store, { pk: keys.ownLaw().pk, prefix: prefixes.settings });
  return items.flatMap((item) => loadSetting(item) ?? []);
}
