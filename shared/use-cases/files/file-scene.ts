import type { Actor } from '../../domain/actor.ts';
import { openStep, type Case } from '../../domain/case.ts';
import type { Role } from '../../domain/directory.ts';
import type { StoredFile } from '../../domain/file.ts';
import type { EntryDraft } from '../../domain/history.ts';
import type { CaseId, ListId } from '../../domain/id.ts';
import { caseIdSchema, listIdSchema } from '../../domain/id.ts';
import { withPaper } from '../../domain/list-papers.ts';
import { caseRules, standsFor, type CaseRule } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadList } from '../../records/list-record.ts';
import { settingUnder, withWhatHappened } from '../cases/case-right.ts';
import { readListScene, type ListRequest } from '../lists/list-scene.ts';
import {
  openRequest,
  requestKeys,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { ownHands } from '../acting/sealed-hands.ts';
import { mayReadCase, mayReadList } from '../acting/who-reads.ts';
import { Work } from '../acting/work.ts';

export type FileTarget = { readonly case: CaseId } | ({ readonly list: ListId } & Pick<ListRequest, 'kinds'>);

/** A record that may be given papers now, and how an entry goes into its history. */
export interface FileScene {
  readonly context: RequestContext;
  readonly record: string;
  readonly today: CivilDate;
  /** Version of the record once the entry is committed. */
  readonly nextVersion: number;
  readonly enter: (entry: Omit<EntryDraft, 'by'>, paper: StoredFile) => Work;
}

export function readFileScene(
  ports: Ports,
  request: ActRequest,
  target: FileTarget,
): Promise<FileScene | { readonly answer: ActAnswer }> {
  return 'case' in target ? sceneOfCase(ports, request, target.case) : sceneOfList(ports, request, target);
}

async function sceneOfCase(
  ports: Ports,
  request: ActRequest,
  id: CaseId,
): Promise<FileScene | { readonly answer: ActAnswer }> {
  const [personItem, answerItem, metaItem] = await ports.store.get([
    ...requestKeys(request),
    keys.caseMeta(id),
  ]);
  const opened = openRequest(request, personItem, answerItem);
  if ('answer' in opened) return opened;
  const { context } = opened;
  const meta = loadCase(metaItem);
  if (meta === undefined || !(await mayReadCase(ports, context.actor, meta.value))) {
    throw new Refusal('CaseNotFound', { case: id });
  }
  const subject = meta.value;
  const setting = await settingOf(ports, context, subject);
  if (request.ifVersion !== undefined && request.ifVersion !== meta.version) {
    throw new Refusal('EditStale', { sent: request.ifVersion, current: meta.version });
  }
  return {
    context,
    record: recordId('CASE', id),
    today: setting.today,
    nextVersion: meta.version + 1,
    enter: (entry) => {
      const work = new Work(ports, setting.post);
      work.changeCase(meta, { subject, entry });
      return work;
    },
  };
}

async function settingOf(ports: Ports, context: RequestContext, subject: Case) {
  try {
    const { actor } = context;
    return await settingUnder(
      ports,
      context,
      subject,
      ruleFor(subject, await rolesAtEntering(ports, actor, subject)),
    );
  } catch (error) {
    throw await withWhatHappened(ports, error, subject);
  }
}

/** The entering organisation while it writes or mends; whoever holds the step at any other time. */
function ruleFor(subject: Case, own: readonly Role[]): CaseRule {
  const { attach, attachAtStep } = caseRules;
  if (openStep(subject) === undefined) return attach;
  const roles: readonly Role[] = attach.roles;
  const enters = own.some((role) => roles.includes(role));
  return enters && standsFor(attach, subject) ? attach : attachAtStep;
}

async function rolesAtEntering(ports: Ports, actor: Actor, subject: Case): Promise<readonly Role[]> {
  const hands = await ownHands(ports, actor, subject);
  const posts = hands ?? actor.posts.map((post) => ({ post, roles: [post.role] }));
  return posts.flatMap(({ post, roles }) => (post.organisation === subject.enteredBy ? roles : []));
}

async function sceneOfList(
  ports: Ports,
  request: ActRequest,
  { list: id, ...kinds }: Extract<FileTarget, { readonly list: ListId }>,
): Promise<FileScene | { readonly answer: ActAnswer }> {
  const scene = await readListScene(ports, { ...request, ...kinds }, id, 'attach');
  if ('answer' in scene) return scene;
  const { context, list, setting } = scene;
  return {
    context,
    record: recordId('LIST', id),
    today: setting.today,
    nextVersion: list.version + 1,
    enter: (entry, paper) => {
      const work = new Work(ports, setting.post);
      work.changeList(list, withPaper(list.value, paper), entry);
      return work;
    },
  };
}

/** What a record's name says: `CASE#…` or `LIST#…`. */
export function targetOf(record: string): FileTarget {
  const [kind, id] = record.split('#');
  return kind === 'CASE' ? { case: caseIdSchema.parse(id) } : { list: listIdSchema.parse(id) };
}

export async function mayReadRecord(ports: Ports, actor: Actor, target: FileTarget): Promise<boolean> {
  const [item] = await ports.store.get([
    'case' in target ? keys.caseMeta(target.case) : keys.listMeta(target.list),
  ]);
  if ('list' in target) {
    const list = loadList(item);
    return list !== undefined && (await mayReadList(ports, actor, list.value));
  }
  const subject = loadCase(item);
  return subject !== undefined && (await mayReadCase(ports, actor, subject.value));
}
