import { isDiscarded, type Case } from '../../domain/case.ts';
import type { Organisation } from '../../domain/directory.ts';
import { caseIdSchema, type CaseId, type OrganisationId, type PersonId } from '../../domain/id.ts';
import { parsePublicCode } from '../../domain/public-code.ts';
import { mayBeMistaken, oneLetterApart, searchWords, spaced } from '../../domain/search-words.ts';
import { compareNames } from '../../domain/text.ts';
import type { Ports, Store } from '../../ports.ts';
import { z } from 'zod';
import { loadCase } from '../../records/case-record.ts';
import { listOrganisations } from '../../records/directory-record.ts';
import { decode } from '../../records/item.ts';
import { indexes, keys } from '../../records/keys.ts';
import { readFound, readSearchWords, type Found } from '../../records/search-record.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { readReader } from './reader.ts';

/** How it was found: as written, by how its last word begins, by its words in another order, or one letter apart. */
export const matches = ['name', 'beginning', 'words', 'near'] as const;

export interface SearchView {
  readonly cases: readonly Case[];
  /** Absent when nothing was found by name. */
  readonly match?: (typeof matches)[number];
  /** Offices that bear what was typed as their name, or did, or follow one that did. */
  readonly offices: readonly Pick<Organisation, 'id' | 'name'>[];
  /** Not all are shown. */
  readonly more: boolean;
}

const mostShown = 50;
/** Names read of one word when words stand apart; mistaken words tried. */
const bounds = { read: 300, tried: 24, offices: 8 } as const;

/**
 * Cases whose name somebody typed, with or without diacritics, or of an office by any name that it or those before it bore, by
 * given name. Only what the reader may read; never a sealed case. A council's agenda isn't searched.
 */
export async function readSearch(ports: Ports, person: PersonId, typed: string): Promise<SearchView> {
  const reader = await readReader(ports, person);
  const posts = reader.posts.filter(({ role }) => role !== 'member');
  const scopes = [...new Set(posts.map(({ organisation }) => organisation))].slice(0, bounds.offices);
  const words = searchWords(typed);
  if (words.length === 0 || scopes.length === 0) return { cases: [], offices: [], more: false };
  const [named, offices, coded] = await Promise.all([
    byName(ports.store, scopes, words),
    officesNamed(ports.store, words),
    byCode(ports.store, typed),
  ]);
  const ofOffices = await casesOf(ports.store, offices);
  const ids = [...new Set([...coded, ...named.cases, ...ofOffices.cases])];
  const items = await ports.store.get(ids.slice(0, 2 * mostShown).map((id) => keys.caseMeta(id)));
  const found = items.flatMap((item) => loadCase(item)?.value ?? []);
  const readable = await Promise.all(
    found.map(
      async (one) =>
        one.sealed === undefined && !isDiscarded(one) && (await mayReadCase(ports, reader.actor, one)),
    ),
  );
  const shown = found.filter((_, index) => readable[index]);
  return {
    cases: shown.slice(0, mostShown).sort((one, other) => compareNames(one.label.name, other.label.name)),
    ...(named.match === undefined ? {} : { match: named.match }),
    offices: offices.map(({ id, name }) => ({ id, name })),
    more: named.more || ofOffices.more || shown.length > mostShown || ids.length > items.length,
  };
}

interface ByName {
  readonly cases: readonly CaseId[];
  readonly match?: (typeof matches)[number];
  readonly more: boolean;
}

/** Each way is tried only where those before it find nothing. */
async function byName(
  store: Store,
  scopes: readonly OrganisationId[],
  words: readonly string[],
): Promise<ByName> {
  const ways = [
    ['name', () => beginning(store, scopes, [spaced(words)])],
    ['beginning', () => beginning(store, scopes, [words.join(' ')])],
    ['words', () => apart(store, scopes, words)],
    ['near', () => near(store, scopes, words)],
  ] as const;
  for (const [match, way] of ways) {
    const { found, more } = await way();
    if (found.length > 0) return { cases: [...new Set(found.map((one) => one.case))], match, more };
  }
  return { cases: [], more: false };
}

interface Names {
  readonly found: readonly Found[];
  readonly more: boolean;
}

async function beginning(
  store: Store,
  scopes: readonly OrganisationId[],
  begins: readonly string[],
  limit: number = mostShown,
): Promise<Names> {
  const read = await Promise.all(
    scopes.flatMap((scope) => begins.map((one) => readFound(store, scope, one, limit))),
  );
  return { found: read.flatMap(({ found }) => found), more: read.some(({ more }) => more) };
}

/** "Lan Thị" of Nguyễn Thị Ngọc Lan. */
async function apart(
  store: Store,
  scopes: readonly OrganisationId[],
  words: readonly string[],
): Promise<Names> {
  if (words.length === 1) return { found: [], more: false };
  const begins = [...new Set(words)].map((word) => spaced([word]));
  const { found } = await beginning(store, scopes, begins, bounds.read);
  const all = found.filter((one) => words.every((word) => one.words.includes(word)));
  return { found: all, more: false };
}

/** One word of what was typed is one letter wrong. */
async function near(
  store: Store,
  scopes: readonly OrganisationId[],
  words: readonly string[],
): Promise<Names> {
  if (!words.some(mayBeMistaken)) return { found: [], more: false };
  const tries = await Promise.all(
    scopes.map(async (scope) => {
      const known = await readSearchWords(store, scope);
      const mended = words.flatMap((word, place) =>
        mayBeMistaken(word)
          ? known.filter((one) => oneLetterApart(word, one)).map((one) => spaced(words.with(place, one)))
          : [],
      );
      return beginning(store, [scope], mended.slice(0, bounds.tried));
    }),
  );
  return { found: tries.flatMap(({ found }) => found), more: tries.some(({ more }) => more) };
}

const codeSchema = z.object({ case: caseIdSchema });

async function byCode(store: Store, typed: string): Promise<CaseId[]> {
  const code = parsePublicCode(typed);
  if (code === undefined) return [];
  const [pointer] = await store.get([keys.publicCode(code)]);
  return pointer === undefined ? [] : [decode(codeSchema, pointer).case];
}

/** Those with a name, of now or before, in which the words stand beside each other; and all that followed them. */
async function officesNamed(store: Store, words: readonly string[]): Promise<Organisation[]> {
  // One word is in the names of too many.
  if (words.length === 1) return [];
  const all = await listOrganisations(store);
  const found = new Set<Organisation>(all.filter((office) => isCalled(office, spaced(words))));
  for (const office of found)
    for (const next of all) if (office.successors.includes(next.id)) found.add(next);
  return [...found].slice(0, bounds.offices);
}

const isCalled = ({ name, shortName, formerNames = [] }: Organisation, wanted: string): boolean =>
  [{ name, shortName }, ...formerNames].some((names) =>
    [names.name, names.shortName].some((one) => ` ${spaced(allWords(one))}`.includes(` ${wanted}`)),
  );

const allWords = (name: string): string[] => searchWords(name.split(' ').slice(-8).join(' '));

async function casesOf(store: Store, offices: readonly Organisation[]): Promise<Omit<ByName, 'match'>> {
  const pages = await Promise.all(
    offices.map(({ id }) =>
      store.query({
        pk: indexes.casesOfOrganisation(id).pk,
        index: 'g1',
        descending: true,
        limit: mostShown,
      }),
    ),
  );
  const cases = pages.flatMap(({ items }) => items.flatMap((item) => loadCase(item)?.value.id ?? []));
  return { cases, more: pages.some(({ cursor }) => cursor !== undefined) };
}
