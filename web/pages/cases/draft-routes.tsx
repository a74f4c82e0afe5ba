import { Hono } from 'hono';
import { caseCommands } from '#shared/domain/case-command.ts';
import { parseIdList } from '../../forms/id-list.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { RuleStage } from '#shared/domain/rules/rule.ts';
import { actOnCase, parseCaseId } from '#shared/use-cases/cases/act-on-case.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { readCaseView, type CaseView } from '#shared/use-cases/views/case-view.ts';
import { readExpectedRoute } from '#shared/use-cases/views/expected-route.ts';
import { readOpenQuestions } from '#shared/use-cases/views/office.ts';
import { readFields } from '../../forms/field.ts';
import { parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { CheckPage, submitFields, submitSaid } from './check-page.tsx';
import { afterPart, DraftPage, PartPage, partsOfDraft } from './draft-page.tsx';
import type { PartOfDraft } from './draft-parts.ts';
import { IdentityPage, identityAnswers } from './identity-page.tsx';

/** A draft: mended, checked with its expected route, sent. */
export function draftPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const viewOf = (visit: OwnVisit, id: CaseId) => readCaseView(ports, visit.signedIn.person, id);

  const rulesOf = (visit: OwnVisit, id: CaseId, stage: RuleStage = 'submit') =>
    readCaseRules(ports, visit.signedIn.person, id, stage);

  const draftPage = async (visit: OwnVisit, id: CaseId) => {
    const [view, rules] = await Promise.all([viewOf(visit, id), rulesOf(visit, id, 'typing')]);
    return <DraftPage visit={visit} view={view} rules={rules} />;
  };

  const partPage = (visit: OwnVisit, view: CaseView, wanted: string, state?: FormState) => (
    <PartPage visit={visit} view={view} part={partOf(visit, view, wanted)} state={state} />
  );

  const checkPage = async (visit: OwnVisit, id: CaseId, state?: FormState) => {
    const [view, route, rules] = await Promise.all([
      viewOf(visit, id),
      expected(visit, id),
      rulesOf(visit, id),
    ]);
    return <CheckPage visit={visit} view={view} route={route} rules={rules} state={state} />;
  };

  /** Where no route can be found the page says so, and the draft stays as it is. */
  const expected = async (visit: OwnVisit, id: CaseId) => {
    try {
      return await readExpectedRoute(ports, visit.signedIn.person, id);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'RouteUnresolvable') return error;
      throw error;
    }
  };

  const identityPage = async (visit: OwnVisit, id: CaseId, state: FormState) => (
    <IdentityPage visit={visit} id={id} questions={await readOpenQuestions(ports, id)} state={state} />
  );

  app.get('/cases/:id/edit', async (c) => {
    const visit = ownVisit(c);
    const id = parseCaseId(c.req.param('id'));
    const view = await viewOf(visit, id);
    return view.allowed.includes('edit')
      ? show(c, await draftPage(visit, id))
      : c.redirect(`/cases/${id}`, 303);
  });

  app.get('/cases/:id/edit/:part', async (c) => {
    const visit = ownVisit(c);
    const id = parseCaseId(c.req.param('id'));
    const view = await viewOf(visit, id);
    return view.allowed.includes('edit')
      ? show(c, partPage(visit, view, c.req.param('part')))
      : c.redirect(`/cases/${id}`, 303);
  });

  app.post('/cases/:id/edit/:part', (c) => {
    const id = parseCaseId(c.req.param('id'));
    const wanted = c.req.param('part');
    return handleForm(c, {
      form: 'edit',
      run: async (typed, request, visit) => {
        const view = await viewOf(visit, id);
        const { part, fields } = partOf(visit, view, wanted);
        // What a sealed case says isn't shown in the form: an empty field says nothing about it.
        const said = readFields(
          fields,
          typed,
          view.sealedNumber === undefined ? { clearing: 'content' } : {},
        );
        const command = parseCommand(caseCommands.edit, { content: {}, ...said });
        await actOnCase(ports, request, id, 'edit', command);
        const toList = c.req.query('then') === 'list';
        return `${toList ? `/cases/${id}/edit` : afterPart(visit, view, part)}?done=edit`;
      },
      again: async (state, visit) => partPage(visit, await viewOf(visit, id), wanted, state),
    });
  });

  app.get('/cases/:id/check', async (c) => {
    const visit = ownVisit(c);
    const id = parseCaseId(c.req.param('id'));
    const view = await viewOf(visit, id);
    return view.allowed.includes('submit')
      ? show(c, await checkPage(visit, id))
      : c.redirect(`/cases/${id}`, 303);
  });

  app.post('/cases/:id/check', (c) => {
    const id = parseCaseId(c.req.param('id'));
    return handleForm(c, {
      form: 'submit',
      run: async (typed, request, visit) => {
        const fields = submitFields(visit, await rulesOf(visit, id));
        const command = parseCommand(caseCommands.submit, submitSaid(readFields(fields, typed)));
        await actOnCase(ports, request, id, 'submit', command);
        return `/cases/${id}?done=submit`;
      },
      again: (state, visit) =>
        state.refusal.code === 'IdentityQuestionOpen'
          ? identityPage(visit, id, state)
          : checkPage(visit, id, state),
    });
  });

  app.post('/cases/:id/identity', (c) => {
    const id = parseCaseId(c.req.param('id'));
    return handleForm(c, {
      form: 'identity',
      run: async (typed, request, visit) => {
        const questions = parseIdList(typed.all('asked'));
        const answers = identityAnswers(visit, questions, typed);
        for (const answer of answers) {
          const own = { ...request, key: `${request.key}-${answer.other}` };
          await actOnCase(ports, own, id, 'judgeIdentity', parseCommand(caseCommands.judgeIdentity, answer));
        }
        return `/cases/${id}/check?done=identity`;
      },
      again: (state, visit) => identityPage(visit, id, state),
    });
  });
  return app;
}

/** @throws Refusal RouteNotFound where such a case has no such part */
function partOf(visit: OwnVisit, view: CaseView, wanted: string): PartOfDraft {
  const part = partsOfDraft(visit, view).find((one) => one.part === wanted);
  if (part === undefined) throw new Refusal('RouteNotFound');
  return part;
}
