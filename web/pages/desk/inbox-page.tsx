import type { SettingView } from '#shared/use-cases/law/setting-preview.ts';
import { SettingsToConfirm } from './settings-to-confirm.tsx';
import type { Round } from '#shared/domain/round.ts';
import { stepKinds } from '#shared/domain/route-template.ts';
import type { InboxPage as Inbox } from '#shared/use-cases/views/waiting.ts';
import { Fields } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Pages } from '../../components/parts.tsx';
import type { Field } from '../../forms/field.ts';
import { m, t, type OwnVisit } from '../../visit.ts';
import { WaitingTable } from './waiting-table.tsx';

export interface InboxFilter {
  readonly round: string;
  readonly kind: string;
}

interface Props {
  readonly visit: OwnVisit;
  readonly inbox: Inbox;
  readonly rounds: readonly Round[];
  readonly filter: InboxFilter;
  readonly settings: readonly SettingView[];
}

/** From here on a list is long enough to be sifted. */
const longFrom = 10;

export const isSifted = ({ round, kind }: InboxFilter): boolean => round !== '' || kind !== '';

export function InboxPage({ visit, inbox, rounds, filter, settings }: Props) {
  const { rows } = inbox;
  const sifted = isSifted(filter);
  return (
    <Layout visit={visit} title={t(visit, 'nav.inbox')}>
      {(rows.length > longFrom || sifted) && (
        <form method="get" action="/inbox">
          <Details summary={t(visit, 'form.filter')} open={sifted}>
            <Fields visit={visit} form="filter" fields={filterFields(visit, rounds, filter)} />
            <button type="submit" class="govuk-button govuk-button--secondary">
              {t(visit, 'form.filter')}
            </button>
          </Details>
        </form>
      )}
      <p class="govuk-body">{countText(visit, inbox, sifted)}</p>
      {rows.length > 0 && <WaitingTable visit={visit} rows={rows} caption={t(visit, 'nav.inbox')} />}
      <SettingsToConfirm visit={visit} settings={settings} />
      <p class="govuk-body">
        <a class="govuk-link" href="/at-risk">
          {t(visit, 'atRisk.title')}
        </a>
      </p>
      <Pages visit={visit} path="/inbox" query={{ ...filter }} page={inbox} />
    </Layout>
  );
}

/** How much waits is said where it is known; a page says of itself only how much stands on it. */
function countText(visit: OwnVisit, { rows, previous, next, more }: Inbox, sifted: boolean): string {
  const count = rows.length;
  if (previous === undefined && next === undefined)
    return count === 0 ? t(visit, 'inbox.none') : t(visit, 'inbox.count', { count });
  if (previous === undefined && more) return t(visit, 'inbox.countMore', { count });
  if (sifted && next !== undefined && !more) return t(visit, 'inbox.siftedPart', { count });
  return count === 0 ? t(visit, 'inbox.noneHere') : t(visit, 'inbox.countPart', { count });
}

function filterFields(visit: OwnVisit, rounds: readonly Round[], filter: InboxFilter): Field[] {
  return [
    {
      kind: 'select',
      name: 'round',
      label: t(visit, 'fact.round'),
      blank: t(visit, 'form.all'),
      options: rounds.map(({ id, name }) => ({ value: id, label: name })),
      value: filter.round,
    },
    {
      kind: 'select',
      name: 'kind',
      label: t(visit, 'col.todo'),
      blank: t(visit, 'form.all'),
      options: stepKinds.map((value) => ({ value, label: m(visit, 'stepKind', value) })),
      value: filter.kind,
    },
  ];
}
