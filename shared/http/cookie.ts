/** What a browser sends along, by name. The first of a name counts: the most specific path comes first (RFC 6265, 5.4). */
export function readCookies(header: string | null | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const cut = pair.indexOf('=');
    if (cut < 1) continue;
    const name = pair.slice(0, cut).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(cut + 1).trim());
  }
  return cookies;
}

/**
 * `__Host-` binds a cookie to this very host over HTTPS. On loopback http a browser would refuse it (Safari even refuses
 * Secure), so there the cookie is host-only and HttpOnly.
 */
export function cookieName(name: string, publicUrl: string): string {
  return isHttps(publicUrl) ? `__Host-${name}` : name;
}

/** @param name as cookieName gave it */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}

function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https://');
}
