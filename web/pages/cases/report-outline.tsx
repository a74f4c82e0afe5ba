import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Details } from '../../components/parts.tsx';
import { t, type Visit } from '../../visit.ts';

const points = {
  nomination: ['who', 'task', 'did', 'result', 'confirmed', 'awards'],
  modelProposal: ['need', 'how', 'who', 'expected', 'cost'],
} as const;

/** What the report is asked for, in the order of the paper form, for whoever sits before an empty field. */
export function ReportOutline({ visit, view: { kind } }: { visit: Visit; view: CaseView }) {
  return (
    <Details summary={t(visit, `outline.${kind}`)}>
      <ol class="govuk-list govuk-list--number">
        {kind === 'nomination'
          ? points.nomination.map((point) => <li>{t(visit, `outline.nomination.${point}`)}</li>)
          : points.modelProposal.map((point) => <li>{t(visit, `outline.modelProposal.${point}`)}</li>)}
      </ol>
    </Details>
  );
}
