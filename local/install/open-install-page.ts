import { getRequestListener } from '@hono/node-server';
import { readAsset } from '#local/assets.ts';
import { listen } from '#local/http/listening.ts';
import type { HttpsOptions } from '#local/home.ts';
import { createInstallApp } from './install-app.tsx';

export interface InstallPlace {
  /** As telephones reach it. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface InstallPageOptions {
  readonly https: HttpsOptions;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
}

/** Plain http on a port of its own, for machines that don't know the office's authority yet. */
export async function openInstallPage({
  https,
  host,
  port,
  publicUrl,
}: InstallPageOptions): Promise<InstallPlace> {
  const listening = await listen({ host, port });
  const { hostname } = new URL(publicUrl);
  const address = `http://${hostname}:${listening.port}`;
  const app = await createInstallApp({ authority: https.authority, address, publicUrl, readAsset });
  const answer = getRequestListener(app.fetch);
  listening.answerWith((request, response) => {
    void answer(request, response);
  });
  return { address, close: listening.drain };
}
