import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Case } from '../domain/case.ts';
import {
  awardFiguresSchema,
  figureLineOf,
  figureLineSchema,
  roundFiguresSchema,
  type AwardFigures,
  type FigureLine,
  type RoundFigures,
} from '../domain/figures.ts';
import { organisationIdSchema, roundIdSchema, type OrganisationId, type RoundId } from '../domain/id.ts';
import type { Item, Store, Write } from '../ports.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { keys, recountPartitions } from './keys.ts';
import { queryAll } from './query.ts';

/** Of which round and organisation something was changed since it was counted. */
const recountSchema = z.object({
  round: roundIdSchema,
  organisation: organisationIdSchema,
  /** What was changed last: a later change makes it another mark. */
  by: z.string(),
});
export interface Recount extends z.infer<typeof recountSchema> {
  /** Drops the mark unless something was changed meanwhile. */
  readonly drop: Write;
}

/**
 * What tells one place in figures from another; of what no figure counts, too. Of an award also what its content says is
 * counted, so whatever happens to it is told.
 */
export const figureHash = (subject: Case): string =>
  createHash('sha256')
    .update(JSON.stringify([figureLineOf(subject), subject.status === 'AWARDED' ? subject.entries : 0]))
    .digest('base64url')
    .slice(0, 12);

/**
 * Where a nomination stands, and that its organisation must be counted again: blind, since only its newest state is told.
 * @param told hash of what was told of it last; nothing is written when it stands there still
 */
export function figureWrites(subject: Case, told?: string): Write[] {
  const { round, enteredBy: organisation, id, entries } = subject;
  if (round === undefined || told === figureHash(subject)) return [];
  const line = figureLineOf(subject);
  const key = keys.figureLine(round, organisation, id);
  const by = `${id}/${String(entries)}`;
  return [
    line === undefined ? { delete: key } : { put: encode(key, line, 1) },
    { put: encode(keys.recount(round, organisation), { round, organisation, by }, 1) },
  ];
}

/** For a case of before figures were kept; one that has its line keeps it. */
export function missingFigureWrites(subject: Case): Write[] {
  return figureWrites(subject).map((write) =>
    'put' in write && write.put.sk === subject.id ? { ...write, if: { absent: true } } : write,
  );
}

export async function readRecounts(store: Store): Promise<Recount[]> {
  const pages = await Promise.all(recountPartitions.map((pk) => queryAll(store, { pk })));
  return pages.flat().map((item) => {
    const mark = decode(recountSchema, item);
    return { ...mark, drop: { delete: item, if: { equals: { by: mark.by } } } };
  });
}

/** Of one organisation in one round: as many as it entered there. */
export async function readFigureLines(
  store: Store,
  round: RoundId,
  organisation: OrganisationId,
): Promise<FigureLine[]> {
  const items = await queryAll(store, { pk: keys.figureLine(round, organisation, '').pk });
  return items.map((item) => decode(figureLineSchema, item));
}

export const loadRoundFigures = (item: Item | undefined): Loaded<RoundFigures> | undefined =>
  loaded(roundFiguresSchema, item);

export const roundFiguresWrite = (
  round: RoundId,
  after: RoundFigures,
  before: Loaded<RoundFigures> | undefined,
): Write => replace(keys.roundFigures(round, after.organisation), after, before);

/** Once counted they change with what the record says of people, never of how many there are. */
export const awardFiguresWrite = (year: number, figures: AwardFigures): Write => ({
  put: encode(keys.awardFigures(year, figures.organisation, figures.round), figures, 1),
});

/** That the organisation counts something of the round. */
export const roundSeenWrite = (reader: OrganisationId, year: number, round: RoundId): Write => ({
  put: encode(keys.roundSeen(reader, year, round), { round }, 1),
});

/** One item an organisation that entered anything. */
export async function readRoundFigures(store: Store, round: RoundId): Promise<RoundFigures[]> {
  const items = await queryAll(store, { pk: keys.roundFigures(round, '').pk });
  return items.map((item) => decode(roundFiguresSchema, item));
}

export async function readAwardFigures(store: Store, year: number): Promise<AwardFigures[]> {
  const items = await queryAll(store, { pk: keys.awardFigures(year, '', '').pk });
  return items.map((item) => decode(awardFiguresSchema, item));
}

const seenSchema = z.object({ round: roundIdSchema });
const roundsShown = 40;

/** Rounds of which the organisation counts anything, the newest first; the last forty. */
export async function readRoundsSeen(store: Store, reader: OrganisationId): Promise<RoundId[]> {
  const { pk } = keys.roundSeen(reader, 0, '');
  const { items } = await store.query({ pk, descending: true, limit: roundsShown });
  return items.map((item) => decode(seenSchema, item).round);
}
