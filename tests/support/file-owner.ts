import { DatabaseSync } from 'node:sqlite';
import { rootFactsSchema, rootTree, type RootLeaf } from '#shared/domain/daily-root.ts';
import { chainStart, entryHash, entrySchema, type Entry } from '#shared/domain/history.ts';
import type { Document } from '#shared/domain/document-patch.ts';
import { keys } from '#shared/records/keys.ts';

/** Somebody who owns the data file and every program that writes it: what is not signed by others can be made anew. */
export class FileOwner {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
  }

  close(): void {
    this.#db.close();
  }

  sql(text: string, ...values: (string | number)[]): void {
    this.#db.prepare(text).run(...values);
  }

  body(pk: string, sk: string): Document {
    const row = this.#db.prepare('SELECT body FROM items WHERE pk = ? AND sk = ?').get(pk, sk);
    if (row === undefined) throw new Error(`there is no ${pk} ${sk}`);
    return JSON.parse(String(row['body'])) as Document;
  }

  put(pk: string, sk: string, body: object): void {
    const text = JSON.stringify(body);
    this.sql(
      `INSERT INTO items (pk, sk, version, v, body) VALUES (?, ?, 1, 1, ?)
       ON CONFLICT (pk, sk) DO UPDATE SET body = excluded.body`,
      pk,
      sk,
      text,
    );
  }

  change(pk: string, sk: string, change: (body: Document) => Document): void {
    this.put(pk, sk, change(this.body(pk, sk)));
  }

  remove(pk: string, sk: string): void {
    this.sql('DELETE FROM items WHERE pk = ? AND sk = ?', pk, sk);
  }

  sortKeys(pk: string, prefix: string): string[] {
    const rows = this.#db
      .prepare('SELECT sk FROM items WHERE pk = ? AND sk GLOB ? ORDER BY sk')
      .all(pk, `${prefix}*`);
    return rows.map((row) => String(row['sk']));
  }

  entries(record: string): number {
    return this.sortKeys(record, 'ENTRY#').length;
  }

  entry(record: string, seq: number): Entry {
    const { text } = this.body(record, keys.entry(record, seq).sk) as { text: string };
    return entrySchema.parse(JSON.parse(text));
  }

  /** Other keys for what begins at a number, as if something had been put in or taken out before it. */
  shift(record: string, from: number, by: 1 | -1): void {
    const last = this.entries(record) + 1;
    const seqs = Array.from({ length: last - from + 1 }, (_, index) => from + index);
    for (const seq of by === 1 ? seqs.reverse() : seqs) {
      for (const key of [keys.entry, keys.payload])
        this.sql(
          'UPDATE items SET sk = ? WHERE pk = ? AND sk = ?',
          key(record, seq + by).sk,
          record,
          key(record, seq).sk,
        );
    }
  }

  write(record: string, entry: Entry, seq = entry.seq): string {
    const text = JSON.stringify(entry);
    const hash = entryHash(entry.previous, text);
    this.put(record, keys.entry(record, seq).sk, { text, hash });
    return hash;
  }

  /** The whole chain made anew, each entry changed or not, and the record's own head with it. @returns hashes in order */
  recompute(record: string, change: (entry: Entry) => Entry = (entry) => entry): string[] {
    const hashes: string[] = [];
    for (let seq = 1; seq <= this.entries(record); seq += 1) {
      const previous = hashes.at(-1) ?? chainStart;
      hashes.push(this.write(record, { ...change(this.entry(record, seq)), seq, previous }));
    }
    this.change(record, 'META', (meta) => ({ ...meta, entries: hashes.length, head: hashes.at(-1) }));
    return hashes;
  }

  /** Every root made anew over the records as they are now. */
  recomputeRoots(): void {
    const { pk } = keys.closings();
    const trees = new Map<number, string>();
    for (const sk of this.sortKeys(pk, 'LEAVES#')) {
      const { leaves } = this.body(pk, sk) as { leaves: RootLeaf[] };
      const now = leaves.map(([record, entries]): RootLeaf => {
        const { hash } = this.body(record, keys.entry(record, entries).sk) as { hash: string };
        return [record, entries, hash];
      });
      this.put(pk, sk, { leaves: now });
      trees.set(Number(sk.split('#').at(-1)), rootTree(now));
    }
    this.recompute(pk, (entry) => {
      const facts = { ...rootFactsSchema.parse(entry.facts), tree: trees.get(entry.seq) ?? '' };
      return entrySchema.parse({ ...entry, facts });
    });
  }

  /** A root goes with what it covers, and every later one is made anew without it. */
  leaveOutRoot(seq: number): void {
    const { pk } = keys.closings();
    const [own = '', ...later] = this.sortKeys(pk, 'LEAVES#').slice(seq - 1);
    this.remove(pk, keys.entry(pk, seq).sk);
    this.remove(pk, own);
    this.shift(pk, seq + 1, -1);
    for (const [index, sk] of later.entries()) {
      const through = sk.split('#')[1] ?? '';
      this.sql(
        'UPDATE items SET sk = ? WHERE pk = ? AND sk = ?',
        keys.rootLeaves(through, seq + index).sk,
        pk,
        sk,
      );
    }
    this.recompute(pk);
  }
}
