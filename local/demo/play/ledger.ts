/** What the keys of a season have become: ids that the API answered, kept while the season is played. */

export type ListPath = 'letters' | 'sessions' | 'decisions';

export interface KnownCase {
  readonly id: string;
  /** Who typed it, and so may read it. */
  readonly by: string;
  readonly version: number;
}

export interface KnownList {
  readonly id: string;
  readonly path: ListPath;
  readonly organisation: string;
}

export class Ledger {
  readonly cases = new Map<string, KnownCase>();
  readonly lists = new Map<string, KnownList>();
  readonly rounds = new Map<string, string>();
  readonly ceremonies = new Map<string, string>();
  /** Lists that took a case, with someone who may read each. */
  readonly listsOf = new Map<string, { readonly list: string; readonly by: string }[]>();

  caseNamed(name: string): KnownCase {
    return known(this.cases, name, 'case');
  }

  listNamed(name: string): KnownList {
    return known(this.lists, name, 'list');
  }

  roundNamed(name: string): string {
    return known(this.rounds, name, 'round');
  }

  ceremonyNamed(name: string): string {
    return known(this.ceremonies, name, 'ceremony');
  }

  noteGathered(name: string, list: string, by: string): void {
    this.listsOf.set(name, [...(this.listsOf.get(name) ?? []), { list, by }]);
  }
}

function known<T>(map: ReadonlyMap<string, T>, name: string, what: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`the season names the ${what} "${name}" before it exists`);
  return found;
}
