import { withPaper, type ListPapers } from '../../domain/list-papers.ts';
import type { List } from '../../domain/list.ts';
import type { Ports } from '../../ports.ts';
import { readFiles } from '../../records/file-record.ts';
import { recordId } from '../../records/keys.ts';

/** Kept on the list since it was started; of lists that were started before that its files tell. */
export async function papersOf(ports: Ports, list: List): Promise<ListPapers> {
  if (list.papers !== undefined) return list.papers;
  const files = await readFiles(ports.store, recordId('LIST', list.id));
  const { papers = {} } = files.reduce<List>(withPaper, { ...list, papers: {} });
  return papers;
}
