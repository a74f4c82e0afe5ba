import { officeRules } from '#shared/domain/permission.ts';
import type { SlipState } from '#shared/domain/slip.ts';
import type { SlipView } from '#shared/use-cases/slips/slip-views.ts';
import type { Onlooker } from '#shared/use-cases/views/viewed.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section, SummaryList, Tag, type TagColour } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import type { Field } from '../../forms/field.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { likenessText } from '../cases/act-fields.ts';
import { Onlookers } from '../cases/onlookers.tsx';
import { Timeline } from '../cases/timeline.tsx';
import { formName } from '../lists/row-tables.tsx';
import { acceptFields, mergeFields, mergeOptions, refuseFields } from './slip-fields.ts';

const colours = {
  RECEIVED: 'blue',
  ACCEPTED: 'green',
  MERGED: 'green',
  REFUSED: 'grey',
} as const satisfies Record<SlipState, TagColour>;

export const SlipTag = ({ visit, state }: { visit: Visit; state: SlipState }) => (
  <Tag colour={colours[state]}>{t(visit, `slips.state.${state}`)}</Tag>
);

interface Props {
  readonly visit: OwnVisit;
  readonly view: SlipView;
  readonly onlookers?: readonly Onlooker[];
  readonly state?: FormState;
}

/** One slip: what it says, whom it may be about, how it is settled, and what happened to it. */
export function SlipPage({ visit, view, onlookers = [], state }: Props) {
  const { slip, content, organisation, timeline } = view;
  const keeps = ownOffices(visit, officeRules.keepSlips.roles).some(({ id }) => id === organisation.id);
  const waits = slip.state === 'RECEIVED' && slip.erasedOn === undefined;
  const title =
    slip.erasedOn === undefined ? t(visit, 'slip.title', { name: content.name }) : t(visit, 'slip.erased');
  return (
    <Layout
      visit={visit}
      title={title}
      caption={organisation.shortName}
      back={{ href: `/slips/${organisation.id}`, label: t(visit, 'slips.back') }}
      trouble={state === undefined ? undefined : { state, fields: fieldsOf(visit, view, state.form) }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <SlipTag visit={visit} state={slip.state} />{' '}
          {waits && keeps && t(visit, 'slip.asked', { day: formatted(view.until) })}
        </p>
        <Became visit={visit} view={view} />
      </div>
      <Said visit={visit} view={view} />
      {waits && <Alike visit={visit} view={view} />}
      {waits && keeps && <Settling visit={visit} view={view} {...(state && { state })} />}
      <Section title={t(visit, 'case.timeline')}>
        <Timeline visit={visit} entries={timeline} />
      </Section>
      {onlookers.length > 0 && <Onlookers visit={visit} onlookers={onlookers} />}
    </Layout>
  );
}

function fieldsOf(visit: Visit, view: SlipView, form: string): Field[] {
  if (form === 'merge') return mergeFields(visit, view);
  return form === 'refuse' ? refuseFields(visit) : acceptFields(visit, view);
}

/** What was made of it, and where. */
function Became({ visit, view: { slip, nomination, organisation } }: { visit: Visit; view: SlipView }) {
  if (nomination !== undefined)
    return (
      <p class="govuk-body">
        {t(visit, 'slip.becameCase')}{' '}
        <a class="govuk-link" href={`/cases/${nomination.id}`}>
          {nomination.label.name === '' ? nomination.publicCode : nomination.label.name}
        </a>
      </p>
    );
  if (slip.into === undefined) return null;
  return (
    <p class="govuk-body">
      {t(visit, 'slip.becameSlip')}{' '}
      <a class="govuk-link" href={`/slips/${organisation.id}/${slip.into}`}>
        {t(visit, 'slip.otherSlip')}
      </a>
    </p>
  );
}

function Said({ visit, view: { slip, content, round } }: { visit: Visit; view: SlipView }) {
  const { refusal } = slip;
  return (
    <SummaryList
      lines={[
        {
          key: t(visit, 'slip.refusal'),
          value: refusal === undefined ? '' : t(visit, `slipRefusal.${refusal}`),
        },
        { key: m(visit, 'subjectKind', slip.subjectKind), value: content.name },
        { key: t(visit, 'content.birthYear'), value: content.birthYear },
        { key: t(visit, 'slips.unit'), value: content.unit },
        { key: t(visit, 'slip.deed'), value: content.deed },
        { key: t(visit, 'slip.when'), value: content.when },
        { key: t(visit, 'slip.where'), value: content.where },
        { key: t(visit, 'slip.witness'), value: content.witness },
        { key: t(visit, 'slip.witnessReach'), value: content.witnessReach },
        { key: t(visit, 'slip.proposer'), value: content.proposer },
        { key: t(visit, 'slip.proposerPhone'), value: content.proposerPhone },
        { key: t(visit, 'slipFollow.round'), value: round },
        { key: t(visit, 'slipFollow.receivedOn'), value: formatted(slip.receivedOn) },
        { key: t(visit, 'slipFollow.code'), value: slip.publicCode },
      ]}
    />
  );
}

/** Subjects, nominations and other slips that it may be about; none of anybody sealed. */
function Alike({ visit, view }: { visit: Visit; view: SlipView }) {
  const { likenesses, nominations, likeSlips, organisation } = view;
  const none = likenesses.length + nominations.length + likeSlips.length === 0;
  return (
    <Section title={t(visit, 'slip.alike')}>
      {none && <p class="govuk-body">{t(visit, 'slip.alikeNone')}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {likenesses.map(({ subject }) => (
          <li>{likenessText(visit, subject)}</li>
        ))}
        {nominations.map(({ id, label, form, status, publicCode }) => (
          <li>
            <a class="govuk-link" href={`/cases/${id}`}>
              {label.name}
            </a>{' '}
            {[label.unit, formName(visit, form), m(visit, 'status', status), publicCode]
              .filter((part) => part !== '')
              .join(' – ')}
          </li>
        ))}
        {likeSlips.map(({ slip, content }) => (
          <li>
            <a class="govuk-link" href={`/slips/${organisation.id}/${slip.id}`}>
              {content.name}
            </a>{' '}
            {t(visit, 'slip.alikeSlip', { day: formatted(slip.receivedOn) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Settling({ visit, view, state }: Pick<Props, 'visit' | 'view' | 'state'>) {
  const { slip, organisation } = view;
  const forms = [
    ['accept', acceptFields(visit, view)],
    ...(mergeOptions(visit, view).length === 0 ? [] : [['merge', mergeFields(visit, view)] as const]),
    ['refuse', refuseFields(visit)],
  ] as const;
  return (
    <Section title={t(visit, 'slip.settle')}>
      {forms.map(([act, fields]) => (
        <Details summary={t(visit, `slip.${act}`)} open={state?.form === act}>
          <p class="govuk-body">{t(visit, `slip.${act}Explained`)}</p>
          <Form
            visit={visit}
            form={act}
            action={`/slips/${organisation.id}/${slip.id}/${act}`}
            fields={fields}
            state={stateOf(act, state)}
            button={t(visit, `slip.${act}`)}
          />
        </Details>
      ))}
    </Section>
  );
}
