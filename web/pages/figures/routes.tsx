import { Hono } from 'hono';
import type { z } from 'zod';
import {
  askedFigures,
  askedRows,
  awardRowsSchema,
  figuresQuerySchema,
  paceRowsSchema,
  standingRowsSchema,
} from '#shared/use-cases/figures/figure-query.ts';
import { readAwardRows, readPaceRows, readStandingRows } from '#shared/use-cases/figures/figure-rows.ts';
import { readFigures } from '#shared/use-cases/figures/figures-view.ts';
import { stepName } from '#shared/use-cases/figures/step-name.ts';
import { parseCommand } from '../../forms/faults.ts';
import { show } from '../../show.tsx';
import {
  inLanguage,
  m,
  ownVisit,
  t,
  type PageContext,
  type PageEnv,
  type PageOptions,
  type Visit,
} from '../../visit.ts';
import { formInYear } from './form-in-year.ts';
import { FiguresPage } from './figures-page.tsx';
import { FigureRowsPage } from './rows-page.tsx';

/** Numbers of what an office may read, and the cases behind each. */
export function figurePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/figures', async (c) => {
    const visit = ownVisit(c);
    const asked = askedFigures(parsed(c, figuresQuerySchema));
    return show(
      c,
      <FiguresPage visit={visit} view={await readFigures(ports, visit.signedIn.person, asked)} />,
    );
  });

  app.get('/figures/cases', async (c) => {
    const visit = ownVisit(c);
    const said = parsed(c, standingRowsSchema);
    const { office: _o, round, year: _y, page: _p, level, ...filter } = said;
    const query = { ...askedFigures(said), round, level };
    const found = await readStandingRows(ports, visit.signedIn.person, query, {
      filter,
      asked: askedRows(said),
    });
    const { status, standing, step } = filter;
    const what = whatOf(visit, [
      status && m(visit, 'status', status),
      standing && standing !== 'ended' && m(visit, 'standing', standing),
      step && inLanguage(visit, stepName(step).title),
      level && t(visit, `past.level.${level}`),
    ]);
    return show(c, <FigureRowsPage visit={visit} found={found} what={what} {...addressOf(c)} />);
  });

  app.get('/figures/awards', async (c) => {
    const visit = ownVisit(c);
    const said = parsed(c, awardRowsSchema);
    const { office: _o, round: _r, year: _y, page: _p, ...filter } = said;
    const asked = { filter, asked: askedRows(said) };
    const found = await readAwardRows(ports, visit.signedIn.person, askedFigures(said), asked);
    const { form, kind, sex, work } = filter;
    const what = whatOf(visit, [
      t(visit, 'figures.awardTitle', { year: said.year ?? visit.today.slice(0, 4) }),
      form && formInYear(visit, form, Number(said.year ?? visit.today.slice(0, 4))),
      kind && m(visit, 'subjectKind', kind),
      sex && t(visit, `figures.sex.${sex}`),
      work && t(visit, `figures.work.${work}`),
    ]);
    return show(c, <FigureRowsPage visit={visit} found={found} what={what} {...addressOf(c)} />);
  });

  app.get('/figures/paces', async (c) => {
    const visit = ownVisit(c);
    const said = parsed(c, paceRowsSchema);
    const query = { ...askedFigures(said), step: said.step };
    const found = await readPaceRows(ports, visit.signedIn.person, query, askedRows(said));
    const what = whatOf(visit, [inLanguage(visit, stepName(said.step).title), said.year]);
    return show(c, <FigureRowsPage visit={visit} found={found} what={what} {...addressOf(c)} />);
  });
  return app;
}

/** What a form left empty isn't asked. @throws Refusal InputInvalid */
const parsed = <T,>(c: PageContext, schema: z.ZodType<T>): T =>
  parseCommand(schema, Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== '')));

const addressOf = (c: PageContext) => ({ path: c.req.path, query: withoutOthers(c.req.query()) });

const withoutOthers = ({
  lang: _language,
  done: _done,
  ...query
}: Record<string, string>): Record<string, string> => query;

function whatOf(visit: Visit, parts: readonly (string | false | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== false && part !== '');
  return said.length === 0 ? t(visit, 'figures.allRows') : said.join(', ');
}
