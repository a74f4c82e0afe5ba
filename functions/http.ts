import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Context } from 'hono';
import type { App } from '#functions/lazy-app.ts';

/**
 * An app behind an HTTP API, payload format 2.0. Hono's own adapter is deprecated for a package that isn't published yet,
 * and it logs what it can't read.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function handleHttp(app: App) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    leadsElsewhere(event.rawPath) ? { statusCode: 404 } : resultOf(await app.fetch(requestOf(event)));
}

/**
 * Whether a URL would be shortened by `..`, however that is written: then it is another path here than it was for CloudFront
 * and the HTTP API, who chose by it what is kept, who may ask, and how often. https://url.spec.whatwg.org/#double-dot-path-segment
 */
function leadsElsewhere(rawPath: string): boolean {
  return rawPath.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}

/** What a URL would take for the path's end, for a slash, or for nothing at all. */
const asWritten = (rawPath: string): string => rawPath.replaceAll(/[\p{Cc}\s?#\\]/gu, encodeURIComponent);

function requestOf(event: APIGatewayProxyEventV2): Request {
  const { domainName, http } = event.requestContext;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const hasBody = event.body !== undefined && http.method !== 'GET' && http.method !== 'HEAD';
  return new Request(`https://${domainName}${asWritten(event.rawPath)}${query}`, {
    method: http.method,
    headers: headersOf(event),
    ...(hasBody ? { body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8') } : {}),
  });
}

/** Cookies come apart from the other headers. What no header may hold is written as a URL would. */
function headersOf({ headers, cookies = [] }: APIGatewayProxyEventV2): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, inAscii(value));
  if (cookies.length > 0) all.set('cookie', inAscii(cookies.join('; ')));
  return all;
}

const inAscii = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\t\u0020-\u007e]+/g, encodeURIComponent);

async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const { 'set-cookie': _cookies, ...headers } = Object.fromEntries(response.headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /^(?:text\/|application\/(?:problem\+)?json)/.test(headers['content-type'] ?? 'text/');
  return {
    statusCode: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

/**
 * The address that CloudFront saw: it writes it behind whatever the client claims, and the HTTP API writes CloudFront's
 * behind that. Whoever calls the origin directly would choose it: a stage that keeps records lets in CloudFront alone.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function clientOf(context: Pick<Context, 'req'>): string {
  const seen = (context.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return seen.at(-2) ?? seen.at(-1) ?? '';
}

/** Does, once the import is over, what the first request would else wait for. Failing, it is done by that request. */
export function soon(warm: () => Promise<unknown>): void {
  setImmediate(() => {
    warm().catch(() => undefined);
  });
}
