export const signInFaults = {
  /** This browser did not begin that sign-in, began it too long ago, or finished it before. */
  AttemptUnknown: 400,
  /** The issuer said no, or the person turned back. */
  IssuerRefused: 403,
  IssuerUnreachable: 503,
  CodeRefused: 400,
  IdTokenInvalid: 400,
  /** Known to the issuer, but without a person id of ours. */
  PersonUnknown: 403,
} as const satisfies Record<string, number>;

export type SignInFault = keyof typeof signInFaults;

/** Somebody came back from the issuer and could not be signed in. Answered by a page with a link to begin again. */
export class SignInRefused extends Error {
  readonly fault: SignInFault;
  constructor(fault: SignInFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = 'SignInRefused';
    this.fault = fault;
  }
}
