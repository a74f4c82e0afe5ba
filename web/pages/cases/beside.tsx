import { law } from '#shared/regimes/shipped.ts';
import type { Side } from '#shared/use-cases/rules/sides.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Details } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import type { TextKey } from '../../texts/text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { EndReason } from './end-reason.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly sides: readonly Side[];
}

/** This case and each that looks like it, side by side: a person judges. */
export function Beside({ visit, view, sides }: Props) {
  const own = view.content;
  if (own === undefined || sides.length === 0) return null;
  return (
    <Details summary={t(visit, 'rules.beside')} open>
      {sides.map((side) => (
        <>
          <Table
            caption={t(visit, 'rules.beside')}
            hiddenCaption
            columns={[
              { head: t(visit, 'col.matterOf'), cell: ([label]) => <strong>{label}</strong> },
              { head: t(visit, 'rules.thisCase'), cell: ([, mine]) => mine },
              { head: t(visit, 'rules.otherCase'), cell: ([, , theirs]) => theirs },
            ]}
            rows={compared(
              visit,
              { ...own, name: own.printedName, form: view.form?.code ?? '', status: view.status },
              side,
            )}
          />
          <Judged visit={visit} view={view} side={side} />
          {side.end !== undefined && <EndReason visit={visit} end={side.end} />}
          {side.case !== undefined && (
            <p class="govuk-body">
              {side.readable ? (
                <a class="govuk-link" href={`/cases/${side.case}`}>
                  {t(visit, 'rules.openOther')}
                </a>
              ) : (
                t(visit, 'rules.notReadable')
              )}
            </p>
          )}
        </>
      ))}
    </Details>
  );
}

/** What was concluded about the two, with its reason where it was said on this case; or where it may be said. */
function Judged({ visit, view, side }: Omit<Props, 'sides'> & { readonly side: Side }) {
  const { id, judged } = side;
  if (judged === undefined) return null;
  if (judged === 'open')
    return view.allowed.includes('judgeAchievement') ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${view.id}#act-judgeAchievement`}>
          {t(visit, 'rules.judgeHere')}
        </a>
      </p>
    ) : null;
  const answer = t(visit, `rules.judge.${judged}`);
  const said = view.timeline.findLast(
    ({ act, facts }) => act.startsWith('AchievementsTold') && facts['other'] === id,
  );
  const reason = said?.words?.['reason'];
  const who = [said?.by?.name ?? '', said?.by?.organisation ?? ''].filter((part) => part !== '').join(', ');
  return (
    <p class="govuk-body">
      {typeof reason === 'string'
        ? t(visit, 'rules.judgedBy', { answer, reason, who })
        : t(visit, 'rules.judged', { answer })}
    </p>
  );
}

type Compared = Omit<Side, 'id' | 'case' | 'readable' | 'judged'>;
type Row = readonly [label: string, mine: string, theirs: string];

function compared(visit: Visit, mine: Compared, theirs: Compared): Row[] {
  const row = (key: TextKey, said: (one: Compared) => string): Row => [
    t(visit, key),
    said(mine),
    said(theirs),
  ];
  const form = ({ form: code }: Compared): string => {
    const known = law.form(code);
    return known === undefined ? code : inLanguage(visit, known.name);
  };
  const time = ({ achievementFrom, achievementTo }: Compared): string =>
    [formatted(achievementFrom), formatted(achievementTo)].filter((day) => day !== '').join(' – ');
  return [
    row('rules.name', ({ name }) => name),
    row('rules.birthYear', ({ birthYear }) => String(birthYear ?? '')),
    row('rules.unit', ({ unit }) => unit),
    row('rules.form', form),
    row('rules.time', time),
    row('rules.achievement', ({ citation = '' }) => citation),
    row('rules.became', (one) => became(visit, one)),
  ];
}

/** What it became: the award with its decision, or when and where it ended without one. */
function became(visit: Visit, { status, decision, endedOn, endedBy = '' }: Compared): string {
  const word = m(visit, 'status', status);
  if (decision !== undefined) {
    const { number, date, authority } = decision;
    return t(visit, 'rules.awardedBy', { word, number, day: formatted(date), authority });
  }
  if (endedOn === undefined) return word;
  const day = formatted(endedOn);
  return endedBy === ''
    ? t(visit, 'rules.endedOn', { word, day })
    : t(visit, 'rules.endedBy', { word, day, office: endedBy });
}
