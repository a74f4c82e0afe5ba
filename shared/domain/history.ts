import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isDocument, type DocumentPatch } from './document-patch.ts';
import { organisationIdSchema, personIdSchema, postIdSchema } from './id.ts';
import { instantSchema } from './time.ts';

/** What an act changed in a record's items, by sort key; null: the item is gone. */
export type RecordChange = Readonly<Record<string, DocumentPatch | null>>;

const recordChangeSchema = z.custom<RecordChange>(
  (value) => isDocument(value) && Object.values(value).every((patch) => patch === null || isDocument(patch)),
);

/** Hash before the first entry of every record. */
export const chainStart = '0'.repeat(64);

/**
 * One entry of a record's history: who did what when, in ids, codes and days only. Names, reports and reasons in
 * words lie in a payload beside it, of which the entry keeps a salted commitment: the payload can be erased
 * (law on personal data) and the chain still verifies.
 */
export const entrySchema = z.object({
  record: z.string(),
  seq: z.int().min(1),
  act: z.string(),
  /** Office time, and machine time. Order is by `seq` only. */
  at: instantSchema,
  machineAt: instantSchema,
  /** Absent for acts of the flow itself. */
  by: z
    .object({
      person: personIdSchema,
      post: postIdSchema.optional(),
      organisation: organisationIdSchema.optional(),
    })
    .optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** What the act made of the record, without its words: replay.ts rebuilds the record from these. */
  change: recordChangeSchema.optional(),
  /** SHA-256 over salt and payload text, hex. */
  payload: z.string().optional(),
  previous: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;
export type EntryFacts = Entry['facts'];

/** What an act says about itself, before it is numbered and chained. */
export interface EntryDraft {
  readonly act: string;
  readonly by?: Entry['by'];
  readonly facts: EntryFacts;
  /** Words and personal data; stored beside the entry. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** What became of the record in two: codes go into the entry, words into its payload. */
export interface SplitChange {
  readonly codes: RecordChange;
  readonly words: RecordChange;
}

/** In a payload the words of the record itself stand under this name, beside those of the act. */
const changeInPayload = 'change';

export interface ChainedEntry {
  /** The exact text that is stored and hashed. */
  readonly text: string;
  readonly hash: string;
  readonly seq: number;
  readonly payload?: { readonly salt: string; readonly text: string };
}

export interface ChainTip {
  readonly record: string;
  readonly entries: number;
  readonly head: string;
}

/** Numbers a draft and hangs it onto the chain. `salt` is 16 random bytes as hex. */
export function chain(
  tip: ChainTip,
  draft: EntryDraft & { readonly change?: SplitChange },
  when: Pick<Entry, 'at' | 'machineAt'>,
  salt: string,
): ChainedEntry {
  const { codes = {}, words = {} } = draft.change ?? {};
  const payloadText = payloadTextOf(draft.payload, words);
  const entry: Entry = {
    record: tip.record,
    seq: tip.entries + 1,
    act: draft.act,
    ...when,
    ...(draft.by === undefined ? {} : { by: draft.by }),
    facts: draft.facts,
    ...(isEmpty(codes) ? {} : { change: codes }),
    ...(payloadText === undefined ? {} : { payload: commitment(salt, payloadText) }),
    previous: tip.head,
  };
  const text = JSON.stringify(entry);
  return {
    text,
    hash: entryHash(tip.head, text),
    seq: entry.seq,
    ...(payloadText === undefined ? {} : { payload: { salt, text: payloadText } }),
  };
}

const isEmpty = (change: RecordChange): boolean => Object.keys(change).length === 0;

function payloadTextOf(said: EntryDraft['payload'], words: RecordChange): string | undefined {
  if (said === undefined && isEmpty(words)) return undefined;
  return JSON.stringify({ ...said, ...(isEmpty(words) ? {} : { [changeInPayload]: words }) });
}

/** What a payload keeps: what was said, and the words that the record had from then on. */
export interface SaidAndChanged {
  readonly said: Readonly<Record<string, unknown>>;
  readonly words: RecordChange;
}

/** @throws SyntaxError | ZodError for what chain never wrote */
export function readPayload(text: string): SaidAndChanged {
  const { [changeInPayload]: words = {}, ...said } = payloadSchema.parse(JSON.parse(text));
  return { said, words };
}

const payloadSchema = z.looseObject({ [changeInPayload]: recordChangeSchema.optional() });

/** What an entry is known by, and what the next one hangs on. SHA-256, hex. */
export function entryHash(previous: string, text: string): string {
  return createHash('sha256').update(previous).update(text).digest('hex');
}

/** What an entry keeps of its payload. SHA-256, hex. */
export function commitment(salt: string, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}

export interface StoredEntry {
  readonly seq: number;
  readonly text: string;
  readonly hash: string;
  readonly payload?: { readonly salt: string; readonly text: string } | undefined;
}
