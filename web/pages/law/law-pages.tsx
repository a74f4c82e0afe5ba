import { provisionParts, type Provision, type ProvisionChange } from '#shared/domain/law/provision.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import type { LawOnDay } from '#shared/use-cases/law/law-views.ts';
import { Layout } from '../../components/layout.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { ProvisionTable, saidBy, titleOf } from './provision-table.tsx';

/** What applies on a day, part by part, and what is another than on the day beside it. */
export function LawPage({ visit, view }: { visit: OwnVisit; view: LawOnDay }) {
  const { day, beside, changes, provisions } = view;
  return (
    <Layout visit={visit} title={t(visit, 'law.title')}>
      <p class="govuk-body">{t(visit, 'law.explained', { day: formatted(day) })}</p>
      <DayPicker visit={visit} day={day} beside={beside} />
      <p class="govuk-body">
        <a class="govuk-link" href="/law/unconfirmed">
          {t(visit, 'law.unconfirmed')}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href="/law/settings">
          {t(visit, 'settings.title')}
        </a>
      </p>
      {beside !== undefined && changes !== undefined && (
        <ChangesTable visit={visit} changes={changes} days={{ was: beside, becomes: day }} />
      )}
      <PartTables visit={visit} provisions={provisions} />
    </Layout>
  );
}

function DayPicker({ visit, day, beside }: { visit: Visit; day: CivilDate; beside: CivilDate | undefined }) {
  const input = (name: 'day' | 'beside', value: string) => (
    <div class="govuk-form-group">
      <label class="govuk-label" for={`law-${name}`}>
        {t(visit, `law.${name}`)}
      </label>
      <input
        class="govuk-input govuk-input--width-10"
        type="date"
        id={`law-${name}`}
        name={name}
        value={value}
      />
    </div>
  );
  return (
    <form method="get" action="/law">
      {input('day', day)}
      {input('beside', beside ?? '')}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t(visit, 'law.show')}
      </button>
    </form>
  );
}

export function ChangesTable({
  visit,
  changes,
  days,
}: {
  visit: Visit;
  changes: readonly ProvisionChange[];
  /** Heads of the two columns. */
  days?: { readonly was: CivilDate; readonly becomes: CivilDate };
}) {
  if (changes.length === 0) return <p class="govuk-body">{t(visit, 'law.noChanges')}</p>;
  const said = (one: Provision | undefined) => (
    <span class="vd-lines">
      {one === undefined ? t(visit, 'law.nothing') : `${saidBy(visit, one)}\n(${one.citation})`}
    </span>
  );
  const titled = ({ was, becomes }: ProvisionChange): string => {
    const one = becomes ?? was;
    return one === undefined ? '' : titleOf(visit, one);
  };
  return (
    <Table<ProvisionChange>
      caption={
        days === undefined
          ? t(visit, 'settings.effect')
          : t(visit, 'law.changes', { day: formatted(days.was) })
      }
      rows={changes}
      columns={[
        { head: t(visit, 'law.what'), cell: titled },
        {
          head:
            days === undefined ? t(visit, 'settings.now') : t(visit, 'law.was', { day: formatted(days.was) }),
          cell: ({ was }) => said(was),
        },
        {
          head:
            days === undefined
              ? t(visit, 'settings.value')
              : t(visit, 'law.becomes', { day: formatted(days.becomes) }),
          cell: ({ becomes }) => said(becomes),
        },
      ]}
    />
  );
}

/** Everything that nobody has confirmed by the text itself. */
export function UnconfirmedPage({
  visit,
  provisions,
}: {
  visit: OwnVisit;
  provisions: readonly Provision[];
}) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'law.unconfirmed')}
      back={{ href: '/law', label: t(visit, 'law.title') }}
    >
      <p class="govuk-body">{t(visit, 'law.unconfirmedExplained', { count: provisions.length })}</p>
      <PartTables visit={visit} provisions={provisions} />
    </Layout>
  );
}

function PartTables({ visit, provisions }: { visit: Visit; provisions: readonly Provision[] }) {
  const byPart = Map.groupBy(provisions, ({ part }) => part);
  return (
    <>
      {provisionParts.map((part) => {
        const rows = byPart.get(part) ?? [];
        return rows.length === 0 ? null : (
          <ProvisionTable visit={visit} caption={t(visit, `law.part.${part}`)} rows={rows} />
        );
      })}
    </>
  );
}
