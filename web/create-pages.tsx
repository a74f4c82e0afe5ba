import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { isRefusal, refusals, Refusal } from '#shared/domain/refusal.ts';
import { signInFaults, type SignInFault } from '#shared/http/sign-in-refused.ts';
import { refusalOf } from '#shared/http/problem.ts';
import { safeReturnTo } from '#shared/http/return-to.ts';
import { Layout } from './components/layout.tsx';
import { faultText, refusalText, saysMore } from './components/refusal-text.ts';
import { isFromOwnPage, readTyped } from './forms/handle-form.ts';
import type { Typed } from './forms/typed.ts';
import { languageOf, rememberLanguage } from './language.ts';
import { hasAnswers, KeptPage } from './pages/kept-page.tsx';
import { readVisit, strangerVisit } from './read-visit.ts';
import { securityHeaders, setSecurityHeaders } from './security-headers.ts';
import { show } from './show.tsx';
import { t, type PageContext, type PageEnv, type PageGroup, type PageOptions, type Visit } from './visit.ts';

export interface Pages {
  readonly app: Hono<PageEnv>;
  /** For whatever is thrown behind the pages. */
  readonly onError: (error: Error, c: Context) => Promise<Response>;
  /** The layout around a body of somebody else's, in both languages: the issuer's sign-in. */
  readonly renderPage: (title: string, body: Child) => Promise<string>;
  readonly signInRefused: (fault: SignInFault) => Promise<Response>;
}

const maxFormBytes = 256 * 1024;
/** A list that is brought in, or what was read out of it: as much as one request to a function may hold. */
const maxListBytes = 4 * 1024 * 1024;
const listPaths = '/cases/import';

/** Pages as one app: `allPages`, or some of them. Sign-in and sign-out are mounted beside it. */
export function createPages(options: PageOptions, groups: readonly PageGroup[]): Pages {
  const app = new Hono<PageEnv>();
  app.use(securityHeaders(options));
  const [form, list] = [maxFormBytes, maxListBytes].map((maxSize) =>
    bodyLimit({ maxSize, onError: tooLarge }),
  );
  app.use((c, next) => (c.req.path.startsWith(listPaths) ? list : form)?.(c, next) ?? next());
  app.use(async (c, next) => {
    const language = rememberLanguage(c, options.ports.publicUrl);
    c.set('visit', await readVisit(c, options, language));
    await next();
  });
  for (const pages of groups) app.route('/', pages(options));
  const refusedPage = async (c: PageContext, error: unknown) => {
    await setSecurityHeaders(c, options);
    if (!isRefusal(error)) options.report?.(error);
    return answerRefusal(c, asRefusal(error), await visitOf(c, options));
  };
  app.all('*', () => {
    throw new Refusal('RouteNotFound');
  });
  app.onError((error, c) => refusedPage(c, error));
  const stranger = (): Visit => strangerVisit(options, 'vi');
  return {
    app,
    onError: (error, c: PageContext) => refusedPage(c, error),
    renderPage: async (title, body) =>
      String(
        await html`<!doctype html>${(
            <Layout visit={stranger()} title={title} ownHeading>
              {body}
            </Layout>
          )}`,
      ),
    signInRefused: async (fault) => {
      const page = await html`<!doctype html>${(<SignInRefusedPage visit={stranger()} fault={fault} />)}`;
      return new Response(String(page), {
        status: signInFaults[fault],
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    },
  };
}

const tooLarge = (): never => {
  throw new Refusal('BodyTooLarge');
};

/** What nobody foresaw is our fault: said without any detail. */
const asRefusal = (error: unknown): Refusal => refusalOf(error) ?? new Refusal('InternalError');

/** Who was refused, read anew: what failed may have failed before anybody looked. */
async function visitOf(c: PageContext, options: PageOptions): Promise<Visit> {
  const language = languageOf(c);
  try {
    return await readVisit(c, options, language);
  } catch {
    return strangerVisit(options, language ?? 'vi');
  }
}

async function answerRefusal(c: PageContext, refusal: Refusal, visit: Visit): Promise<Response> {
  const { status } = refusals[refusal.code];
  if (refusal.code === 'SignInNeeded' && c.req.method === 'GET') {
    return c.redirect(`/sign-in?returnTo=${encodeURIComponent(visit.path)}`, 303);
  }
  const typed = await keptOf(c, refusal, visit);
  if (typed !== undefined) {
    return show(c, <KeptPage visit={visit} action={safeReturnTo(visit.path)} typed={typed} />, status);
  }
  const title =
    status === 404
      ? t(visit, 'error.notFound')
      : status >= 500
        ? t(visit, 'error.ours')
        : t(visit, 'error.refused');
  return show(
    c,
    <Layout visit={visit} title={title}>
      <p class="govuk-body">{refusalText(visit, refusal)}</p>
      {refusal.faults
        .filter((fault) => saysMore(refusal, fault))
        .map((fault) => (
          <p class="govuk-body">{faultText(visit, fault)}</p>
        ))}
      <p class="govuk-body">
        <a class="govuk-link" href={refusal.code === 'SignInNeeded' ? '/sign-in' : '/'}>
          {refusal.code === 'SignInNeeded' ? t(visit, 'nav.signIn') : t(visit, 'error.home')}
        </a>
      </p>
    </Layout>,
    status,
  );
}

/** What a page of ours sent when nobody was signed in any more. */
async function keptOf(c: PageContext, refusal: Refusal, visit: Visit): Promise<Typed | undefined> {
  const ended = refusal.code === 'SignInNeeded' && visit.signedIn === undefined;
  if (!ended || !isFromOwnPage(c)) return undefined;
  try {
    const typed = await readTyped(c);
    return hasAnswers(typed) ? typed : undefined;
  } catch {
    return undefined;
  }
}

function SignInRefusedPage({ visit, fault }: { visit: Visit; fault: SignInFault }) {
  return (
    <Layout visit={visit} title={t(visit, 'signIn.title')}>
      <p class="govuk-body">{t(visit, `signIn.${fault}`)}</p>
      <p class="govuk-body" lang="en">
        {t({ language: 'en' }, `signIn.${fault}`)}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          {t(visit, 'signIn.again')} <span lang="en">({t({ language: 'en' }, 'signIn.again')})</span>
        </a>
      </p>
    </Layout>
  );
}
