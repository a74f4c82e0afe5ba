import { createBearerVerifier } from '#shared/http/bearer.ts';
import { createDiscovery } from '#shared/http/discovery.ts';
import { createIssuerKeys } from '#shared/http/issuer-keys.ts';
import type { Clock } from '#shared/ports.ts';
import type { readEnv } from './env.ts';

/** Bearer tokens of the issuer that the settings name. */
export function openVerifier(settings: ReturnType<typeof readEnv>, clock: Clock) {
  const keys = createIssuerKeys(createDiscovery(settings.OIDC_ISSUER));
  const verify = createBearerVerifier({
    issuer: settings.OIDC_ISSUER,
    audience: settings.OIDC_AUDIENCE,
    clientIds: [settings.OIDC_CLIENT_ID],
    personClaim: settings.OIDC_BEARER_PERSON_CLAIM ?? 'sub',
    getKey: keys.getKey,
    now: () => clock.machine(),
  });
  return { verify, warm: keys.warm };
}
