import type { CaseEnd } from '#shared/use-cases/views/case-end.ts';
import { formatted } from '../../components/refusal-text.ts';
import { t, type Visit } from '../../visit.ts';

/** Why a case ended without an award: what was said, the article, the paper from outside. */
export function EndReason({ visit, end }: { visit: Visit; end: CaseEnd }) {
  const { act, reason, article, document } = end;
  const council = act === 'CouncilConcluded' ? t(visit, 'end.council') : '';
  const said = reason === undefined ? '' : t(visit, 'end.reason', { reason });
  const first = [council, said].filter((part) => part !== '').join(' ');
  const lines = [
    first,
    article === undefined ? '' : t(visit, 'end.article', { article }),
    document === undefined
      ? ''
      : t(visit, 'timeline.document', { number: document.number, day: formatted(document.date) }),
  ];
  return (
    <>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p class="govuk-body vd-lines">{line}</p>
        ))}
    </>
  );
}
