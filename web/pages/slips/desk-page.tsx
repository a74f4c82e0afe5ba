import { officeRules } from '#shared/domain/permission.ts';
import type { DeskRound, DeskSlip, SlipDesk } from '#shared/use-cases/slips/slip-desk.ts';
import { Form } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section } from '../../components/parts.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { ownOffices } from '../../own-offices.ts';
import { t, type OwnVisit } from '../../visit.ts';
import { SlipTag } from './slip-page.tsx';

interface DeskProps {
  readonly visit: OwnVisit;
  readonly desk: SlipDesk;
  readonly state?: FormState;
}

/** All slips of an office, by round, and the link by which they come in. */
export function SlipDeskPage({ visit, desk, state }: DeskProps) {
  const { organisation, rounds, more } = desk;
  const keeps = ownOffices(visit, officeRules.keepSlips.roles).some(({ id }) => id === organisation.id);
  const others = ownOffices(visit, officeRules.readSlips.roles).filter(({ id }) => id !== organisation.id);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'slips.title')}
      caption={organisation.shortName}
      trouble={state === undefined ? undefined : { state, fields: [] }}
    >
      <p class="govuk-body">{t(visit, 'slips.explained')}</p>
      {others.map(({ id, shortName }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/slips/${id}`}>
            {shortName}
          </a>
        </p>
      ))}
      {more && <p class="govuk-inset-text">{t(visit, 'slips.more')}</p>}
      {rounds.length === 0 && <p class="govuk-body">{t(visit, 'slips.none')}</p>}
      {rounds.map((round) => (
        <Section title={round.round.name}>
          <LinkOfRound
            visit={visit}
            office={organisation.id}
            round={round}
            keeps={keeps}
            {...(state && { state })}
          />
          {round.slips.length === 0 ? (
            <p class="govuk-body">{t(visit, 'slips.noneInRound')}</p>
          ) : (
            <SlipTable visit={visit} office={organisation.id} round={round} />
          )}
        </Section>
      ))}
    </Layout>
  );
}

interface LinkProps {
  readonly visit: OwnVisit;
  readonly office: string;
  readonly round: DeskRound;
  readonly keeps: boolean;
  readonly state?: FormState;
}

function LinkOfRound({ visit, office, round: { round, until, openSince }, keeps, state }: LinkProps) {
  const days = { until: formatted(until), since: formatted(openSince) };
  const form = (act: 'open' | 'renew' | 'close') => (
    <Form
      visit={visit}
      form={`${act}-${round.id}`}
      action={`/slips/${office}/links/${round.id}/${act === 'close' ? 'close' : 'open'}`}
      fields={[]}
      state={stateOf(`${act}-${round.id}`, state)}
      button={t(visit, `slips.${act}`)}
      {...(act === 'open' ? {} : { tone: 'secondary' as const })}
    />
  );
  if (until < visit.today) return <p class="govuk-body">{t(visit, 'slips.over', days)}</p>;
  if (openSince === undefined)
    return (
      <>
        <p class="govuk-body">{t(visit, 'slips.closed', days)}</p>
        {keeps && form('open')}
      </>
    );
  return (
    <>
      <p class="govuk-body">{t(visit, 'slips.openSince', days)}</p>
      {keeps && (
        <Details summary={t(visit, 'slips.manage')}>
          <p class="govuk-body">{t(visit, 'slips.renewExplained')}</p>
          {form('renew')}
          {form('close')}
        </Details>
      )}
    </>
  );
}

function SlipTable({ visit, office, round }: Pick<LinkProps, 'visit' | 'office' | 'round'>) {
  return (
    <Table<DeskSlip>
      caption={round.round.name}
      hiddenCaption
      rows={round.slips}
      columns={[
        {
          head: t(visit, 'slips.name'),
          cell: ({ slip, content }) => (
            <a class="govuk-link" href={`/slips/${office}/${slip.id}`}>
              {content.name}
            </a>
          ),
        },
        { head: t(visit, 'slips.unit'), cell: ({ content }) => content.unit },
        { head: t(visit, 'slips.receivedOn'), cell: ({ slip }) => formatted(slip.receivedOn) },
        {
          head: t(visit, 'slips.alike'),
          cell: ({ likenesses }) =>
            likenesses.length === 0
              ? ''
              : t(visit, 'slips.alikeCount', {
                  subjects: likenesses.length,
                  cases: likenesses.flatMap(({ open }) => open).length,
                }),
        },
        { head: t(visit, 'slips.state'), cell: ({ slip }) => <SlipTag visit={visit} state={slip.state} /> },
      ]}
    />
  );
}

interface NoticeProps {
  readonly visit: OwnVisit;
  readonly office: { readonly id: string; readonly name: string };
  readonly round: Pick<DeskRound, 'round' | 'until'>;
  readonly secret: string;
}

/** To be printed and hung up: shown in the answer to the act and never again. */
export function SlipNoticePage({ visit, office, round: { round, until }, secret }: NoticeProps) {
  const link = `${visit.publicUrl}/propose/${secret}`;
  return (
    <Layout
      visit={visit}
      title={t(visit, 'slips.notice')}
      caption={office.name}
      back={{ href: `/slips/${office.id}`, label: t(visit, 'slips.back') }}
    >
      <p class="govuk-inset-text vd-screen">{t(visit, 'slips.noticeOnce')}</p>
      <p class="govuk-body-l">{t(visit, 'slips.noticeText')}</p>
      <p class="govuk-body">{t(visit, 'slips.noticeUntil', { round: round.name, day: formatted(until) })}</p>
      <div class="vd-slip vd-slip--notice">
        <QrCode text={link} label={t(visit, 'slips.qr')} />
        <p class="govuk-body-l vd-link">{link}</p>
      </div>
    </Layout>
  );
}
