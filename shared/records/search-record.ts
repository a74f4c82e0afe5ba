import { z } from 'zod';
import { caseIdSchema, organisationIdSchema, type CaseId, type OrganisationId } from '../domain/id.ts';
import { mostWords, rotationsOf, spaced } from '../domain/search-words.ts';
import type { Item, Key, Store } from '../ports.ts';
import { decode, encode, loaded, type Loaded } from './item.ts';
import { keys } from './keys.ts';

/** What makes a case found by its name, at each office that may read it. A projection: it can be dropped and made again. */

const searchedSchema = z.object({ words: z.array(z.string()), offices: z.array(organisationIdSchema) });
/** Under which words, and at which offices, a case is found. */
export type Searched = z.infer<typeof searchedSchema>;

export const loadSearched = (item: Item | undefined): Loaded<Searched> | undefined =>
  loaded(searchedSchema, item);

export const rotationKeys = (id: CaseId, { words, offices }: Searched): Key[] =>
  offices.flatMap((office) =>
    [...new Set(rotationsOf(words))].map((rotation) => keys.searchName(office, rotation, id)),
  );

const foundSchema = z.object({ case: caseIdSchema });
export const rotationItem = (key: Key, id: CaseId): Item => encode(key, { case: id }, 1);

export interface Found {
  readonly case: CaseId;
  /** Words of the name, begun at one of them. */
  readonly words: readonly string[];
}

/** Names of an office's cases of which a rotation begins so. @returns at most `limit`, and whether there are more */
export async function readFound(
  store: Store,
  office: OrganisationId,
  begins: string,
  limit: number,
): Promise<{ found: Found[]; more: boolean }> {
  const { items, cursor } = await store.query({
    pk: keys.searchName(office, begins, '').pk,
    prefix: begins,
    limit,
  });
  const found = items.map((item) => ({
    ...decode(foundSchema, item),
    words: item.sk.split(' ').slice(0, -1),
  }));
  return { found, more: cursor !== undefined };
}

/** Words of all names that an office reads: Vietnamese has some two thousand syllables without their tones. */
export async function readSearchWords(store: Store, office: OrganisationId): Promise<string[]> {
  const { items } = await store.query({ pk: keys.searchWord(office, '').pk, limit: 5_000 });
  return items.map(({ sk }) => sk);
}

/** Whether the name of another case of this office has the word. A name that says a word twice stands twice. */
export async function othersHave(
  store: Store,
  office: OrganisationId,
  word: string,
  id: CaseId,
): Promise<boolean> {
  const { found } = await readFound(store, office, spaced([word]), mostWords + 1);
  return found.some((one) => one.case !== id);
}
