import type { Case } from '#shared/domain/case.ts';
import { figureLineOf, figureLineSchema } from '#shared/domain/figures.ts';
import { hasOutcome, numberRows, type List, type ListRow } from '#shared/domain/list.ts';
import { quotaPlaceOf, type QuotaPlace } from '#shared/domain/quota.ts';
import type { Item } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { parseOrder } from '#shared/records/list-record.ts';
import { parseQuotaUsed } from '#shared/records/quota-record.ts';

/** Figures that effects keep, held against what they are figures of. */

/** What each organisation has used of each round's quotas is what its nominations take. */
export function brokenQuotas(all: readonly Item[], cases: readonly Case[]): string[] {
  const places = cases.flatMap((subject) => quotaPlaceOf(subject) ?? []);
  const text = ({ round, organisation, form, kind }: QuotaPlace): string =>
    [keys.quotaUsed(round, organisation).pk, organisation, form, kind].join(' ');
  const wanted = [...Map.groupBy(places, text)].map(([place, taken]) => `${place}: ${String(taken.length)}`);
  const counted = all
    .filter(({ pk, sk }) => pk.startsWith('ROUND#') && sk.startsWith('QUOTA#'))
    .flatMap((item) => {
      const { organisation, used } = parseQuotaUsed(item);
      return used.map(({ form, kind, count }) =>
        [item.pk, organisation, form, `${kind}: ${String(count)}`].join(' '),
      );
    });
  return [
    ...wanted.filter((one) => !counted.includes(one)).map((one) => `quota not counted: ${one}`),
    ...counted.filter((one) => !wanted.includes(one)).map((one) => `quota miscounted: ${one}`),
  ];
}

/** Figures find each nomination of a round where its record says that it stands, and nothing else. */
export function brokenFigureLines(all: readonly Item[], cases: readonly Case[]): string[] {
  const wanted = cases.flatMap((subject) => {
    const line = figureLineOf(subject);
    return line === undefined ? [] : [inOrder(line)];
  });
  const told = all.filter(({ pk }) => pk.startsWith('LINES#')).map(({ body }) => inOrder(body));
  return [
    ...wanted.filter((one) => !told.includes(one)).map((one) => `no figure counts: ${one}`),
    ...told.filter((one) => !wanted.includes(one)).map((one) => `a figure counts otherwise: ${one}`),
  ];
}

const inOrder = (line: unknown): string => JSON.stringify(figureLineSchema.parse(line));

/** Each awarded case bears the number that rows and order of its decision give it. */
export function brokenBooks(
  all: readonly Item[],
  {
    cases,
    lists,
    rows,
  }: {
    readonly cases: readonly Case[];
    readonly lists: readonly List[];
    readonly rows: readonly { list: string; row: ListRow }[];
  },
): string[] {
  return lists.filter(hasOutcome).flatMap(({ id, kind }) => {
    const order = parseOrder(
      all.find((item) => item.pk === keys.listOrder(id).pk && item.sk === keys.listOrder(id).sk),
    );
    const own = rows.filter(({ list }) => list === id).map(({ row }) => row);
    return numberRows(kind, own, order).flatMap(({ case: of, goldenBookNumber }) => {
      const subject = cases.find((one) => one.id === of);
      if (subject?.settledBy.at(-1) !== id || subject.goldenBookNumber === goldenBookNumber) return [];
      return [`case ${of} bears ${String(subject.goldenBookNumber)}, not ${String(goldenBookNumber)}`];
    });
  });
}

/** Nobody is awarded by a list that isn't issued, and so never a part of one. */
export function brokenAwards(cases: readonly Case[], lists: readonly List[]): string[] {
  const issued = new Set(lists.filter((list) => list.state === 'ISSUED').map((list) => list.id));
  return cases
    .filter(({ status, settledBy }) => status === 'AWARDED' && !settledBy.some((id) => issued.has(id)))
    .map(({ id }) => `case ${id} is awarded by no issued list`);
}
