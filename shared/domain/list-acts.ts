import type { ActSetting } from './case-acts/change.ts';
import type { Post } from './directory.ts';
import { holdsOn } from './directory.ts';
import type { EntryDraft } from './history.ts';
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
  if (list.kind === 'opinionRequest' && (list.asked ?? []).length === 0) throw new Refusal('NobodyAsked');
  if (barred.length > 0) throw new Refusal('RowBarsSigner', { rows: barred });
  const signedHere = list.kind !== 'session' && list.origin === 'here';
  if (signedHere && (signer === undefined || !isSigningPost(list, signer, setting)))
    throw new Refusal('SignerNotLeader');
  // Signed here, it would be a decision of ours with rows that still come and go as those of another's.
  if (!signedHere && signer !== undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'signer', code: 'notSignedHere' }]);
  const hash = listHash(list, rows);
  const { signature: _unsigned, ...rest } = list;
  return {
    list: {
      ...rest,
      state: 'CLOSED',
      closedOn: setting.today,
      rows: rows.length,
      hash,
      turn: list.turn + 1,
      stage: list.stage + 1,
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
  const { hash: _gone, signer: _signer, presence: _presence, members: _members, ...rest } = list;
  return {
    list: { ...rest, state: 'GATHERING', turn: list.turn + 1, stage: list.stage + 1 },
    entry: { act: 'Reopened', facts: {}, payload: { reason: command.reason } },
  };
}

export function sign(
  list: List,
  command: ListCommand<'sign'>,
  name: string,
  setting: ActSetting,
): ListChange {
  requireRows(list);
  if (list.signer?.post !== setting.post.id)
    throw new Refusal('ActNotYours', { signer: list.signer?.name ?? '' });
  if (list.hash !== command.hash) throw new Refusal('HashChanged');
  return {
    list: {
      ...list,
      state: 'SIGNED',
      turn: list.turn + 1,
      stage: list.stage + 1,
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
  requireRows(list);
  const number = checkNumber(list, command.number);
  if (command.date > setting.today || (list.signature !== undefined && command.date < list.signature.on)) {
    throw new Refusal('DateNotLawful', { date: command.date, today: setting.today });
  }
  return {
    list: {
      ...list,
      state: 'ISSUED',
      number,
      date: command.date,
      turn: list.turn + 1,
      stage: list.stage + 1,
    },
    entry: { act: 'Issued', facts: { number, date: command.date, hash: list.hash ?? '' } },
  };
}

/** Signed with ink or a government certificate: signer, capacity and day entered in one act with number and date. */
export function issueSignedOutside(
  list: List,
  command: ListCommand<'issueSignedOutside'>,
  setting: ActSetting,
): ListChange {
  requireRows(list);
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
  // What was decided elsewhere was signed before it came here to be recorded.
  if (list.origin === 'here' && list.closedOn !== undefined && command.signedOn < list.closedOn) {
    throw new Refusal('DateNotLawful', { signedOn: command.signedOn, closedOn: list.closedOn }, [
      { field: 'signedOn', code: 'beforeClose' },
    ]);
  }
  // A list closed for somebody bears that name and capacity, whatever was typed.
  const { post, name, capacity } = list.origin === 'here' && named !== undefined ? named : command.signer;
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

/** Every row may have left since it was closed: an empty list is reopened, not signed. */
export function requireRows(list: List): void {
  if (list.rows === 0) throw new Refusal('ListEmpty');
}

function checkNumber(list: List, typed: string): string {
  const number = typed.normalize('NFC');
  // An ordinary official letter has no letters of its own (`123/UBND-NC`).
  if (list.kind === 'opinionRequest' && isDocumentNumber(number)) return number;
  const wanted = list.kind === 'opinionRequest' ? 'CV' : list.kind === 'letter' ? 'TTr' : 'QĐ';
  if (isDocumentNumber(number) && documentType(number) === wanted) return number;
  throw new Refusal('NumberMalformed', { number, wanted });
}
