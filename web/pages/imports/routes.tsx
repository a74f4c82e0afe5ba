import { Hono } from 'hono';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { alikeInList } from '#shared/use-cases/imports/alike-in-list.ts';
import { readDrafts, sendDrafts } from '#shared/use-cases/imports/drafts.ts';
import { importNominations, type NominationOfList } from '#shared/use-cases/imports/import-nominations.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { holdsRole, ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { DraftsPage, SentPage } from './drafts-page.tsx';
import { earlierPages } from './earlier-routes.tsx';
import { answerName, readList, type ReadList } from './import-fields.ts';
import { ImportPage } from './import-page.tsx';
import { ImportedPage } from './imported-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { withUpload } from './read-upload.ts';

/** A list of nominations: brought in, looked at, made into drafts; and drafts that are sent together. */
export function importPages(options: PageOptions): Hono<PageEnv> {
  const { ports } = options;
  const app = new Hono<PageEnv>();
  app.route('/', earlierPages(options));
  const roles = officeRules.nominate.roles;

  const importPage = async (visit: OwnVisit, typed?: Typed, state?: FormState) => {
    if (!holdsRole(visit, roles)) throw new Refusal('ActNotYours', { roles });
    const rounds = await readRounds(ports);
    return <ImportPage visit={visit} rounds={rounds} {...(typed && { typed })} {...(state && { state })} />;
  };

  const readTyped = async (visit: OwnVisit, typed: Typed): Promise<ReadList> =>
    readList(visit, await readRounds(ports), typed);

  const alikeOf = ({ list }: ReadList) =>
    alikeInList(
      ports,
      list.rows.flatMap(({ line, row }) =>
        row === undefined
          ? []
          : [
              {
                line,
                name: row.content.printedName,
                birthYear: row.content.birthYear ?? undefined,
                kind: row.subjectKind,
              },
            ],
      ),
    );

  const previewPage = async (visit: OwnVisit, typed: Typed, state?: FormState) => {
    const read = await readTyped(visit, typed);
    const alike = await alikeOf(read);
    const seen = { visit, list: read.list, alike, typed };
    return <PreviewPage {...seen} {...(state && { state })} />;
  };

  app.get('/cases/import', async (c) => show(c, await importPage(ownVisit(c))));

  app.post('/cases/import/check', (c) =>
    handleForm(c, {
      form: 'import',
      run: async (typed, _request, visit) => ({ page: await previewPage(visit, await withUpload(typed)) }),
      again: (state, visit) => importPage(visit, state.typed, state),
    }),
  );

  app.post('/cases/import/again', (c) =>
    handleForm(c, {
      form: 'import',
      run: async (typed, _request, visit) => ({ page: await importPage(visit, typed) }),
      again: (state, visit) => importPage(visit, state.typed, state),
    }),
  );

  app.post('/cases/import', (c) =>
    handleForm(c, {
      form: 'confirm',
      run: async (typed, request, visit) => {
        const read = await readTyped(visit, typed);
        const rows = nominationsOf(read, await alikeOf(read), typed);
        const { organisation } = read.choice;
        const { results } = await importNominations(ports, request, organisation, rows);
        return { page: <ImportedPage visit={visit} results={results} list={read.list} /> };
      },
      again: (state, visit) => previewPage(visit, state.typed, state),
    }),
  );

  const draftsPage = async (visit: OwnVisit, query: { of?: string; cursor?: string }, state?: FormState) => {
    const offices = ownOffices(visit, roles);
    const office = offices.find(({ id }) => id === query.of) ?? offices[0];
    if (office === undefined) throw new Refusal('ActNotYours', { roles });
    const found = await readDrafts(ports, visit.signedIn.person, {
      organisation: office.id,
      cursor: query.cursor,
    });
    return <DraftsPage visit={visit} office={office} {...found} {...(state && { state })} />;
  };

  app.get('/cases/drafts', async (c) => {
    const { of, cursor } = c.req.query();
    return show(c, await draftsPage(ownVisit(c), { ...(of && { of }), ...(cursor && { cursor }) }));
  });

  app.post('/cases/drafts', (c) =>
    handleForm(c, {
      form: 'send',
      run: async (typed, request, visit) => {
        const ids = typed.all('case').map((id) => caseIdSchema.parse(id));
        const faults = [
          ...(ids.length === 0 ? [{ field: 'case', code: 'empty' }] : []),
          ...(typed.text('noSecrets') === 'yes' ? [] : [{ field: 'noSecrets', code: 'empty' }]),
        ];
        if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
        const { results } = await sendDrafts(ports, request, ids);
        return { page: <SentPage visit={visit} results={results} /> };
      },
      again: (state, visit) => draftsPage(visit, { of: state.typed.text('of') }, state),
    }),
  );
  return app;
}

/** Rows that were understood, as drafts are begun; about look-alikes what was answered, the rest is asked when it is sent. */
function nominationsOf(
  { choice, list }: ReadList,
  alike: Awaited<ReturnType<typeof alikeInList>>,
  typed: Typed,
): NominationOfList[] {
  return list.rows.flatMap(({ line, row }) => {
    if (row === undefined) return [];
    const answer = typed.text(answerName(line));
    const questions = answer === '' ? [] : (alike.get(line) ?? []);
    const answers = questions.map(({ id }) => ({ subject: id, answer: id === answer ? 'same' : 'namesake' }));
    const { organisation, round } = choice;
    return [
      {
        line,
        command: parseCommand(newNominationSchema, { ...row, organisation, round: round.id, answers }),
      },
    ];
  });
}
