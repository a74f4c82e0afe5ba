import { Refusal } from '#shared/domain/refusal.ts';

/**
 * How somebody proved who they are, in their issuer's words: the class that was reached (`acr`) and the methods that were
 * used (`amr`). https://openid.net/specs/openid-connect-core-1_0.html#IDToken, https://www.rfc-editor.org/rfc/rfc8176
 */
export interface Strength {
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/** What a sign-in must say before an act that signs: one of each list. An empty list asks nothing. */
export interface SigningRequirement {
  readonly acr: readonly string[];
  readonly amr: readonly string[];
}

/** A home whose sign-in is always strong enough, or never stronger. */
export const noRequirement: SigningRequirement = { acr: [], amr: [] };

/** Of an ID token or a bearer token; what isn't as the standards have it says nothing. */
export function strengthOf(claims: Readonly<Record<string, unknown>>): Strength {
  const { acr, amr } = claims;
  const methods = Array.isArray(amr) ? amr.filter((method) => typeof method === 'string') : [];
  return {
    ...(typeof acr === 'string' ? { acr } : {}),
    ...(methods.length > 0 ? { amr: methods } : {}),
  };
}

export function isStrongEnough({ acr, amr = [] }: Strength, required: SigningRequirement): boolean {
  const reached = required.acr.length === 0 || (acr !== undefined && required.acr.includes(acr));
  const used = required.amr.length === 0 || required.amr.some((method) => amr.includes(method));
  return reached && used;
}

/** @throws Refusal SignInTooWeak saying what to ask the issuer for */
export function requireStrength(strength: Strength, required: SigningRequirement): void {
  if (!isStrongEnough(strength, required)) throw new Refusal('SignInTooWeak', { ...required });
}
