import { membersOn, type Post } from '../../domain/directory.ts';
import { explainedRule, type Explanation } from '../../domain/law/explanation.ts';
import type { ListId, OrganisationId, PersonId } from '../../domain/id.ts';
import { numberRows, takesCasesAt, type List, type ListRow, type NumberedRow } from '../../domain/list.ts';
import type { ListAct } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadOrganisation, readCouncils } from '../../records/directory-record.ts';
import { parseInboxRow, type InboxRow } from '../../records/inbox-record.ts';
import { inboxOfRole, inboxOfSealed, indexes, keys, recordId } from '../../records/keys.ts';
import { loadList, parseOrder } from '../../records/list-record.ts';
import { keeperOf } from '../../records/case-record.ts';
import { decode } from '../../records/item.ts';
import { queryAll } from '../../records/query.ts';
import { listSchema } from '../../domain/list.ts';
import { readRows } from '../cases/case-on-list.ts';
import { filesOf, type StoredFile } from '../files/files.ts';
import { ownHandsOnList, postsToday } from '../acting/sealed-hands.ts';
import { mayReadList } from '../acting/who-reads.ts';
import { casesOf, signs } from '../lists/close-list.ts';
import type { RuleResult } from '../../domain/rules/rule.ts';
import { judgeDecision } from '../rules/judge-decision.ts';
import { judgeEquals } from '../rules/judge-equals.ts';
import { judgeSession } from '../rules/judge-session.ts';
import { judgeMoney, moneyView, type DecisionMoneyView, type JudgedMoney } from '../money/judge-money.ts';
import { allowedListActs } from './allowed.ts';
import { answerWhyOf, askedAs, type AskedView } from './asked-of.ts';
import { printedProofOf, type PrintedProof } from './printed-proof.ts';
import { readNames, readReader, type OrganisationName, type Reader } from './reader.ts';

export interface CouncilView {
  readonly name: string;
  readonly members: readonly { readonly person: PersonId; readonly name: string; readonly seat: string }[];
}

export interface ListView {
  readonly list: List;
  readonly version: number;
  readonly organisation: OrganisationName;
  /** `UBND`: what its numbers end in. */
  readonly numberSuffix: string;
  readonly addressee?: OrganisationName;
  readonly rows: readonly NumberedRow[];
  /** Rows that left after closing, with how. */
  readonly left: readonly ListRow[];
  readonly files: readonly StoredFile[];
  readonly council?: CouncilView;
  /** Posts that may be named as signer. */
  readonly signers: readonly (Post & { readonly name: string })[];
  readonly allowed: readonly ListAct[];
  /** Of an opinion request: whom it asks, how many rows wait for each, and whether the reader may answer for it. */
  readonly asked?: readonly AskedView[];
  /** Why answers are due on their day, once the request is issued. */
  readonly answerWhy?: Explanation;
  /** Codes to keep on paper. */
  readonly proof: PrintedProof;
  /** Of an award decision of the office's own. */
  readonly money?: DecisionMoneyView;
  /** What the rules find as it stands: of a session until it ends, of a decision while it is gathered. */
  readonly explanations?: readonly Explanation[];
}

export async function readListView(ports: Ports, person: PersonId, id: ListId): Promise<ListView> {
  const reader = await readReader(ports, person);
  const [item, order, closings] = await ports.store.get([
    keys.listMeta(id),
    keys.listOrder(id),
    keys.closings(),
  ]);
  const loaded = loadList(item);
  if (loaded === undefined || !(await mayReadList(ports, reader.actor, loaded.value)))
    throw new Refusal('ListNotFound', { list: id });
  const list = loaded.value;
  const rows = await readRows(ports, list);
  const standing = numberRows(list.kind, rows, parseOrder(order));
  const [files, signers, council, hands, money] = await Promise.all([
    filesOf(ports, recordId('LIST', id)),
    signersOf(ports, list, rows),
    councilOf(ports, list),
    ownHandsOnList(ports, reader.actor, list),
    judgeMoney(ports, list, standing, list.date ?? ports.clock.today()),
  ]);
  const names = await readNames(
    ports,
    [
      list.organisation,
      ...(list.addressee === undefined ? [] : [list.addressee]),
      ...(list.asked ?? []).map(({ organisation }) => organisation),
    ],
    [],
  );
  const acting = { ...reader, hands };
  const today = ports.clock.today();
  // A document keeps the names that it was issued under.
  const issuedOn = list.state === 'ISSUED' ? list.date : undefined;
  return {
    list,
    version: loaded.version,
    organisation: names.organisation(list.organisation, issuedOn),
    numberSuffix: names.numberSuffix(list.organisation),
    rows: standing.map((row) => asReadBy(reader, list, row)),
    left: rows.filter((row) => row.state !== 'on'),
    files,
    signers,
    proof: printedProofOf(recordId('LIST', id), list, closings),
    allowed: allowedListActs(acting, list, today),
    ...askedAs(acting, { list, rows: standing, names, issuedOn, today }),
    ...(await answerWhyOf(ports, list)),
    ...(list.addressee === undefined ? {} : { addressee: names.organisation(list.addressee, issuedOn) }),
    ...(council === undefined ? {} : { council }),
    ...(money === undefined ? {} : { money: moneyView(money) }),
    ...(await explanationsOf(ports, list, standing, money)),
  };
}

async function explanationsOf(
  ports: Ports,
  list: List,
  rows: readonly NumberedRow[],
  money: JudgedMoney | undefined,
): Promise<Pick<ListView, 'explanations'>> {
  const found = await judgedOf(ports, list, rows, money);
  return found === undefined ? {} : { explanations: found.map(explainedRule) };
}

async function judgedOf(
  ports: Ports,
  list: List,
  rows: readonly NumberedRow[],
  money: JudgedMoney | undefined,
): Promise<RuleResult[] | undefined> {
  if (list.kind === 'session' && list.state !== 'SIGNED') {
    const [council, equals] = await Promise.all([
      list.state === 'CLOSED' ? judgeSession(ports, list, rows, { byBallot: false }) : [],
      judgeEquals(ports, list, rows),
    ]);
    return [...council, ...equals];
  }
  if (list.kind !== 'decision' || list.state !== 'GATHERING' || rows.length === 0) return undefined;
  const [office] = await ports.store.get([keys.organisation(list.organisation)]);
  const on = ports.clock.today();
  return judgeDecision(ports, list, loadOrganisation(office), { rows, on, money });
}

/** Whoever is asked answers on their own: what others said is the asker's. */
function asReadBy({ posts }: Reader, list: List, row: NumberedRow): NumberedRow {
  if (row.opinions === undefined || posts.some(({ organisation }) => organisation === list.organisation))
    return row;
  const own = row.opinions.filter((one) => posts.some((post) => post.organisation === one.organisation));
  return { ...row, opinions: own };
}

async function signersOf(ports: Ports, list: List, rows: readonly ListRow[]): Promise<ListView['signers']> {
  const posts = await postsToday(ports, list.organisation);
  const leaders = posts.filter((post) => post.role === 'leader');
  const cases = list.sealed === undefined ? [] : await casesOf(ports, rows);
  const fit = leaders.filter(
    (post) => list.sealed === undefined || cases.some((subject) => signs(post, { list, subject, posts })),
  );
  const names = await readNames(
    ports,
    [],
    fit.map((post) => post.person),
  );
  const named = fit.map((post) => ({ ...post, name: names.person(post.person) }));
  return named.toSorted(
    (one, other) => Number(one.capacity === 'deputy') - Number(other.capacity === 'deputy'),
  );
}

async function councilOf(ports: Ports, list: List): Promise<CouncilView | undefined> {
  if (list.council === undefined) return undefined;
  const councils = await readCouncils(ports.store, list.organisation);
  const council = councils.find((candidate) => candidate.id === list.council);
  if (council === undefined) return undefined;
  const members = membersOn(council, list.heldOn ?? ports.clock.today());
  const names = await readNames(
    ports,
    [],
    members.map((member) => member.person),
  );
  return {
    name: council.name,
    members: members.map(({ person, seat }) => ({ person, seat, name: names.person(person) })),
  };
}

/** Cases that this list may take now: free, at this organisation, at a step of its kind. Read consistently. */
export async function casesToGather(ports: Ports, person: PersonId, id: ListId): Promise<InboxRow[]> {
  const { list, allowed } = await readListView(ports, person, id);
  // What waits free is the keeper's own inbox: whoever only reads the list has no business there.
  if (!allowed.includes('gather')) return [];
  const holder =
    list.sealed === undefined
      ? inboxOfRole(list.organisation, keeperOf(list.stepKind))
      : inboxOfSealed(list.organisation);
  const found = await queryAll(ports.store, { pk: keys.inbox(holder, '', '').pk });
  return found
    .map(parseInboxRow)
    .filter(
      (row) =>
        row.of === 'case' &&
        row.caseKind === list.caseKind &&
        row.standing === 'free' &&
        takesCasesAt(list, row.stepKind) &&
        (list.round === undefined || row.round === list.round),
    );
}

export interface ListQuery {
  readonly organisation: OrganisationId;
  readonly kind?: List['kind'] | undefined;
  readonly state?: List['state'] | undefined;
  /** `own` lists, or letters that `came` to the organisation. */
  readonly direction?: 'own' | 'came' | undefined;
}

/** Lists of one of the reader's organisations, newest first; sealed ones only for whoever handles them. */
export async function readLists(ports: Ports, person: PersonId, query: ListQuery): Promise<List[]> {
  const reader = await readReader(ports, person);
  if (!reader.posts.some((post) => post.organisation === query.organisation)) return [];
  const came = query.direction === 'came';
  const pk = came
    ? indexes.listsReceived(query.organisation).pk
    : indexes.listsOfOrganisation(query.organisation).pk;
  const prefix = !came && query.state !== undefined ? `${query.state}#` : '';
  const items = await queryAll(ports.store, {
    index: came ? 'g2' : 'g1',
    pk,
    descending: true,
    ...(prefix === '' ? {} : { prefix }),
  });
  const lists = items
    .map((item) => decode(listSchema, item))
    .filter((list) => query.kind === undefined || list.kind === query.kind);
  const readable = await Promise.all(lists.map((list) => mayReadList(ports, reader.actor, list)));
  return lists.filter((_, index) => readable[index]).sort((one, other) => (one.id < other.id ? 1 : -1));
}
