import type { Person } from '#shared/domain/directory.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { allPages } from '#web/all-pages.ts';
import { createPages } from '#web/create-pages.tsx';
import type { DemoMail, PageOptions } from '#web/visit.ts';
import { expectSound, formsIn } from './page-html.ts';

export interface Answered {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Where it leads, with what the banner says taken off. */
  readonly to: string;
  /** The word of the banner. */
  readonly done: string | null;
}

type Said = Readonly<Record<string, string | readonly string[]>>;

/** One person in front of a browser without script: follows links, fills in the forms that are really there. */
export interface PageReader {
  get(path: string): Promise<Answered>;
  /** Fills the form that goes to `action` on the page and sends it. A name with several values is ticked several times. */
  send(page: Answered, action: string, said?: Said): Promise<Answered>;
  /** The same on a page that is opened first. */
  fill(path: string, action: string, said?: Said): Promise<Answered>;
  post(
    path: string,
    entries: readonly (readonly [string, string])[],
    headers?: Record<string, string>,
  ): Promise<Answered>;
}

const mails: readonly DemoMail[] = [
  { to: 'a@haiphong.example', subject: 'Có hồ sơ <mới>', text: 'Xem:\nhttp://x' },
];

export function createReaders(ports: Ports, settle: () => Promise<void> = async () => undefined) {
  let nextDays = 0;
  const options: PageOptions = {
    ports,
    assets: { stylesheet: '/app.css', script: '/app.js' },
    issuerOrigin: 'https://issuer.example',
    report: (error) => {
      throw error;
    },
    readSignIn: async (request) => {
      const person = personIdSchema.safeParse(request.headers.get('x-person'));
      return person.success ? { person: person.data, csrf: `csrf-of-${person.data}` } : undefined;
    },
    demo: {
      nextDay: async () => {
        nextDays += 1;
      },
      mails: () => mails,
    },
  };
  const pages = createPages(options, allPages);

  async function answered(response: Response): Promise<Answered> {
    await settle();
    const html = await response.text();
    const location = response.headers.get('location');
    const url = new URL(location ?? '/', 'http://own.example');
    const done = url.searchParams.get('done');
    url.searchParams.delete('done');
    if (html.startsWith('<')) expectSound(html);
    return { status: response.status, html, headers: response.headers, to: url.pathname + url.search, done };
  }

  function readerAs(person: Pick<Person, 'id'> | undefined, language: 'vi' | 'en' = 'vi'): PageReader {
    const own = { cookie: `vd-lang=${language}`, ...(person === undefined ? {} : { 'x-person': person.id }) };
    const reader: PageReader = {
      get: async (path) => answered(await pages.app.request(path, { headers: own })),
      post: async (path, entries, headers = {}) =>
        answered(
          await pages.app.request(path, {
            method: 'POST',
            headers: {
              ...own,
              'content-type': 'application/x-www-form-urlencoded',
              'sec-fetch-site': 'same-origin',
              ...headers,
            },
            body: new URLSearchParams(
              entries.map(([name, value]): [string, string] => [name, value]),
            ).toString(),
          }),
        ),
      async send(page, action, said = {}) {
        const form = formsIn(page.html).find((one) => one.action === action || one.others.includes(action));
        if (form === undefined)
          throw new Error(
            `no form goes to ${action}; there are ${formsIn(page.html)
              .map((one) => one.action)
              .join(' ')}`,
          );
        const kept = form.entries.filter(([name]) => !(name in said));
        const given = Object.entries(said).flatMap(([name, value]) =>
          [value].flat().map((one) => [name, one] as const),
        );
        const entries = [...kept, ...given];
        if (form.method === 'post') return reader.post(action, entries);
        return reader.get(
          `${action}?${new URLSearchParams(entries.map(([name, value]): [string, string] => [name, value])).toString()}`,
        );
      },
      fill: async (path, action, said) => reader.send(await reader.get(path), action, said),
    };
    return reader;
  }

  return { pages, as: readerAs, daysPassed: () => nextDays };
}
