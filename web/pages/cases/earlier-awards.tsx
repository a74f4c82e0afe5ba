import type { AwardHistory, EarlierAward } from '#shared/use-cases/subjects/award-history.ts';
import { Section } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { t, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';
import { achievementText } from '../past/past-pages.tsx';

/** What the subject, and all told to be the same, were awarded before; and since when that is all of it. */
export function EarlierAwards({ visit, history }: { visit: Visit; history: AwardHistory }) {
  const { awards, knownSince } = history;
  return (
    <Section title={t(visit, 'past.earlier')}>
      {awards.length === 0 ? (
        <p class="govuk-body">{t(visit, 'past.earlierNone')}</p>
      ) : (
        <AwardTable visit={visit} awards={awards} />
      )}
      <p class="govuk-hint">
        {knownSince === undefined
          ? t(visit, 'past.earlierUnknown')
          : t(visit, 'past.earlierKnown', { day: formatted(knownSince) })}
      </p>
    </Section>
  );
}

/** Where whoever asks about a like name learns more than that there is one: only of what their own office has. */
export function EarlierOfLikeness({
  visit,
  earlier,
}: {
  visit: Visit;
  earlier: readonly { readonly name: string; readonly awards: readonly EarlierAward[] }[];
}) {
  return (
    <>
      {earlier
        .filter(({ awards }) => awards.length > 0)
        .map(({ name, awards }) => (
          <AwardTable visit={visit} awards={awards} of={name} />
        ))}
    </>
  );
}

function AwardTable({
  visit,
  awards,
  of = '',
}: {
  visit: Visit;
  awards: readonly EarlierAward[];
  of?: string;
}) {
  return (
    <Table<EarlierAward>
      caption={of === '' ? t(visit, 'past.earlier') : `${t(visit, 'past.earlier')}: ${of}`}
      hiddenCaption={of === ''}
      rows={awards}
      columns={[
        { head: t(visit, 'past.formOfRow'), cell: ({ form, on }) => formName(visit, form, on) },
        { head: t(visit, 'past.decisionOf'), cell: ({ number }) => number },
        { head: t(visit, 'past.date'), cell: ({ on }) => formatted(on) },
        { head: t(visit, 'past.authority'), cell: ({ authority }) => authority },
        { head: t(visit, 'past.achievement'), cell: (award) => achievementText(award) },
      ]}
    />
  );
}
