import { settingSchema, type Setting } from '../domain/law/setting.ts';
import type { Item, Store } from '../ports.ts';
import { loaded, type Loaded } from './item.ts';
import { keys, prefixes } from './keys.ts';
import { queryAll } from './query.ts';

/** What the home's offices have set themselves, as items of one record: all of it is read at once, and seldom. */

export const loadSetting = (item: Item | undefined): Loaded<Setting> | undefined =>
  loaded(settingSchema, item);

/** Every own setting there ever was, oldest first. */
export async function readSettings(store: Store): Promise<Setting[]> {
  const items = await queryAll(store, { pk: keys.ownLaw().pk, prefix: prefixes.settings });
  return items.map((item) => settingSchema.parse(item.body));
}
