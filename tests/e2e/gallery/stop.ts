/** What is typed into a form: a text, a choice by its value or words, or several ticks. A name may end in `*`. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** One picture: who looks at what. What is left out stays as the stop before it left it, where that had the same eyes. */
export interface Stop {
  /** Username; `nobody` is not signed in. */
  readonly as: string;
  /** What the picture is called. */
  readonly page: string;
  /** Address; `{key}` is the id of what the season calls so. */
  readonly go?: string;
  /** From there to the first link that begins so, and says so. */
  readonly find?: { readonly to: string; readonly says?: RegExp };
  /** The public code of the case on somebody's page is followed. */
  readonly followed?: Pick<Stop, 'as' | 'go' | 'find'>;
  /** The link for proposal slips that somebody was just shown is opened. */
  readonly invitedBy?: string;
  /** The form whose address ends so (`*`: holds it), of that case where there are many, is filled in and sent. */
  readonly send?: {
    readonly form: string;
    readonly of?: string;
    readonly typed?: Typed;
    /** Another button of the form, by how the address ends to which it goes. */
    readonly to?: string;
  };
  /** Everything that is folded is opened before the picture is taken. */
  readonly open?: boolean;
  readonly language?: 'en';
  /** As it comes out of the printer. */
  readonly printed?: boolean;
  /** Status of the answer; 200 unless said. */
  readonly answers?: number;
}

export const nobody = 'nobody';

/** Stops of one reader. */
export const seenBy = (as: string, ...stops: readonly Omit<Stop, 'as'>[]): Stop[] =>
  stops.map((stop) => ({ as, ...stop }));
