import { keep } from '#shared/machine/kept.ts';

/** What answers a request. */
export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** By the first part of a path below `base`: what makes the app that answers there. */
export type Parts = Readonly<Record<string, () => Promise<App>>>;

/**
 * An app whose parts are read from disk when somebody first asks for something of theirs: most processes are gone before
 * they have shown half of what there is.
 */
export function createLazyApp(base: string, parts: Parts, otherwise: () => Promise<App>): App {
  const kept = new Map(Object.entries(parts).map(([name, load]) => [name, keep(load)]));
  const rest = keep(otherwise);
  return {
    async fetch(request) {
      const [first = ''] = new URL(request.url).pathname.slice(base.length).split('/');
      const part = kept.get(first) ?? rest;
      return (await part.read()).fetch(request);
    },
  };
}
