import type { Child } from 'hono/jsx';
import { isRefusal, Refusal, refusals } from '#shared/domain/refusal.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { show } from '../show.tsx';
import type { PageContext, Visit } from '../visit.ts';
import { readTyped, sameForm, type FormState } from './handle-form.ts';
import type { Typed } from './typed.ts';

export interface OpenFormHandler {
  readonly form: string;
  /** Does what was asked. @returns where to go then */
  readonly run: (typed: Typed, sent: Pick<ActRequest, 'key' | 'bodyHash'>) => Promise<string>;
  /** The same page again, with what was typed. */
  readonly again: (state: FormState, visit: Visit) => Child | Promise<Child>;
}

/**
 * A form that anybody may send, without a session: its path holds a secret that no other site knows, and what a browser says
 * comes from another site is refused.
 */
export async function handleOpenForm(
  c: PageContext,
  { form, run, again }: OpenFormHandler,
): Promise<Response> {
  const visit = c.get('visit');
  const site = c.req.header('sec-fetch-site') ?? 'same-origin';
  if (site !== 'same-origin') throw new Refusal('FormExpired');
  const typed = await readTyped(c);
  try {
    return c.redirect(await run(typed, await sameForm(visit, typed)), 303);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return show(c, await again({ form, typed, refusal: error }, visit), refusals[error.code].status);
  }
}
