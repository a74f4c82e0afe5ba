import type { SubjectKind } from '../../domain/round.ts';
import type { Ports } from '../../ports.ts';
import { likenessesOf, toLikeness, type Likeness } from '../cases/likeness.ts';
import { inTurns } from '../acting/in-turns.ts';

export interface NameOfList {
  readonly line: number;
  readonly name: string;
  readonly birthYear?: number | undefined;
  readonly kind: SubjectKind;
}

const atOnce = 20;

/** Earlier subjects of like name and birth year, by the line of the list; lines that nobody resembles aren't there. */
export async function alikeInList(
  ports: Ports,
  names: readonly NameOfList[],
): Promise<ReadonlyMap<number, readonly Likeness[]>> {
  const found = await inTurns(names, atOnce, async ({ line, ...wanted }) => {
    const alike = await likenessesOf(ports, { ...wanted, birthYear: wanted.birthYear });
    return [line, alike.map(toLikeness)] as const;
  });
  return new Map(found.filter(([, alike]) => alike.length > 0));
}
