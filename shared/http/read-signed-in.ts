import type { Clock, Store } from '#shared/ports.ts';
import { cookieName, readCookies } from './cookie.ts';
import { readSignIn, type SignIn } from './sign-in-item.ts';

export const signInCookie = (publicUrl: string): string => cookieName('vd', publicUrl);

/** Who is signed in on the browser that sent this; asks no issuer. */
export function readSignedIn(
  request: Request,
  home: {
    readonly publicUrl: string;
    readonly store: Pick<Store, 'get' | 'commit'>;
    readonly clock: Pick<Clock, 'machine'>;
  },
): Promise<SignIn | undefined> {
  const cookie = readCookies(request.headers.get('cookie')).get(signInCookie(home.publicUrl));
  return readSignIn(home.store, cookie, home.clock);
}
