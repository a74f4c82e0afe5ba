import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import { plainText } from './plain-text.ts';

/** One thing after another, as a document has it; what each looks like is decided here alone. */
export type Part =
  | { readonly office: string }
  | { readonly title: string }
  | { readonly centred: string }
  | { readonly heading: string; readonly onNewPage?: boolean }
  | { readonly subheading: string }
  | { readonly text: string }
  | { readonly small: string }
  | {
      readonly head: readonly string[];
      /** Of each column, in percent of the page. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

/** Millimetres of A4 as OOXML counts them: twentieths of a point. */
const millimetres = (many: number): number => Math.round((many * 1_440) / 25.4);

/**
 * A document (ECMA-376, WordprocessingML) on A4 lying across, in Times New Roman 13 with the margins of Decree 30/2020/NĐ-CP,
 * Annex I; heads of tables stand again on each page, pages are numbered.
 */
export async function writeDocx(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    creator: 'Vinh Danh',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: millimetres(210),
              height: millimetres(297),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: {
              top: millimetres(20),
              bottom: millimetres(20),
              left: millimetres(30),
              right: millimetres(15),
            },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: parts.map(drawn),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });

function drawn(part: Part): FileChild {
  if ('head' in part) return table(part);
  if ('office' in part) return line(part.office, { bold: true });
  if ('title' in part)
    return line(part.title, { bold: true, centred: true, heading: HeadingLevel.TITLE, before: 240 });
  if ('centred' in part) return line(part.centred, { centred: true });
  if ('heading' in part)
    return line(part.heading, {
      bold: true,
      heading: HeadingLevel.HEADING_1,
      before: 240,
      onNewPage: part.onNewPage === true,
    });
  if ('subheading' in part)
    return line(part.subheading, { bold: true, heading: HeadingLevel.HEADING_2, before: 200 });
  if ('small' in part) return line(part.small, { small: true });
  return line(part.text, {});
}

interface Look {
  readonly bold?: boolean;
  readonly centred?: boolean;
  readonly small?: boolean;
  readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  /** Twentieths of a point above it. */
  readonly before?: number;
  readonly onNewPage?: boolean;
}

function line(text: string, { bold = false, centred = false, small = false, ...look }: Look): Paragraph {
  const { heading, before = 0, onNewPage = false } = look;
  const run = { text: plainText(text), bold, color: '000000', font: 'Times New Roman' };
  return new Paragraph({
    ...(heading && { heading }),
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before, after: 80 },
    pageBreakBefore: onNewPage,
    children: [new TextRun({ ...run, size: small ? 22 : 26 })],
  });
}

function table({ head, widths, rows }: Extract<Part, { head: unknown }>): Table {
  const cell = (text: string, place: number, bold: boolean) => {
    const run = { text: plainText(text), bold, size: 24, font: 'Times New Roman' };
    return new TableCell({
      width: { size: widths[place] ?? 10, type: WidthType.PERCENTAGE },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [new Paragraph({ children: [new TextRun(run)] })],
    });
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text, place) => cell(text, place, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((text, place) => cell(text, place, false)) }),
      ),
    ],
  });
}
