import { Hono } from 'hono';
import { organisationIdSchema, roundIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import { asPasted } from '#shared/domain/pasted-table.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { readEarlierLists, readEarlierRows } from '#shared/use-cases/imports/earlier-lists.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { EarlierPage } from './earlier-page.tsx';
import { ImportPage } from './import-page.tsx';
import { earlierTable } from './list-columns.ts';
import { templateFile } from './template.ts';

const roles = officeRules.nominate.roles;

/** Beside the file and the paste: a template to fill in, and the office's own lists of before. */
export function earlierPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/cases/import/template.xlsx', async (c) => {
    const visit = ownVisit(c);
    return c.body(templateFile(visit), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="mau-danh-sach-de-nghi-${visit.language}.xlsx"`,
      'cache-control': 'private, no-store',
    });
  });

  app.get('/cases/import/earlier', async (c) => {
    const visit = ownVisit(c);
    const offices = ownOffices(visit, roles);
    if (offices.length === 0) throw new Refusal('ActNotYours', { roles });
    const lists = await Promise.all(
      offices.map(async (office) => ({
        office,
        lists: await readEarlierLists(ports, visit.signedIn.person, parseOffice(office.id)),
      })),
    );
    return show(c, <EarlierPage visit={visit} offices={lists} />);
  });

  app.get('/cases/import/earlier/:office/:round', async (c) => {
    const visit = ownVisit(c);
    const organisation = parseOffice(c.req.param('office'));
    const round = roundIdSchema.safeParse(c.req.param('round'));
    if (!round.success) throw new Refusal('RoundNotFound', { round: c.req.param('round') });
    const wanted = { organisation, round: round.data };
    const [rows, rounds] = await Promise.all([
      readEarlierRows(ports, visit.signedIn.person, wanted),
      readRounds(ports),
    ]);
    const typed = Typed.from([
      ['organisation', organisation],
      ['kind', 'individual'],
      ['rows', asPasted(earlierTable(visit, rows))],
    ]);
    return show(c, <ImportPage visit={visit} rounds={rounds} typed={typed} />);
  });
  return app;
}

function parseOffice(text: string): OrganisationId {
  const parsed = organisationIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('OrganisationUnknown', { organisation: text });
  return parsed.data;
}
