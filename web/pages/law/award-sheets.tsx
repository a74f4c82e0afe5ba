import type { AwardSheet } from '#shared/domain/law/award-sheet.ts';
import { levels } from '#shared/domain/directory.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import { Details, Section, SummaryList } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Why } from '../../components/why.tsx';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { dongText } from '../money/money-text.ts';
import { ConfidenceTags, spanText } from './provision-table.tsx';

interface Props {
  readonly visit: Visit;
  readonly sheets: readonly AwardSheet[];
  readonly day: CivilDate;
}

/** Award forms that are asked for, by who decides; then what a subject may hold besides. */
export function AwardSheets({ visit, sheets, day }: Props) {
  const awards = sheets.filter(({ group }) => group === 'commendation');
  const others = sheets.filter(({ group }) => group !== 'commendation');
  return (
    <Section title={t(visit, 'law.part.form')}>
      <p class="govuk-hint">{t(visit, 'law.sums', { day: formatted(day) })}</p>
      {[...levels, undefined].map((level) => (
        <Group
          visit={visit}
          title={t(visit, `law.level.${level ?? 'other'}`)}
          sheets={awards.filter((sheet) => sheet.level === level)}
        />
      ))}
      <Group visit={visit} title={t(visit, 'law.titles')} sheets={others} />
    </Section>
  );
}

function Group({ visit, title, sheets }: { visit: Visit; title: string; sheets: readonly AwardSheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      {sheets.map((sheet) => (
        <Details summary={inLanguage(visit, sheet.form.title)} id={`form-${sheet.code}`}>
          <Sheet visit={visit} sheet={sheet} />
        </Details>
      ))}
    </>
  );
}

function Sheet({ visit, sheet: { form, sums, papers, ways } }: { visit: Visit; sheet: AwardSheet }) {
  return (
    <>
      <SummaryList
        lines={[
          { key: t(visit, 'law.authority'), value: inLanguage(visit, form.value.authority) },
          {
            key: t(visit, 'law.kinds'),
            value: form.value.subjectKinds.map((kind) => m(visit, 'subjectKind', kind)).join(', '),
          },
          { key: t(visit, 'law.from'), value: spanText(visit, form) },
          { key: t(visit, 'law.source'), value: form.citation },
          { key: t(visit, 'law.sureness'), value: <ConfidenceTags visit={visit} of={form} /> },
        ]}
      />
      {sums.map((sum) => (
        <>
          <p class="govuk-body">
            {t(visit, sum.why.because === 'atMost' ? 'law.sumAtMost' : 'law.sum', {
              kind: m(visit, 'subjectKind', sum.subjectKind),
              coefficient: sum.coefficient.toLocaleString('vi-VN'),
              dong: dongText(sum.dong),
            })}
          </p>
          <Why visit={visit} of={sum.why} />
        </>
      ))}
      {papers.length > 0 && (
        <>
          <p class="govuk-body">
            <strong>{t(visit, 'law.part.paper')}</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {papers.map(({ title, value }) => (
              <li>
                {inLanguage(visit, title)} ({t(visit, `law.stage.${value.stage}`)})
              </li>
            ))}
          </ul>
        </>
      )}
      {ways.length === 0 && (
        <p class="govuk-body">{t(visit, form.code === 'MH_CN' ? 'law.modelWay' : 'law.noWay')}</p>
      )}
      {ways.map(({ title, value, citation, ...way }) => (
        <>
          <p class="govuk-body">
            <strong>{inLanguage(visit, title)}</strong>
            {value.lane === undefined ? '' : ` (${t(visit, `lane.${value.lane}`)})`}{' '}
            <ConfidenceTags visit={visit} of={way} />
          </p>
          <ol class="govuk-list govuk-list--number">
            {value.steps.map((step) => (
              <li>
                {inLanguage(visit, step.title)}
                {step.when === undefined ? '' : ` (${t(visit, 'law.onlyWhen')})`}
              </li>
            ))}
          </ol>
          <p class="govuk-hint">{citation}</p>
        </>
      ))}
    </>
  );
}
