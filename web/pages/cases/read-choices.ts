import type { CaseId } from '#shared/domain/id.ts';
import type { CaseAct } from '#shared/domain/permission.ts';
import type { Ports } from '#shared/ports.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { awardHistoryOf } from '#shared/use-cases/subjects/award-history.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readLinked } from '#shared/use-cases/views/linked-view.ts';
import { readColleagues, readOpenQuestions } from '#shared/use-cases/views/office.ts';
import { readRound } from '#shared/use-cases/rounds/routing.ts';
import { roundIdSchema } from '#shared/domain/id.ts';
import type { OwnVisit } from '../../visit.ts';
import type { ActChoices } from './act-fields.ts';

/** Whoever does one of these looks first at what the rules find. */
const judging: readonly CaseAct[] = [
  'receive',
  'recommend',
  'notRecommend',
  'returnIneligible',
  'chooseLaw',
  'judgeAchievement',
  'refuse',
];

/** The case as this reader sees it, with what its forms offer; read only where a form asks for it. */
export async function readChoices(ports: Ports, visit: OwnVisit, id: CaseId): Promise<ActChoices> {
  const view = await readCaseView(ports, visit.signedIn.person, id);
  const { allowed, now } = view;
  const [questions, colleagues, round, rules, earlier, linked] = await Promise.all([
    allowed.includes('judgeIdentity') ? readOpenQuestions(ports, id) : [],
    allowed.includes('reassign') && now !== undefined ? readColleagues(ports, now.organisation.id) : [],
    allowed.includes('changeForm') && view.round !== undefined
      ? readRound(ports, roundIdSchema.parse(view.round.id))
      : undefined,
    allowed.some((act) => judging.includes(act))
      ? readCaseRules(ports, visit.signedIn.person, id)
      : undefined,
    view.subject === undefined || view.sealedNumber !== undefined
      ? undefined
      : awardHistoryOf(ports, {
          subjects: [view.subject],
          organisation: view.enteredBy.id,
          offices: view.route.map(({ organisation }) => organisation.id),
          without: id,
        }),
    readLinked(ports, visit.signedIn.person, { linkedTo: view.linkedTo, form: view.form?.code }),
  ]);
  // A sealed case is given to nobody who isn't named for it.
  const fit = colleagues.filter((post) => view.sealedNumber === undefined || post.sealed);
  return {
    view,
    questions,
    colleagues: fit,
    forms: round?.forms.map(({ form }) => form) ?? [],
    ...(rules === undefined ? {} : { rules }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(linked === undefined ? {} : { linked }),
  };
}
