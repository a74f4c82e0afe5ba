/** What an error may say of itself in a log: its message may quote what was sent. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
