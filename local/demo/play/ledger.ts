/** What the keys of a season have become: ids that the API answered, kept while the season is played. */

export type ListPath = 'letters' | 'sessions' | 'decisions';

export interface KnownCase {
  readonly id: string;
  /** Who typed it, and so may read it. */
  readonly by: string;
  readonly version: number;
  /** Who is nominated, in the words by which others find the subject; none for a model. */
  readonly subject?: KnownSubject;
}

export interface KnownSubject {
  readonly kind: string;
  readonly printedName: string;
  readonly unit: string;
  readonly birthYear?: number | undefined;
  readonly residentialGroup?: string | undefined;
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
}

function known<T>(map: ReadonlyMap<string, T>, name: string, what: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`the season names the ${what} "${name}" before it exists`);
  return found;
}
