import type { HttpLog } from '#functions/http-log.ts';
import type { ReadAsset } from '#shared/http/assets.ts';
import type { Endpoints } from '#shared/http/discovery.ts';
import type { Ports } from '#shared/ports.ts';
import type { readEnv } from './env.ts';

export interface WebOptions {
  readonly ports: Ports;
  readonly settings: ReturnType<typeof readEnv>;
  readonly log: Pick<HttpLog, 'error'>;
  readonly readAsset: ReadAsset;
  /** Of the issuer. */
  readonly endpoints: () => Promise<Endpoints>;
  /** For an issuer that knows no public clients. */
  readonly clientSecret?: () => Promise<string>;
}
