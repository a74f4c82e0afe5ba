import { missingOn } from '#shared/domain/opinion.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '#local/sqlite/database.ts';
import { isEnded, keepsAchievement, openStep, standingOf, type Case } from '#shared/domain/case.ts';
import { fileSchema } from '#shared/domain/file.ts';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import { withPaper } from '#shared/domain/list-papers.ts';
import { listHash, numberRows, type List, type ListRow } from '#shared/domain/list.ts';
import { eldestOf, subjectGuardSchema, told, type GuardEntry } from '#shared/domain/subject.ts';
import type { Item, Key, Store } from '#shared/ports.ts';
import { loadCase, loadContent } from '#shared/records/case-record.ts';
import { derivedItems } from '#shared/records/derived-items.ts';
import { loadEffects, loadFlow } from '#shared/records/flow-record.ts';
import { readChain } from '#shared/records/history-record.ts';
import { replayed, stateFaults } from '#shared/records/replayed-record.ts';
import { decode } from '#shared/records/item.ts';
import { keys, recordKinds } from '#shared/records/keys.ts';
import { loadList, parseOrder, parseRow } from '#shared/records/list-record.ts';
import { loadSubject } from '#shared/records/subject-record.ts';
import { lineOf } from '#shared/transfer/item-line.ts';
import { brokenNotices } from './broken-notices.ts';
import { brokenAwards, brokenBooks, brokenFigureLines, brokenQuotas } from './kept-figures.ts';
import { brokenRoots } from './root-invariants.ts';

/** A data file, or whatever else tells everything that is stored. */
type Everything = Database | (() => Promise<readonly Item[]>);

/**
 * What must hold of a store whatever happened to the program before; `resting`: effects and flow have caught up.
 * @returns what doesn't hold
 */
export async function brokenInvariants(store: Store, stored: Everything, resting = true): Promise<string[]> {
  const all = typeof stored === 'function' ? await stored() : await allItems(store, stored);
  const cases = all.flatMap((item) =>
    item.pk.startsWith('CASE#') && item.sk === 'META' ? (loadCase(item)?.value ?? []) : [],
  );
  const lists = all.flatMap((item) =>
    item.pk.startsWith('LIST#') && item.sk === 'META' ? (loadList(item)?.value ?? []) : [],
  );
  const rows = all
    .filter((item) => item.pk.startsWith('LIST#') && item.sk.startsWith('ROW#'))
    .map((item) => ({ list: item.pk.slice(5), row: parseRow(item) }));
  const chains = await walkChains(store, all);
  return [
    ...chains.broken,
    ...brokenMirrors(all, chains.told, resting),
    ...brokenRoots(all),
    ...brokenLists(cases, lists, rows, resting),
    ...brokenAwards(cases, lists),
    ...lists.flatMap((list) => brokenKept(all, list, rows)),
    ...brokenGuards(all, cases, resting),
    ...brokenNotices(all, resting),
    ...(resting
      ? [
          ...brokenEffects(all),
          ...brokenQuotas(all, cases),
          ...brokenFigureLines(all, cases),
          ...brokenBooks(all, { cases, lists, rows }),
          ...brokenFlows(all, cases),
        ]
      : []),
  ];
}

async function allItems(store: Store, database: Database): Promise<Item[]> {
  const found = database.read((db) =>
    db.prepare('SELECT pk, sk FROM items ORDER BY pk, sk').all(),
  ) as unknown as Key[];
  const items: Item[] = [];
  for (let start = 0; start < found.length; start += 100) {
    const read = await store.get(found.slice(start, start + 100).map(({ pk, sk }) => ({ pk, sk })));
    items.push(...read.filter((item) => item !== undefined));
  }
  return items;
}

type Bodies = ReturnType<typeof replayed>;

/** What the history of one record says, and where it says otherwise than what is stored. */
interface Told {
  readonly broken: readonly string[];
  readonly bodies: Bodies;
  /** What mirrors the record elsewhere. */
  readonly mirrors: readonly string[];
}

/** States that a walk goes back to share their items: a record whose every item was looked at before is known. */
const looked = new WeakMap<Item, Told & { readonly own: readonly Item[] }>();

/** Every history, and every record as its history tells it. */
async function walkChains(
  store: Store,
  all: readonly Item[],
): Promise<{ readonly broken: readonly string[]; readonly told: ReadonlyMap<string, Told> }> {
  const told = new Map<string, Told>();
  for (const [record, own] of Map.groupBy(all, ({ pk }) => pk)) {
    const meta = own.find(({ sk }) => sk === 'META');
    if (meta === undefined || !recordKinds.some((kind) => record.startsWith(`${kind}#`))) continue;
    const known = looked.get(meta);
    const same = known?.own.length === own.length && known.own.every((item, index) => item === own[index]);
    const found = same ? known : { own, ...(await walkChain(store, meta, own)) };
    looked.set(meta, found);
    told.set(record, found);
  }
  return { broken: [...told.values()].flatMap(({ broken }) => broken), told };
}

async function walkChain(store: Store, { pk: record, body }: Item, own: readonly Item[]): Promise<Told> {
  const { entries, head } = body as { entries: number; head: string };
  const chain = await readChain(store, record);
  const bodies = replayed(chain);
  const faults = verifyChain({ record, entries, head }, chain);
  return {
    broken: [
      ...faults.map(({ seq, fault }) => `${record}: entry ${String(seq)} ${fault}`),
      ...stateFaults(record, bodies, own).map(
        (fault) => `${record}: ${fault.sk}${fault.place} isn't what its history tells`,
      ),
    ],
    bodies,
    mirrors: derivedItems(record, bodies).map(mirrorOf),
  };
}

function brokenEffects(all: readonly Item[]): string[] {
  const pending = all
    .filter((item) => item.pk.startsWith('PENDING#'))
    .map((item) => `effects still pending: ${item.sk}`);
  const cursors = new Map(
    all.filter((item) => item.sk === 'EFFECTS').map((item) => [item.pk, loadEffects(item)?.value.through]),
  );
  const behind = all
    .filter((item) => item.sk === 'META' && /^(CASE|LIST|CEREMONY|REGISTER|ROOT)#/.test(item.pk))
    .filter((item) => cursors.get(item.pk) !== (item.body as { entries: number }).entries)
    .map((item) => `${item.pk}: effects through ${String(cursors.get(item.pk))}`);
  return [...pending, ...behind];
}

const mirrorTexts = new WeakMap<object, string>();

function mirrorOf(item: Omit<Item, 'version' | 'v'>): string {
  const known = mirrorTexts.get(item);
  if (known !== undefined) return known;
  const { pk, sk, g1, g2, g3, body } = item;
  const text = lineOf({
    pk,
    sk,
    version: 1,
    v: 1,
    body,
    ...(g1 && { g1 }),
    ...(g2 && { g2 }),
    ...(g3 && { g3 }),
  });
  mirrorTexts.set(item, text);
  return text;
}

/** What mirrors records elsewhere, made anew from their histories alone. */
function brokenMirrors(all: readonly Item[], told: ReadonlyMap<string, Told>, resting: boolean): string[] {
  const wanted = [...told.values()].flatMap((one) => one.mirrors);
  const mirrors = (item: Item): boolean =>
    /^(INBOX|CODE|NUMBER|FILE)#/.test(item.pk) ||
    (item.sk === 'META' && told.has(item.pk)) ||
    (item.pk.startsWith('CASE#') && item.sk === 'CEREMONY') ||
    (item.pk.startsWith('SUBJECT#') && item.sk.startsWith('PAST#'));
  const stored = new Set(all.filter(mirrors).map(mirrorOf));
  const known = new Set(wanted);
  return [
    ...wanted.filter((one) => !stored.has(one)).map((one) => `mirror missing: ${one}`),
    ...[...stored].filter((one) => !known.has(one)).map((one) => `mirror too many: ${one}`),
    // A cancelled ceremony gives its awards back by an effect.
  ].filter((one) => resting || !one.includes('"sk":"CEREMONY"'));
}

function brokenLists(
  cases: readonly Case[],
  lists: readonly List[],
  rows: readonly { list: string; row: ListRow }[],
  resting: boolean,
): string[] {
  const broken: string[] = [];
  for (const subject of cases) {
    if (subject.list === undefined) continue;
    const on = rows.some(
      ({ list, row }) => list === subject.list && row.case === subject.id && row.state === 'on',
    );
    if (!on) broken.push(`case ${subject.id} stands in list ${subject.list} without a row`);
  }
  for (const list of lists) {
    const standing = rows.filter((one) => one.list === list.id && one.row.state === 'on');
    if (standing.length !== list.rows)
      broken.push(`list ${list.id} counts ${String(list.rows)} of ${String(standing.length)} rows`);
    const days = standing.flatMap(({ row }) => openStepDue(cases.find((one) => one.id === row.case)));
    // Between signature and issue a released case has more days than the list says.
    if (['GATHERING', 'CLOSED'].includes(list.state) && list.dueOn !== days.sort()[0])
      broken.push(`list ${list.id} is due ${list.dueOn ?? 'never'}, its rows ${days[0] ?? 'never'}`);
    const settles = list.state === 'ISSUED' || (list.kind === 'session' && list.state === 'SIGNED');
    for (const { row } of standing) {
      const subject = cases.find((one) => one.id === row.case);
      const open = subject?.list === list.id;
      const asking = list.kind === 'opinionRequest';
      const followed = asking
        ? isAnswered(list, row) !==
          (subject?.opinions ?? []).some((one) => one.list === list.id && one.over === undefined)
        : (subject?.settledBy.includes(list.id) ?? false);
      if (resting && settles && !followed && subject?.hold === undefined)
        broken.push(`list ${list.id} has not settled case ${row.case}`);
      // A signed request is issued with a row that was withdrawn since, which is closed then.
      const signedRequest = asking && list.state === 'SIGNED';
      if (!settles && !open && !signedRequest)
        broken.push(`row ${row.case} of open list ${list.id} without its case`);
    }
  }
  return broken;
}

/** All who were asked have answered on the row, or it waits no more. */
const isAnswered = (list: List, row: ListRow): boolean => missingOn(list, row).length === 0;

/** What a list keeps of its rows and papers is what they say. */
function brokenKept(
  all: readonly Item[],
  list: List,
  rows: readonly { list: string; row: ListRow }[],
): string[] {
  const beside = (sk: string): Item[] =>
    all.filter((item) => item.pk === `LIST#${list.id}` && item.sk.startsWith(sk));
  const own = rows.filter((one) => one.list === list.id).map(({ row }) => row);
  const hash = listHash(list, numberRows(list.kind, own, parseOrder(beside('ORDER')[0])));
  const files = beside('FILE#').map((item) => decode(fileSchema, item));
  const { papers } = files.reduce<List>(withPaper, { ...list, papers: {} });
  return [
    ...(list.hash === undefined || list.hash === hash ? [] : [`list ${list.id} has the hash of other rows`]),
    ...(list.papers === undefined || isDeepStrictEqual(list.papers, papers)
      ? []
      : [`list ${list.id} keeps other papers than it has`]),
  ];
}

const openStepDue = (subject: Case | undefined): string[] => {
  const step = subject === undefined ? undefined : openStep(subject);
  return step === undefined ? [] : [step.dueOn];
};

function brokenFlows(all: readonly Item[], cases: readonly Case[]): string[] {
  return cases.flatMap((subject) => {
    if (subject.status === 'DRAFT' || subject.submittedOn === undefined) return [];
    const record = `CASE#${subject.id}`;
    const flow = loadFlow(all.find((item) => item.pk === record && item.sk === 'FLOW'))?.value;
    if (isEnded(subject.status))
      return flow?.state === 'ended' ? [] : [`${record} has ended, its flow has not`];
    if (standingOf(subject) === 'moving' || openStep(subject) === undefined)
      return [`${record} stays between two steps`];
    return flow?.state === 'running' && flow.token !== undefined
      ? []
      : [`${record} is carried by no waiting execution`];
  });
}

/**
 * The guards say of every open nomination what its record says, once, under the eldest of those that are the same; of one
 * that has ended no more once its effects are done.
 */
function brokenGuards(all: readonly Item[], cases: readonly Case[], resting: boolean): string[] {
  const subjects = all.flatMap((item) =>
    item.pk.startsWith('SUBJECT#') && item.sk === 'META' ? (loadSubject(item)?.value ?? []) : [],
  );
  const apart = told(subjects).filter(
    (subject, index) => JSON.stringify(subject.sameAs) !== JSON.stringify(subjects[index]!.sameAs),
  );
  const text = (pk: string, entry: Omit<GuardEntry, 'declaredOther'>): string =>
    `${pk}/${entry.case} ${entry.form} ${entry.from}–${entry.to}`;
  const kept = cases.filter(({ status }) => keepsAchievement(status));
  const held = all
    .filter((item) => item.pk.startsWith('GUARD#'))
    .flatMap((item) =>
      decode(subjectGuardSchema, item)
        .nominations.filter((entry) => resting || kept.some(({ id }) => id === entry.case))
        .map((entry) => text(item.pk, entry)),
    );
  const open = kept
    .filter((one) => one.kind === 'nomination' && one.subject !== undefined && one.submittedOn !== undefined)
    .map((one) => {
      const content = loadContent(all.find((item) => item.pk === `CASE#${one.id}` && item.sk === 'CONTENT'));
      const { achievementFrom: from, achievementTo: to } = content!.value;
      const place = eldestOf(subjects.find((subject) => subject.id === one.subject)!);
      return text(keys.guard(one.round!, place).pk, { case: one.id, form: one.form!, from: from!, to: to! });
    });
  return [
    ...apart.map((subject) => `subject ${subject.id} is not the same with whom its answers say`),
    ...open.filter((one) => !held.includes(one)).map((one) => `guard missing: ${one}`),
    ...held.filter((one) => !open.includes(one)).map((one) => `guard too many: ${one}`),
    ...held.filter((one, index) => held.indexOf(one) !== index).map((one) => `guard doubled: ${one}`),
  ];
}
