import type { SettingView } from '#shared/use-cases/law/setting-preview.ts';
import { SettingsToConfirm } from './desk/settings-to-confirm.tsx';
import type { Case } from '#shared/domain/case.ts';
import { officeRules, type OfficeAct } from '#shared/domain/permission.ts';
import type { InboxPage as Inbox } from '#shared/use-cases/views/waiting.ts';
import type { Agenda } from '#shared/use-cases/views/agendas.ts';
import { Layout } from '../components/layout.tsx';
import { LinkButton, Section } from '../components/parts.tsx';
import { holdsRole } from '../own-offices.ts';
import { m, t, type OwnVisit, type Visit } from '../visit.ts';
import { CaseTable } from './cases/cases-page.tsx';
import { AgendaTable } from './desk/agenda-table.tsx';
import { NewSlips, type WaitingSlips } from './desk/new-slips.tsx';
import { isOverdue, WaitingTable, type Waiting } from './desk/waiting-table.tsx';

/** How many there are of which so many were read. */
const numberText = (visit: Visit, count: number, { more }: Inbox): string =>
  more ? t(visit, 'count.moreThan', { count }) : String(count);

export function WelcomePage({ visit }: { visit: Visit }) {
  return (
    <Layout visit={visit} title={t(visit, 'welcome.title')}>
      <p class="govuk-body-l">{t(visit, 'welcome.what')}</p>
      <div class="govuk-button-group">
        <LinkButton href="/sign-in">{t(visit, 'nav.signIn')}</LinkButton>
        <LinkButton href="/follow" secondary>
          {t(visit, 'nav.follow')}
        </LinkButton>
      </div>
    </Layout>
  );
}

const shortcuts: readonly {
  act: OfficeAct;
  href: string;
  key:
    | 'nominate'
    | 'keepSlips'
    | 'importList'
    | 'drafts'
    | 'proposeModel'
    | 'lists'
    | 'sessions'
    | 'rounds'
    | 'ceremony';
}[] = [
  { act: 'nominate', href: '/cases/new', key: 'nominate' },
  { act: 'nominate', href: '/cases/import', key: 'importList' },
  { act: 'nominate', href: '/cases/drafts', key: 'drafts' },
  { act: 'keepSlips', href: '/slips', key: 'keepSlips' },
  { act: 'proposeModel', href: '/models/new', key: 'proposeModel' },
  { act: 'startLetter', href: '/lists', key: 'lists' },
  { act: 'startSession', href: '/lists?start=session', key: 'sessions' },
  { act: 'openRound', href: '/rounds/new', key: 'rounds' },
  { act: 'holdCeremony', href: '/ceremonies/new', key: 'ceremony' },
];

/** What waits, what came back, which sessions are ahead, what one typed, and where to begin something new. */
export function HomePage({
  visit,
  inbox,
  agendas,
  cases,
  settings,
  slips,
}: {
  visit: OwnVisit;
  /** Its first page. */
  inbox: Inbox;
  agendas: readonly Agenda[];
  cases: readonly Case[];
  settings: readonly SettingView[];
  slips: readonly WaitingSlips[];
}) {
  const { me } = visit.signedIn;
  const { rows: waiting } = inbox;
  const cameBack = (row: Waiting): boolean => row.standing === 'supplement' || row.struckFrom !== undefined;
  const back = waiting.filter(cameBack).slice(0, 10);
  const soonest = waiting.filter((row) => !cameBack(row)).slice(0, 5);
  // Whoever keeps a session has it among what waits.
  const ahead = agendas.filter(({ id }) => !waiting.some((row) => row.id === id));
  const overdue = waiting.filter((row) => isOverdue(visit, row)).length;
  return (
    <Layout visit={visit} title={t(visit, 'home.title', { name: me.name })}>
      <ul class="govuk-list">
        {me.posts.map((post) => (
          <li>
            {[...new Set([m(visit, 'role', post.role), post.title, post.organisationName.shortName])]
              .filter((part) => part !== '')
              .join(' – ')}
          </li>
        ))}
      </ul>
      <Section title={t(visit, 'home.waiting')}>
        <p class="govuk-body">
          {waiting.length === 0
            ? t(visit, 'inbox.none')
            : t(visit, overdue === 0 ? 'home.waitingInTime' : 'home.waitingCount', {
                count: numberText(visit, waiting.length, inbox),
                // Whoever is behind with all that was read is so with more.
                overdue: overdue < waiting.length ? overdue : numberText(visit, overdue, inbox),
              })}{' '}
          {(waiting.length > soonest.length + back.length || inbox.more) && (
            <a class="govuk-link" href="/inbox">
              {t(visit, 'home.toInbox')}
            </a>
          )}
        </p>
        {soonest.length > 0 && (
          <WaitingTable visit={visit} rows={soonest} caption={t(visit, 'home.waiting')} />
        )}
      </Section>
      <NewSlips visit={visit} slips={slips} />
      <SettingsToConfirm visit={visit} settings={settings} />
      {back.length > 0 && (
        <Section title={t(visit, 'home.back')}>
          <WaitingTable visit={visit} rows={back} caption={t(visit, 'home.back')} />
        </Section>
      )}
      {ahead.length > 0 && (
        <Section title={t(visit, 'home.ahead')}>
          <AgendaTable visit={visit} agendas={ahead} />
        </Section>
      )}
      <Section title={t(visit, 'home.new')}>
        <ul class="govuk-list">
          {shortcuts
            .filter(({ act }) => holdsRole(visit, officeRules[act].roles))
            .map(({ href, key }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {t(visit, `home.${key}`)}
                </a>
              </li>
            ))}
          <li>
            <a class="govuk-link" href="/follow">
              {t(visit, 'nav.follow')}
            </a>
          </li>
        </ul>
      </Section>
      {cases.length > 0 && (
        <Section title={t(visit, 'home.cases')}>
          <CaseTable visit={visit} cases={cases} />
        </Section>
      )}
    </Layout>
  );
}
