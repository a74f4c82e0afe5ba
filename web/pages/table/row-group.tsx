import type { TableRow } from '#shared/use-cases/table/table-rows.ts';
import { Tag } from '../../components/parts.tsx';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import { t, type Visit } from '../../visit.ts';
import { isTickable, manyForm } from './many-acts.ts';
import { tableHref, type Asked } from './table-address.ts';
import {
  appraisedText,
  awardsText,
  findingLines,
  inALine,
  opinionsText,
  placeText,
  whereText,
  type Group,
} from './table-words.ts';

type Numbered = Group['rows'][number];

interface Props {
  readonly visit: Visit;
  readonly group: Group;
  readonly asked: Asked;
  readonly ticked: string | undefined;
  /** As it was sent, where the form came back. */
  readonly picked: readonly string[] | undefined;
}

/** Rows of one form and kind. */
export function RowGroup({ visit, group, asked, ticked, picked }: Props) {
  const { key, title, rows } = group;
  const all = ticked === '1' || ticked === key;
  const isTicked = (row: TableRow): boolean => (picked === undefined ? all : picked.includes(row.id));
  return (
    <>
      {rows.some(({ row }) => isTickable(row)) && (
        <p class="govuk-body vd-beside">
          <a class="govuk-link" href={tableHref(asked, '', { all: key })}>
            {t(visit, 'table.allOf')}
            <span class="govuk-visually-hidden"> {title}</span>
          </a>
        </p>
      )}
      <Table<Numbered>
        caption={title}
        rows={rows}
        columns={[
          { head: t(visit, 'col.ordinal'), cell: ({ ordinal }) => ordinal, numeric: true },
          {
            head: t(visit, 'col.subject'),
            cell: ({ ordinal, row }) => (
              <Taken visit={visit} row={row} ticked={isTicked(row)} first={ordinal === 1} />
            ),
          },
          { head: t(visit, 'table.achievement'), cell: ({ row }) => <Achieved row={row} /> },
          { head: t(visit, 'table.awards'), cell: ({ row }) => awardsText(visit, row) },
          { head: t(visit, 'table.rules'), cell: ({ row }) => <Findings visit={visit} row={row} /> },
          { head: t(visit, 'table.opinions'), cell: ({ row }) => opinionsText(visit, row) },
          { head: t(visit, 'table.place'), cell: ({ row }) => placeText(visit, row) },
          { head: t(visit, 'table.appraised'), cell: ({ row }) => appraisedText(visit, row) },
          { head: t(visit, 'table.where'), cell: ({ row }) => whereText(visit, row) },
        ]}
      />
    </>
  );
}

/** The name with its tick, where anything may be done to it from here, and the way to its case. */
function Taken({
  visit,
  row,
  ticked,
  first,
}: {
  visit: Visit;
  row: TableRow;
  ticked: boolean;
  first: boolean;
}) {
  const { id, turn, label, unit } = row;
  const name = nameText(visit, label);
  const born = label.birthYear === undefined || label.namesake ? '' : ` (${String(label.birthYear)})`;
  const tickId = first ? `${manyForm}-case-0` : `${manyForm}-case-${id}`;
  return (
    <div class="vd-taken">
      {isTickable(row) && (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={tickId}
              name="case"
              value={id}
              checked={ticked}
            />
            <label class="govuk-label govuk-checkboxes__label" for={tickId}>
              <span class="govuk-visually-hidden">
                {t(visit, 'gather.take')}: {name}
              </span>
            </label>
          </div>
          <input type="hidden" name={`turn.${id}`} value={String(turn)} />
        </div>
      )}
      <div>
        <a class="govuk-link" href={`/cases/${id}`} target="vd-case">
          {name}
          {born}
        </a>
        <br />
        {[label.unit, unit.shortName].filter((part) => part !== '').join(' – ')}
      </div>
    </div>
  );
}

function Achieved({ row: { content } }: { row: TableRow }) {
  return (
    <>
      {content.citation}
      <br />
      <span class="govuk-hint">{inALine(content.report)}</span>
    </>
  );
}

function Findings({ visit, row: { id, findings } }: { visit: Visit; row: TableRow }) {
  if (findings.length === 0) return <>{t(visit, 'table.clear')}</>;
  return (
    <>
      {findingLines(visit, findings).map(({ word, colour, rules }) => (
        <div>
          <Tag colour={colour}>{word}</Tag>{' '}
          <a class="govuk-link" href={`/cases/${id}/rules`} target="vd-case">
            {rules}
          </a>
        </div>
      ))}
    </>
  );
}
