import type { ActSetting } from './case-acts/change.ts';
import type { PersonId } from './id.ts';
import { requireRows, type ListChange } from './list-acts.ts';
import type { ListCommand } from './list-command.ts';
import type { List, ListRow, NumberedRow } from './list.ts';
import { Refusal } from './refusal.ts';
import type { CivilDate } from './time.ts';

/** Who came: every member who isn't named absent. The chair must be there, and somebody must. */
export function presence(
  list: List,
  command: ListCommand<'presence'>,
  members: readonly PersonId[],
): ListChange {
  const absent = command.absent.filter((one) => members.includes(one.person));
  if (
    absent.length < command.absent.length ||
    new Set(absent.map((one) => one.person)).size < absent.length
  ) {
    throw new Refusal('InputInvalid', {}, [{ field: 'absent', code: 'notAMember' }]);
  }
  if (!members.includes(command.chair) || absent.some((one) => one.person === command.chair)) {
    throw new Refusal('InputInvalid', {}, [{ field: 'chair', code: 'notPresent' }]);
  }
  const attended = {
    total: members.length,
    present: members.length - absent.length,
    turn: list.turn + 1,
    absent,
    chair: command.chair,
  };
  return {
    list: { ...list, presence: attended, turn: list.turn + 1, stage: list.stage + 1 },
    entry: {
      act: 'PresenceEntered',
      facts: {
        total: attended.total,
        present: attended.present,
        absent: absent.map(({ person }) => person),
        wrote: absent.filter(({ wrote }) => wrote).map(({ person }) => person),
      },
      payload: { reasons: absent },
    },
  };
}

/** The council's finding on one item, entered by the secretary: of those present or who wrote. Recused members don't vote on it. */
export function result(
  list: List,
  row: ListRow,
  command: ListCommand<'result'>,
  context: { members: readonly PersonId[]; mustRecuse: readonly PersonId[] },
): ListChange {
  const attended = list.presence;
  if (attended === undefined) throw new Refusal('PresenceMissing');
  const silent = attended.absent.filter(({ wrote }) => wrote !== true).map(({ person }) => person);
  const here = context.members.filter((person) => !silent.includes(person));
  const recused = [...new Set([...command.recused, ...context.mustRecuse])].filter((person) =>
    here.includes(person),
  );
  const voting = here.length - recused.length;
  if (command.agreed > voting) {
    throw new Refusal('CountsDontAddUp', { agreed: command.agreed, voting }, [
      { field: 'agreed', code: 'tooMany', limit: voting },
    ]);
  }
  if (command.outcome === 'agreed' && command.agreed * 2 <= voting) {
    throw new Refusal('CountsDontAddUp', { agreed: command.agreed, voting }, [
      { field: 'agreed', code: 'noMajority' },
    ]);
  }
  if (command.outcome === 'notAgreed' && command.agreed * 2 > voting) {
    throw new Refusal('CountsDontAddUp', { agreed: command.agreed, voting }, [
      { field: 'agreed', code: 'isMajority' },
    ]);
  }
  if (command.outcome === 'otherForm' && command.otherForm === undefined) {
    throw new Refusal('InputInvalid', {}, [{ field: 'otherForm', code: 'empty' }]);
  }
  const { outcome, agreed, note, otherForm } = command;
  return {
    list: { ...list, turn: list.turn + 1 },
    row: {
      ...row,
      result: {
        outcome,
        agreed,
        voting,
        recused,
        note,
        presence: attended.turn,
        ...(otherForm === undefined ? {} : { otherForm }),
      },
    },
    entry: {
      act: 'ResultEntered',
      facts: { case: row.case, outcome, agreed, voting, recused },
      payload: { note },
    },
  };
}

/** Nobody came, and nothing was found, before the day on which it is held. @throws Refusal SessionAhead */
export function requireHeld({ heldOn }: Pick<List, 'heldOn'>, today: CivilDate): void {
  if (heldOn !== undefined && heldOn > today) throw new Refusal('SessionAhead', { heldOn });
}

/** A session ends with its minutes: everybody's result is in, the signed minutes are attached. */
export function conclude(
  list: List,
  rows: readonly NumberedRow[],
  hasMinutes: boolean,
  setting: ActSetting,
): ListChange {
  requireRows(list);
  if (list.presence === undefined) throw new Refusal('PresenceMissing');
  requireHeld(list, setting.today);
  const { turn } = list.presence;
  // A presence entered anew, or after reopening, wants every result anew.
  const open = rows.filter((row) => row.result?.presence !== turn);
  if (open.length > 0) throw new Refusal('ResultsMissing', { cases: open.map((row) => row.case) });
  if (!hasMinutes) throw new Refusal('MinutesMissing');
  return {
    list: { ...list, state: 'SIGNED', date: setting.today, turn: list.turn + 1, stage: list.stage + 1 },
    entry: {
      act: 'Concluded',
      facts: { rows: rows.length, present: list.presence.present, total: list.presence.total },
    },
  };
}
