import type { Context, Hono } from 'hono';
import type { PersonId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { CivilDate, Instant } from '#shared/domain/time.ts';
import type { PageAssets } from '#shared/http/assets.ts';
import { isMessageKey, say, type Language } from '#shared/messages/say.ts';
import type { Ports } from '#shared/ports.ts';
import type { Unread } from '#shared/use-cases/views/notices.ts';
import type { MeView } from '#shared/use-cases/views/reader.ts';
import { pageText, type TextKey } from './texts/text.ts';

/** Somebody signed in, with what every page's header shows of them. */
export interface SignedIn {
  readonly person: PersonId;
  readonly csrf: string;
  /** Whether an act that signs asks for more than this sign-in has proved. */
  readonly tooWeakToSign: boolean;
  readonly me: MeView;
  readonly unread: Unread;
}

/** One request as pages see it: who reads, in which language, on which day of the office. */
export interface Visit {
  readonly language: Language;
  /** Path with query, for the language switch and for coming back after sign-in. */
  readonly path: string;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly assets: PageAssets;
  /** Origin under which people open these pages: for links that leave them. */
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly mailbox: boolean;
  readonly signedIn: SignedIn | undefined;
  /** What has just been done, or was not, for the top of the page; one of the known words only. */
  readonly done: string | undefined;
  /** A new one-time key for a form. */
  readonly newKey: () => string;
  /** What was typed at that place was sent: it need not be kept. */
  readonly typingSent: (place: string) => Promise<void>;
  /** A refusal with what of the law it rests on. */
  readonly explained: (refusal: Refusal) => Promise<Refusal>;
}

/** A visit of somebody who is signed in. */
export type OwnVisit = Visit & { readonly signedIn: SignedIn };

export interface PageEnv {
  Variables: { visit: Visit };
}
export type PageContext = Context<PageEnv>;

export interface DemoMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at?: string;
}

/** Who is signed in on the browser that asks. */
export interface KnownReader {
  readonly person: PersonId;
  readonly csrf: string;
  /** Where acts that sign ask for a stronger sign-in than this one; false by default. */
  readonly tooWeakToSign?: boolean;
}

export interface PageOptions {
  readonly ports: Ports;
  readonly assets: PageAssets;
  /** Origin of the issuer; sign-in forms of ours end there. */
  readonly issuerOrigin: string;
  /** Further origins where forms may end: where files are uploaded, where the issuer signs people out. Never throws. */
  readonly formOrigins?: () => Promise<readonly string[]>;
  /** Told of what is no refusal: a fault of ours, of which the page says nothing. */
  readonly report?: (error: unknown) => void;
  readonly readSignIn: (request: Request) => Promise<KnownReader | undefined>;
  /** Only in a demo. */
  readonly demo?: {
    readonly nextDay: () => Promise<void>;
    readonly mails?: () => readonly DemoMail[] | Promise<readonly DemoMail[]>;
  };
}

/** Pages that belong together, as an app of their own. */
export type PageGroup = (options: PageOptions) => Hono<PageEnv>;

/** @throws Refusal SignInNeeded */
export function ownVisit(c: PageContext): OwnVisit {
  const visit = c.get('visit');
  const { signedIn } = visit;
  if (signedIn === undefined) throw new Refusal('SignInNeeded');
  return { ...visit, signedIn };
}

type Values = Readonly<Record<string, unknown>>;

/** A label of a page. */
export function t(visit: Pick<Visit, 'language'>, key: TextKey, values: Values = {}): string {
  return pageText(visit.language, key, values);
}

/** A code as people read it: `m(visit, 'status', 'DRAFT')`. An unknown one stays as it is. */
export function m(visit: Pick<Visit, 'language'>, kind: string, code: string, values: Values = {}): string {
  const key = `${kind}.${code}`;
  return isMessageKey(key) ? say(visit.language, key, values) : code;
}

export function inLanguage(
  visit: Pick<Visit, 'language'>,
  text: { readonly vi: string; readonly en: string },
): string {
  return text[visit.language];
}
