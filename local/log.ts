/** One structured line a thing that happened; never personal data, never a token. */
export type Log = (code: string, facts: Readonly<Record<string, unknown>>) => void;

export const logLines: Log = (code, facts) => {
  console.error(JSON.stringify({ code, ...facts }));
};
