import type { Ceremony, CeremonyAward } from '#shared/domain/ceremony.ts';
import type { List } from '#shared/domain/list.ts';
import { officeRules } from '#shared/domain/permission.ts';
import type { CeremonyView, GroupView } from '#shared/use-cases/ceremony/ceremony-view.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, LinkButton, Section, SummaryList, Tag } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { nameText } from '../../components/standing.tsx';
import { Table } from '../../components/table.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { holdsRole } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';
import { CeremonyActs } from './ceremony-acts.tsx';
import {
  arrangeFields,
  cancelFields,
  drawFields,
  handOverFields,
  newCeremonyFields,
  regroupFields,
  takeOutFields,
} from './ceremony-fields.ts';

export function CeremoniesPage({ visit, ceremonies }: { visit: OwnVisit; ceremonies: readonly Ceremony[] }) {
  return (
    <Layout visit={visit} title={t(visit, 'nav.ceremonies')}>
      {holdsRole(visit, officeRules.holdCeremony.roles) && (
        <LinkButton href="/ceremonies/new">{t(visit, 'home.ceremony')}</LinkButton>
      )}
      {ceremonies.length === 0 ? (
        <p class="govuk-body">{t(visit, 'ceremonies.none')}</p>
      ) : (
        <Table<Ceremony>
          caption={t(visit, 'nav.ceremonies')}
          hiddenCaption
          rows={ceremonies}
          columns={[
            {
              head: t(visit, 'ceremony.name'),
              cell: (ceremony) => (
                <a class="govuk-link" href={`/ceremonies/${ceremony.id}`}>
                  {ceremony.title}
                </a>
              ),
            },
            { head: t(visit, 'ceremony.day'), cell: (ceremony) => formatted(ceremony.day) },
            { head: t(visit, 'ceremony.place'), cell: (ceremony) => ceremony.place },
            { head: t(visit, 'col.state'), cell: (ceremony) => m(visit, 'ceremonyPhase', ceremony.phase) },
            { head: t(visit, 'ceremony.drawn'), cell: (ceremony) => ceremony.counts.drawn, numeric: true },
          ]}
        />
      )}
    </Layout>
  );
}

export function NewCeremonyPage({ visit, state }: { visit: OwnVisit; state?: FormState }) {
  const fields = newCeremonyFields(visit);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'home.ceremony')}
      back={{ href: '/ceremonies', label: t(visit, 'nav.ceremonies') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <Form
        visit={visit}
        form="ceremony"
        action="/ceremonies/new"
        fields={fields}
        state={state}
        button={t(visit, 'ceremony.plan')}
      />
    </Layout>
  );
}

interface CeremonyProps {
  readonly visit: OwnVisit;
  readonly view: CeremonyView;
  readonly decisions: readonly List[];
  readonly state?: FormState;
}

export function CeremonyPage({ visit, view, decisions, state }: CeremonyProps) {
  const { ceremony, groups } = view;
  const action = (act: string): string => `/ceremonies/${ceremony.id}/act/${act}`;
  const fields = state === undefined ? [] : fieldsOf(visit, state.form, view, decisions);
  return (
    <Layout
      visit={visit}
      title={ceremony.title}
      caption={view.host.name}
      back={{ href: '/ceremonies', label: t(visit, 'nav.ceremonies') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <Tag colour="blue">{m(visit, 'ceremonyPhase', ceremony.phase)}</Tag>{' '}
          {t(visit, 'ceremony.stand', { day: formatted(ceremony.day), place: ceremony.place })}
        </p>
      </div>
      <SummaryList
        lines={[
          { key: t(visit, 'ceremony.freezeOn'), value: formatted(ceremony.freezeOn) },
          { key: t(visit, 'ceremony.drawn'), value: String(ceremony.counts.drawn) },
          { key: t(visit, 'ceremony.left'), value: String(view.left) },
        ]}
      />
      <CeremonyActs visit={visit} view={view} decisions={decisions} state={state} action={action} />
      {groups.length === 0 && <p class="govuk-body">{t(visit, 'ceremony.empty')}</p>}
      {groups.map((group, index) => (
        <Group
          visit={visit}
          group={group}
          number={index + 1}
          mayHandOver={view.allowed.includes('handOver')}
          action={action('handOver')}
          state={state}
        />
      ))}
    </Layout>
  );
}

interface GroupProps {
  readonly visit: OwnVisit;
  readonly group: GroupView;
  readonly number: number;
  readonly mayHandOver: boolean;
  readonly action: string;
  readonly state: FormState | undefined;
}

/** Đợt lên nhận: who presents, and who receives from left to right. */
function Group({ visit, group, number, mayHandOver, action, state }: GroupProps) {
  const form = inLanguage(visit, group.form.name);
  return (
    <Section title={t(visit, 'ceremony.group', { number, form })}>
      <p class="govuk-body">{group.authority}</p>
      {group.presenters.length > 0 && (
        <p class="govuk-body">
          {t(visit, 'ceremony.presenters')}{' '}
          {group.presenters.map(({ name, title }) => `${name} (${title})`).join('; ')}
        </p>
      )}
      <Table<CeremonyAward>
        caption={form}
        hiddenCaption
        rows={group.awards}
        columns={[
          { head: t(visit, 'col.ordinal'), cell: (_award, index) => index + 1 },
          { head: t(visit, 'col.subject'), cell: (award) => nameText(visit, award) },
          { head: t(visit, 'col.unit'), cell: (award) => award.unit },
          { head: t(visit, 'col.decision'), cell: (award) => `${award.number}, ${formatted(award.date)}` },
          { head: t(visit, 'col.goldenBook'), cell: (award) => award.goldenBookNumber },
          { head: t(visit, 'handOver.state'), cell: (award) => handOverText(visit, award) },
        ]}
      />
      {mayHandOver && (
        <div class="vd-acts">
          {group.awards.map((award) => (
            <Details
              summary={t(visit, 'handOver.of', { name: nameText(visit, award) })}
              open={state?.form === `hand-${award.case}`}
            >
              <Form
                visit={visit}
                form={`hand-${award.case}`}
                action={action}
                fields={handOverFields(visit, award)}
                state={state}
                button={t(visit, 'handOver.button')}
                tone="secondary"
              />
            </Details>
          ))}
        </div>
      )}
    </Section>
  );
}

function handOverText(visit: OwnVisit, award: CeremonyAward): string {
  if (award.handover === 'NONE') return '';
  return [m(visit, 'handover', award.handover), award.receivedBy ?? '', formatted(award.receivedOn)]
    .filter((part) => part !== '')
    .join(', ');
}

function fieldsOf(visit: OwnVisit, form: string, view: CeremonyView, decisions: readonly List[]): Field[] {
  if (form === 'draw') return drawFields(visit, decisions);
  if (form === 'arrange') return arrangeFields(visit, view);
  if (form === 'takeOut') return takeOutFields(visit, view);
  if (form === 'regroup') return regroupFields(visit, view);
  if (form === 'cancel') return cancelFields(visit);
  const award = view.groups.flatMap((group) => group.awards).find((one) => form === `hand-${one.case}`);
  return award === undefined ? [] : handOverFields(visit, award);
}
