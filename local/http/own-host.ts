import type { RequestListener } from 'node:http';

/**
 * An office answers under one name. A page of somebody else's whose name was made to lead here (DNS rebinding) gets
 * nothing, and cookies and links are of one origin. Who merely typed another name of the machine is led on.
 */
export function underOwnHost(publicUrl: string, listener: RequestListener): RequestListener {
  const { host } = new URL(publicUrl);
  return (request, response) => {
    if (request.headers.host === host) {
      listener(request, response);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      const path = `/${(request.url ?? '/').replace(/^[/\\]+/, '')}`;
      response.writeHead(303, { location: publicUrl + path, 'cache-control': 'no-store' }).end();
    } else {
      response.writeHead(421, { connection: 'close' }).end();
    }
  };
}
