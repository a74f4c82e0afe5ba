import type { CeremonyAward, PresentationGroup } from './ceremony.ts';
import type { CaseId } from './id.ts';

interface Order {
  /** Higher goes first. */
  readonly rankOf: (form: string) => number;
  /** Places in the whole decision, of every award of it. */
  readonly goldenBook: ReadonlyMap<string, number>;
}

/**
 * Puts each award into the group of its form and authority: one such group each, the highest award first, inside in
 * the order of the annexes. What the organiser has arranged stays as it is around the new ones.
 */
export function grouped(
  groups: readonly PresentationGroup[],
  awards: readonly CeremonyAward[],
  order: Order,
): PresentationGroup[] {
  return awards.reduce((placed, award) => place(placed, award, order), [...groups]);
}

function place(
  groups: readonly PresentationGroup[],
  award: CeremonyAward,
  order: Order,
): PresentationGroup[] {
  const { form, authority } = award;
  const own = groups.findLastIndex((group) => group.form === form && group.authority === authority);
  if (own >= 0) {
    return groups.map((group, index) =>
      index === own ? { ...group, cases: inserted(group.cases, award.case, order.goldenBook) } : group,
    );
  }
  const rank = order.rankOf(form);
  const lower = groups.findIndex((group) => order.rankOf(group.form) < rank);
  const fresh: PresentationGroup = { form, authority, presenters: [], cases: [award.case] };
  return groups.toSpliced(lower < 0 ? groups.length : lower, 0, fresh);
}

/** Behind the nearest earlier one of the same decision, else before the nearest later one, else at the end. */
function inserted(cases: readonly CaseId[], id: CaseId, goldenBook: Order['goldenBook']): CaseId[] {
  const number = goldenBook.get(id) ?? 0;
  const numbers = cases.map((other) => goldenBook.get(other));
  const earlier = nearest(numbers, (other) => number - other);
  const later = nearest(numbers, (other) => other - number);
  return cases.toSpliced(earlier === undefined ? (later ?? cases.length) : earlier + 1, 0, id);
}

/** Index of the smallest positive distance. */
function nearest(
  numbers: readonly (number | undefined)[],
  distance: (number: number) => number,
): number | undefined {
  let found: { readonly index: number; readonly by: number } | undefined;
  numbers.forEach((number, index) => {
    const by = number === undefined ? 0 : distance(number);
    if (by > 0 && (found === undefined || by < found.by)) found = { index, by };
  });
  return found?.index;
}
