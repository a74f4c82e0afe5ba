import type { Round } from '#shared/domain/round.ts';
import { Fields, Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';
import { EarlierOfLikeness } from './earlier-awards.tsx';
import { modelFields } from './model-fields.ts';
import { carriedChoice, choiceFields, type NewChoice } from './new-choice.ts';
import { nominationFields, type NominationSetting } from './nomination-fields.ts';

const backTo = (visit: OwnVisit) => ({ href: '/cases', label: t(visit, 'nav.cases') });

/** First: for whom the office nominates, in which round, for which form. Asks only, so its answer is a link. */
export function ChoicePage({
  visit,
  rounds,
  state,
}: {
  visit: OwnVisit;
  rounds: readonly Round[];
  state?: FormState;
}) {
  const fields = choiceFields(visit, rounds);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'new.title')}
      caption={t(visit, 'new.step', { step: 1, steps: 3 })}
      back={backTo(visit)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <form method="get" action="/cases/new" novalidate>
        <Fields visit={visit} form="choice" fields={fields} state={state} />
        <button type="submit" class="govuk-button">
          {t(visit, 'form.continue')}
        </button>
      </form>
    </Layout>
  );
}

/** Second: whether the subject is known already. */
export function LookUpPage({
  visit,
  choice,
  state,
}: {
  visit: OwnVisit;
  choice: NewChoice;
  state?: FormState;
}) {
  const individual = choice.subjectKind === 'individual';
  const fields: Field[] = [
    ...carriedChoice(choice),
    { kind: 'line', name: 'name', label: t(visit, 'content.printedName'), hint: t(visit, 'lookUp.hint') },
    ...(individual
      ? [{ kind: 'whole', name: 'birthYear', label: t(visit, 'content.birthYear'), optional: true } as const]
      : []),
  ];
  return (
    <Layout
      visit={visit}
      title={t(visit, 'lookUp.title')}
      caption={t(visit, 'new.step', { step: 2, steps: 3 })}
      back={backTo(visit)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <form method="get" action="/cases/new" novalidate>
        <Fields visit={visit} form="lookUp" fields={fields} state={state} />
        <button type="submit" class="govuk-button">
          {t(visit, 'lookUp.button')}
        </button>
      </form>
    </Layout>
  );
}

/** Third: its content, with a question for each earlier subject of like name and birth year. */
export function NominationPage({
  visit,
  setting,
  state,
}: {
  visit: OwnVisit;
  setting: NominationSetting;
  state?: FormState;
}) {
  const { choice, questions } = setting;
  const fields = nominationFields(visit, setting);
  const what = [
    inLanguage(visit, choice.form.name),
    m(visit, 'subjectKind', choice.subjectKind),
    choice.round.name,
  ];
  return (
    <Layout
      visit={visit}
      title={t(visit, 'new.title')}
      caption={t(visit, 'new.step', { step: 3, steps: 3 })}
      back={backTo(visit)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{what.join(' – ')}</p>
      {questions.length === 0 && choice.sealed === 'no' && (
        <p class="govuk-inset-text">{t(visit, nobodyAlike(setting))}</p>
      )}
      {questions.length > 0 && <p class="govuk-inset-text">{t(visit, 'identity.explained')}</p>}
      <EarlierOfLikeness visit={visit} earlier={setting.earlier} />
      {choice.sealed !== 'no' && <p class="govuk-inset-text">{t(visit, 'new.sealedExplained')}</p>}
      <Form
        visit={visit}
        form="nomination"
        action="/cases/new"
        fields={fields}
        state={state}
        button={t(visit, 'new.save')}
      />
    </Layout>
  );
}

function nobodyAlike({ choice, birthYear }: NominationSetting) {
  if (choice.subjectKind !== 'individual') return 'lookUp.nothing';
  return birthYear === undefined ? 'lookUp.noYear' : 'lookUp.nobody';
}

export function ModelPage({ visit, state }: { visit: OwnVisit; state?: FormState }) {
  const fields = modelFields(visit);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'newModel.title')}
      back={backTo(visit)}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <Form
        visit={visit}
        form="model"
        action="/models/new"
        fields={fields}
        state={state}
        button={t(visit, 'new.save')}
      />
    </Layout>
  );
}
