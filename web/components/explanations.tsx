import type { Explanation } from '#shared/domain/law/explanation.ts';
import { sayExplanation } from '#shared/messages/rules/explanation.ts';
import { writtenValue } from '#shared/messages/rules/computation.ts';
import { isTextKey } from '../texts/text.ts';
import { t, type Visit } from '../visit.ts';
import { Details, SummaryList, Tag, type TagColour } from './parts.tsx';
import { formatted } from './refusal-text.ts';

/** How a finding is to be taken, in one word. */
export function takenAs(
  visit: Visit,
  { verdict, severity }: Pick<Explanation, 'verdict' | 'severity'>,
): { word: string; colour: TagColour } {
  if (verdict === 'unknown') return { word: t(visit, 'rules.unknown'), colour: 'grey' };
  if (verdict !== 'fails') return { word: t(visit, 'rules.passes'), colour: 'green' };
  switch (severity) {
    case 'block':
      return { word: t(visit, 'rules.forbids'), colour: 'red' };
    case 'hold':
      return { word: t(visit, 'rules.holds'), colour: 'purple' };
    case 'warn':
      return { word: t(visit, 'rules.warns'), colour: 'orange' };
    case 'inform':
    case undefined:
      return { word: t(visit, 'rules.informs'), colour: 'blue' };
  }
}

/** What was found, how to mend it, and on demand why: the same as the API and letters tell. */
export function Explained({ visit, explanation }: { visit: Visit; explanation: Explanation }) {
  const { title, says, mend } = sayExplanation(explanation, visit.language);
  const { word, colour } = takenAs(visit, explanation);
  return (
    <div class="vd-rule" id={`rule-${explanation.follows}`}>
      <p class="govuk-body">
        <Tag colour={colour}>{word}</Tag> <strong>{title}</strong>
      </p>
      {says !== '' && <p class="govuk-body">{says}</p>}
      {mend !== undefined && (
        <p class="govuk-body">
          <strong>{t(visit, 'rules.mend')}:</strong> {mend}
        </p>
      )}
      <Why visit={visit} explanation={explanation} />
    </div>
  );
}

/** Facts that were read, computation, where it stands and how sure that is. */
function Why({ visit, explanation }: { visit: Visit; explanation: Explanation }) {
  const { formula, citation, confidence } = sayExplanation(explanation, visit.language);
  const facts = explanation.facts.flatMap(({ key, value }) => {
    const label = `ruleFact.${key}`;
    return isTextKey(label) ? [{ key: t(visit, label), value: writtenValue(value, visit.language) }] : [];
  });
  return (
    <Details summary={t(visit, 'rules.why')}>
      <SummaryList
        lines={[
          ...facts,
          { key: t(visit, 'rules.formula'), value: formula },
          { key: t(visit, 'rules.eligibleOn'), value: formatted(explanation.eligibleOn) },
          { key: t(visit, 'rules.citation'), value: `${citation} (${explanation.follows})` },
          { key: t(visit, 'rules.confidence'), value: confidence },
        ]}
      />
    </Details>
  );
}
