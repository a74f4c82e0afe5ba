import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';

/** What a case is, beside what it says. */
export function factLines(visit: OwnVisit, view: CaseView) {
  return [
    {
      key: t(visit, 'fact.code'),
      value: view.submittedOn === undefined || view.sealedNumber !== undefined ? '' : view.publicCode,
    },
    { key: t(visit, 'fact.round'), value: view.round?.name },
    { key: t(visit, 'fact.form'), value: view.form === undefined ? '' : inLanguage(visit, view.form.name) },
    {
      key: t(visit, 'fact.subjectKind'),
      value: view.subjectKind === undefined ? '' : m(visit, 'subjectKind', view.subjectKind),
    },
    { key: t(visit, 'fact.enteredBy'), value: view.enteredBy.name },
    { key: t(visit, 'fact.proposer'), value: view.proposer },
    { key: t(visit, 'fact.typist'), value: view.typist },
    { key: t(visit, 'fact.appraiser'), value: view.appraisers.join(', ') },
    { key: t(visit, 'fact.submittedOn'), value: formatted(view.submittedOn) },
    { key: t(visit, 'fact.endedOn'), value: formatted(view.endedOn) },
  ];
}
