import type { Annex, ListRow, NumberedRow } from '#shared/domain/list.ts';
import { missingOn } from '#shared/domain/opinion.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** As the form was called on a day: today, where none is named. */
export function formName(visit: Visit, code: string | undefined, day: CivilDate = visit.today): string {
  const form = law.formOn(code ?? '', day);
  return form === undefined ? '' : inLanguage(visit, form.name);
}

/** Rows in their order; on a decision one table an annex, each counted on its own. */
export function RowTables({ visit, view }: { visit: Visit; view: ListView }) {
  const { rows } = view;
  if (rows.length === 0) return <p class="govuk-body">{t(visit, 'list.empty')}</p>;
  const annexes = [...new Set(rows.map((row) => row.annex))];
  return (
    <>
      {annexes.map((annex, index) => (
        <Table<NumberedRow>
          caption={annex === undefined ? t(visit, 'list.rows') : annexTitle(visit, annex, index + 1)}
          hiddenCaption={annex === undefined}
          rows={rows.filter((row) => row.annex === annex)}
          columns={columns(visit, view)}
        />
      ))}
    </>
  );
}

function annexTitle(visit: Visit, annex: Annex, number: number): string {
  return t(visit, 'list.annex', { number, what: t(visit, `annex.${annex}`) });
}

function columns(visit: Visit, view: ListView): Column<NumberedRow>[] {
  const { list } = view;
  const decides = list.kind === 'decision';
  return [
    { head: t(visit, 'col.ordinal'), cell: (row) => row.annexOrdinal ?? row.ordinal },
    {
      head: t(visit, 'col.subject'),
      cell: (row) => (
        <a class="govuk-link" href={`/cases/${row.case}`}>
          {nameText(visit, row)}
        </a>
      ),
    },
    { head: t(visit, 'col.unit'), cell: (row) => row.unit },
    { head: t(visit, 'col.form'), cell: (row) => formName(visit, row.form) },
    ...(list.kind === 'letter'
      ? [{ head: t(visit, 'col.recommended'), cell: (row: NumberedRow) => recommendation(visit, row) }]
      : []),
    ...(list.kind === 'session'
      ? [{ head: t(visit, 'col.result'), cell: (row: NumberedRow) => resultText(visit, row) }]
      : []),
    ...(list.kind === 'opinionRequest'
      ? [{ head: t(visit, 'col.opinion'), cell: (row: NumberedRow) => opinionsText(visit, view, row) }]
      : []),
    ...(decides
      ? [{ head: t(visit, 'col.goldenBook'), cell: (row: NumberedRow) => row.goldenBookNumber ?? '' }]
      : []),
  ];
}

function recommendation(visit: Visit, row: ListRow): string {
  const word = t(visit, row.recommended ? 'gather.recommended' : 'gather.notRecommended');
  return row.remark === '' ? word : `${word}: ${row.remark}`;
}

/** What each that is asked answered on the row; who hasn't, once it is issued. */
function opinionsText(visit: Visit, { asked = [], list }: ListView, row: ListRow): string {
  const nameOf = (id: string): string => asked.find((one) => one.id === id)?.shortName ?? '';
  const given = (row.opinions ?? []).map(({ organisation, opinion, reason, on, firstOn }) =>
    [
      `${nameOf(organisation)}: ${m(visit, 'opinion', opinion)}`,
      reason,
      firstOn === undefined
        ? ''
        : t(visit, 'opinion.corrected', { day: formatted(on), first: formatted(firstOn) }),
    ]
      .filter((part) => part !== '')
      .join(' – '),
  );
  const isAsked = asked.some(
    ({ mayAnswer, corrects, outside }) => (mayAnswer || corrects.length > 0) && outside === undefined,
  );
  const missing = list.state === 'ISSUED' && !isAsked ? missingOn(list, row).map(nameOf) : [];
  const waits = missing.length === 0 ? [] : [t(visit, 'opinion.missing', { names: missing.join('; ') })];
  const over = row.over?.why === 'wentOn' ? [t(visit, 'opinion.wentOn', { reason: row.over.reason })] : [];
  return [...given, ...waits, ...over].join('. ');
}

export function resultText(visit: Visit, { result }: ListRow): string {
  if (result === undefined) return t(visit, 'result.none');
  const word = m(visit, 'outcome', result.outcome);
  const counts = t(visit, 'result.counts', { agreed: result.agreed, voting: result.voting });
  return [word, counts, formName(visit, result.otherForm), result.note]
    .filter((part) => part !== '')
    .join('; ');
}

/** Rows that left after closing, and how. */
export function LeftRows({ visit, view }: { visit: Visit; view: ListView }) {
  if (view.left.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t(visit, 'list.left')}</h3>
      <LeftNames visit={visit} view={view} />
    </>
  );
}

export function LeftNames({ visit, view }: { visit: Visit; view: ListView }) {
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {view.left.map((row) => (
          <li>
            {nameText(visit, row)} – {row.state === 'on' ? '' : t(visit, `left.${row.state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Its form and kind of subject. */
export function rowKind(visit: Visit, row: ListRow): string {
  const kind =
    row.subjectKind === undefined
      ? t(visit, row.sealedNumber === undefined ? 'annex.model' : 'annex.sealed')
      : m(visit, 'subjectKind', row.subjectKind);
  return [formName(visit, row.form), kind].filter((part) => part !== '').join(' – ');
}

/** How many of each form and kind: what a signer checks first. */
export function RowCounts({ visit, rows }: { visit: Visit; rows: readonly NumberedRow[] }) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const what = rowKind(visit, row);
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {[...counts].map(([what, count]) => (
        <li>{t(visit, 'list.count', { what, count })}</li>
      ))}
    </ul>
  );
}
