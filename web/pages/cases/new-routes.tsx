import { Hono } from 'hono';
import { newModelProposalSchema } from '#shared/domain/case-command.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { isRefusal, Refusal, refusals, type FieldFault } from '#shared/domain/refusal.ts';
import { likenessesOf, toLikeness, type Likeness } from '#shared/use-cases/cases/likeness.ts';
import { ownAwardsOf } from '#shared/use-cases/subjects/award-history.ts';
import { nominate, proposeModel } from '#shared/use-cases/cases/new-case.ts';
import { openRequest, readRequest } from '#shared/use-cases/acting/request.ts';
import { readColleagues, readRounds } from '#shared/use-cases/views/office.ts';
import { readFields } from '../../forms/field.ts';
import { parseCommand } from '../../forms/faults.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { Typed } from '../../forms/typed.ts';
import { holdsRole } from '../../own-offices.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { refuseUnanswered } from './identity-page.tsx';
import { readChoice, type NewChoice } from './new-choice.ts';
import { ChoicePage, LookUpPage, ModelPage, NominationPage } from './new-pages.tsx';
import { modelFields } from './model-fields.ts';
import { readNomination, type NominationSetting } from './nomination-fields.ts';

/** A new nomination: what kind, about whom, then its content; kept as a draft. A model proposal is asked at once. */
export function newCasePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const settingOf = async (
    choice: NewChoice,
    name: string,
    birthYear: number | undefined,
  ): Promise<NominationSetting> => {
    const [questions, colleagues] = await Promise.all([
      lookAlikes(choice, name, birthYear),
      readColleagues(ports, choice.organisation),
    ]);
    const earlier = await Promise.all(
      questions.map(async ({ id, name: called }) => ({
        name: called,
        awards: await ownAwardsOf(ports, id, choice.organisation),
      })),
    );
    return { choice, questions, earlier, colleagues, name, birthYear };
  };

  /** Name, birth year, unit and residential group only, and nothing around a sealed case. */
  const lookAlikes = async (
    { sealed, subjectKind }: NewChoice,
    name: string,
    birthYear: number | undefined,
  ): Promise<Likeness[]> => {
    if (sealed !== 'no' || name.trim() === '') return [];
    const found = await likenessesOf(ports, { kind: subjectKind, name, birthYear });
    return found.map(toLikeness);
  };

  const settingTyped = async (visit: OwnVisit, typed: Typed): Promise<NominationSetting> => {
    const choice = readChoice(visit, await readRounds(ports), typed);
    if (choice === undefined) throw new Refusal('FormExpired').at('choice');
    return settingOf(choice, typed.text('content.printedName'), yearIn(typed.text('content.birthYear')));
  };

  app.get('/cases/new', async (c) => {
    const visit = ownVisit(c);
    if (!holdsRole(visit, officeRules.nominate.roles)) throw new Refusal('ActNotYours');
    const rounds = await readRounds(ports);
    const typed = Typed.from(Object.entries(c.req.query()));
    try {
      const choice = readChoice(visit, rounds, typed);
      if (choice === undefined) return await show(c, <ChoicePage visit={visit} rounds={rounds} />);
      if (choice.sealed === 'no' && !typed.has('name'))
        return await show(c, <LookUpPage visit={visit} choice={choice} />);
      const faults = choice.sealed === 'no' ? lookUpFaults(choice, typed) : [];
      if (faults.length > 0) {
        const refusal = new Refusal('InputInvalid', {}, faults);
        const state: FormState = { form: 'lookUp', typed, refusal };
        return await show(
          c,
          <LookUpPage visit={visit} choice={choice} state={state} />,
          refusals.InputInvalid.status,
        );
      }
      const setting = await settingOf(choice, typed.text('name'), yearIn(typed.text('birthYear')));
      return await show(c, <NominationPage visit={visit} setting={setting} />);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const state: FormState = { form: 'choice', typed, refusal: error };
      return show(c, <ChoicePage visit={visit} rounds={rounds} state={state} />, refusals[error.code].status);
    }
  });

  app.post('/cases/new', (c) =>
    handleForm(c, {
      form: 'nomination',
      run: async (typed, request, visit) => {
        // Sent twice: the first draft's own subject must not be asked about.
        const [personItem, answerItem] = await readRequest(ports, request);
        const opened = openRequest(request, personItem, answerItem);
        if ('answer' in opened) return `/cases/${opened.answer.id}/edit?done=drafted`;
        const setting = await settingTyped(visit, typed);
        refuseUnanswered(
          setting.questions.map(({ id }) => id),
          typed,
        );
        const { id } = await nominate(ports, request, readNomination(visit, setting, typed));
        return `/cases/${id}/edit?done=drafted`;
      },
      again: async (state, visit) => (
        <NominationPage visit={visit} setting={await settingTyped(visit, state.typed)} state={state} />
      ),
    }),
  );

  app.get('/models/new', (c) => {
    const visit = ownVisit(c);
    if (!holdsRole(visit, officeRules.proposeModel.roles)) throw new Refusal('ActNotYours');
    return show(c, <ModelPage visit={visit} />);
  });

  app.post('/models/new', (c) =>
    handleForm(c, {
      form: 'model',
      run: async (typed, request, visit) => {
        const said = readFields(modelFields(visit), typed);
        const command = parseCommand(newModelProposalSchema, { content: {}, proposer: {}, ...said });
        const { id } = await proposeModel(ports, request, command);
        return `/cases/${id}/edit?done=drafted`;
      },
      again: (state, visit) => <ModelPage visit={visit} state={state} />,
    }),
  );
  return app;
}

/** A name is needed; a birth year may be left out, but not be something else. */
function lookUpFaults({ subjectKind }: NewChoice, typed: Typed): FieldFault[] {
  const year = typed.text('birthYear').trim();
  const odd = subjectKind === 'individual' && year !== '' && yearIn(year) === undefined;
  return [
    ...(typed.text('name').trim() === '' ? [{ field: 'name', code: 'empty' }] : []),
    ...(odd ? [{ field: 'birthYear', code: 'notAYear' }] : []),
  ];
}

const yearIn = (text: string): number | undefined => (/^\d{4}$/.test(text.trim()) ? Number(text) : undefined);
