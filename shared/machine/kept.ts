/** What is read when it is first asked for, and kept from then on. */
export interface Kept<T> {
  readonly read: () => Promise<T>;
  /** Reads anew what may have changed; whoever reads from now on waits for that. */
  readonly renew: () => Promise<T>;
}

/** Who asks meanwhile waits for the same reading. One that failed is forgotten: the next asker tries again. */
export function keep<T>(load: () => Promise<T>): Kept<T> {
  let kept: Promise<T> | undefined;
  const renew = (): Promise<T> => {
    const reading = load().catch((error: unknown) => {
      if (kept === reading) kept = undefined;
      throw error;
    });
    kept = reading;
    return reading;
  };
  return { read: () => kept ?? renew(), renew };
}
