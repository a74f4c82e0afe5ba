import { close, type BarredRow } from '../../domain/list-acts.ts';
import type { ListCommand } from '../../domain/list-command.ts';
import type { Case } from '../../domain/case.ts';
import { numberRows, type List, type ListRow, type NumberedRow } from '../../domain/list.ts';
import type { Person, Post } from '../../domain/directory.ts';
import { handsOnCase } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { readPeople } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { parseOrder } from '../../records/list-record.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import { inRole, postsToday } from '../acting/sealed-hands.ts';
import { barOf } from './gather.ts';
import type { ListDecided, ListScene } from './list-scene.ts';

/** Names the signer, fixes order and hash, and finds every conflict of that signer with a row. */
export async function closeList(scene: ListScene, command: ListCommand<'close'>): Promise<ListDecided> {
  const { ports, list, setting } = scene;
  const rows = await numberedRows(ports, list.value);
  const cases = await casesOf(ports, rows);
  const signer = command.signer === undefined ? undefined : await signerPost(scene, command.signer, cases);
  const people =
    signer === undefined ? new Map<string, Person>() : await readPeople(ports.store, [signer.person]);
  const barred =
    signer === undefined || list.value.kind === 'session' ? [] : barredRows(list.value, signer, cases);
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

export async function casesOf(ports: Ports, rows: readonly ListRow[]): Promise<Case[]> {
  const items = await getAll(
    ports.store,
    rows.map((row) => keys.caseMeta(row.case)),
  );
  return items.flatMap((item) => loadCase(item)?.value ?? []);
}

/** Of a sealed list somebody who may be named for each of its cases. */
async function signerPost(
  { ports, list }: ListScene,
  id: Post['id'],
  cases: readonly Case[],
): Promise<Post | undefined> {
  const posts = await postsToday(ports, list.value.organisation);
  const post = posts.find((one) => one.id === id);
  if (post === undefined || list.value.sealed === undefined) return post;
  return cases.every((subject) => signs(post, subject, posts)) ? post : undefined;
}

/** Whether this leader may be named to sign for a sealed case. `posts`: all of the leader's organisation. */
export const signs = (leader: Post, subject: Case, posts: readonly Post[]): boolean =>
  inRole(handsOnCase(subject, leader.organisation, posts), 'leader').some((post) => post.id === leader.id);

function barredRows(list: List, signer: Post, cases: readonly Case[]): BarredRow[] {
  return cases.flatMap((subject) => {
    const bar = barOf(list, signer.person, subject);
    return bar === undefined ? [] : [{ case: subject.id, bar }];
  });
}
