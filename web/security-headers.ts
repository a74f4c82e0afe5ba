import type { Context, MiddlewareHandler } from 'hono';
import type { PageOptions } from './visit.ts';

type Origins = Pick<PageOptions, 'issuerOrigin' | 'formOrigins'>;

/** Script, styles and fonts of our own only, forms to ourselves, the issuer and where files go. */
async function policyOf({ issuerOrigin, formOrigins }: Origins): Promise<string> {
  const formAction = [...new Set(["'self'", issuerOrigin, ...((await formOrigins?.()) ?? [])])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export async function setSecurityHeaders(c: Pick<Context, 'header'>, origins: Origins): Promise<void> {
  c.header('content-security-policy', await policyOf(origins));
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('x-frame-options', 'DENY');
}

export function securityHeaders(origins: Origins): MiddlewareHandler {
  return async (c, next) => {
    await setSecurityHeaders(c, origins);
    await next();
  };
}
