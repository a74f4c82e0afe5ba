const nowhere = 'http://own.invalid';
const neverBackTo = /^\/(?:sign-in|signed-in|sign-out|oidc)(?:\/|$)/;

/**
 * Where to go after signing in: a path of our own pages, else the start page. What a browser would read as another
 * site (`//x`, `/\x`, `/%09/x`, `/.//x`) is not ours.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (wanted === null || wanted === undefined || wanted.length > 1_000) return '/';
  if (!wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  if (!URL.canParse(wanted, nowhere)) return '/';
  const url = new URL(wanted, nowhere);
  if (url.origin !== nowhere || url.pathname.startsWith('//') || neverBackTo.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
