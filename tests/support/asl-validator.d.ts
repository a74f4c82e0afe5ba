declare module 'asl-validator' {
  /** Writes QueryLanguage into each state of what it is given. */
  function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errors: readonly Readonly<Record<string, unknown>>[];
    errorsText(separator?: string): string;
  };
  export = validate;
}
