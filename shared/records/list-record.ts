import { z } from 'zod';
import { caseIdSchema, type CaseId } from '../domain/id.ts';
import {
  documentType,
  hasOutcome,
  listRowSchema,
  listSchema,
  type List,
  type ListRow,
} from '../domain/list.ts';
import type { Role } from '../domain/directory.ts';
import { Refusal } from '../domain/refusal.ts';
import { yearOf } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { inboxDiff, type InboxRow } from './inbox-record.ts';
import { decode, encode, loaded, replace, type Loaded } from './item.ts';
import { inboxOfRole, inboxOfSealed, indexes, keys } from './keys.ts';

const orderSchema = z.object({ cases: z.array(caseIdSchema) });

export const loadList = (item: Item | undefined): Loaded<List> | undefined => loaded(listSchema, item);
export const loadRow = (item: Item | undefined): Loaded<ListRow> | undefined => loaded(listRowSchema, item);
export const parseRow = (item: Item): ListRow => decode(listRowSchema, item);
export const parseOrder = (item: Item | undefined): CaseId[] =>
  item === undefined ? [] : decode(orderSchema, item).cases;

export const rowWrite = (list: List, row: ListRow, before: Loaded<ListRow> | undefined): Write =>
  replace(keys.listRow(list.id, row.case), row, before);

export const orderWrite = (
  list: List,
  cases: readonly CaseId[],
  before: Loaded<unknown> | undefined,
): Write => replace(keys.listOrder(list.id), { cases }, before);

/** The list's record and its inbox row, conditioned on what was read. */
export function listWrites(before: Loaded<List> | undefined, after: List): Write[] {
  return [
    replace(keys.listMeta(after.id), after, before, {
      g1: indexes.listsOfOrganisation(after.organisation, after.state, after.id),
      ...(after.state === 'ISSUED' && after.addressee !== undefined
        ? { g2: indexes.listsReceived(after.addressee, after.date, after.id) }
        : {}),
      ...(after.council === undefined ? {} : { g3: indexes.sessionsOfCouncil(after.council, after.id) }),
    }),
    ...inboxDiff(before === undefined ? [] : listInbox(before.value), listInbox(after)),
  ];
}

/**
 * The office's one series: issuer, type, year and the number itself stand once, however its letters are written
 * (`5`, `05`, `5/2020`). An outside decision is of its authority's series; its sealed part bears the same number.
 * @throws Refusal NumberMalformed before it has one
 */
export function numberWrite(list: List): Write {
  const { number, date } = list;
  if (number === undefined || date === undefined) throw new Refusal('NumberMalformed');
  const outside = `outside#${list.authority ?? list.organisation}${list.sealed === undefined ? '' : '#sealed'}`;
  const issuer = list.origin === 'here' ? list.organisation : outside;
  const counted = String(Number.parseInt(number, 10));
  return {
    put: encode(keys.number(issuer, documentType(number), yearOf(date), counted), { list: list.id }, 1),
    if: { absent: true },
  };
}

/** Whose turn it is with a list: who gathers, who signs, who numbers. */
export function listKeeper(list: List): Role | undefined {
  switch (list.state) {
    case 'GATHERING':
      return list.kind === 'session' ? 'secretary' : list.origin === 'outside' ? 'clerk' : 'officer';
    case 'CLOSED':
      return list.kind === 'session' ? 'secretary' : list.origin === 'outside' ? 'clerk' : 'leader';
    case 'SIGNED':
      return list.kind === 'session' ? undefined : 'clerk';
    case 'ISSUED':
      return list.kind === 'opinionRequest' && !hasOutcome(list) ? 'officer' : undefined;
  }
}

function listInbox(list: List): InboxRow[] {
  const role = listKeeper(list);
  if (role === undefined) return [];
  const waits = list.kind === 'opinionRequest' && list.state === 'ISSUED';
  const common = {
    of: 'list' as const,
    id: list.id,
    dueOn: waits ? list.answerBy : list.dueOn,
    caseKind: list.caseKind,
    step: list.stepKind,
    stepKind: list.stepKind,
    listKind: list.kind,
    listState: list.state,
    label: list.title,
    unit: '',
    namesake: false,
    rows: list.rows,
    ...(list.round === undefined ? {} : { round: list.round }),
  };
  const asked = waits ? awaitedFrom(list, common) : [];
  if (list.sealed === undefined)
    return [{ ...common, holder: inboxOfRole(list.organisation, role) }, ...asked];
  const signer = role === 'leader' && list.signer !== undefined ? { assignee: list.signer.post } : {};
  return [{ ...common, ...signer, holder: inboxOfSealed(list.organisation), keeper: role }, ...asked];
}

/** A request waits for each organisation that is asked; for one outside with the clerk who will enter its paper. */
function awaitedFrom(list: List, common: Omit<InboxRow, 'holder' | 'rows'>): InboxRow[] {
  const waiting = (list.asked ?? []).filter(({ left }) => left > 0);
  const inside = waiting
    .filter(({ outside }) => outside === undefined)
    .map(({ organisation, left }): InboxRow => {
      const row = { ...common, rows: left, asked: true as const };
      return list.sealed === undefined
        ? { ...row, holder: inboxOfRole(organisation, 'officer') }
        : { ...row, holder: inboxOfSealed(organisation), keeper: 'officer' };
    });
  const papers = waiting.filter(({ outside }) => outside === true).map(({ left }) => left);
  // Of a sealed one the asker's own row stands for both.
  if (papers.length === 0 || list.sealed !== undefined) return inside;
  return [
    ...inside,
    { ...common, rows: Math.max(...papers), holder: inboxOfRole(list.organisation, 'clerk') },
  ];
}
