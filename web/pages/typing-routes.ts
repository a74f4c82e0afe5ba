import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '#shared/domain/refusal.ts';
import { dropTyping, keepTyping, readTyping } from '#shared/use-cases/typing/typing.ts';
import { isFromOwnPage, readTyped, sameText } from '../forms/handle-form.ts';
import { ownVisit, type PageEnv, type PageOptions } from '../visit.ts';

const fieldsSchema = z.array(z.tuple([z.string(), z.string()]));

/** Asked by the script only: what is typed into a long form is kept until it is sent. */
export function typingPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/typing', async (c) => {
    const { signedIn } = ownVisit(c);
    c.header('cache-control', 'no-store');
    const typing = await readTyping(ports, signedIn.person, c.req.query('place') ?? '');
    return typing === undefined ? c.body(null, 204) : c.json({ at: typing.at, fields: typing.fields });
  });

  app.post('/typing', async (c) => {
    const { signedIn } = ownVisit(c);
    const typed = await readTyped(c);
    // Signed in again in another tab, the page still holds the token of before.
    if (!sameText(typed.text('csrf'), signedIn.csrf) && !isFromOwnPage(c)) throw new Refusal('FormExpired');
    const place = typed.text('place');
    if (typed.has('drop')) await dropTyping(ports, signedIn.person, place);
    else await keepTyping(ports, signedIn.person, { place, fields: fieldsIn(typed.text('fields')) });
    return c.body(null, 204);
  });
  return app;
}

/** @throws Refusal InputInvalid */
function fieldsIn(text: string): [string, string][] {
  try {
    return fieldsSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('InputInvalid', {}, [{ field: 'fields', code: 'wrongType' }]);
  }
}
