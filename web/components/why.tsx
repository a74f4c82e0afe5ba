import type { Explanation } from '#shared/domain/law/explanation.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { t, type Visit } from '../visit.ts';
import { Details } from './parts.tsx';

/** Why? One explanation of a refusal, a date or a sum, as the API and letters tell it, too. */
export function Why({ visit, of, open = false }: { visit: Visit; of: Explanation; open?: boolean }) {
  const { says, mend, formula, citation, confidence, instead } = sayExplanation(of, visit.language);
  return (
    <Details summary={t(visit, 'why.summary')} open={open}>
      <p class="govuk-body">{says}</p>
      {formula !== '' && !says.includes(formula) && (
        <p class="govuk-body">{t(visit, 'why.formula', { formula })}</p>
      )}
      {mend !== undefined && <p class="govuk-body">{mend}</p>}
      {instead.length > 0 && (
        <>
          <p class="govuk-body">{t(visit, 'why.instead')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {instead.map((way) => (
              <li>
                {way.says} ({t(visit, 'why.source', { citation: way.citation, confidence: way.confidence })})
              </li>
            ))}
          </ul>
        </>
      )}
      {citation !== '' && <p class="govuk-hint">{t(visit, 'why.source', { citation, confidence })}</p>}
    </Details>
  );
}
