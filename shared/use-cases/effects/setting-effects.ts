/** Nothing follows from an office's own setting but that it applies: every process reads it within a minute. */
export const settingEffects = (): Promise<void> => Promise.resolve();
