import type { Child } from 'hono/jsx';
import type { List } from '#shared/domain/list.ts';
import type { CeremonyView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { Form } from '../../components/form.tsx';
import { Details, Section, Warning } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { arrangeFields, cancelFields, drawFields, regroupFields, takeOutFields } from './ceremony-fields.ts';

interface ActsProps {
  readonly visit: OwnVisit;
  readonly view: CeremonyView;
  readonly decisions: readonly List[];
  readonly state: FormState | undefined;
  readonly action: (act: string) => string;
}

const preparing = ['draw', 'arrange', 'regroup', 'takeOut', 'cancel'] as const;
type Act = (typeof preparing)[number];

/** What this reader may do now; not holding it at all comes last. */
export function CeremonyActs(props: ActsProps) {
  const { visit, view } = props;
  const acts = preparing.filter((act) => view.allowed.includes(act) && isUseful(act, view));
  if (acts.length === 0) return null;
  return (
    <div class="vd-acts">
      <Section title={t(visit, 'case.acts')}>
        {acts.map((act) => (
          <CeremonyAct act={act} {...props} />
        ))}
      </Section>
    </div>
  );
}

/** Nobody to arrange, to move or to take out. */
const isUseful = (act: Act, { groups }: CeremonyView): boolean =>
  act === 'draw' || act === 'cancel' || groups.length > 0;

function CeremonyAct({ act, visit, view, decisions, state, action }: ActsProps & { act: Act }) {
  return (
    <Details summary={t(visit, `${act}.title`)} open={state?.form === act}>
      {explained(visit, act)}
      <Form
        visit={visit}
        form={act}
        action={action(act)}
        fields={fieldsOf(visit, act, { view, decisions })}
        state={state}
        button={t(visit, `${act}.button`)}
        {...(act === 'cancel' ? { tone: 'warning' as const } : {})}
        {...(act === 'arrange' ? { version: view.version } : {})}
      />
    </Details>
  );
}

function explained(visit: OwnVisit, act: Act): Child {
  if (act === 'cancel') return <Warning visit={visit}>{t(visit, 'cancel.explained')}</Warning>;
  if (act === 'takeOut') return <p class="govuk-body">{t(visit, 'takeOut.explained')}</p>;
  return act === 'regroup' ? <p class="govuk-body">{t(visit, 'regroup.hint')}</p> : null;
}

function fieldsOf(
  visit: OwnVisit,
  act: Act,
  { view, decisions }: Pick<ActsProps, 'view' | 'decisions'>,
): Field[] {
  switch (act) {
    case 'draw':
      return drawFields(visit, decisions);
    case 'arrange':
      return arrangeFields(visit, view);
    case 'regroup':
      return regroupFields(visit, view);
    case 'takeOut':
      return takeOutFields(visit, view);
    case 'cancel':
      return cancelFields(visit);
  }
}
