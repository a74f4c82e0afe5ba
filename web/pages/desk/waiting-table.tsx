import type { InboxPage } from '#shared/use-cases/views/waiting.ts';
import { Tag } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { m, t, type Visit } from '../../visit.ts';
import { wayToList } from '../lists/start-for.ts';

export type Waiting = InboxPage['rows'][number];

export const isOverdue = (visit: Visit, row: Waiting): boolean =>
  row.dueOn !== undefined && row.dueOn < visit.today;

/** What waits for a person: cases and lists, by the day they are due. */
export function WaitingTable({
  visit,
  rows,
  caption,
}: {
  visit: Visit;
  rows: readonly Waiting[];
  caption: string;
}) {
  return (
    <Table<Waiting>
      caption={caption}
      hiddenCaption
      rows={rows}
      columns={[
        {
          head: t(visit, 'col.matter'),
          cell: (row) => (
            <a class="govuk-link" href={row.of === 'case' ? `/cases/${row.id}` : `/lists/${row.id}`}>
              {nameText(visit, { ...row, name: row.label })}
            </a>
          ),
        },
        { head: t(visit, 'col.unit'), cell: (row) => row.unit },
        { head: t(visit, 'col.todo'), cell: (row) => <Todo visit={visit} row={row} /> },
        {
          head: t(visit, 'col.due'),
          cell: (row) =>
            row.dueOn === undefined ? (
              ''
            ) : (
              <>
                {formatted(row.dueOn)}{' '}
                {isOverdue(visit, row) && <Tag colour="red">{t(visit, 'inbox.overdue')}</Tag>}
                {row.dueOn === visit.today && <Tag colour="orange">{t(visit, 'inbox.today')}</Tag>}
              </>
            ),
        },
      ]}
    />
  );
}

/** What is to be done; where a list is what takes it on, the way to one. */
function Todo({ visit, row }: { visit: Visit; row: Waiting }) {
  const [organisation = ''] = row.holder.split('#');
  const way =
    row.of === 'case' && row.standing === 'free'
      ? wayToList({
          organisation,
          stepKind: row.stepKind,
          case: row.id,
          caseKind: row.caseKind,
          sealed: row.sealedNumber !== undefined,
        })
      : undefined;
  if (way === undefined) return <>{todoText(visit, row)}</>;
  const onward = t(visit, `onward.${way.kind}`);
  const label = `${onward}: ${nameText(visit, { ...row, name: row.label })}`;
  return (
    <>
      {todoText(visit, row)}
      <br />
      <a class="govuk-link" href={way.href} aria-label={label}>
        {onward}
      </a>
    </>
  );
}

function todoText(visit: Visit, row: Waiting): string {
  if (row.of === 'list') {
    const rows = row.rows ?? 0;
    if (row.asked === true) return t(visit, 'inbox.opinion', { rows });
    if (row.listKind === 'opinionRequest' && row.listState === 'ISSUED')
      return t(visit, 'inbox.awaiting', { rows });
    const state = m(visit, 'listState', row.listState ?? '');
    return t(visit, 'inbox.list', {
      kind: m(visit, 'listKind', row.listKind ?? ''),
      state,
      rows,
    });
  }
  if (row.standing === 'supplement') return t(visit, 'caseAct.answerSupplement');
  const step = m(visit, 'stepKind', row.stepKind);
  const beside = row.standing === 'hold' ? m(visit, 'standing', row.standing) : '';
  const struck = row.struckFrom === undefined ? '' : t(visit, 'inbox.struck');
  return [step, beside, struck].filter((part) => part !== '').join(' – ');
}
