/** Does all of them, so many at a time; each says for itself how it ended. Results in the order of what was given. */
export async function inTurns<One, Result>(
  all: readonly One[],
  atOnce: number,
  act: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    results.push(...(await Promise.all(all.slice(from, from + atOnce).map(act))));
  }
  return results;
}
