import type { Bar } from './picture.tsx';

/** A cell of a figure's table: words, or a number that leads to the list behind it. */
export interface Cell {
  readonly text: string | number;
  readonly href?: string | undefined;
}

/** One picture with its table; both are exported, too. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Said instead of a table that has no rows. */
  readonly none?: string | undefined;
  readonly columns: readonly { readonly head: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly bars: readonly Bar[];
  readonly series?: readonly [string, string] | undefined;
}

type Asked = Readonly<Record<string, string | number | undefined>>;

/** A path with what is asked there; what isn't asked is left out. */
export function hrefOf(path: string, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value));
  return `${path}?${query.toString()}`;
}

export const words = (text: string): Cell => ({ text });

/** None leads nowhere. */
export const number = (count: number, href: string): Cell => ({
  text: count,
  ...(count === 0 ? {} : { href }),
});
