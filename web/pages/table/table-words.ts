import type { RoundTable } from '#shared/use-cases/table/round-table.ts';
import type { RowFinding, TableRow } from '#shared/use-cases/table/table-rows.ts';
import { takenAs } from '../../components/explanations.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';
import { formName } from '../lists/row-tables.tsx';

/** What the table says of a row: the same on the page and in its files. */

export interface Group {
  readonly key: string;
  readonly title: string;
  /** Each with its number in the whole table. */
  readonly rows: readonly { readonly ordinal: number; readonly row: TableRow }[];
}

/** Rows of one form and kind together, in the order of the table. @param from rows on the pages before */
export function groupsOf(visit: Visit, rows: readonly TableRow[], from: number): Group[] {
  const numbered = rows.map((row, place) => ({ ordinal: from + place + 1, row }));
  const groups = Map.groupBy(numbered, ({ row }) => `${row.form}.${row.kind}`);
  return [...groups].map(([key, own]) => ({ key, rows: own, title: groupTitle(visit, own[0]?.row) }));
}

const groupTitle = (visit: Visit, row: TableRow | undefined): string =>
  row === undefined
    ? ''
    : t(visit, 'table.group', {
        form: formName(visit, row.form, row.submittedOn),
        kind: m(visit, 'subjectKind', row.kind).toLocaleLowerCase(visit.language),
      });

const shownAwards = 2;

export function awardsText(visit: Visit, { awards }: TableRow): string {
  if (awards.length === 0) return t(visit, 'table.noAwards');
  const named = awards
    .slice(0, shownAwards)
    .map(({ form, number, on }) =>
      t(visit, 'table.award', { form: formName(visit, form, on), number, year: on.slice(0, 4) }),
    );
  const more = awards.length - named.length;
  return [...named, ...(more > 0 ? [t(visit, 'table.moreAwards', { count: more })] : [])].join('; ');
}

/** What the rules find, of each graveness in a line of its own: `Không được: R09, R14`. */
export function findingLines(visit: Visit, findings: readonly RowFinding[]) {
  const kinds = Map.groupBy(findings, (one) => takenAs(visit, one).word);
  return [...kinds].flatMap(([word, [first, ...more]]) =>
    first === undefined
      ? []
      : [
          {
            word,
            colour: takenAs(visit, first).colour,
            rules: [first, ...more].map(({ rule }) => rule).join(', '),
          },
        ],
  );
}

export function findingsText(visit: Visit, { findings }: TableRow): string {
  if (findings.length === 0) return t(visit, 'table.clear');
  return findingLines(visit, findings)
    .map(({ word, rules }) => `${word}: ${rules}`)
    .join('; ');
}

const lettersInALine = 180;

/** The beginning of a report, cut between two words. */
export function inALine(report: string): string {
  const plain = report.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= lettersInALine) return plain;
  const cut = plain.slice(0, lettersInALine);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

export function opinionsText(visit: Visit, { opinions }: TableRow): string {
  const { agrees, disagrees, none, awaited } = opinions;
  const said = [
    agrees > 0 && t(visit, 'table.agrees', { count: agrees }),
    disagrees > 0 && t(visit, 'table.disagrees', { count: disagrees }),
    none > 0 && t(visit, 'table.noOpinion', { count: none }),
    awaited > 0 && t(visit, 'table.awaited', { count: awaited }),
  ];
  return said.filter((part) => part !== false).join(', ');
}

/** `Thứ tự 3/12; không đề nghị: trùng thành tích`. */
export function placeText(visit: Visit, { place }: TableRow): string {
  if (place === undefined) return '';
  const { ordinal, of, recommended, remark } = place;
  const said = recommended ? remark : [t(visit, 'table.notRecommended'), remark].filter(isSaid).join(': ');
  return [t(visit, 'table.placeOf', { ordinal, of }), said].filter(isSaid).join('; ');
}

export const appraisedText = (visit: Visit, { appraised }: TableRow): string =>
  appraised === undefined ? '' : t(visit, `table.${appraised}`);

export function whereText(visit: Visit, { step, holder, dueOn, status, standing }: TableRow): string {
  if (standing === 'ended') return m(visit, 'status', status);
  if (step === undefined) return m(visit, 'standing', standing);
  const due = dueOn === undefined ? '' : t(visit, 'table.due', { day: formatted(dueOn) });
  return [m(visit, 'standing', standing), inLanguage(visit, step.title), holder?.shortName ?? '', due]
    .filter(isSaid)
    .join(' – ');
}

export function sealedText(visit: Visit, { sealed }: RoundTable): string {
  return sealed
    .map((number) => m(visit, 'sealed', 'label', { number: String(number).padStart(2, '0') }))
    .join(', ');
}

const isSaid = (text: string): boolean => text !== '';
