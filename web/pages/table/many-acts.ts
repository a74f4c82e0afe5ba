import { caseCommands, limits, type CaseCommandName } from '#shared/domain/case-command.ts';
import { fieldsOf } from '#shared/domain/content-field.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { OneOfMany, ResultOfOne } from '#shared/use-cases/cases/act-on-many.ts';
import { actOnMany } from '#shared/use-cases/cases/act-on-many.ts';
import type { TableRow } from '#shared/use-cases/table/table-rows.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import type { Ports } from '#shared/ports.ts';
import type { z } from 'zod';
import { parseIdList } from '../../forms/id-list.ts';
import { readFields, type Field } from '../../forms/field.ts';
import { namingFaults, parseCommand } from '../../forms/faults.ts';
import type { Typed } from '../../forms/typed.ts';
import { t, type Visit } from '../../visit.ts';
import { supplementLabel } from '../cases/act-fields.ts';

/** What may be done to many rows at once. */
export const manyActs = ['receive', 'recommend', 'notRecommend', 'askSupplement', 'hold'] as const;
export type ManyAct = (typeof manyActs)[number];
export const isManyAct = (name: string): name is ManyAct => manyActs.some((act) => act === name);

/** Name of the form on the page. */
export const manyForm = 'many';

export const actsOn = (rows: readonly TableRow[]): ManyAct[] =>
  manyActs.filter((act) => rows.some(({ allowed }) => allowed.includes(act)));

/** Rows that somebody may do anything to from the table. */
export const isTickable = ({ allowed }: TableRow): boolean => allowed.some(isManyAct);

/** The ticks; they have no field of their own, but a fault may be theirs. */
export const ticksField = (visit: Visit): Field => ({
  kind: 'checkboxes',
  name: 'case',
  label: t(visit, 'table.pick'),
  options: [],
});

/** What an act asks, once for all rows. Inputs of all acts stand in one form: each bears the name of its own. */
export function manyFields(visit: Visit, act: ManyAct): Field[] {
  const words = (name: string, label: string, optional?: true): Field => ({
    kind: 'text',
    name: `${act}.${name}`,
    label,
    max: limits.reason,
    ...(optional && { optional }),
  });
  switch (act) {
    case 'receive':
      return [];
    case 'recommend':
      return [words('remark', t(visit, 'acts.remark'), true)];
    case 'notRecommend':
      return [words('reason', t(visit, 'acts.reason'))];
    case 'askSupplement':
      return [
        supplementField(visit),
        words('note', t(visit, 'acts.note')),
        { kind: 'whole', name: `${act}.workingDays`, label: t(visit, 'acts.workingDays'), value: '10' },
      ];
    case 'hold':
      return [
        words('reason', t(visit, 'acts.reason')),
        {
          kind: 'line',
          name: `${act}.document`,
          label: t(visit, 'acts.document'),
          hint: t(visit, 'acts.documentHint'),
        },
      ];
  }
}

/** What every nomination has: what only some have is asked for case by case. */
function supplementField(visit: Visit): Field {
  const kind = 'nomination';
  return {
    kind: 'checkboxes',
    name: 'askSupplement.fields',
    label: t(visit, 'acts.fields'),
    options: [...fieldsOf({ kind }), 'attachments'].map((value) => ({
      value,
      label: supplementLabel(visit, { kind }, value),
    })),
  };
}

/** One reason for each rule that asks for one, for all cases of which it warns. */
export function manyReasonFields(visit: Visit, act: ManyAct, results: readonly ResultOfOne[]): Field[] {
  const asking = results.filter(({ refusal }) => refusal === 'RuleNeedsReason');
  const rules = [...new Set(asking.flatMap(({ rules: named = [] }) => named))].toSorted();
  return rules.map((rule) => ({
    kind: 'text',
    name: `${act}.reasons.${rule}`,
    label: t(visit, 'rules.reason', { rule }),
    hint: ruleTitle(rule)[visit.language],
    max: limits.reason,
  }));
}

type RunMany = (ports: Ports, request: ActRequest, typed: Typed, said: unknown) => Promise<ResultOfOne[]>;

function runs<Name extends CaseCommandName>(
  name: Name,
  schema: z.ZodType<OneOfMany<Name>['command']>,
): RunMany {
  return async (ports, request, typed, said) => {
    const command = namingFaults(
      () => parseCommand(schema, said),
      (field) => `${name}.${field}`,
    );
    const { results } = await actOnMany(
      ports,
      request,
      name,
      pickedIn(typed).map((id) => ({ id, command, ifStep: seenTurn(typed, id) })),
    );
    return [...results];
  };
}

const runMany: Readonly<Record<ManyAct, RunMany>> = {
  receive: runs('receive', caseCommands.receive),
  recommend: runs('recommend', caseCommands.recommend),
  notRecommend: runs('notRecommend', caseCommands.notRecommend),
  askSupplement: runs('askSupplement', caseCommands.askSupplement),
  hold: runs('hold', caseCommands.hold),
};

/** @throws Refusal InputInvalid where nothing is ticked, or what the act asks isn't said */
export async function actOnPicked(
  { ports, request, visit }: { readonly ports: Ports; readonly request: ActRequest; readonly visit: Visit },
  act: ManyAct,
  typed: Typed,
): Promise<ResultOfOne[]> {
  requirePicked(typed);
  const rules = typed.names().filter((name) => name.startsWith(`${act}.reasons.`));
  const reasons = rules.map((name): Field => ({ kind: 'text', name, label: '', max: limits.reason }));
  const said = readFields([...manyFields(visit, act), ...reasons], typed)[act] ?? {};
  return runMany[act](ports, request, typed, said);
}

export const pickedIn = (typed: Typed) => parseIdList(typed.all('case')).map((id) => caseIdSchema.parse(id));

/** @throws Refusal InputInvalid */
export function requirePicked(typed: Typed): void {
  if (pickedIn(typed).length === 0) throw new Refusal('InputInvalid', {}, [{ field: 'case', code: 'empty' }]);
}

/** The step that the page showed of a row. */
function seenTurn(typed: Typed, id: string): number | undefined {
  const turn = typed.text(`turn.${id}`);
  return /^\d{1,9}$/.test(turn) ? Number(turn) : undefined;
}
