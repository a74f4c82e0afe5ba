import { Hono } from 'hono';
import { newNominationSchema, type NewNomination } from '#shared/domain/case-command.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Round } from '#shared/domain/round.ts';
import { law } from '#shared/regimes/shipped.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { readCaseView, type CaseView } from '#shared/use-cases/views/case-view.ts';
import { readRounds } from '#shared/use-cases/views/office.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field } from '../../forms/field.ts';
import { parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { inLanguage, ownVisit, t, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { openForms, roundHint } from './new-choice.ts';

/** Khen cao: the same achievement is put to another level, with all that the case says, as a draft of its own. */
export function linkPages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const linkPage = async (visit: OwnVisit, id: CaseId, state?: FormState) => {
    const [view, rounds] = await Promise.all([
      readCaseView(ports, visit.signedIn.person, id),
      readRounds(ports),
    ]);
    return <LinkPage visit={visit} view={view} rounds={rounds} {...(state && { state })} />;
  };

  app.get('/cases/:id/link', async (c) => show(c, await linkPage(ownVisit(c), parseCase(c.req.param('id')))));

  app.post('/cases/:id/link', (c) => {
    const id = parseCase(c.req.param('id'));
    return handleForm(c, {
      form: 'link',
      run: async (typed, request, visit) => {
        const view = await readCaseView(ports, visit.signedIn.person, id);
        const made = await nominate(ports, request, linkedNomination(view, typed.text('choice')));
        return `/cases/${made.id}/check?done=drafted`;
      },
      again: (state, visit) => linkPage(visit, id, state),
    });
  });
  return app;
}

/** Whether the reader's office may put it to another level: an open nomination of its own that isn't linked. */
export const mayLink = (visit: OwnVisit, view: CaseView): boolean =>
  view.kind === 'nomination' &&
  view.standing !== 'ended' &&
  view.linkedTo === undefined &&
  view.subject !== undefined &&
  ownOffices(visit, officeRules.nominate.roles).some(({ id }) => id === view.enteredBy.id);

function linkedNomination(view: CaseView, choice: string): NewNomination {
  const [round = '', form = ''] = choice.split('.');
  if (round === '' || form === '')
    throw new Refusal('InputInvalid', {}, [{ field: 'choice', code: 'empty' }]);
  const { publication, ...content } = view.content ?? { publication: 'internal' as const };
  return parseCommand(newNominationSchema, {
    organisation: view.enteredBy.id,
    ...{ round, form },
    subjectKind: view.subjectKind,
    subject: view.subject,
    linkedTo: view.id,
    proposer: { name: view.proposer },
    content: { ...content, ...(publication === 'sealed' ? {} : { publication }) },
  });
}

interface LinkPageProps {
  readonly visit: OwnVisit;
  readonly view: CaseView;
  readonly rounds: readonly Round[];
  readonly state?: FormState;
}

function LinkPage({ visit, view, rounds, state }: LinkPageProps) {
  const fields = linkFields(visit, view, rounds);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'linked.title')}
      caption={view.label.name}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'linked.back') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'linked.explained')}</p>
      <Form
        visit={visit}
        form="link"
        action={`/cases/${view.id}/link`}
        fields={fields}
        state={state}
        button={t(visit, 'linked.button')}
      />
    </Layout>
  );
}

/** Forms of another level, for this kind of subject, in rounds that are or will be open. */
function linkFields(visit: OwnVisit, view: CaseView, rounds: readonly Round[]): Field[] {
  const own = law.form(view.form?.code ?? '');
  const others = openForms(visit, rounds).filter(
    ({ form, terms }) =>
      form.rank !== own?.rank &&
      (view.subjectKind === undefined || terms.subjectKinds.includes(view.subjectKind)),
  );
  return [
    {
      kind: 'radios',
      name: 'choice',
      label: t(visit, 'linked.choice'),
      options: others.map(({ round, form, closingDay }) => ({
        value: `${round.id}.${form.code}`,
        label: inLanguage(visit, form.name),
        hint: roundHint(visit, round, closingDay),
      })),
    },
  ];
}

function parseCase(text: string): CaseId {
  const parsed = caseIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('CaseNotFound', { case: text });
  return parsed.data;
}
