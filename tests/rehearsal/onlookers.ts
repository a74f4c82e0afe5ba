import { deepStrictEqual, notStrictEqual, ok } from 'node:assert/strict';
import { z } from 'zod';
import { caseStatuses, isDiscarded } from '#shared/domain/case.ts';
import { isMessageKey, say } from '#shared/messages/say.ts';
import { pageText } from '#web/texts/text.ts';
import type { Ledger } from '#local/demo/play/ledger.ts';
import { ActRefused, createSeasonApi } from '#local/demo/play/season-api.ts';
import type { Season, SeasonEvent } from '#local/demo/season-event.ts';
import { createBrowser, type Browser, type Shown } from './browser.ts';

/** People who look at pages while the season is played, and compare what they see with what the API says is on record. */
export interface Onlookers {
  /** Whoever acts for the first time that day signs in and looks around. @throws AssertionError where a page says something else */
  readonly look: (event: SeasonEvent) => Promise<void>;
  /** When all is played: each case by whoever typed it, and by its public code. */
  readonly lookAtAll: () => Promise<void>;
  readonly seen: () => { readonly signIns: number; readonly people: number; readonly pages: number };
}

export interface OnlookerOptions {
  readonly season: Season;
  readonly ledger: Ledger;
  readonly site: { readonly origin: string; readonly url: string };
  readonly tokenOf: (username: string) => Promise<string>;
}

type Person = Season['world']['people'][number];

const idsSchema = z.array(z.looseObject({ id: z.string() }));
const inboxSchema = z.object({ rows: idsSchema });
const casesSchema = z.object({ cases: idsSchema });
const listsSchema = z.object({ lists: idsSchema });
const noticesSchema = z.object({ notices: z.array(z.unknown()) });
const standingSchema = z.object({
  publicCode: z.string(),
  standing: z.string(),
  status: z.enum(caseStatuses),
  submittedOn: z.string().optional(),
});
const listSchema = z.object({
  list: z.object({ kind: z.string(), state: z.string() }),
  rows: z.array(z.object({ case: z.string() })),
});

const ulid = '[0-9A-HJKMNP-TV-Z]{26}';

export function createOnlookers({ season, ledger, site, tokenOf }: OnlookerOptions): Onlookers {
  const api = createSeasonApi({ baseUrl: site.url, tokenOf });
  const browsers = new Map<string, Browser>();
  const came = new Set<string>();
  let [signIns, pages, passersBy] = [0, 0, 0];

  /** What the API says under the same rights, or the status with which it refuses. */
  async function recorded<T>(by: string, path: string, read: (body: unknown) => T): Promise<T | number> {
    try {
      return read(await api.read(by, path));
    } catch (error) {
      if (error instanceof ActRefused) return error.status;
      throw error;
    }
  }

  async function compare<T>(
    browser: Browser,
    page: { readonly path: string; readonly read: (html: string) => T },
    expected: T | number,
  ): Promise<void> {
    const shown = await browser.open(page.path);
    pages += 1;
    const found = shown.status === 200 ? page.read(mainOf(shown)) : shown.status;
    deepStrictEqual(found, expected, `${page.path} doesn't show what is on record`);
  }

  async function lookAround(browser: Browser, { username, posts }: Person) {
    const office = posts[0]?.organisation ?? '';
    const inbox = await recorded(username, '/api/inbox', (body) => ids(inboxSchema.parse(body).rows));
    await compare(browser, { path: '/inbox', read: (html) => linked(html, 'cases|lists') }, inbox);
    const cases = await recorded(username, '/api/cases', (body) => ids(casesSchema.parse(body).cases));
    await compare(browser, { path: '/cases', read: (html) => linked(html, 'cases') }, cases);
    const own = `lists?organisation=${office}&direction=own`;
    const lists = await recorded(username, `/api/${own}`, (body) => ids(listsSchema.parse(body).lists));
    await compare(browser, { path: `/${own}`, read: (html) => linked(html, 'lists') }, lists);
    const told = await recorded(username, '/api/notices', (body) => noticesSchema.parse(body).notices.length);
    await compare(browser, { path: '/notices', read: (html) => html.split('<li>').length - 1 }, told);
  }

  async function lookAtCase(browser: Browser, by: string, id: string): Promise<void> {
    const path = `/cases/${id}`;
    const view = await recorded(by, `/api${path}`, (body) => standingSchema.parse(body));
    await compare(browser, { path, read: tagOf }, typeof view === 'number' ? view : tagFor(view));
    if (typeof view === 'number') return;
    await lookUp(`/follow/${view.publicCode}`);
  }

  /** By somebody without an account, each from an own address: of one only so many guesses a minute are answered. */
  async function lookUp(path: string): Promise<void> {
    passersBy += 1;
    const passerBy = createBrowser({ ...site, seenAt: `2001:db8::${passersBy.toString(16)}` });
    const { status, html } = await passerBy.open(`/api${path}`);
    notStrictEqual(status, 429, `${path} was not answered`);
    const expected = status === 200 ? tagFor(standingSchema.parse(JSON.parse(html))) : status;
    await compare(passerBy, { path, read: tagOf }, expected);
  }

  async function lookAtList(browser: Browser, by: string, { id, path }: { id: string; path: string }) {
    const read = (html: string) => ({ tag: tagOf(html), cases: new Set(linked(html, 'cases')) });
    const expected = await recorded(by, `/api/${path}/${id}`, (body) => {
      const { list, rows } = listSchema.parse(body);
      return { tag: listTag(list), cases: new Set(rows.map((row) => row.case)) };
    });
    await compare(browser, { path: `/lists/${id}`, read }, expected);
  }

  const personNamed = (name: string): Person | undefined =>
    season.world.people.find(({ username }) => username === name);

  /** As often as they come on another day: a sign-in doesn't last that long. */
  async function signedIn({ id, username, name }: Person): Promise<Browser> {
    const browser = browsers.get(username) ?? createBrowser(site);
    browsers.set(username, browser);
    const { html } = await browser.signIn(id, '/');
    signIns += 1;
    ok(/<h1[^>]*>[^<]*/.exec(html)?.[0].includes(name), `the first page is not that of ${username}`);
    return browser;
  }

  return {
    async look(event) {
      const person = personNamed(event.by);
      const day = `${event.by} ${event.on}`;
      if (person === undefined || came.has(day)) return;
      came.add(day);
      const browser = await signedIn(person);
      await lookAround(browser, person);
      const [known] = casesOf(event).flatMap((name) => ledger.cases.get(name) ?? []);
      if (known !== undefined) await lookAtCase(browser, event.by, known.id);
      const list = 'list' in event ? ledger.lists.get(event.list) : undefined;
      if (list !== undefined) await lookAtList(browser, event.by, list);
    },
    async lookAtAll() {
      for (const [username, cases] of Map.groupBy(ledger.cases.values(), ({ by }) => by)) {
        const person = personNamed(username);
        if (person === undefined) continue;
        const browser = await signedIn(person);
        for (const { id } of cases) await lookAtCase(browser, username, id);
      }
    },
    seen: () => ({ signIns, people: browsers.size, pages }),
  };
}

function casesOf(event: SeasonEvent): readonly string[] {
  if ('case' in event) return [event.case];
  if (!('cases' in event)) return [];
  return (event.cases ?? []).map((one) => (typeof one === 'string' ? one : one.case));
}

const ids = (rows: z.infer<typeof idsSchema>): readonly string[] => rows.map(({ id }) => id);

const mainOf = ({ html }: Shown): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** In the order of the page, each once. */
const linked = (html: string, kinds: string): readonly string[] => [
  ...new Set([...html.matchAll(new RegExp(`href="/(?:${kinds})/(${ulid})"`, 'g'))].map(([, id = '']) => id)),
];

/** The coloured word that says where a case or a list stands. */
const tagOf = (html: string): string =>
  /<div class="vd-stand">[\s\S]*?<strong class="govuk-tag[^>]*>([^<]*)/.exec(html)?.[1] ?? '';

function tagFor({ standing, ...of }: z.infer<typeof standingSchema>): string {
  if (isDiscarded(of)) return pageText('vi', 'stand.discarded');
  return words(standing === 'ended' ? `status.${of.status}` : `standing.${standing}`);
}

const listTag = ({ kind, state }: { kind: string; state: string }): string =>
  kind === 'session' && state === 'SIGNED'
    ? pageText('vi', 'list.sessionEnded')
    : words(`listState.${state}`);

const words = (key: string): string => (isMessageKey(key) ? say('vi', key) : key);
