import type { OpinionsView } from '#shared/use-cases/views/opinions-of.ts';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { m, t, type Visit } from '../../visit.ts';

/** What other offices were asked about the case, and answered: for whoever appraises, votes or decides. */
export function Opinions({ visit, opinions }: { visit: Visit; opinions: readonly OpinionsView[] }) {
  if (opinions.length === 0) return null;
  return (
    <Section title={t(visit, 'opinion.title')}>
      {opinions.map((asking) => (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`/lists/${asking.list}`}>
              {t(visit, 'opinion.request', { day: formatted(asking.dueOn) })}
            </a>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {asking.answers.map((answer) => (
              <li>{answerText(visit, answer)}</li>
            ))}
            {asking.missing.map(({ name }) => (
              <li>{t(visit, 'opinion.missing', { names: name })}</li>
            ))}
          </ul>
          {asking.wentOn !== undefined && (
            <p class="govuk-body">{t(visit, 'opinion.wentOn', { reason: asking.wentOn })}</p>
          )}
        </>
      ))}
    </Section>
  );
}

function answerText(visit: Visit, answer: OpinionsView['answers'][number]): string {
  const { organisation, opinion, reason = '', paper, on, firstOn } = answer;
  const corrected =
    firstOn === undefined
      ? ''
      : t(visit, 'opinion.corrected', { day: formatted(on), first: formatted(firstOn) });
  const source =
    paper === undefined
      ? firstOn === undefined
        ? formatted(on)
        : ''
      : t(visit, 'opinion.paper', { number: paper.number, day: formatted(paper.date) });
  return [`${organisation.name}: ${m(visit, 'opinion', opinion)}`, reason, source, corrected]
    .filter((part) => part !== '')
    .join(' – ');
}
