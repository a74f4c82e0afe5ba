import { caseCommands, limits } from '#shared/domain/case-command.ts';
import type { OneOfMany } from '#shared/use-cases/cases/act-on-many.ts';
import type { RoundTable } from '#shared/use-cases/table/round-table.ts';
import type { TableRow } from '#shared/use-cases/table/table-rows.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { isRefusal, type FieldFault } from '#shared/domain/refusal.ts';
import { Fields, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { nameText } from '../../components/standing.tsx';
import type { Field } from '../../forms/field.ts';
import { namingFaults, parseCommand } from '../../forms/faults.ts';
import type { FormState } from '../../forms/handle-form.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type OwnVisit, type Visit } from '../../visit.ts';
import { tableHref, type Asked } from './table-address.ts';
import { groupsOf } from './table-words.ts';

export const wordingForm = 'wording';

interface Props {
  readonly visit: OwnVisit;
  readonly table: RoundTable;
  readonly asked: Asked;
  readonly state?: FormState;
}

const isMine = ({ allowed }: TableRow): boolean => allowed.includes('mendWording');

/** Printed names and citations of a page of the table, each in its input; saved all at once. */
export function WordingPage({ visit, table, asked, state }: Props) {
  const rows = table.rows.filter(isMine);
  const fields = rows.flatMap((row) => wordingFields(visit, row));
  return (
    <Layout
      visit={visit}
      title={t(visit, 'table.wordingTitle')}
      caption={table.view.round.name}
      back={{ href: tableHref(asked, ''), label: t(visit, 'table.title') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      {rows.length === 0 ? (
        <p class="govuk-body">{t(visit, 'table.wordingNone')}</p>
      ) : (
        <form method="post" action={tableHref(asked, '/wording')} novalidate>
          <FormKeys visit={visit} />
          <p class="govuk-body">{t(visit, 'table.wordingHint')}</p>
          {groupsOf(visit, rows, 0).map(({ title, rows: own }) => (
            <>
              <h2 class="govuk-heading-m">{title}</h2>
              {own.map(({ row }) => (
                <>
                  <input type="hidden" name={`version.${row.id}`} value={String(row.version)} />
                  <Fields visit={visit} form={wordingForm} fields={wordingFields(visit, row)} state={state} />
                </>
              ))}
            </>
          ))}
          <button type="submit" class="govuk-button">
            {t(visit, 'table.wordingSave')}
          </button>
        </form>
      )}
    </Layout>
  );
}

const wordings = ['printedName', 'citation'] as const;

function wordingFields(visit: Visit, row: TableRow): Field[] {
  const name = nameText(visit, row.label);
  const label = (of: (typeof wordings)[number]): string =>
    t(visit, 'table.wordingOf', { label: t(visit, `content.${of}`), name });
  return [
    {
      kind: 'line',
      name: `${row.id}.printedName`,
      label: label('printedName'),
      value: row.content.printedName,
    },
    {
      kind: 'text',
      name: `${row.id}.citation`,
      label: label('citation'),
      max: limits.citation,
      rows: 2,
      value: row.content.citation,
    },
  ];
}

/**
 * Rows of which anything differs from what stands there now; each names the version that its page showed.
 * @throws Refusal InputInvalid with the faults of all rows, or where nothing differs
 */
export function mendedIn(table: RoundTable, typed: Typed): OneOfMany<'mendWording'>[] {
  const faults: FieldFault[] = [];
  const mended = table.rows.filter(isMine).flatMap((row): OneOfMany<'mendWording'>[] => {
    const said = wordings.flatMap((of) => {
      const name = `${row.id}.${of}`;
      const value = typed.text(name);
      return typed.has(name) && value.trim() !== row.content[of] ? [[of, value] as const] : [];
    });
    if (said.length === 0) return [];
    try {
      const command = namingFaults(
        () => parseCommand(caseCommands.mendWording, Object.fromEntries(said)),
        (field) => `${row.id}.${field}`,
      );
      return [{ id: row.id, command, ifVersion: seenVersion(typed, row.id) }];
    } catch (error) {
      if (!isRefusal(error)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  const first = table.rows.find(isMine);
  if (faults.length === 0 && mended.length === 0 && first !== undefined)
    faults.push({ field: `${first.id}.printedName`, code: 'nothingChanged' });
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
  return mended;
}

function seenVersion(typed: Typed, id: string): number | undefined {
  const version = typed.text(`version.${id}`);
  return /^\d{1,9}$/.test(version) ? Number(version) : undefined;
}
