import { law } from '#shared/regimes/shipped.ts';
import { readPastedNominations, type PastedNominations } from '#shared/domain/pasted-nominations.ts';
import { nominationColumns } from '#shared/domain/pasted-nomination-columns.ts';
import { cellKey } from '#shared/domain/pasted-nominations.ts';
import { pastedTable } from '#shared/domain/pasted-table.ts';
import { officeRules } from '#shared/domain/permission.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { subjectKinds, type Round } from '#shared/domain/round.ts';
import type { Field } from '../../forms/field.ts';
import type { Typed } from '../../forms/typed.ts';
import { ownOffices } from '../../own-offices.ts';
import { inLanguage, m, t, type OwnVisit } from '../../visit.ts';
import { openForms, readChoice, roundHint, type NewChoice } from '../cases/new-choice.ts';

const roles = officeRules.nominate.roles;
const longestPaste = 1_000_000;

/** What holds for all rows, and the rows: chosen as a file, or pasted. */
export function importFields(visit: OwnVisit, rounds: readonly Round[], typed?: Typed): Field[] {
  const before = (name: string, otherwise = ''): string => typed?.text(name) ?? otherwise;
  const offices = ownOffices(visit, roles).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return [
    {
      kind: 'select',
      name: 'organisation',
      label: t(visit, 'new.organisation'),
      options: offices,
      value: before('organisation', offices[0]?.value),
    },
    {
      kind: 'radios',
      name: 'choice',
      label: t(visit, 'imports.form'),
      hint: t(visit, 'imports.formHint'),
      options: openForms(visit, rounds).map(({ round, form, closingDay }) => ({
        value: `${round.id}.${form.code}`,
        label: inLanguage(visit, form.name),
        hint: roundHint(visit, round, closingDay),
      })),
      value: before('choice'),
    },
    {
      kind: 'radios',
      name: 'kind',
      label: t(visit, 'imports.kind'),
      hint: t(visit, 'imports.kindHint'),
      options: subjectKinds.map((value) => ({ value, label: m(visit, 'subjectKind', value) })),
      value: before('kind', 'individual'),
    },
    {
      kind: 'line',
      name: 'proposer',
      label: t(visit, 'new.proposer'),
      hint: t(visit, 'imports.proposerHint'),
      value: before('proposer'),
    },
    {
      kind: 'file',
      name: 'file',
      label: t(visit, 'imports.file'),
      hint: t(visit, 'imports.fileHint'),
      accept: '.xlsx,.docx',
      optional: true,
    },
    {
      kind: 'text',
      name: 'rows',
      label: t(visit, 'imports.rows'),
      hint: t(visit, 'imports.rowsHint'),
      optional: true,
      max: longestPaste,
      rows: 8,
      value: before('rows'),
    },
  ];
}

export interface ReadList {
  readonly choice: NewChoice;
  readonly list: PastedNominations;
}

/** @throws Refusal InputInvalid for what holds for all rows, and where there is no row */
export function readList(visit: OwnVisit, rounds: readonly Round[], typed: Typed): ReadList {
  const choice = readChoice(visit, rounds, typed);
  if (choice === undefined) throw new Refusal('InputInvalid', {}, [{ field: 'choice', code: 'empty' }]);
  const forms = choice.round.forms.flatMap(({ form: code }) => {
    const form = law.formOn(code, visit.today);
    return form === undefined ? [] : [{ code, names: [form.name.vi, form.name.en, ...form.aliases] }];
  });
  const list = readPastedNominations(pastedTable(typed.text('rows')), {
    forms,
    form: choice.form.code,
    kind: choice.subjectKind,
    proposer: typed.text('proposer'),
    mended: mendedIn(typed),
    leftOut: new Set(typed.all('leaveOut').map(Number)),
  });
  if (list.rows.length === 0) throw new Refusal('InputInvalid', {}, [{ field: 'rows', code: 'empty' }]);
  return { choice, list };
}

/** Cells that were typed anew in the preview. */
export const cellName = (line: number, column: string): string => `cell.${cellKey(line, column)}`;

function mendedIn(typed: Typed): ReadonlyMap<string, string> {
  const names = typed.names().filter((name) => /^cell\.\d{1,6}\.\w+$/.test(name));
  const known = names.filter((name) => nominationColumns.some((column) => name.endsWith(`.${column}`)));
  return new Map(known.map((name) => [name.slice('cell.'.length), typed.text(name)]));
}

/** Who of the earlier subjects a line means: an id, or that it is somebody else. */
export const answerName = (line: number): string => `answer.${String(line)}`;
