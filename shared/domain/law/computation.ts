/** One thing that was read: a number, a word, a civil date. The key has its words in shared/messages. */
export interface Fact {
  readonly key: string;
  readonly value: string | number | boolean;
}

/** How a number or a day came about: `0.3 × 2530000`, in order; a step's result is the next one's ground. */
export interface ComputationStep {
  readonly key: string;
  readonly expression: string;
  readonly value: number | string;
}
