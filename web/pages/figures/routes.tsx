import { Hono } from 'hono';
import { z } from 'zod';
import { attachmentNamed } from '#shared/files/content-disposition.ts';
import {
  askedFigures,
  askedRows,
  awardRowsSchema,
  figuresQuerySchema,
  paceRowsSchema,
  standingRowsSchema,
} from '#shared/use-cases/figures/figure-query.ts';
import {
  readAwardRows,
  readPaceRows,
  readStandingRows,
  rowsAnExport,
  type FigureRows,
  type RowsAsked,
} from '#shared/use-cases/figures/figure-rows.ts';
import { readFigures } from '#shared/use-cases/figures/figures-view.ts';
import { stepName } from '#shared/use-cases/figures/step-name.ts';
import { writeXlsx, type Sheet } from '#shared/tables/write-xlsx.ts';
import type { Ports } from '#shared/ports.ts';
import { parseCommand } from '../../forms/faults.ts';
import { show } from '../../show.tsx';
import {
  inLanguage,
  m,
  ownVisit,
  t,
  type OwnVisit,
  type PageContext,
  type PageEnv,
  type PageOptions,
  type Visit,
} from '../../visit.ts';
import { figureSheets, figuresOf, rowSheet } from './figure-sheets.ts';
import { FiguresPage } from './figures-page.tsx';
import { formInYear } from './form-in-year.ts';
import { FigureRowsPage } from './rows-page.tsx';

/** What is asked of one list, and how it is called. */
interface Behind {
  readonly asked: RowsAsked;
  readonly what: string;
  readonly read: (asked: RowsAsked) => Promise<FigureRows>;
}

const lists = { cases: standing, awards, paces } as const;

const oneFigureSchema = figuresQuerySchema.extend({ figure: z.string().max(40).optional() });

/** Numbers of what an office may read, and the cases behind each. */
export function figurePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const viewOf = (c: PageContext) =>
    readFigures(ports, ownVisit(c).signedIn.person, askedFigures(parsed(c, figuresQuerySchema)));

  app.get('/figures', async (c) => show(c, <FiguresPage visit={ownVisit(c)} view={await viewOf(c)} />));

  app.get('/figures/tables.xlsx', async (c) => {
    const visit = ownVisit(c);
    const { figure } = parsed(c, oneFigureSchema);
    const all = figuresOf(visit, await viewOf(c));
    const wanted = all.filter(({ id }) => figure === undefined || id === figure);
    return sendWorkbook(c, `so-lieu-${figure ?? 'tat-ca'}-${visit.today}`, figureSheets(wanted));
  });

  for (const [name, behind] of Object.entries(lists)) {
    app.get(`/figures/${name}`, async (c) => {
      const visit = ownVisit(c);
      const { asked, what, read } = behind(ports, visit, c);
      const address = { path: c.req.path, query: withoutOthers(c.req.query()) };
      return show(c, <FigureRowsPage visit={visit} found={await read(asked)} what={what} {...address} />);
    });
    app.get(`/figures/${name}.xlsx`, async (c) => {
      const visit = ownVisit(c);
      const found = await behind(ports, visit, c).read({ page: 1, size: rowsAnExport });
      return sendWorkbook(c, `ho-so-${visit.today}`, [rowSheet(visit, found)]);
    });
  }
  return app;
}

function standing(ports: Ports, visit: OwnVisit, c: PageContext): Behind {
  const said = parsed(c, standingRowsSchema);
  const { office: _office, round, year: _year, page: _page, level, ...filter } = said;
  const query = { ...askedFigures(said), round, level };
  const { status, standing: stands, step } = filter;
  return {
    asked: askedRows(said),
    read: (asked) => readStandingRows(ports, visit.signedIn.person, query, { filter, asked }),
    what: whatOf(visit, [
      status && m(visit, 'status', status),
      stands && m(visit, 'standing', stands),
      step && inLanguage(visit, stepName(step).title),
      level && t(visit, `past.level.${level}`),
    ]),
  };
}

function awards(ports: Ports, visit: OwnVisit, c: PageContext): Behind {
  const said = parsed(c, awardRowsSchema);
  const { office: _office, round: _round, year: _year, page: _page, ...filter } = said;
  const year = said.year ?? visit.today.slice(0, 4);
  const { form, kind, sex, work } = filter;
  return {
    asked: askedRows(said),
    read: (asked) => readAwardRows(ports, visit.signedIn.person, askedFigures(said), { filter, asked }),
    what: whatOf(visit, [
      t(visit, 'figures.awardTitle', { year }),
      form && formInYear(visit, form, Number(year)),
      kind && m(visit, 'subjectKind', kind),
      sex && t(visit, `figures.sex.${sex}`),
      work && t(visit, `figures.work.${work}`),
    ]),
  };
}

function paces(ports: Ports, visit: OwnVisit, c: PageContext): Behind {
  const said = parsed(c, paceRowsSchema);
  const query = { ...askedFigures(said), step: said.step };
  return {
    asked: askedRows(said),
    read: (asked) => readPaceRows(ports, visit.signedIn.person, query, asked),
    what: whatOf(visit, [inLanguage(visit, stepName(said.step).title), said.year]),
  };
}

/** What a form left empty isn't asked. @throws Refusal InputInvalid */
const parsed = <T,>(c: PageContext, schema: z.ZodType<T>): T =>
  parseCommand(schema, Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== '')));

const withoutOthers = ({
  lang: _language,
  done: _done,
  ...query
}: Record<string, string>): Record<string, string> => query;

function whatOf(visit: Visit, parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? t(visit, 'figures.allRows') : said.join(', ');
}

/** Kept in no cache, like a page. */
function sendWorkbook(c: PageContext, name: string, sheets: readonly Sheet[]): Response {
  return c.body(writeXlsx(sheets.length === 0 ? [{ name, head: [name], rows: [] }] : sheets), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': attachmentNamed(`${name}.xlsx`),
    'cache-control': 'no-store',
  });
}
