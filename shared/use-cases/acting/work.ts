import { randomSalt } from './random.ts';
import type { Document } from '../../domain/document-patch.ts';
import {
  chain,
  chainStart,
  type ChainedEntry,
  type ChainTip,
  type EntryDraft,
  type SplitChange,
} from '../../domain/history.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { CaseChange } from '../../domain/case-acts/change.ts';
import type { List } from '../../domain/list.ts';
import type { Post } from '../../domain/directory.ts';
import { wordsIn } from '../../domain/record-words.ts';
import { changeOf, type ChangedItem } from '../../domain/replay.ts';
import type { Ports, Write } from '../../ports.ts';
import { caseWrites } from '../../records/case-record.ts';
import { entryWrites } from '../../records/history-record.ts';
import { bodyOf, encode, replace, type Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { listWrites } from '../../records/list-record.ts';
import { paceWrites } from '../../records/pace-record.ts';
import { unrootedWrites } from '../../records/root-record.ts';

/** Who stands behind the entries of a unit of work; absent: the flow itself. */
export type Author = Pick<Post, 'person' | 'organisation'> & { readonly id?: Post['id'] };

/** What a unit of work touches. */
export type WorkPorts = Pick<Ports, 'store' | 'clock' | 'random' | 'nudge'>;

type Tip = Pick<Case, 'entries' | 'head' | 'updatedAt'>;

/** One record that changes, with the entry that says so. */
export interface RecordStep<State extends Tip> {
  readonly record: string;
  readonly before: Loaded<State> | undefined;
  /** With the tip of before. */
  readonly after: State;
  readonly entry: Omit<EntryDraft, 'by'>;
  /** The record's own item and what mirrors it. */
  readonly writes: (after: State) => readonly Write[];
  /** Bodies of other items of the record that were read as a whole, by sort key. */
  readonly read?: Readonly<Record<string, object | undefined>>;
  /** Where words of earlier entries are erased: every item of the record that keeps words. */
  readonly retold?: Readonly<Record<string, object>>;
}

/**
 * One atomic commit in the making: records with their history entries, inbox rows and the mark that effects are
 * due. A record changes at most once in a unit of work. Entries are written at the end: they tell what becomes of every
 * item of their record.
 */
export class Work {
  readonly #ports: WorkPorts;
  readonly #author: Author | undefined;
  readonly #added: Write[] = [];
  readonly #steps: ((added: readonly Write[]) => readonly Write[])[] = [];
  readonly #touched: string[] = [];
  #writes: readonly Write[] = [];

  constructor(ports: WorkPorts, author: Author | undefined) {
    this.#ports = ports;
    this.#author = author;
  }

  /** What was sent to the store, in order: a conflict names its place in here. */
  get writes(): readonly Write[] {
    return this.#writes;
  }

  add(...writes: readonly Write[]): void {
    this.#added.push(...writes);
  }

  changeCase(
    before: Loaded<Case> | undefined,
    { subject, entry, content }: CaseChange,
    contentBefore?: Loaded<CaseContent>,
  ): void {
    const record = recordId('CASE', subject.id);
    const { sk } = keys.caseContent(subject.id);
    if (content !== undefined) this.add(replace(keys.caseContent(subject.id), content, contentBefore));
    this.change({
      record,
      before,
      after: subject,
      entry,
      writes: (after) => [...caseWrites(before, after), ...paceWrites(before?.value, after)],
      read: { [sk]: contentBefore?.value },
    });
  }

  changeList(
    before: Loaded<List> | undefined,
    after: List,
    entry: Omit<EntryDraft, 'by'>,
    read: RecordStep<List>['read'] = {},
  ): void {
    const record = recordId('LIST', after.id);
    this.change({ record, before, after, entry, writes: (next) => listWrites(before, next), read });
  }

  /** Changes a record, adds one entry to its history and says that its effects are due. */
  change<State extends Tip>(step: RecordStep<State>): void {
    this.#touched.push(step.record);
    this.#steps.push((added) => this.#entered(step, added));
  }

  #entered<State extends Tip>(step: RecordStep<State>, added: readonly Write[]): readonly Write[] {
    const { record, after, entry, writes } = step;
    const { entries, head } = after;
    const change = changeOf(record, changedItems(step, added));
    const chained = chainedEntry(this.#ports, this.#author, { record, entries, head }, { ...entry, change });
    const { at } = chained;
    return [
      ...entryWrites(record, chained),
      { put: encode(keys.pending(record), { seq: chained.seq, since: at }, chained.seq) },
      ...unrootedWrites({ record, seq: chained.seq }),
      ...writes({ ...after, entries: chained.seq, head: chained.hash, updatedAt: at }),
    ];
  }

  async commit(): Promise<void> {
    this.#writes = [...this.#steps.flatMap((step) => step(this.#added)), ...this.#added];
    await this.#ports.store.commit(this.#writes);
    for (const record of this.#touched) this.#ports.nudge(record);
  }
}

/** The next entry of a record's chain, as of now. */
function chainedEntry(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  author: Author | undefined,
  tip: ChainTip,
  entry: Omit<EntryDraft, 'by'> & { readonly change: SplitChange },
): ChainedEntry & { readonly at: Tip['updatedAt'] } {
  const when = { at: clock.office(), machineAt: clock.machine() };
  return { ...chain(tip, { ...entry, ...byOf(author) }, when, randomSalt(random)), at: when.at };
}

function byOf(author: Author | undefined): Pick<EntryDraft, 'by'> {
  if (author === undefined) return {};
  const { person, organisation, id } = author;
  return { by: { person, organisation, ...(id === undefined ? {} : { post: id }) } };
}

/** What the commit makes of the record's items, as far as its history tells of them. */
function changedItems<State extends Tip>(step: RecordStep<State>, added: readonly Write[]): ChangedItem[] {
  const { before, after, retold } = step;
  const meta = { sk: 'META', before: before && bodyOf(before.value), after: bodyOf(after) };
  const changed: ChangedItem[] = [meta, ...changedBeside(step, added)];
  if (retold === undefined) return changed;
  const standing = Object.entries(retold)
    .filter(([sk]) => !changed.some((item) => item.sk === sk))
    .map(([sk, body]) => ({ sk, before: bodyOf(body), after: bodyOf(body) }));
  return [...changed, ...standing].map((item) => ({ ...item, retold: true }));
}

function changedBeside<State extends Tip>(
  { record, read = {} }: RecordStep<State>,
  added: readonly Write[],
): ChangedItem[] {
  return added.flatMap((write): ChangedItem[] => {
    if ('check' in write) return [];
    const { pk, sk } = 'put' in write ? write.put : write.delete;
    if (pk !== record || wordsIn(record, sk) === undefined) return [];
    if (!('put' in write)) return [{ sk, after: undefined }];
    const before: Document | undefined = read[sk] && bodyOf(read[sk]);
    return [{ sk, before, after: write.put.body }];
  });
}

/** The tip of a record that has no history yet. */
export function freshTip(ports: Pick<Ports, 'clock'>): Tip {
  return { entries: 0, head: chainStart, updatedAt: ports.clock.office() };
}
