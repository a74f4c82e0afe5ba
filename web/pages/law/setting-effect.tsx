import type { SettingPreview } from '#shared/use-cases/law/setting-preview.ts';
import { takenAs } from '../../components/explanations.tsx';
import { Warning } from '../../components/parts.tsx';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { inLanguage, t, type Visit } from '../../visit.ts';
import { dongText } from '../money/money-text.ts';
import { ChangesTable } from './changes-table.tsx';

type Moved = SettingPreview['cases'][number];

/** What a setting would change: of the law, and of the open cases. */
export function SettingEffect({ visit, preview }: { visit: Visit; preview: SettingPreview }) {
  const { changes, begun, looked, judged, more, count, cases } = preview;
  return (
    <>
      {begun && <Warning visit={visit}>{t(visit, 'settings.begun')}</Warning>}
      <ChangesTable visit={visit} changes={changes} />
      <p class="govuk-body">{t(visit, 'settings.looked', { looked, count })}</p>
      {judged < looked && <p class="govuk-body">{t(visit, 'settings.judged', { judged })}</p>}
      {more && <p class="govuk-body">{t(visit, 'settings.more')}</p>}
      {cases.length > 0 && (
        <Table<Moved>
          caption={t(visit, 'settings.moved')}
          rows={cases}
          columns={[
            {
              head: t(visit, 'settings.case'),
              cell: (one) => (
                <a class="govuk-link" href={`/cases/${one.case}`}>{`${one.name} (${one.publicCode})`}</a>
              ),
            },
            {
              head: t(visit, 'settings.steps'),
              cell: (one) => (one.steps.length === 0 ? '' : <MovedSteps visit={visit} moved={one} />),
            },
            { head: t(visit, 'settings.money'), cell: (one) => moneyText(visit, one) },
            { head: t(visit, 'settings.rules'), cell: (one) => <MovedRules visit={visit} moved={one} /> },
          ]}
        />
      )}
    </>
  );
}

function moneyText(visit: Visit, { money }: Moved): string {
  if (money === undefined) return '';
  const sum = (dong: number | undefined): string =>
    dong === undefined ? t(visit, 'law.nothing') : dongText(dong);
  return `${sum(money.was)} → ${sum(money.becomes)}`;
}

function MovedRules({ visit, moved }: { visit: Visit; moved: Moved }) {
  const word = (found: Moved['rules'][number]['was']): string =>
    found === undefined ? t(visit, 'settings.notAsked') : takenAs(visit, found).word;
  const lines = moved.rules.map(
    ({ rule, was, becomes }) => `${inLanguage(visit, ruleTitle(rule))}: ${word(was)} → ${word(becomes)}`,
  );
  return <span class="vd-lines">{lines.join('\n')}</span>;
}

function MovedSteps({ visit, moved }: { visit: Visit; moved: Moved }) {
  const dayText = (day: string | undefined): string => formatted(day) || t(visit, 'law.nothing');
  return (
    <span class="vd-lines">
      {moved.steps
        .map(
          ({ title, was, becomes }) => `${inLanguage(visit, title)}: ${dayText(was)} → ${dayText(becomes)}`,
        )
        .join('\n')}
    </span>
  );
}
