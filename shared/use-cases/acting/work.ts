import { randomSalt } from './random.ts';
import {
  chain,
  chainStart,
  type ChainedEntry,
  type ChainTip,
  type EntryDraft,
} from '../../domain/history.ts';
import type { Case, CaseContent } from '../../domain/case.ts';
import type { CaseChange } from '../../domain/case-acts/change.ts';
import type { List } from '../../domain/list.ts';
import type { Post } from '../../domain/directory.ts';
import type { Ports, Write } from '../../ports.ts';
import { caseWrites } from '../../records/case-record.ts';
import { entryWrites } from '../../records/history-record.ts';
import { encode, replace, type Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { listWrites } from '../../records/list-record.ts';

/** Who stands behind the entries of a unit of work; absent: the flow itself. */
export type Author = Pick<Post, 'person' | 'organisation'> & { readonly id?: Post['id'] };

type Tip = Pick<Case, 'entries' | 'head' | 'updatedAt'>;

/**
 * One atomic commit in the making: records with their history entries, inbox rows and the mark that effects are
 * due. A record changes at most once in a unit of work.
 */
export class Work {
  readonly writes: Write[] = [];
  readonly touched: string[] = [];
  readonly #ports: Ports;
  readonly #author: Author | undefined;

  constructor(ports: Ports, author: Author | undefined) {
    this.#ports = ports;
    this.#author = author;
  }

  add(...writes: readonly Write[]): void {
    this.writes.push(...writes);
  }

  changeCase(
    before: Loaded<Case> | undefined,
    change: CaseChange,
    contentBefore?: Loaded<CaseContent>,
  ): Case {
    const tip = this.enter(recordId('CASE', change.subject.id), change.subject, change.entry);
    const after: Case = { ...change.subject, ...tip };
    this.add(...caseWrites(before, after));
    if (change.content !== undefined)
      this.add(replace(keys.caseContent(after.id), change.content, contentBefore));
    return after;
  }

  changeList(before: Loaded<List> | undefined, after: List, entry: Omit<EntryDraft, 'by'>): List {
    const next: List = { ...after, ...this.enter(recordId('LIST', after.id), after, entry) };
    this.add(...listWrites(before, next));
    return next;
  }

  /** Adds one entry to a record's history and says that its effects are due. @returns the record's new tip */
  enter(record: string, tip: Tip, entry: Omit<EntryDraft, 'by'>): Tip {
    const chained = chainedEntry(this.#ports, this.#author, { record, ...tip }, entry);
    this.add(...entryWrites(record, chained));
    const { at } = chained;
    this.add({ put: encode(keys.pending(record), { seq: chained.seq, since: at }, chained.seq) });
    this.touched.push(record);
    return { entries: chained.seq, head: chained.hash, updatedAt: at };
  }

  async commit(): Promise<void> {
    await this.#ports.store.commit(this.writes);
    for (const record of this.touched) this.#ports.nudge(record);
  }
}

/** The next entry of a record's chain, as of now. */
export function chainedEntry(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  author: Author | undefined,
  tip: ChainTip,
  entry: Omit<EntryDraft, 'by'>,
): ChainedEntry & { readonly at: Tip['updatedAt'] } {
  const at = clock.office();
  const by =
    author === undefined
      ? {}
      : {
          by: {
            person: author.person,
            organisation: author.organisation,
            ...(author.id === undefined ? {} : { post: author.id }),
          },
        };
  const when = { at, machineAt: clock.machine() };
  return { ...chain(tip, { ...entry, ...by }, when, randomSalt(random)), at };
}

/** The tip of a record that has no history yet. */
export function freshTip(ports: Ports): Tip {
  return { entries: 0, head: chainStart, updatedAt: ports.clock.office() };
}
