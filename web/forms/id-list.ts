/** Ids that a form carries along, each once; what looks like none is dropped. */
export function parseIdList(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value));
}
