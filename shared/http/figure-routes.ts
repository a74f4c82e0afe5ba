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
import { shown } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const tag = 'figures';
const access = { kind: 'reads', what: 'figures' } as const;
const rowsAnswer = shown(
  '`rows`: fifty a page, of a sealed case its number alone; `page` of `pages`. As many as the figure counted when it was last counted.',
);

const figuresRoute = route(
  {
    method: 'GET',
    path: '/api/figures',
    tag,
    summary: {
      vi: 'Số liệu của những hồ sơ mà cơ quan mình được xem: một đợt xét, và các quyết định, bước đã qua trong một năm',
      en: 'Numbers of what one of your organisations may read: of a round, and of decisions and steps passed in a year',
    },
    access,
    params: none,
    query: figuresQuerySchema,
    body: none,
    answers: shown(
      '`nominations` of the round beside those of the round before, `paces` in office days, `risks`, `awards`; sealed cases count. As of the last sweep.',
    ),
  },
  async ({ ports, person, query }) => ({
    status: 200,
    body: { ...(await readFigures(ports, person, askedFigures(query))) },
  }),
);

const standingRoute = route(
  {
    method: 'GET',
    path: '/api/figures/cases',
    tag,
    summary: {
      vi: 'Hồ sơ của một đợt xét theo tình trạng, bước, cơ quan đang giữ, đơn vị lập',
      en: 'Nominations of a round by status, step, holder, and the organisation that entered them',
    },
    access,
    params: none,
    query: standingRowsSchema,
    body: none,
    answers: rowsAnswer,
  },
  async ({ ports, person, query }) => {
    const { office: _office, round, year: _year, page: _page, level, ...filter } = query;
    const asked = { ...askedFigures(query), round, level };
    const rows = await readStandingRows(ports, person, asked, { filter, asked: askedRows(query) });
    return { status: 200, body: { ...rows } };
  },
);

const awardRoute = route(
  {
    method: 'GET',
    path: '/api/figures/awards',
    tag,
    summary: {
      vi: 'Hồ sơ được khen thưởng theo quyết định của một năm: hình thức, đối tượng, đơn vị lập, giới tính',
      en: 'Awarded nominations by decisions of a year: form, kind of subject, organisation, gender',
    },
    access,
    params: none,
    query: awardRowsSchema,
    body: none,
    answers: rowsAnswer,
  },
  async ({ ports, person, query }) => {
    const { office: _office, round: _round, year: _year, page: _page, ...filter } = query;
    const rows = await readAwardRows(ports, person, askedFigures(query), { filter, asked: askedRows(query) });
    return { status: 200, body: { ...rows } };
  },
);

const paceRoute = route(
  {
    method: 'GET',
    path: '/api/figures/paces',
    tag,
    summary: {
      vi: 'Hồ sơ đã qua một bước của cơ quan mình trong một năm, kèm số ngày làm việc',
      en: 'Cases that passed a step of your organisation in a year, with their office days',
    },
    access,
    params: none,
    query: paceRowsSchema,
    body: none,
    answers: rowsAnswer,
  },
  async ({ ports, person, query }) => {
    const asked = { ...askedFigures(query), step: query.step };
    return { status: 200, body: { ...(await readPaceRows(ports, person, asked, askedRows(query))) } };
  },
);

export const figureRoutes: readonly ApiRoute[] = [figuresRoute, standingRoute, awardRoute, paceRoute];
