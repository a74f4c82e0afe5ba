import { Hono } from 'hono';
import { organisationIdSchema, pastDecisionIdSchema, type OrganisationId } from '#shared/domain/id.ts';
import {
  correctPastSchema,
  importPastSchema,
  withdrawPastSchema,
  type ImportPast,
} from '#shared/domain/past-command.ts';
import { readPastedAwards, type PastedAwards } from '#shared/domain/pasted-awards.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { subjectKinds } from '#shared/domain/round.ts';
import { historyKnownCommandSchema, sayHistoryKnown } from '#shared/use-cases/past/history-known.ts';
import { importPast, requireSound } from '#shared/use-cases/past/import-past.ts';
import { correctPast, withdrawPast } from '#shared/use-cases/past/mend-past.ts';
import { readPastList, readPastQuestions, readPastView } from '#shared/use-cases/past/past-view.ts';
import { readFields } from '../../forms/field.ts';
import { namingFaultsOf, parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import {
  answerName,
  awardForms,
  correctFields,
  importFields,
  knownFields,
  readAnswer,
  withdrawFields,
} from './past-fields.ts';
import { PastDecisionPage, PastListPage, rowOptions } from './past-pages.tsx';
import { ImportPage, PastPreviewPage } from './preview-page.tsx';

/** Award history: decisions of before, pasted and looked at before they are saved; corrected or taken back later. */
export function pastPages(options: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/past-decisions', (c) => {
    const [own] = ownOffices(ownVisit(c), officeRules.readPast.roles);
    if (own === undefined) throw new Refusal('ActNotYours', { roles: officeRules.readPast.roles });
    return c.redirect(`/past-decisions/${own.id}`, 303);
  });
  app.route('/', importPages(options));
  app.route('/', keptPages(options));
  return app;
}

function importPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const preview = async (visit: OwnVisit, id: string, typed: Typed) => {
    const office = ownOffice(visit, id);
    const { awards, command } = readImport(visit, office.id, typed);
    const questions =
      command === undefined ? [] : await readPastQuestions(ports, visit.signedIn.person, command);
    return { office, awards, command, questions };
  };

  app.get('/past-decisions/:office/new', (c) => {
    const visit = ownVisit(c);
    return show(c, <ImportPage visit={visit} office={ownOffice(visit, c.req.param('office'))} />);
  });

  app.post('/past-decisions/:office/check', (c) =>
    handleForm(c, {
      form: 'import',
      run: async (typed, _request, visit) => {
        const { command, ...seen } = await preview(visit, c.req.param('office'), typed);
        if (command !== undefined) requireSound(command, visit.today);
        return { page: <PastPreviewPage visit={visit} typed={typed} {...seen} /> };
      },
      again: (state, visit) => (
        <ImportPage
          visit={visit}
          office={ownOffice(visit, c.req.param('office'))}
          typed={state.typed}
          state={state}
        />
      ),
    }),
  );

  app.post('/past-decisions/:office/again', (c) =>
    handleForm(c, {
      form: 'import',
      run: async (typed, _request, visit) => ({
        page: <ImportPage visit={visit} office={ownOffice(visit, c.req.param('office'))} typed={typed} />,
      }),
      again: (state, visit) => (
        <ImportPage visit={visit} office={ownOffice(visit, c.req.param('office'))} state={state} />
      ),
    }),
  );

  app.post('/past-decisions/:office', (c) =>
    handleForm(c, {
      form: 'confirm',
      run: async (typed, request, visit) => {
        const office = ownOffice(visit, c.req.param('office'));
        const { command } = readImport(visit, office.id, typed);
        if (command === undefined) throw new Refusal('InputInvalid', {}, []);
        const { id } = await namingFaultsOf(importPast(ports, request, answered(command, typed)), inputOf);
        return `/past-decisions/${office.id}/${id}?done=pastImported`;
      },
      again: async (state, visit) => {
        const { command: _same, ...seen } = await preview(visit, c.req.param('office'), state.typed);
        return <PastPreviewPage visit={visit} typed={state.typed} state={state} {...seen} />;
      },
    }),
  );
  return app;
}

/** `rows.2.answer` is asked as `answer.3`. */
function inputOf(field: string): string {
  const place = /^rows\.(\d+)\.answer/.exec(field)?.[1];
  return place === undefined ? field : answerName(Number(place) + 1);
}

interface Read {
  readonly awards: PastedAwards;
  /** Where every row was understood. */
  readonly command: ImportPast | undefined;
}

/** @throws Refusal InputInvalid for what the decision itself lacks */
function readImport(visit: OwnVisit, organisation: OrganisationId, typed: Typed): Read {
  const { form, kind, rows, forSecurity, ...header } = readFields(importFields(visit), typed);
  if (typeof form !== 'string') throw new Refusal('InputInvalid', {}, [{ field: 'form', code: 'empty' }]);
  const awards = readPastedAwards(typeof rows === 'string' ? rows : '', {
    forms: awardForms.map(({ code, name, aliases }) => ({ code, names: [name.vi, name.en, ...aliases] })),
    form,
    kind: subjectKinds.find((one) => one === kind) ?? 'individual',
  });
  if (awards.rows.length === 0) throw new Refusal('InputInvalid', {}, [{ field: 'rows', code: 'empty' }]);
  const counts = typeof forSecurity === 'boolean' ? { forSecurity } : {};
  const understood = awards.rows.flatMap(({ row }) => (row === undefined ? [] : { ...row, ...counts }));
  const whole = understood.length === awards.rows.length && awards.left === 0;
  const said = { ...header, organisation };
  // What the decision lacks is said before its rows are mended.
  parseCommand(importPastSchema.omit({ rows: true }), said);
  return {
    awards,
    command: whole ? parseCommand(importPastSchema, { ...said, rows: understood }) : undefined,
  };
}

const answered = (command: ImportPast, typed: Typed): ImportPast =>
  parseCommand(importPastSchema, {
    ...command,
    rows: command.rows.map((row, index) => {
      const answer = readAnswer(typed, index + 1);
      return answer === undefined ? row : { ...row, answer };
    }),
  });

function keptPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const listPage = async (visit: OwnVisit, office: string, state?: FormState) => {
    const list = await readPastList(ports, visit.signedIn.person, parseOffice(office));
    return <PastListPage visit={visit} list={list} {...(state && { state })} />;
  };
  const viewOf = (visit: OwnVisit, id: string) =>
    readPastView(ports, visit.signedIn.person, parseDecision(id));
  const decisionPage = async (visit: OwnVisit, id: string, state?: FormState) => (
    <PastDecisionPage visit={visit} view={await viewOf(visit, id)} {...(state && { state })} />
  );

  app.get('/past-decisions/:office', async (c) =>
    show(c, await listPage(ownVisit(c), c.req.param('office'))),
  );

  app.post('/past-decisions/:office/known', (c) =>
    handleForm(c, {
      form: 'known',
      run: async (typed, request, visit) => {
        const organisation = parseOffice(c.req.param('office'));
        const said = { ...readFields(knownFields(visit), typed), organisation };
        await sayHistoryKnown(ports, request, parseCommand(historyKnownCommandSchema, said));
        return `/past-decisions/${organisation}?done=historyKnown`;
      },
      again: (state, visit) => listPage(visit, c.req.param('office'), state),
    }),
  );

  app.get('/past-decisions/:office/:id', async (c) =>
    show(c, await decisionPage(ownVisit(c), c.req.param('id'))),
  );

  app.post('/past-decisions/:office/:id/correct', (c) => {
    const { office, id } = c.req.param();
    return handleForm(c, {
      form: 'correct',
      run: async (typed, request, visit) => {
        const { rows } = await viewOf(visit, id);
        const { line, withdrawn, ...said } = readFields(correctFields(visit, rowOptions(rows)), typed);
        const taken = Array.isArray(withdrawn) && withdrawn.length > 0 ? { withdrawn: true } : {};
        const which = line === undefined ? {} : { line: Number(line) };
        await correctPast(
          ports,
          request,
          parseDecision(id),
          parseCommand(correctPastSchema, { ...said, ...which, ...taken }),
        );
        return `/past-decisions/${parseOffice(office)}/${id}?done=pastCorrected`;
      },
      again: (state, visit) => decisionPage(visit, id, state),
    });
  });

  app.post('/past-decisions/:office/:id/withdraw', (c) => {
    const { office, id } = c.req.param();
    return handleForm(c, {
      form: 'withdraw',
      run: async (typed, request, visit) => {
        const said = readFields(withdrawFields(visit), typed);
        await withdrawPast(ports, request, parseDecision(id), parseCommand(withdrawPastSchema, said));
        return `/past-decisions/${parseOffice(office)}/${id}?done=pastWithdrawn`;
      },
      again: (state, visit) => decisionPage(visit, id, state),
    });
  });
  return app;
}

function ownOffice(visit: OwnVisit, id: string) {
  const own = ownOffices(visit, officeRules.keepPast.roles).find((office) => office.id === id);
  if (own === undefined) throw new Refusal('ActNotYours', { roles: officeRules.keepPast.roles });
  return own;
}

function parseOffice(text: string): OrganisationId {
  const parsed = organisationIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('OrganisationUnknown', { organisation: text });
  return parsed.data;
}

function parseDecision(text: string) {
  const parsed = pastDecisionIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('PastDecisionNotFound', { decision: text });
  return parsed.data;
}
