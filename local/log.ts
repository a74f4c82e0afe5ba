/** One structured line a thing that happened; never personal data, never a token. */
export type Log = (code: string, facts: Readonly<Record<string, unknown>>) => void;

export const logLines: Log = (code, facts) => {
  console.error(JSON.stringify({ code, ...facts }));
};

/** For what can't carry anybody's words: our own machinery, not what people sent. */
export const errorText = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
