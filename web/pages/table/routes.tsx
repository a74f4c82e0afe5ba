import { Hono } from 'hono';
import { roundIdSchema, type RoundId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { attachmentNamed } from '#shared/files/content-disposition.ts';
import { writeXlsx } from '#shared/tables/write-xlsx.ts';
import { actOnMany, type ResultOfOne } from '#shared/use-cases/cases/act-on-many.ts';
import { readLabels } from '#shared/use-cases/table/labels.ts';
import {
  mostRows,
  readRoundTable,
  tableQuerySchema,
  type TableScope,
} from '#shared/use-cases/table/round-table.ts';
import { parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageContext, type PageEnv, type PageOptions } from '../../visit.ts';
import { wayToAskAbout } from '../lists/start-for.ts';
import { actOnPicked, isManyAct, manyForm, pickedIn, requirePicked, type ManyAct } from './many-acts.ts';
import { ResultsPage } from './results-page.tsx';
import { tableHref, type Asked } from './table-address.ts';
import { TablePage } from './table-page.tsx';
import { tableSheet } from './table-sheet.ts';
import { mendedIn, WordingPage, wordingForm } from './wording-page.tsx';

/** Bảng tổng hợp of a round: looked at, acted on, taken out. */
export function tablePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const read = (c: PageContext, visit: OwnVisit, scope: TableScope = {}) => {
    const query = queryOf(c);
    return readRoundTable(ports, visit.signedIn.person, roundOf(c), query, scope);
  };

  const tablePage = async (c: PageContext, visit: OwnVisit, state?: FormState) => (
    <TablePage
      visit={visit}
      table={await read(c, visit)}
      query={queryOf(c)}
      asked={askedOf(c)}
      ticked={c.req.query('all')}
      {...(state && { state })}
    />
  );

  const wordingPage = async (c: PageContext, visit: OwnVisit, state?: FormState) => (
    <WordingPage
      visit={visit}
      table={await read(c, visit, { judged: false })}
      asked={askedOf(c)}
      {...(state && { state })}
    />
  );

  const results = async (
    c: PageContext,
    visit: OwnVisit,
    done: { act: ManyAct | 'mendWording'; results: readonly ResultOfOne[]; typed: Typed },
  ) => {
    const ids = done.results.map(({ id }) => id);
    const labels = await readLabels(ports, visit.signedIn.person, ids);
    return { page: <ResultsPage visit={visit} asked={askedOf(c)} labels={labels} {...done} /> };
  };

  app.get('/rounds/:id/table', async (c) => show(c, await tablePage(c, ownVisit(c))));
  app.get('/rounds/:id/table/act', (c) => c.redirect(tableHref(askedOf(c), ''), 303));
  app.get('/rounds/:id/table/ask', (c) => c.redirect(tableHref(askedOf(c), ''), 303));

  app.post('/rounds/:id/table/act', (c) =>
    handleForm(c, {
      form: manyForm,
      run: async (typed, request, visit) => {
        const act = typed.text('act');
        if (!isManyAct(act)) throw new Refusal('RouteNotFound');
        const done = await actOnPicked({ ports, request, visit }, act, typed);
        return results(c, visit, { act, results: done, typed });
      },
      again: (state, visit) => tablePage(c, visit, state),
    }),
  );

  app.post('/rounds/:id/table/ask', (c) =>
    handleForm(c, {
      form: manyForm,
      run: async (typed, _request, visit) => {
        requirePicked(typed);
        const { office } = await read(c, visit, { size: 1, judged: false });
        return wayToAskAbout(office.id, pickedIn(typed));
      },
      again: (state, visit) => tablePage(c, visit, state),
    }),
  );

  app.get('/rounds/:id/table/wording', async (c) => show(c, await wordingPage(c, ownVisit(c))));

  app.post('/rounds/:id/table/wording', (c) =>
    handleForm(c, {
      form: wordingForm,
      run: async (typed, request, visit) => {
        const mended = mendedIn(await read(c, visit, { judged: false }), typed);
        const { results: done } = await actOnMany(ports, request, 'mendWording', mended);
        if (done.every(({ refusal }) => refusal === undefined))
          return tableHref(askedOf(c), '', { done: 'mendWording' });
        return results(c, visit, { act: 'mendWording', results: done, typed });
      },
      again: (state, visit) => wordingPage(c, visit, state),
    }),
  );

  app.get('/rounds/:id/table.xlsx', async (c) => {
    const visit = ownVisit(c);
    const table = await read(c, visit, { size: mostRows });
    return sendFile(c, `bang-tong-hop-${visit.today}.xlsx`, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: writeXlsx([tableSheet(visit, table)]),
    });
  });

  app.get('/rounds/:id/table.docx', async (c) => {
    const visit = ownVisit(c);
    const table = await read(c, visit, { size: mostRows });
    // Only whoever takes a booklet out waits for what writes it.
    const [{ writeDocx }, { booklet }] = await Promise.all([
      import('#shared/tables/write-docx.ts'),
      import('./booklet.ts'),
    ]);
    return sendFile(c, `tai-lieu-hop-${visit.today}.docx`, {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await writeDocx(booklet(visit, table)),
    });
  });
  return app;
}

function roundOf(c: PageContext): RoundId {
  const round = roundIdSchema.safeParse(c.req.param('id'));
  if (!round.success) throw new Refusal('RoundNotFound', { round: c.req.param('id') ?? '' });
  return round.data;
}

const notOfTheTable = ['lang', 'done', 'all'];

/** What a form left empty isn't asked. */
const saidOf = (c: PageContext): [string, string][] =>
  Object.entries(c.req.query()).filter(([name, value]) => value !== '' && !notOfTheTable.includes(name));

/** @throws Refusal InputInvalid */
const queryOf = (c: PageContext) => parseCommand(tableQuerySchema, Object.fromEntries(saidOf(c)));

const askedOf = (c: PageContext): Asked => ({
  round: c.req.param('id') ?? '',
  query: Object.fromEntries(saidOf(c)),
});

/** Kept in no cache, like a page. */
function sendFile(
  c: PageContext,
  name: string,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Response {
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': attachmentNamed(name),
    'cache-control': 'no-store',
  });
}
