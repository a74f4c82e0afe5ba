import type { Context, MiddlewareHandler } from 'hono';
import type { PageOptions } from './visit.ts';

type Origins = Pick<PageOptions, 'issuerOrigin' | 'formOrigins'>;

/** No script at all, styles and fonts of our own only, forms to ourselves, the issuer and where files go. */
function policyOf({ issuerOrigin, formOrigins = [] }: Origins): string {
  const formAction = ["'self'", issuerOrigin, ...formOrigins].join(' ');
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export function setSecurityHeaders(c: Pick<Context, 'header'>, origins: Origins): void {
  c.header('content-security-policy', policyOf(origins));
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('x-frame-options', 'DENY');
}

export function securityHeaders(origins: Origins): MiddlewareHandler {
  return async (c, next) => {
    setSecurityHeaders(c, origins);
    await next();
  };
}
