import { z } from 'zod';
import { levels } from '../domain/directory.ts';
import type { OrganisationId, PastDecisionId, SubjectId } from '../domain/id.ts';
import { pastDecisionIdSchema } from '../domain/id.ts';
import { documentType, isDocumentNumber } from '../domain/list.ts';
import {
  pastDecisionSchema,
  pastRowSchema,
  type PastDecision,
  type PastRow,
} from '../domain/past-decision.ts';
import { Refusal } from '../domain/refusal.ts';
import { folded } from '../domain/text.ts';
import { civilDateSchema, yearOf } from '../domain/time.ts';
import type { Item, Key, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { indexes, keys, prefixes } from './keys.ts';
import { getAll, queryAll } from './query.ts';

export const loadPast = (item: Item | undefined): Loaded<PastDecision> | undefined =>
  loaded(pastDecisionSchema, item);
export const loadPastRow = (item: Item | undefined): Loaded<PastRow> | undefined =>
  loaded(pastRowSchema, item);

export const pastWrite = (before: Loaded<PastDecision> | undefined, after: PastDecision): Write =>
  replace(keys.pastMeta(after.id), after, before, {
    g1: indexes.pastOfOrganisation(after.organisation, after.date, after.id),
  });

export const pastRowWrite = (
  decision: PastDecisionId,
  row: PastRow,
  before: Loaded<PastRow> | undefined,
): Write => replace(keys.pastRow(decision, row.line), row, before);

/** Where the number of a past decision stands once: authority as it is spoken, kind of paper, year, number. */
export function pastNumberKey({
  authority,
  number,
  date,
}: Pick<PastDecision, 'authority' | 'number' | 'date'>): Key {
  if (!isDocumentNumber(number)) throw new Refusal('NumberMalformed', { number, wanted: 'QĐ' });
  const counted = String(Number.parseInt(number, 10));
  return keys.number(`past#${folded(authority)}`, documentType(number), yearOf(date), counted);
}

export const pastNumberWrite = (decision: PastDecision): Write => ({
  put: encode(pastNumberKey(decision), { past: decision.id }, 1),
  if: { absent: true },
});

const ofPastSchema = z.object({ past: pastDecisionIdSchema });
export const decisionOfNumber = (item: Item): PastDecisionId => decode(ofPastSchema, item).past;

/** Points from the subject to its row: rows are corrected in one place. */
export const subjectPastWrite = (decision: PastDecisionId, { subject, line }: PastRow): Write => ({
  put: encode(keys.subjectPast(subject, decision, line), { past: decision, line }, 1),
});

/** What mirrors a past decision: its number while it isn't taken back, and a pointer under each subject. */
export const pastMirrors = (decision: PastDecision, rows: readonly PastRow[]): readonly Write[] => [
  pastWrite(undefined, decision),
  ...(decision.state === 'WITHDRAWN' ? [] : [pastNumberWrite(decision)]),
  ...rows.map((row) => subjectPastWrite(decision.id, row)),
];

export async function readPastRows(store: Store, decision: PastDecisionId): Promise<PastRow[]> {
  const items = await queryAll(store, { pk: keys.pastMeta(decision).pk, prefix: prefixes.rows });
  return items.map((item) => decode(pastRowSchema, item));
}

const pointerSchema = z.object({ past: pastDecisionIdSchema, line: z.int() });

/** An award of before with the decision that it stands in. */
export interface PastAwardRow {
  readonly decision: PastDecision;
  readonly row: PastRow;
}

/** Rows that name one of these subjects, whatever became of their decisions: a query a subject, then one batch. */
export async function readPastOf(store: Store, subjects: readonly SubjectId[]): Promise<PastAwardRow[]> {
  const found = await Promise.all(
    [...new Set(subjects)].map((id) =>
      queryAll(store, { pk: keys.subject(id).pk, prefix: prefixes.subjectPast }),
    ),
  );
  const pointers = found.flat().map((item) => decode(pointerSchema, item));
  const items = await getAll(
    store,
    pointers.flatMap(({ past, line }) => [keys.pastMeta(past), keys.pastRow(past, line)]),
  );
  return pointers.flatMap((_, index) => {
    const decision = loadPast(items[2 * index])?.value;
    const row = loadPastRow(items[2 * index + 1])?.value;
    return decision === undefined || row === undefined ? [] : [{ decision, row }];
  });
}

const historyKnownSchema = z.object({
  levels: z.array(z.object({ level: z.enum(levels), since: civilDateSchema })),
});
/** From which day on all past decisions of a level are here, as an organisation has said. */
export type HistoryKnown = z.infer<typeof historyKnownSchema>;

export const loadHistoryKnown = (item: Item | undefined): Loaded<HistoryKnown> | undefined =>
  loaded(historyKnownSchema, item);
export const historyKnownWrite = (
  organisation: OrganisationId,
  before: Loaded<HistoryKnown> | undefined,
  after: HistoryKnown,
): Write => replace(keys.historyKnown(organisation), after, before);
