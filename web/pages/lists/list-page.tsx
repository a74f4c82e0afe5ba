import type { ListCommandName } from '#shared/domain/list-command.ts';
import { ToConsider } from './findings.tsx';
import { listCommands } from '#shared/domain/list-command.ts';
import { hasOutcome } from '#shared/domain/list.ts';
import { officeRules } from '#shared/domain/permission.ts';
import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { Layout } from '../../components/layout.tsx';
import { paperFields, Papers } from '../../components/papers.tsx';
import { Section, SummaryList } from '../../components/parts.tsx';
import { Proof } from '../../components/proof.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { StateTag } from '../../components/standing.tsx';
import { Why } from '../../components/why.tsx';
import type { Field } from '../../forms/field.ts';
import type { FormState } from '../../forms/handle-form.ts';
import { holdsRole } from '../../own-offices.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import type { Candidate, Ticked } from './gather-form.tsx';
import { MoneySection } from '../money/money-section.tsx';
import { Hash, ListActs, SignSection } from './list-acts.tsx';
import { listFields } from './list-fields.ts';
import { rowReasonFields } from './opinion-fields.ts';
import { restForm } from './rest-of-results.ts';
import { rowTroubles } from './row-troubles.ts';
import { LeftRows, RowTables } from './row-tables.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly view: ListView;
  readonly candidates: readonly Candidate[];
  readonly ticked: Ticked;
  readonly state?: FormState;
}

/** One list: its state, what may be done, its rows in order, its papers. Prints as a list. */
export function ListPage({ visit, view, candidates, ticked, state }: Props) {
  const { list } = view;
  const trouble =
    state === undefined
      ? undefined
      : { state, fields: fieldsOf(visit, state, view), more: troublesOf(visit, state, view) };
  return (
    <Layout
      visit={visit}
      title={list.title}
      caption={`${m(visit, 'listKind', list.kind)} – ${view.organisation.name}`}
      back={{ href: `/lists?organisation=${list.organisation}`, label: t(visit, 'lists.title') }}
      trouble={trouble}
    >
      <div class="vd-stand">
        <p class="govuk-body">
          <StateTag visit={visit} state={list.state} kind={list.kind} /> {standText(visit, view)}
        </p>
        <Hash visit={visit} view={view} />
        <Onward visit={visit} view={view} />
        {list.origin === 'outside' && view.allowed.includes('strike') && (
          <p class="govuk-body">{t(visit, 'listStand.notAwarded')}</p>
        )}
      </div>
      <SummaryList lines={factLines(visit, view)} />
      {view.answerWhy !== undefined && <Why visit={visit} of={view.answerWhy} />}
      <div class="vd-acts">
        <ListActs visit={visit} view={view} candidates={candidates} state={state} ticked={ticked} />
      </div>
      <ToConsider visit={visit} view={view} />
      <Section title={t(visit, 'list.rows')}>
        <RowTables visit={visit} view={view} />
        <LeftRows visit={visit} view={view} />
      </Section>
      <MoneySection visit={visit} view={view} />
      <SignSection visit={visit} view={view} candidates={candidates} state={state} ticked={ticked} />
      <Papers
        visit={visit}
        files={view.files}
        action={`/lists/${list.id}/files`}
        mayAttach={view.allowed.includes('attach')}
        state={state}
        kind={paperKinds[list.kind]}
      />
      {hasOutcome(list) && <Proof visit={visit} proof={view.proof} name={view.proof.record} />}
    </Layout>
  );
}

/** What is likeliest to be attached. */
const paperKinds = {
  session: 'minutes',
  letter: 'letter',
  decision: 'decision',
  approval: 'decision',
  opinionRequest: 'scan',
} as const;

function troublesOf(visit: OwnVisit, { form, refusal }: FormState, view: ListView): string[] {
  const troubles = rowTroubles(visit, view, refusal);
  return form === restForm && troubles.length > 0 ? [t(visit, 'result.restRefused'), ...troubles] : troubles;
}

/** What comes after a decision: its results are told, and its open awards are handed over on a day. */
function Onward({ visit, view: { list } }: { visit: OwnVisit; view: ListView }) {
  const decides = list.kind === 'decision' || list.kind === 'approval';
  if (!decides || list.state !== 'ISSUED') return null;
  const toCeremony = list.kind === 'decision' && list.sealed === undefined;
  return (
    <p class="govuk-body">
      {t(visit, 'onward.told')} {toCeremony && t(visit, 'onward.ceremony')}{' '}
      {toCeremony && holdsRole(visit, officeRules.holdCeremony.roles) && (
        <a class="govuk-link" href="/ceremonies">
          {t(visit, 'onward.toCeremonies')}
        </a>
      )}
    </p>
  );
}

function standText(visit: OwnVisit, { list }: ListView): string {
  if (list.kind === 'session')
    return t(visit, `listStand.session.${list.state === 'ISSUED' ? 'SIGNED' : list.state}`);
  if (list.kind === 'opinionRequest' && list.state === 'ISSUED')
    return t(visit, hasOutcome(list) ? 'listStand.answered' : 'listStand.awaiting', {
      number: list.number ?? '',
      day: formatted(list.answerBy),
    });
  const outside = list.state === 'CLOSED' && list.signer === undefined;
  return t(visit, outside ? 'listStand.closedOutside' : `listStand.${list.state}`, {
    signer: list.signature?.name ?? list.signer?.name ?? '',
    number: list.number ?? '',
    day: formatted(list.date),
  });
}

function factLines(visit: OwnVisit, view: ListView) {
  const { list, council, asked = [] } = view;
  const { presence, signature, signer } = list;
  const presenceText =
    presence === undefined
      ? ''
      : t(visit, 'presence.counts', { present: presence.present, total: presence.total });
  const nameIn = (person?: string): string =>
    council?.members.find((member) => member.person === person)?.name ?? '';
  const absent = (presence?.absent ?? []).map(({ person, reason }) => `${nameIn(person)}: ${reason}`);
  return [
    { key: t(visit, 'fact.addressee'), value: view.addressee?.name },
    {
      key: t(visit, 'opinion.asked'),
      value: asked
        .map((one) => (one.outside ? `${one.name} (${t(visit, 'opinion.outside')})` : one.name))
        .join('\n'),
    },
    { key: t(visit, 'opinion.answerBy'), value: formatted(list.answerBy) },
    { key: t(visit, 'col.rows'), value: String(view.rows.length) },
    { key: t(visit, 'col.due'), value: formatted(list.dueOn) },
    {
      key: t(visit, 'close.signer'),
      value:
        signer === undefined
          ? ''
          : `${signer.capacity === 'deputy' ? 'KT. ' : ''}${signer.name} – ${signer.title}`,
    },
    {
      key: t(visit, 'fact.signed'),
      value: signature === undefined ? '' : `${signature.name}, ${formatted(signature.on)}`,
    },
    { key: t(visit, 'issue.number'), value: list.number ?? blankNumber(visit, view) },
    { key: t(visit, 'issue.date'), value: list.kind === 'session' ? '' : formatted(list.date) },
    { key: t(visit, 'start.council'), value: council?.name },
    { key: t(visit, 'start.heldOn'), value: formatted(list.heldOn) },
    { key: t(visit, 'presence.chair'), value: nameIn(presence?.chair) },
    { key: t(visit, 'presence.title'), value: presenceText },
    { key: t(visit, 'presence.absent'), value: absent.join('\n') },
  ];
}

/** As the paper has it until the records clerk fills it in. */
function blankNumber(visit: OwnVisit, { list, numberSuffix: suffix }: ListView): string {
  if (list.kind === 'session' || list.origin === 'outside') return '';
  const like = list.kind === 'letter' || list.kind === 'opinionRequest' ? list.kind : 'decision';
  return m(visit, 'number.blank', like, { suffix });
}

const isCommand = (name: string): name is ListCommandName => name in listCommands;

function fieldsOf(visit: OwnVisit, { form }: FormState, view: ListView): Field[] {
  if (form === 'files') return paperFields(visit);
  if (form === 'answer') return [...listFields(visit, form, view), ...rowReasonFields(visit, view)];
  if (isCommand(form)) return listFields(visit, form, view);
  const row = view.rows.find((one) => form === `result-${one.case}`);
  return row === undefined ? [] : listFields(visit, 'result', view, row);
}
