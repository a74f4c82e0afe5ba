/** Which table is shown: every link and form of it keeps what was asked. */
export interface Asked {
  readonly round: string;
  readonly query: Readonly<Record<string, string>>;
}

/** @param part `/act` of the page, `.xlsx` of it, or nothing for itself */
export function tableHref({ round, query }: Asked, part: string, more: Record<string, string> = {}): string {
  const all = new URLSearchParams({ ...query, ...more }).toString();
  return `/rounds/${round}/table${part}${all === '' ? '' : `?${all}`}`;
}
