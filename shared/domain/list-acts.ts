import type { ActSetting } from './case-acts/change.ts';
import type { Council, Post } from './directory.ts';
import { holdsOn, membersOn } from './directory.ts';
import type { EntryDraft } from './history.ts';
import type { PersonId } from './id.ts';
import type { ListCommand } from './list-command.ts';
import {
  documentType,
  isDocumentNumber,
  listHash,
  type List,
  type ListRow,
  type NumberedRow,
} from './list.ts';
import { Refusal } from './refusal.ts';

/** Pure decisions about a list. Each gives the list as it will be and what its history says. */
export interface ListChange {
  readonly list: List;
  readonly entry: Omit<EntryDraft, 'by'>;
  readonly row?: ListRow;
}

/** A row that the named signer may not sign for, and why; the close is refused until it stands on a list of the deputy. */
export interface BarredRow {
  readonly case: string;
  readonly bar: string;
}

export function close(
  list: List,
  rows: readonly NumberedRow[],
  signer: Post | undefined,
  name: string,
  barred: readonly BarredRow[],
  setting: ActSetting,
): ListChange {
  if (rows.length === 0) throw new Refusal('ListEmpty');
  if (barred.length > 0) throw new Refusal('RowBarsSigner', { rows: barred });
  const needsSigner = list.kind !== 'session' && list.origin === 'here';
  if (needsSigner && (signer === undefined || !isSigningPost(list, signer, setting)))
    throw new Refusal('SignerNotLeader', {}, [{ field: 'signer', code: 'notALeader' }]);
  const hash = listHash(list, rows);
  const { signature: _unsigned, ...rest } = list;
  return {
    list: {
      ...rest,
      state: 'CLOSED',
      rows: rows.length,
      hash,
      turn: list.turn + 1,
      ...(signer === undefined
        ? {}
        : {
            signer: {
              post: signer.id,
              person: signer.person,
              name,
              title: signer.title,
              capacity: signer.capacity ?? 'head',
            },
          }),
    },
    entry: {
      act: 'Closed',
      facts: { rows: rows.length, hash, ...(signer === undefined ? {} : { signer: signer.id }) },
    },
  };
}

function isSigningPost(list: List, signer: Post, setting: ActSetting): boolean {
  return (
    signer.organisation === list.organisation && signer.role === 'leader' && holdsOn(signer, setting.today)
  );
}

export function reopen(list: List, command: ListCommand<'reopen'>): ListChange {
  const { hash: _gone, signer: _signer, presence: _presence, ...rest } = list;
  return {
    list: { ...rest, state: 'GATHERING', turn: list.turn + 1 },
    entry: { act: 'Reopened', facts: {}, payload: { reason: command.reason } },
  };
}

export function sign(
  list: List,
  command: ListCommand<'sign'>,
  name: string,
  setting: ActSetting,
): ListChange {
  if (list.signer?.post !== setting.post.id)
    throw new Refusal('ActNotYours', { signer: list.signer?.name ?? '' });
  if (list.hash !== command.hash) throw new Refusal('HashChanged');
  return {
    list: {
      ...list,
      state: 'SIGNED',
      turn: list.turn + 1,
      signature: {
        post: setting.post.id,
        name,
        capacity: setting.post.capacity ?? 'head',
        on: setting.today,
        where: 'here',
        hash: command.hash,
      },
    },
    entry: { act: 'Signed', facts: { hash: command.hash, where: 'here' } },
  };
}

/** The records clerk's act: number and date in the office's own series for all documents. */
export function issue(list: List, command: ListCommand<'issue'>, setting: ActSetting): ListChange {
  const number = checkNumber(list, command.number);
  if (command.date > setting.today || (list.signature !== undefined && command.date < list.signature.on)) {
    throw new Refusal('DateNotLawful', { date: command.date, today: setting.today }, [
      { field: 'date', code: 'notLawful' },
    ]);
  }
  return {
    list: { ...list, state: 'ISSUED', number, date: command.date, turn: list.turn + 1 },
    entry: { act: 'Issued', facts: { number, date: command.date, hash: list.hash ?? '' } },
  };
}

/** Signed with ink or a government certificate: signer, capacity and day entered in one act with number and date. */
export function issueSignedOutside(
  list: List,
  command: ListCommand<'issueSignedOutside'>,
  setting: ActSetting,
): ListChange {
  if (list.hash !== command.hash) throw new Refusal('HashChanged');
  const named = list.signer;
  if (list.origin === 'here' && named !== undefined && command.signer.post !== named.post) {
    throw new Refusal('SignerNotLeader', { closedFor: named.name }, [
      { field: 'signer.post', code: 'notTheNamedSigner' },
    ]);
  }
  if (command.signedOn > command.date) {
    throw new Refusal('DateNotLawful', { signedOn: command.signedOn, date: command.date }, [
      { field: 'signedOn', code: 'afterDate' },
    ]);
  }
  const { post, name, capacity } = command.signer;
  const signature = { name, capacity, on: command.signedOn, where: 'outside' as const, hash: command.hash };
  const signed: List = { ...list, signature: post === undefined ? signature : { ...signature, post } };
  const issued = issue(signed, command, setting);
  return {
    list: issued.list,
    entry: {
      ...issued.entry,
      facts: { ...issued.entry.facts, where: 'outside', signedOn: command.signedOn, capacity },
    },
  };
}

function checkNumber(list: List, typed: string): string {
  const number = typed.normalize('NFC');
  const wanted = list.kind === 'letter' ? 'TTr' : 'QĐ';
  if (isDocumentNumber(number) && documentType(number) === wanted) return number;
  throw new Refusal('NumberMalformed', { number, wanted }, [{ field: 'number', code: 'notANumber' }]);
}

/** Who came: everybody who isn't named absent. The chair must be there, and somebody must. */
export function presence(list: List, command: ListCommand<'presence'>, council: Council): ListChange {
  const members = membersOn(council, list.heldOn ?? list.createdOn).map((member) => member.person);
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
    list: { ...list, presence: attended, turn: list.turn + 1 },
    entry: {
      act: 'PresenceEntered',
      facts: { total: attended.total, present: attended.present, absent: absent.map((one) => one.person) },
      payload: { reasons: absent },
    },
  };
}

/** The council's finding on one item, entered by the secretary. Recused members don't vote on it. */
export function result(
  list: List,
  row: ListRow,
  command: ListCommand<'result'>,
  context: { council: Council; mustRecuse: readonly PersonId[] },
): ListChange {
  const attended = list.presence;
  if (attended === undefined) throw new Refusal('PresenceMissing');
  const absent = attended.absent.map((one) => one.person);
  const here = membersOn(context.council, list.heldOn ?? list.createdOn)
    .map((member) => member.person)
    .filter((person) => !absent.includes(person));
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

/** A session ends with its minutes: everybody's result is in, the signed minutes are attached. */
export function conclude(
  list: List,
  rows: readonly NumberedRow[],
  hasMinutes: boolean,
  setting: ActSetting,
): ListChange {
  if (list.presence === undefined) throw new Refusal('PresenceMissing');
  if (list.heldOn !== undefined && list.heldOn > setting.today) {
    throw new Refusal('DateNotLawful', { date: list.heldOn, today: setting.today }, [
      { field: 'heldOn', code: 'notLawful' },
    ]);
  }
  const { turn } = list.presence;
  // A presence entered anew, or after reopening, wants every result anew.
  const open = rows.filter((row) => row.result?.presence !== turn);
  if (open.length > 0) throw new Refusal('ResultsMissing', { cases: open.map((row) => row.case) });
  if (!hasMinutes) throw new Refusal('MinutesMissing');
  return {
    list: { ...list, state: 'SIGNED', date: setting.today, turn: list.turn + 1 },
    entry: {
      act: 'Concluded',
      facts: { rows: rows.length, present: list.presence.present, total: list.presence.total },
    },
  };
}
