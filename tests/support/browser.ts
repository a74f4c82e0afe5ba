interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Visit {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
  /** Every address on the way, the last one included. */
  readonly way: readonly string[];
}

/** As much of a browser as signing in needs: a cookie jar with paths, redirects, forms. No JavaScript. */
export class Browser {
  readonly #origin: string;
  readonly #server: string;
  readonly #cookies = new Map<string, Cookie>();

  /** @param server where `origin` is really served, when that is a name that only exists for the test */
  constructor(origin: string, server = origin) {
    this.#origin = origin;
    this.#server = server;
  }

  visit(path: string): Promise<Visit> {
    return this.#go(path, { method: 'GET' }, []);
  }

  submit(path: string, fields: Record<string, string>): Promise<Visit> {
    return this.#go(path, { method: 'POST', body: new URLSearchParams(fields) }, []);
  }

  /** One request, not following where it leads. */
  async step(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#origin);
    const cookie = [...this.#cookies.values()]
      .filter(
        (each) => each.path === '/' || url.pathname === each.path || url.pathname.startsWith(`${each.path}/`),
      )
      .map((each) => `${each.name}=${each.value}`)
      .join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), accept: 'text/html' };
    const target = url.origin === this.#origin ? new URL(url.pathname + url.search, this.#server) : url;
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  cookie(name: string): string | undefined {
    return [...this.#cookies.values()].find((each) => each.name === name)?.value;
  }

  setCookie(name: string, value: string): void {
    this.#keep(`${name}=${value}; path=/`);
  }

  forget(name: string): void {
    for (const [key, each] of this.#cookies) if (each.name === name) this.#cookies.delete(key);
  }

  async #go(path: string, init: RequestInit, way: readonly string[]): Promise<Visit> {
    const url = new URL(path, this.#origin).href;
    if (way.length > 10) throw new Error(`redirected too often: ${way.join(' ')}`);
    const response = await this.step(url, init);
    const location = response.headers.get('location');
    const text = await response.text();
    if (location !== null) return this.#go(new URL(location, url).href, { method: 'GET' }, [...way, url]);
    return { status: response.status, url, text, headers: response.headers, way: [...way, url] };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const cut = pair.indexOf('=');
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
    const attribute = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const expires = attribute('expires');
    const gone = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (gone) this.#cookies.delete(`${name} ${path}`);
    else this.#cookies.set(`${name} ${path}`, { name, value, path });
  }
}
