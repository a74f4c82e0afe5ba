import { seenAtHeader } from './edge.ts';

/** A page as it came, after whatever led to it. */
export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
}

/** One person's browser without script: it keeps cookies as a browser would, and follows where it is led. */
export interface Browser {
  readonly open: (path: string) => Promise<Shown>;
  /** From our own link through the issuer's page and back. @throws Error where that doesn't end on the page that was asked for */
  readonly signIn: (person: string, returnTo: string) => Promise<Shown>;
}

interface Site {
  /** As people know it. */
  readonly origin: string;
  /** Where it is on loopback. */
  readonly url: string;
  /** The address from which it is asked, if not that of everybody. */
  readonly seenAt?: string;
}

interface Sent {
  readonly url: URL;
  /** A form; a page is only asked for without. */
  readonly form?: URLSearchParams;
}

const mostSteps = 10;

export function createBrowser(site: Site): Browser {
  const cookies = new Map<string, string>();

  async function go(sent: Sent): Promise<Shown> {
    let { url, form } = sent as { url: URL; form?: URLSearchParams | undefined };
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const response = await ask({ url, ...(form === undefined ? {} : { form }) });
      const html = await response.text();
      const to = response.headers.get('location');
      if (to === null) return { url, status: response.status, html };
      url = new URL(to, url);
      form = undefined;
    }
    throw new Error(`led around in circles, at last to ${url.pathname}`);
  }

  /** @throws Error for a site that is neither ours nor on loopback */
  async function ask({ url, form }: Sent): Promise<Response> {
    const isOwn = url.origin === site.origin;
    if (!isOwn && url.hostname !== '127.0.0.1') throw new Error(`led away to ${url.origin}`);
    const at = isOwn ? new URL(url.pathname + url.search, site.url) : url;
    const response = await fetch(at, {
      redirect: 'manual',
      ...(isOwn ? { headers: ownHeaders() } : {}),
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    if (isOwn) for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function ownHeaders(): Record<string, string> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      ...(cookie === '' ? {} : { cookie }),
      ...(site.seenAt === undefined ? {} : { [seenAtHeader]: site.seenAt }),
    };
  }

  function keep(line: string): void {
    const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
    // https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix
    if (name.startsWith('__Host-') && !(/; Path=\/(;|$)/.test(rest) && /; Secure(;|$)/.test(rest))) return;
    if (/; Max-Age=0(;|$)/.test(rest)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    open: (path) => go({ url: new URL(path, site.origin) }),
    async signIn(person, returnTo) {
      const asked = new URL('/sign-in', site.origin);
      asked.searchParams.set('returnTo', returnTo);
      const { url } = await go({ url: asked });
      const shown = await go({ url, form: new URLSearchParams({ person }) });
      if (shown.url.href !== `${site.origin}${returnTo}` || shown.status !== 200)
        throw new Error(`${person} is not signed in: ${String(shown.status)} at ${shown.url.pathname}`);
      return shown;
    },
  };
}
