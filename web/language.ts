import { readCookies, setCookie } from '#shared/http/cookie.ts';
import type { Language } from '#shared/messages/say.ts';
import type { PageContext } from './visit.ts';

const cookie = 'vd-lang';
const yearSeconds = 365 * 86_400;

const parse = (text: string | undefined): Language | undefined =>
  text === 'vi' || text === 'en' ? text : undefined;

/** What the reader chose, here or before. */
export function languageOf(c: PageContext): Language | undefined {
  return parse(c.req.query('lang')) ?? parse(readCookies(c.req.header('cookie')).get(cookie));
}

/** A choice by `?lang=` is kept in the browser; the record of nobody changes. */
export function rememberLanguage(c: PageContext, publicUrl: string): Language | undefined {
  const asked = parse(c.req.query('lang'));
  if (asked !== undefined) {
    const secure = publicUrl.startsWith('https://') ? '; Secure' : '';
    c.header('set-cookie', setCookie(cookie, asked, yearSeconds) + secure, { append: true });
  }
  return languageOf(c);
}
