import type { Provision, ProvisionChange } from '#shared/domain/law/provision.ts';
import type { CivilDate } from '#shared/domain/time.ts';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { t, type Visit } from '../../visit.ts';
import { saidBy, titleOf } from './provision-table.tsx';

/** What is another on one day than on the other, or after a setting than before it. */
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
