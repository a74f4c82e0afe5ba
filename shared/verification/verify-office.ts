import type { CivilDate } from '#shared/domain/time.ts';
import type { Item, Store } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import type { RecordsOutlet } from '#shared/transfer/outlets.ts';
import { sortByKey, type Line } from '#shared/transfer/sorted-lines.ts';
import type { Finding } from './finding.ts';
import { readPaper, type Printed } from './paper.ts';
import { readRecordAgain } from './read-again.ts';
import { aboutRecords, asExported, recordItems, type RecordItems } from './record-items.ts';
import { verifyRecord, type ClosedSoFar, type VerifiedRecord } from './verify-record.ts';
import { createRootReader, type VerifiedRoots } from './verify-roots.ts';

export interface OfficeToVerify {
  readonly records: RecordsOutlet;
  /** Where an office isn't read in one moment: what seems wrong is read again, and told if it stays wrong. */
  readonly store?: Store;
  /** Items of an earlier export. */
  readonly exported?: AsyncIterable<Item>;
}

export interface VerifyOptions {
  /** Where what doesn't fit in memory waits to be sorted; personal data. */
  readonly folder: string;
  readonly printed?: Printed;
  readonly onFinding: (finding: Finding) => void;
  /** How many items were read so far. */
  readonly onProgress?: (items: number) => void;
}

export interface VerifiedOffice {
  readonly records: number;
  readonly entries: number;
  readonly roots: number;
  readonly lastRoot: VerifiedRoots['last'];
  /** Records that changed since the last root. */
  readonly waiting: number;
  /** Records with entries of before entries told what they change. */
  readonly untold: number;
  readonly findings: number;
}

/**
 * Walks every history of an office and the daily roots over them, and compares what is stored with what they tell. One
 * record is held at once; the rest waits on the disk.
 * @throws TransferRefused CodeMistyped
 */
export async function verifyOffice(office: OfficeToVerify, options: VerifyOptions): Promise<VerifiedOffice> {
  const paper = readPaper(options.printed ?? {});
  const reader = createRootReader();
  const counts = { records: 0, entries: 0, waiting: 0, untold: 0, findings: 0 };
  const tell = (findings: readonly Finding[]): void => {
    counts.findings += findings.length;
    for (const finding of findings) options.onFinding(finding);
  };
  const read = (item: Item): void => {
    reader.take(item);
    paper.take(item);
  };
  const sorted = await sortByKey(toSort(office, read, options.onProgress), { ...options, runBytes });
  const roots = reader.finish();
  tell([...roots.findings, ...paper.roots(roots.hashes)]);
  const days = new Set<CivilDate>();
  for await (const given of byRecord(sorted.lines())) {
    const { findings, hashes, untold, ...walked } = await verifyOne(office, given, roots.closed);
    tell([...findings, ...paper.record(given.record, hashes)]);
    counts.records += 1;
    counts.entries += hashes.length;
    for (const day of walked.days) days.add(day);
    if (untold) counts.untold += 1;
    if ((given.waits ?? 0) > (given.held.at(-1)?.entries ?? 0)) counts.waiting += 1;
  }
  tell([...rootsGone(roots, days), ...paper.finish()]);
  return { ...counts, roots: roots.hashes.length, lastRoot: roots.last };
}

/** The first sweep after anything was done makes one: a second day without any root is a day after they were taken away. */
const rootsGone = ({ hashes, findings }: VerifiedRoots, days: ReadonlySet<CivilDate>): Finding[] =>
  hashes.length === 0 && findings.length === 0 && days.size > 1
    ? [{ code: 'RootsGone', record: keys.closings().pk }]
    : [];

/** Text that is held while it is sorted; what is made of it takes several times as much. */
const runBytes = 8 * 1024 * 1024;

async function* toSort(
  { records, exported }: OfficeToVerify,
  read: (item: Item) => void,
  onProgress: VerifyOptions['onProgress'],
): AsyncGenerator<readonly Item[]> {
  let items = 0;
  for await (const batch of records.items()) {
    batch.forEach(read);
    items += batch.length;
    onProgress?.(items);
    yield batch.flatMap(aboutRecords);
  }
  if (exported !== undefined) for await (const item of exported) yield asExported(item);
}

async function* byRecord(lines: AsyncIterable<Line>): AsyncGenerator<RecordItems> {
  let open: Item[] = [];
  for await (const { item } of lines) {
    const [first] = open;
    if (first !== undefined && first.pk !== item.pk) {
      yield recordItems(first.pk, open);
      open = [];
    }
    open.push(item);
  }
  const [first] = open;
  if (first !== undefined) yield recordItems(first.pk, open);
}

async function verifyOne(
  { store }: OfficeToVerify,
  given: RecordItems,
  closed: ClosedSoFar | undefined,
): Promise<VerifiedRecord> {
  const verified = verifyRecord(given, closed);
  if (store === undefined || verified.findings.length === 0) return verified;
  return verifyRecord(await readRecordAgain(store, given), closed);
}
