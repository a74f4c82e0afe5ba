import { isRefusal } from '#shared/domain/refusal.ts';
import type { Language } from '#shared/messages/say.ts';
import { explainRefusal } from '#shared/use-cases/rules/explain-refusal.ts';
import { dropTyping } from '#shared/use-cases/typing/typing.ts';
import { countUnread } from '#shared/use-cases/views/notices.ts';
import { readMe } from '#shared/use-cases/views/reader.ts';
import type { KnownReader, PageContext, PageOptions, SignedIn, Visit } from './visit.ts';

/** The visit of nobody in particular: pages before sign-in. */
export function strangerVisit(options: PageOptions, language: Language, path = '/'): Visit {
  const { ports, assets, demo } = options;
  return {
    language,
    path,
    now: ports.clock.office(),
    today: ports.clock.today(),
    assets,
    publicUrl: ports.publicUrl,
    demo: demo !== undefined,
    mailbox: demo?.mails !== undefined,
    signedIn: undefined,
    done: undefined,
    newKey: () => ports.random.ulid(),
    typingSent: async () => undefined,
    explained: (refusal) => explainRefusal(ports, refusal),
  };
}

/** Path and query as the browser has them, without what only chose the language or told of an act. */
function pathOf(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('lang');
  query.delete('done');
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

export async function readVisit(
  c: PageContext,
  options: PageOptions,
  chosen: Language | undefined,
): Promise<Visit> {
  const known = await options.readSignIn(c.req.raw);
  const signedIn = known === undefined ? undefined : await readSignedIn(options, known);
  return {
    ...strangerVisit(options, chosen ?? signedIn?.me.language ?? 'vi', pathOf(new URL(c.req.url))),
    signedIn,
    ...(signedIn === undefined ? {} : { typingSent: forgetting(options, signedIn) }),
    done: c.req.query('done'),
  };
}

/** Never throws: the form has been sent, and what is left over expires. */
const forgetting =
  ({ ports, report }: PageOptions, { person }: SignedIn): Visit['typingSent'] =>
  async (place) => {
    try {
      await dropTyping(ports, person, place);
    } catch (error) {
      if (!isRefusal(error)) report?.(error);
    }
  };

async function readSignedIn(options: PageOptions, known: KnownReader): Promise<SignedIn> {
  const [me, unread] = await Promise.all([
    readMe(options.ports, known.person),
    countUnread(options.ports, known.person),
  ]);
  const { person, csrf, tooWeakToSign = false } = known;
  return { person, csrf, tooWeakToSign, me, unread };
}
