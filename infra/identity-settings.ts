/** Where people sign in: a pool of our own or another issuer, told to the functions in the same words. */
export interface IdentitySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  readonly personClaim: string;
  readonly bearerPersonClaim: string;
  readonly clientSecretArn?: string | undefined;
  readonly signingAcr: string;
  readonly signingAmr: string;
}
