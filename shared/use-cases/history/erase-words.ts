import { isEnded, type Case, type CaseContent } from '../../domain/case.ts';
import type { Ceremony } from '../../domain/ceremony.ts';
import type { Entry, EntryDraft } from '../../domain/history.ts';
import type { List } from '../../domain/list.ts';
import type { PastDecision } from '../../domain/past-decision.ts';
import { wordsIn } from '../../domain/record-words.ts';
import { erasingAct } from '../../domain/replay.ts';
import { emptySlip, type Slip } from '../../domain/slip.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item } from '../../ports.ts';
import { caseWrites, loadCase, loadContent } from '../../records/case-record.ts';
import { ceremonyWrites, drawnBy, loadCeremony } from '../../records/ceremony-record.ts';
import { parseEntryItem, payloadErasure, readHistory } from '../../records/history-record.ts';
import { replace } from '../../records/item.ts';
import { keys, prefixes, recordId } from '../../records/keys.ts';
import { listWrites, loadList } from '../../records/list-record.ts';
import { marksErasure } from '../../records/marks-record.ts';
import { loadPast, pastWrite } from '../../records/past-record.ts';
import { queryAll } from '../../records/query.ts';
import { loadSlip, loadSlipContent, slipContentWrite, slipWrite } from '../../records/slip-record.ts';
import { withRetries } from '../acting/request.ts';
import { Work, type WorkPorts } from '../acting/work.ts';

export interface Erasure {
  /** `CASE#01J…`, `LIST#01J…`, `CEREMONY#01J…`, `SLIP#01J…`. */
  readonly record: string;
  /** Whose words go; all: those of every entry, and of a case that has ended also what it says. */
  readonly entries: readonly number[] | 'all';
  readonly order: ErasingOrder | ErasingTerm;
}

/** By whose paper it is done, and why. Number and day stay in the entry for good, the rest are words themselves. */
export interface ErasingOrder {
  readonly number: string;
  readonly date: CivilDate;
  readonly authority: string;
  readonly reason: string;
}

/** Nobody asks for it: words are kept no longer than a figure of the law says. */
export interface ErasingTerm {
  readonly figure: string;
  readonly days: number;
}

export type Erased =
  | {
      readonly outcome: 'erased';
      readonly entries: readonly number[];
      /** Records that keep words of their own of a case: slips, lists that settled it, its ceremony, its subject. */
      readonly standsIn: readonly string[];
    }
  | { readonly outcome: 'unknown' | 'notEnded' | 'nothing' | 'tooMuch' };

/** Of the hundred writes of a transaction. */
const erasuresACommit = 80;
/** What still stands goes into one payload, of an item of 400 KB. */
const retoldBytes = 350_000;

/**
 * Takes words away with their salts, as the law on personal data may order it: payloads of entries, and with all of them
 * what a case says. An entry says which, and by which paper; its own payload tells again what words still stand, so that
 * the record can be rebuilt. The chain stays whole.
 */
export async function eraseWords(ports: WorkPorts, erasure: Erasure): Promise<Erased> {
  const gone: number[] = [];
  for (;;) {
    const erased = await withRetries(() => eraseSome(ports, erasure));
    if (erased.outcome === 'erased') gone.push(...erased.entries);
    else if (gone.length === 0) return erased;
    if (erased.outcome !== 'erased' || erased.entries.length < erasuresACommit)
      return { outcome: 'erased', entries: gone, standsIn: await standsIn(ports, erasure.record) };
  }
}

async function standsIn({ store }: WorkPorts, record: string): Promise<string[]> {
  const id = record.slice(recordId('CASE', '').length);
  const [meta, drawn] = await store.get([keys.caseMeta(id), keys.awardDrawn(id)]);
  const subject = record.startsWith('CASE#') ? loadCase(meta)?.value : undefined;
  if (subject === undefined) return [];
  const ceremony = drawnBy(drawn);
  const history = await readHistory(store, record);
  return [
    ...slipsIn(history.map(({ entry }) => entry)),
    ...subject.settledBy.map((list) => recordId('LIST', list)),
    ...(ceremony === undefined ? [] : [recordId('CEREMONY', ceremony)]),
    ...(subject.subject === undefined ? [] : [keys.subject(subject.subject).pk]),
  ];
}

/** Slips that it was made of, or that were merged into it. */
const slipsIn = (entries: readonly Pick<Entry, 'facts'>[]): string[] =>
  entries.flatMap(({ facts: { slip } }) => (typeof slip === 'string' ? [recordId('SLIP', slip)] : []));

type Some =
  | { readonly outcome: 'erased'; readonly entries: readonly number[] }
  | { readonly outcome: 'unknown' | 'notEnded' | 'nothing' | 'tooMuch' };

async function eraseSome(ports: WorkPorts, { record, entries: asked, order }: Erasure): Promise<Some> {
  const all = asked === 'all';
  const items = await queryAll(ports.store, { pk: record });
  const term = 'figure' in order;
  const step = stepOn(items, { all, term, today: ports.clock.today() });
  if (typeof step === 'string') return { outcome: step };
  const entries = erasable(items)
    .filter((seq) => all || asked.includes(seq))
    .slice(0, erasuresACommit);
  if (entries.length === 0) return { outcome: 'nothing' };
  const retold = keepingWords(items);
  if (Buffer.byteLength(JSON.stringify(retold)) > retoldBytes) return { outcome: 'tooMuch' };
  const work = new Work(ports, undefined);
  step(work, { entry: entryOf(order, { entries: entries.map(String), all }), retold });
  work.add(...entries.map((seq) => payloadErasure(record, seq)));
  await work.commit();
  return { outcome: 'erased', entries };
}

function entryOf(
  order: ErasingOrder | ErasingTerm,
  erased: { readonly entries: string[]; readonly all: boolean },
): ErasingStep['entry'] {
  if ('figure' in order) return { act: erasingAct, facts: { ...erased, ...order } };
  const { number, date, ...payload } = order;
  return { act: erasingAct, facts: { ...erased, number, date }, payload };
}

/** Entries that have words; not the newest erasing one, which tells what still stands. */
function erasable(items: readonly Item[]): number[] {
  const last = items.findLast(({ sk }) => sk.startsWith(prefixes.entries));
  const newest = last === undefined ? undefined : parseEntryItem(last).entry;
  return items
    .filter(({ sk }) => sk.startsWith(prefixes.payloads))
    .map(({ sk }) => Number(sk.slice(prefixes.payloads.length)))
    .filter((seq) => newest?.act !== erasingAct || seq !== newest.seq);
}

const keepingWords = (items: readonly Item[]): Readonly<Record<string, Item['body']>> =>
  Object.fromEntries(
    items.filter(({ pk, sk }) => (wordsIn(pk, sk)?.length ?? 0) > 0).map(({ sk, body }) => [sk, body]),
  );

interface ErasingStep {
  readonly entry: Omit<EntryDraft, 'by'>;
  readonly retold: Readonly<Record<string, Item['body']>>;
}
type Step = (work: Work, step: ErasingStep) => void;

interface Scope {
  readonly all: boolean;
  /** Nobody asked for it. */
  readonly term: boolean;
  readonly today: CivilDate;
}

/** How the record of these items is changed, with nothing but its words. */
function stepOn(items: readonly Item[], { all, term, today }: Scope): Step | 'unknown' | 'notEnded' {
  const meta = items.find(({ sk }) => sk === 'META');
  const record = meta?.pk ?? '';
  if (record.startsWith('CASE#')) return stepOnCase(items, all);
  if (record.startsWith('SLIP#')) return stepOnSlip(items, { all, term, erasedOn: today });
  const list = record.startsWith('LIST#') ? loadList(meta) : undefined;
  if (list !== undefined) {
    const writes = (after: List) => listWrites(list, after);
    return (work, step) => {
      work.change({ record, before: list, after: list.value, writes, ...step });
    };
  }
  const past = record.startsWith('PAST#') ? loadPast(meta) : undefined;
  if (past !== undefined) {
    const writes = (after: PastDecision) => [pastWrite(past, after)];
    return (work, step) => {
      work.change({ record, before: past, after: past.value, writes, ...step });
    };
  }
  const ceremony = record.startsWith('CEREMONY#') ? loadCeremony(meta) : undefined;
  if (ceremony === undefined) return 'unknown';
  const writes = (after: Ceremony) => ceremonyWrites(ceremony, after);
  return (work, step) => {
    work.change({ record, before: ceremony, after: ceremony.value, writes, ...step });
  };
}

function stepOnCase(items: readonly Item[], all: boolean): Step | 'unknown' | 'notEnded' {
  const before = loadCase(items.find(({ sk }) => sk === 'META'));
  const content = loadContent(items.find(({ sk }) => sk === keys.caseContent('').sk));
  if (before === undefined) return 'unknown';
  if (all && !isEnded(before.value.status)) return 'notEnded';
  const { id } = before.value;
  const after = all ? withoutWords(before.value) : before.value;
  return (work, step) => {
    if (all && content !== undefined)
      work.add(replace(keys.caseContent(id), emptied(content.value), content));
    if (all) for (const write of marksErasure(before.value)) work.add(write);
    work.change({
      record: recordId('CASE', id),
      before,
      after,
      writes: (next) => caseWrites(before, next),
      read: { [keys.caseContent(id).sk]: content?.value },
      ...step,
    });
  };
}

/**
 * A slip keeps its words in one place: with them it is erased for good. What stands for a nomination is erased by an order
 * alone.
 */
function stepOnSlip(
  items: readonly Item[],
  { all, term, erasedOn }: { all: boolean; term: boolean; erasedOn: CivilDate },
): Step | 'unknown' | 'notEnded' {
  const before = loadSlip(items.find(({ sk }) => sk === 'META'));
  const content = loadSlipContent(items.find(({ sk }) => sk === keys.slipContent('').sk));
  if (before === undefined || content === undefined) return 'unknown';
  if (term && before.value.case !== undefined) return 'notEnded';
  const { id } = before.value;
  return (work, step) => {
    if (all) work.add(slipContentWrite(id, content, emptySlip));
    work.change<Slip>({
      record: recordId('SLIP', id),
      before,
      after: all ? { ...before.value, erasedOn } : before.value,
      writes: (next) => [slipWrite(before, next)],
      read: { [keys.slipContent(id).sk]: content.value },
      ...step,
    });
  };
}

function withoutWords({ proposer, label, troubles: _, ...subject }: Case): Case {
  const { person } = proposer;
  return {
    ...subject,
    proposer: { name: '', ...(person === undefined ? {} : { person }) },
    label: { name: '', unit: '', namesake: label.namesake },
  };
}

/** What a program needs to read it at all. */
const emptied = ({ publication }: CaseContent): CaseContent => ({
  printedName: '',
  unit: '',
  citation: '',
  report: '',
  publication,
  publicationBasis: '',
});
