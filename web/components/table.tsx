import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row, index: number) => Child;
  readonly numeric?: boolean;
}

/** A table on a wide screen; on a phone each row is a card whose cells carry their heads. Empty columns are left out. */
export function Table<Row>({
  caption,
  columns: all,
  rows,
  hiddenCaption = false,
  cards = true,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  hiddenCaption?: boolean;
  /** False for what is narrow enough to stay a table on a phone. */
  cards?: boolean;
}) {
  const columns = all.filter(
    ({ cell }) => rows.length === 0 || rows.some((row, index) => cell(row, index) !== ''),
  );
  return (
    <table class={`govuk-table${cards ? ' vd-table' : ''}`}>
      <caption
        class={`govuk-table__caption ${hiddenCaption ? 'govuk-visually-hidden' : 'govuk-table__caption--m'}`}
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ head, numeric = false }) => (
            <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row, index) => (
          <tr class="govuk-table__row">
            {columns.map(({ head, cell, numeric = false }) => (
              <td
                class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}
                data-label={head}
              >
                {cell(row, index)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
