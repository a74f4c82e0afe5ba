import type { MiddlewareHandler } from 'hono';
import type { PageOptions } from './visit.ts';

/** No script at all, styles and fonts of our own only, forms to ourselves, the issuer and where files go. */
export function securityHeaders(options: Pick<PageOptions, 'issuerOrigin' | 'formOrigins'>): MiddlewareHandler {
  const formAction = ["'self'", options.issuerOrigin, ...(options.formOrigins ?? [])].join(' ');
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('x-frame-options', 'DENY');
  };
}
