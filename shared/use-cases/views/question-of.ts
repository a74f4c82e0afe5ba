import { askableOf } from '../../domain/case-acts/questioning.ts';
import type { Case } from '../../domain/case.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Names, OrganisationName } from './reader.ts';

export interface QuestionView {
  /** Whom its holder may ask without moving it. */
  readonly askable: readonly OrganisationName[];
  /** What nobody has answered yet. */
  readonly question?: { readonly to: OrganisationName; readonly on: CivilDate };
}

export const questionOf = (subject: Case, names: Names): QuestionView => ({
  askable: askableOf(subject).map((id) => names.organisation(id)),
  ...(subject.question && {
    question: { to: names.organisation(subject.question.to), on: subject.question.on },
  }),
});
