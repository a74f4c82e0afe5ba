import { close, type BarredRow } from '../../domain/list-acts.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import { numberRows, type List, type NumberedRow } from '../../domain/list.ts';
import type { Person, Post } from '../../domain/directory.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { readPeople, readPosts } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { parseOrder } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import { barOf } from './gather.ts';
import type { ListDecided, ListScene } from './list-scene.ts';

/** Names the signer, fixes order and hash, and finds every conflict of that signer with a row. */
export async function closeList(scene: ListScene, command: ListCommand<'close'>): Promise<ListDecided> {
  const { ports, list, setting } = scene;
  const rows = await numberedRows(ports, list.value);
  const signer = command.signer === undefined ? undefined : await signerPost(scene, command.signer);
  const people =
    signer === undefined ? new Map<string, Person>() : await readPeople(ports.store, [signer.person]);
  const barred =
    signer === undefined || list.value.kind === 'session'
      ? []
      : await barredRows(ports, list.value, signer, rows);
  return {
    change: close(list.value, rows, signer, people.get(signer?.person ?? '')?.name ?? '', barred, setting),
  };
}

export async function numberedRows(ports: Ports, list: List): Promise<NumberedRow[]> {
  const [rows, [order]] = await Promise.all([
    readRows(ports, list),
    ports.store.get([keys.listOrder(list.id)]),
  ]);
  return numberRows(list.kind, rows, parseOrder(order));
}

async function signerPost({ ports, list, setting }: ListScene, id: Post['id']): Promise<Post | undefined> {
  const posts = await readPosts(ports.store, list.value.organisation, setting.today);
  return posts.find((post) => post.id === id && (list.value.sealed === undefined || post.sealed));
}

async function barredRows(
  ports: Ports,
  list: List,
  signer: Post,
  rows: readonly NumberedRow[],
): Promise<BarredRow[]> {
  const cases = await getAll(
    ports.store,
    rows.map((row) => keys.caseMeta(row.case)),
  );
  return cases.flatMap((item) => {
    const subject = loadCase(item)?.value;
    const bar = subject === undefined ? undefined : barOf(list, signer.person, subject);
    return subject === undefined || bar === undefined ? [] : [{ case: subject.id, bar }];
  });
}
