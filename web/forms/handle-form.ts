import type { Child } from 'hono/jsx';
import { isRefusal, refusals, Refusal } from '#shared/domain/refusal.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { show } from '../show.tsx';
import { ownVisit, type OwnVisit, type PageContext, type Visit } from '../visit.ts';
import { Typed } from './typed.ts';

/** Named by the script in a form of which it has kept what was typed: its place. */
const keptField = 'kept';

/** A form that came back: which one, what was typed, and why it was refused. */
export interface FormState {
  readonly form: string;
  readonly typed: Typed;
  readonly refusal: Refusal;
}

/** What came back belongs to one form of the page only. */
export function stateOf(form: string, state: FormState | undefined): FormState | undefined {
  return state?.form === form ? state : undefined;
}

export interface FormHandler {
  /** Name of the form on its page. */
  readonly form: string | ((typed: Typed) => string);
  /**
   * Does what was asked. @returns where to go then, so that going back sends nothing twice; or a page to show at once, of what
   * has no address: a preview, links that are shown once, a name that was revealed, the ticket of an upload
   */
  readonly run: (
    typed: Typed,
    request: ActRequest,
    visit: OwnVisit,
  ) => Promise<string | { readonly page: Child }>;
  /** The same page again, with what was typed. */
  readonly again: (state: FormState, visit: OwnVisit) => Child | Promise<Child>;
}

/** One way for every form: token, one-time key, act, then onward; or the same page again with everything typed. */
export async function handleForm(c: PageContext, handler: FormHandler): Promise<Response> {
  const visit = ownVisit(c);
  const typed = await readTyped(c);
  const known = sameText(typed.text('csrf'), visit.signedIn.csrf);
  if (!known && !isFromOwnPage(c)) throw new Refusal('FormExpired');
  try {
    if (!known) throw new Refusal('FormExpired');
    const done = await handler.run(typed, await actRequest(visit, typed), visit);
    if (typed.text(keptField) !== '') await visit.typingSent(typed.text(keptField));
    return typeof done === 'string' ? c.redirect(done, 303) : await show(c, done.page, 200);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const form = typeof handler.form === 'string' ? handler.form : handler.form(typed);
    const refusal = await visit.explained(error);
    const page = await handler.again({ form, typed, refusal }, visit);
    return show(c, page, refusals[error.code].status);
  }
}

/**
 * Whether the browser says that a page of ours sent this. What comes without our token is shown again only then: else
 * another site could put its words into a form of ours, to be sent as one's own. `Origin` can't say so: our pages send no
 * referrer, and with it goes the origin.
 */
export function isFromOwnPage(c: PageContext): boolean {
  return c.req.header('sec-fetch-site') === 'same-origin';
}

export async function readTyped(c: PageContext): Promise<Typed> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    throw new Refusal('MediaTypeUnsupported');
  }
  const form = await c.req.formData();
  return Typed.from(form.entries());
}

/** How a form that is sent twice is told: its one-time key, and a hash of the page and all that was typed. */
export async function sameForm(visit: Visit, typed: Typed): Promise<Pick<ActRequest, 'key' | 'bodyHash'>> {
  const key = typed.text('key');
  if (!/^[\w-]{8,64}$/.test(key)) throw new Refusal('FormExpired').at('key');
  const body = typed
    .names()
    .filter((name) => name !== 'csrf' && name !== keptField)
    .sort()
    .map((name) => [name, typed.all(name)]);
  return { key, bodyHash: await sha256(JSON.stringify([visit.path, body])) };
}

async function actRequest(visit: OwnVisit, typed: Typed): Promise<ActRequest> {
  const number = (name: string): number | undefined =>
    /^\d{1,9}$/.test(typed.text(name)) ? Number(typed.text(name)) : undefined;
  const [ifVersion, ifStep] = [number('version'), number('step')];
  return {
    person: visit.signedIn.person,
    ...(await sameForm(visit, typed)),
    ...(ifVersion === undefined ? {} : { ifVersion }),
    ...(ifStep === undefined ? {} : { ifStep }),
  };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** In a time that doesn't tell how much of it was right. */
export function sameText(given: string, wanted: string): boolean {
  let differs = given.length ^ wanted.length;
  for (let index = 0; index < wanted.length; index += 1) {
    differs |= given.charCodeAt(index) ^ wanted.charCodeAt(index);
  }
  return differs === 0;
}
