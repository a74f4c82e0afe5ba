import { isDiscarded } from '#shared/domain/case.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** Where a case stands, in one sentence: who holds it, by when. */
export function whereItStands(visit: Visit, view: CaseView): string {
  if (view.listOutcome !== undefined) return listSentence(visit, view.listOutcome);
  const holder = view.now?.organisation.shortName ?? '';
  const step = view.now === undefined ? '' : inLanguage(visit, view.now.title);
  switch (view.standing) {
    case 'draft':
      return t(visit, 'stand.draft', { organisation: view.enteredBy.shortName });
    case 'moving':
      return t(visit, 'stand.moving', { organisation: view.movingTo?.shortName ?? '' });
    case 'hold':
      return t(visit, view.sealedNumber === undefined ? 'stand.hold' : 'stand.holdPublic', {
        organisation: holder,
        document: view.hold?.document ?? '',
      });
    case 'supplement':
      return t(visit, 'stand.supplement', {
        organisation: view.enteredBy.shortName,
        day: formatted(view.supplement?.dueOn),
      });
    case 'inList':
    case 'free':
      return t(visit, 'stand.at', { organisation: holder, step, day: formatted(view.now?.dueOn) });
    case 'ended':
      return t(visit, isDiscarded(view) ? 'stand.discardedOn' : 'stand.ended', {
        day: formatted(view.endedOn),
      });
  }
}

/** The decision it was awarded or approved by, with its place in the golden book where that is told. */
export function awardSentence(
  visit: Visit,
  award: { readonly number: string; readonly date: string; readonly goldenBookNumber?: number | undefined },
): string {
  const { number, date, goldenBookNumber: book } = award;
  const values = { number, day: formatted(date), book };
  return t(visit, book === undefined ? 'stand.award' : 'stand.awardBook', values);
}

/** A list has moved the case on; its own record follows in a moment. */
function listSentence(visit: Visit, list: NonNullable<CaseView['listOutcome']>): string {
  return t(visit, 'stand.list', {
    list: m(visit, 'listKind', list.kind),
    number: list.number ?? '',
    day: formatted(list.date),
  });
}
