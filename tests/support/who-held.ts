import type { Post, Role } from '#shared/domain/directory.ts';
import type { Entry } from '#shared/domain/history.ts';
import { dayOf, type CivilDate } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports.ts';
import { loadPerson } from '#shared/records/directory-record.ts';

/**
 * Who must have been found, and who may have been, by effects that ask the directory when they run: on the day of their
 * entry or on a later one, which no history tells.
 */
export interface Found<T> {
  readonly sure: readonly T[];
  readonly possible: readonly T[];
}
export type People = Found<string>;

export const nobody: People = { sure: [], possible: [] };
export const only = (person: string): People => ({ sure: [person], possible: [person] });
export const both = (one: People, other: People): People => ({
  sure: [...one.sure, ...other.sure],
  possible: [...one.possible, ...other.possible],
});

export const peopleOf = ({ sure, possible }: Found<Post>): People => ({
  sure: sure.map(({ person }) => person),
  possible: possible.map(({ person }) => person),
});

export const among = (posts: Found<Post>, wanted: (post: Post) => boolean): Found<Post> => ({
  sure: posts.sure.filter(wanted),
  possible: posts.possible.filter(wanted),
});

export const holding = (posts: Found<Post>, role: Role, organisation?: string): Found<Post> =>
  among(
    posts,
    (post) => post.role === role && (organisation === undefined || post.organisation === organisation),
  );

/**
 * Of what is sealed: whoever is named in that role there is sure to handle it; a leader, or who signs it, may stand in. Weaker than
 * sealed-hands.ts, whose own test goes through who stands in for whom.
 */
export const handling = (posts: Found<Post>, role: Role, organisation: string): Found<Post> => {
  const there = among(posts, (post) => post.organisation === organisation);
  const named = among(there, (post) => post.sealed && post.role === role);
  return {
    sure: named.sure,
    possible: [...named.possible, ...holding(there, 'leader').possible],
  };
};

/** Posts as effects of an entry may have found them. */
export type PostsAt = (entry: Entry) => Found<Post>;

/** The directory of a store, and what was changed in it: by its registers, or by a test behind their back at any time. */
export function readPostsAt(all: readonly Item[], entries: readonly Entry[]): PostsAt {
  const people = all
    .filter(({ pk, sk }) => pk.startsWith('PERSON#') && sk === 'META')
    .flatMap((item) => loadPerson(item) ?? []);
  const posts = people.flatMap(({ value }) => value.posts);
  const last = entries.map(({ at }) => dayOf(at)).reduce((one, other) => (one > other ? one : other), '');
  const keeping = entries.filter(({ record }) => record.startsWith('REGISTER#'));
  const kept = new Set(keeping.map(({ facts }) => facts['person']));
  const unkept = people
    .filter(({ value, version }) => version > 1 && !kept.has(value.id))
    .flatMap(({ value }) => value.posts.map(({ id }) => id));
  const known = new Map<string, Found<Post>>();
  return (entry) => {
    const changed = new Set<unknown>([
      ...unkept,
      ...keeping
        .filter(({ machineAt }) => machineAt >= entry.machineAt)
        .flatMap(({ facts }) => [facts['posts'] ?? [], facts['post'] ?? []].flat()),
    ]);
    const from = dayOf(entry.at);
    const asked = [from, ...changed].join(' ');
    const found = known.get(asked) ?? search(changed, from);
    known.set(asked, found);
    return found;
  };

  function search(changed: ReadonlySet<unknown>, from: CivilDate): Found<Post> {
    const through = last > from ? last : from;
    const begun = posts.filter((post) => post.from <= through);
    return {
      sure: begun.filter((post) => !changed.has(post.id) && post.from <= from && through <= endOf(post)),
      possible: begun
        .filter((post) => changed.has(post.id) || from <= endOf(post))
        // It may have been named for sealed cases then.
        .map((post) => (changed.has(post.id) ? { ...post, sealed: true } : post)),
    };
  }
}

const endOf = ({ to }: Post): CivilDate | '9999' => to ?? '9999';
