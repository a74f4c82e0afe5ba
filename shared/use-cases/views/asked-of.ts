import type { CaseId, OrganisationId } from '../../domain/id.ts';
import { explainedAnswerBy } from '../../domain/law/explained-step.ts';
import type { Explanation } from '../../domain/law/explanation.ts';
import type { List, NumberedRow } from '../../domain/list.ts';
import { correctableOn, type AskedOnList } from '../../domain/opinion.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { mayAnswerFor, mayCorrectFor, type Acting } from './allowed.ts';
import type { Names, OrganisationName } from './reader.ts';

/** An office that an opinion request asks, as its page tells it. */
export type AskedView = OrganisationName & Asking;

type Asking = Omit<AskedOnList, 'organisation'> & {
  readonly mayAnswer: boolean;
  /** Cases on which the reader may correct what it answered. */
  readonly corrects: readonly CaseId[];
};

interface AskingScene {
  readonly list: List;
  readonly rows: readonly NumberedRow[];
  readonly names: Names;
  readonly issuedOn: List['date'];
  readonly today: CivilDate;
}

export function askedAs(
  acting: Acting,
  { list, rows, names, issuedOn, today }: AskingScene,
): { readonly asked?: AskedView[] } {
  if (list.asked === undefined) return {};
  const correctable = (organisation: OrganisationId): CaseId[] =>
    rows.filter((row) => correctableOn(list, row).includes(organisation)).map((row) => row.case);
  return {
    asked: list.asked.map(({ organisation, ...one }) => ({
      ...names.organisation(organisation, issuedOn),
      ...one,
      mayAnswer: mayAnswerFor(acting, list, organisation, today),
      corrects: mayCorrectFor(acting, list, organisation, today) ? correctable(organisation) : [],
    })),
  };
}

/** Why answers to an issued request are due on their day, by the law of the day of the paper. */
export async function answerWhyOf(
  { law }: Pick<Ports, 'law'>,
  { kind, date, answerBy }: Pick<List, 'kind' | 'date' | 'answerBy'>,
): Promise<{ readonly answerWhy?: Explanation }> {
  if (kind !== 'opinionRequest' || date === undefined || answerBy === undefined) return {};
  const answerWhy = explainedAnswerBy(await law.current(), { issuedOn: date, answerBy });
  return answerWhy === undefined ? {} : { answerWhy };
}
