/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Does `work` for each of `count` numbers, so many at once. @returns seconds that all took */
export async function inLanes(
  count: number,
  lanes: number,
  work: (index: number, lane: number) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  const lane = async (number: number): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1, number);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, (_, number) => lane(number)));
  return (performance.now() - start) / 1_000;
}
