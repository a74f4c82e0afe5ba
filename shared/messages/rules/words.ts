export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** One thing that a rule may say; `{key}` stands for the fact of that key. */
export interface Saying {
  readonly says: Text;
  /** What mends it; absent only where nothing can. */
  readonly mend?: Text;
}

/** The words of one rule: what it asks, and what it says for each of its grounds (`Outcome.because`). */
export interface RuleWords {
  readonly title: Text;
  readonly sayings: Readonly<Record<string, Saying>>;
}
