import type { StoredFile } from './file.ts';
import type { List } from './list.ts';
import { Refusal } from './refusal.ts';

/** The papers that a list's end asks for. They are kept on its record, so that ending it needs no look at its files. */
export type ListPapers = NonNullable<List['papers']>;

/** The list once this paper of it was looked at. One that was started before papers were kept stays without. */
export function withPaper(list: List, paper: StoredFile): List {
  const place = placeOf(list, paper);
  if (list.papers === undefined || place === undefined || paper.state !== 'kept') return list;
  const before = list.papers[place];
  const latest = before !== undefined && before > paper.on ? before : paper.on;
  return { ...list, papers: { ...list.papers, [place]: latest } };
}

function placeOf(list: List, { kind }: StoredFile): keyof ListPapers | undefined {
  const document = list.kind === 'letter' ? 'letter' : 'decision';
  if (kind === 'scan' || kind === document) return 'signed';
  return kind === 'minutes' ? kind : undefined;
}

/**
 * What was signed outside is on record with number and date: its scan, or the file with the government's own signature,
 * looked at and kept. Of a list closed here one that came before is not the one that was signed.
 * @throws Refusal ScanMissing
 */
export function requireSignedPaper(list: List, { signed }: ListPapers): void {
  const since = list.origin === 'here' ? (list.closedOn ?? list.createdOn) : list.createdOn;
  if (signed === undefined || signed < since) throw new Refusal('ScanMissing');
}
