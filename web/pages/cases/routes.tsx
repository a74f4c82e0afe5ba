import { Hono } from 'hono';
import { caseStatuses } from '#shared/domain/case.ts';
import { organisationIdSchema, type CaseId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { parseCaseId } from '#shared/use-cases/cases/act-on-case.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { readCases } from '#shared/use-cases/views/browse.ts';
import { lookAt, readOnlookers } from '#shared/use-cases/views/viewed.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { caseActs } from '#shared/domain/permission.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { attachHandler, filePages } from '../file-routes.tsx';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { actFields, isFormAct, type FormAct } from './act-fields.ts';
import { CasePage } from './case-page.tsx';
import { CasesPage } from './cases-page.tsx';
import { draftPages } from './draft-routes.tsx';
import { linkPages } from './link-routes.tsx';
import { readChoices } from './read-choices.ts';
import { readReason } from './reveal-form.tsx';
import { mayFollow, ReceiptPage } from './receipt-page.tsx';
import { RulesPage } from './rules-page.tsx';
import { runCaseAct } from './run-case-act.ts';

export function casePages(options: PageOptions): Hono<PageEnv> {
  const { ports } = options;
  const app = new Hono<PageEnv>();

  const casePage = async (visit: OwnVisit, id: CaseId, state?: FormState) => {
    const choices = await readChoices(ports, visit, id);
    const { person } = visit.signedIn;
    const entries = choices.view.timeline.at(-1)?.seq ?? 0;
    await lookAt(ports, person, { kind: 'CASE', id, entries });
    const { enteredBy, route } = choices.view;
    const offices = [enteredBy.id, ...route.map(({ organisation }) => organisation.id)];
    const onlookers = await readOnlookers(ports, person, { kind: 'CASE', id, offices });
    return (
      <CasePage
        visit={visit}
        choices={choices}
        {...(onlookers && { onlookers })}
        {...(state === undefined ? {} : { state })}
      />
    );
  };

  app.get('/cases', async (c) => {
    const visit = ownVisit(c);
    const organisation = organisationIdSchema.safeParse(c.req.query('organisation')).data;
    const status = caseStatuses.find((one) => one === c.req.query('status'));
    const cursor = c.req.query('cursor');
    // Asked for, they are listed; else as the use case has it.
    const discarded = c.req.query('discarded') === 'true' ? true : undefined;
    const asked = { organisation, status, discarded };
    const page = await readCases(ports, visit.signedIn.person, { ...asked, cursor });
    return show(c, <CasesPage visit={visit} {...asked} discarded={discarded ?? false} {...page} />);
  });

  app.get('/cases/:id', async (c) => show(c, await casePage(ownVisit(c), parseCaseId(c.req.param('id')))));

  app.get('/cases/:id/receipt', async (c) => {
    const visit = ownVisit(c);
    const id = parseCaseId(c.req.param('id'));
    const view = await readCaseView(ports, visit.signedIn.person, id);
    return mayFollow(view)
      ? show(c, <ReceiptPage visit={visit} view={view} />)
      : c.redirect(`/cases/${id}`, 303);
  });

  app.get('/cases/:id/rules', async (c) => {
    const visit = ownVisit(c);
    const id = parseCaseId(c.req.param('id'));
    const { person } = visit.signedIn;
    const [view, rules] = await Promise.all([
      readCaseView(ports, person, id),
      readCaseRules(ports, person, id),
    ]);
    return show(c, <RulesPage visit={visit} view={view} rules={rules} />);
  });

  for (const path of [
    '/cases/:id/act/:act',
    '/cases/:id/files',
    '/cases/:id/reveal',
    '/cases/:id/identity',
  ] as const) {
    app.get(path, (c) => c.redirect(`/cases/${parseCaseId(c.req.param('id'))}`, 303));
  }

  app.post('/cases/:id/act/:act', async (c) => {
    const id = parseCaseId(c.req.param('id'));
    const act = caseActs.filter(isFormAct).find((one) => one === c.req.param('act'));
    if (act === undefined) throw new Refusal('RouteNotFound');
    return handleForm(c, {
      form: act,
      run: async (typed, request, visit) => {
        const choices = await readChoices(ports, visit, id);
        const shown = act === 'answerSupplement' && choices.view.sealedNumber === undefined;
        const fields = actFields(visit, act, choices);
        const command = readFields(fields, typed, shown ? { clearing: 'content' } : {});
        await runCaseAct[act]({ ports, request, id }, prepared(act, command));
        return act === 'discard' ? '/cases?done=discard' : `/cases/${id}?done=${act}`;
      },
      again: (state, visit) => casePage(visit, id, state),
    });
  });

  app.post('/cases/:id/reveal', (c) => {
    const id = parseCaseId(c.req.param('id'));
    return handleForm(c, {
      form: 'reveal',
      run: async (typed, request, visit) => {
        const reason = readReason(visit, typed);
        const revealed = { ...(await reveal(ports, request, id, reason)), reason };
        return {
          page: <CasePage visit={visit} choices={await readChoices(ports, visit, id)} revealed={revealed} />,
        };
      },
      again: (state, visit) => casePage(visit, id, state),
    });
  });

  app.post('/cases/:id/files', (c) => {
    const id = parseCaseId(c.req.param('id'));
    return handleForm(
      c,
      attachHandler(ports, {
        target: { case: id },
        path: `/cases/${id}`,
        again: (state, visit) => casePage(visit, id, state),
      }),
    );
  });

  app.route('/', draftPages(options));
  app.route('/', linkPages(options));
  app.route('/', filePages(options));
  return app;
}

/** Posts are named by id; "whoever holds the role" is nobody's. A supplement's mark of nothing asks for nothing. */
function prepared(act: FormAct, command: Record<string, unknown>): Record<string, unknown> {
  if (act === 'reassign' && command['post'] === 'anyone') return { ...command, post: null };
  if (act === 'answerSupplement') return { content: {}, ...command };
  return command;
}
