import { z } from 'zod';
import { stepKinds } from '../domain/route-template.ts';
import { listKinds, listStates } from '../domain/list.ts';
import { standings } from '../domain/case.ts';
import { roles } from '../domain/directory.ts';
import { civilDateSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys } from './keys.ts';

/**
 * One thing that waits for somebody: written in the transaction of what it mirrors, read consistently. `holder` is a
 * role at an organisation; what is sealed waits at the organisation for whoever handles it on the day it is read, in
 * the role `keeper`. The key sorts by due day.
 */
const inboxRowSchema = z.object({
  of: z.enum(['case', 'list']),
  id: z.string(),
  holder: z.string(),
  keeper: z.enum(roles).optional(),
  dueOn: civilDateSchema.optional(),
  caseKind: z.enum(['nomination', 'modelProposal']),
  step: z.string(),
  stepKind: z.enum(stepKinds),
  standing: z.enum(standings).optional(),
  listKind: z.enum(listKinds).optional(),
  listState: z.enum(listStates).optional(),
  label: z.string(),
  unit: z.string(),
  birthYear: z.int().optional(),
  residentialGroup: z.string().optional(),
  namesake: z.boolean(),
  publicCode: z.string().optional(),
  enteredBy: z.string().optional(),
  form: z.string().optional(),
  round: z.string().optional(),
  assignee: z.string().optional(),
  sealedNumber: z.int().optional(),
  struckFrom: z.string().optional(),
  rows: z.int().optional(),
  /** A request for an opinion at an organisation that is asked. */
  asked: z.literal(true).optional(),
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

/** Sorts behind everything that has a due day. */
const noDay = '9999-12-31';

const keyOf = (row: InboxRow) => keys.inbox(row.holder, row.dueOn ?? noDay, row.id);

/** Deletes what no longer waits, puts what does; a row that stays is rewritten in place. */
export function inboxDiff(before: readonly InboxRow[], after: readonly InboxRow[]): Write[] {
  const kept = new Set(after.map((row) => JSON.stringify(keyOf(row))));
  const gone = before.filter((row) => !kept.has(JSON.stringify(keyOf(row))));
  const unchanged = new Set(before.map((row) => JSON.stringify(row)));
  return [
    ...gone.map((row): Write => ({ delete: keyOf(row) })),
    ...after
      .filter((row) => !unchanged.has(JSON.stringify(row)))
      .map((row): Write => ({ put: encode(keyOf(row), row, 1) })),
  ];
}

export const parseInboxRow = (item: Item): InboxRow => decode(inboxRowSchema, item);
