import { Form } from '../../components/form.tsx';
import { Details, Section, Warning } from '../../components/parts.tsx';
import type { FormState } from '../../forms/handle-form.ts';
import { judgeableSides } from './judge-fields.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { actFields, actTitle, endingActs, isFormAct, type ActChoices, type FormAct } from './act-fields.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly choices: ActChoices;
  readonly state: FormState | undefined;
}

/** What this reader may do now, each act in a section with its own small form; nothing else is shown. */
export function ActSections({ visit, choices, state }: Props) {
  const { view, questions } = choices;
  const acts = view.allowed
    .filter(isFormAct)
    .filter((act) => act !== 'judgeIdentity' || questions.length > 0)
    .filter((act) => act !== 'withdrawConsent' || view.content?.publication === 'public')
    .filter((act) => act !== 'chooseLaw' || lawIsOpen(choices))
    .filter((act) => act !== 'judgeAchievement' || judgeableSides(choices.rules).length > 0);
  if (acts.length === 0) return null;
  return (
    <Section title={t(visit, 'case.acts')}>
      {acts.map((act) => (
        <ActSection visit={visit} act={act} choices={choices} state={state} />
      ))}
    </Section>
  );
}

/** A newer law is more favourable, or was chosen and may be left again. */
const lawIsOpen = ({ view, rules }: ActChoices): boolean =>
  view.lawOf !== undefined ||
  (rules?.explanations.some(({ follows, verdict }) => follows === 'R34' && verdict === 'fails') ?? false);

function ActSection({ visit, act, choices, state }: Props & { act: FormAct }) {
  const { view } = choices;
  const ends = endingActs.includes(act);
  const answers = act === 'answerSupplement' || act === 'answerQuestion';
  return (
    <Details summary={actTitle(visit, act)} open={answers || state?.form === act} id={`act-${act}`}>
      {ends && <Warning visit={visit}>{t(visit, 'acts.ends')}</Warning>}
      {act === 'answerSupplement' && view.supplement?.fields.includes('attachments') === true && (
        <p class="govuk-body">{t(visit, 'acts.attachFirst')}</p>
      )}
      {act === 'recordNotAwarded' && <p class="govuk-body">{t(visit, 'acts.outsideScan')}</p>}
      <Form
        visit={visit}
        form={act}
        action={`/cases/${view.id}/act/${act}`}
        fields={actFields(visit, act, choices)}
        state={state}
        button={t(visit, `caseDo.${act}`)}
        {...(ends ? { tone: 'warning' as const } : {})}
        step={view.turn}
        {...(act === 'mendWording' ? { version: view.version } : {})}
      />
    </Details>
  );
}
