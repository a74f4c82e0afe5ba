import type { Actor } from '../../domain/actor.ts';
import { beginsAs } from '../../domain/file-type.ts';
import {
  checkDeclared,
  maxFileBytes,
  type AttachCommand,
  type FileFault,
  type StoredFile,
} from '../../domain/file.ts';
import type { EntryDraft } from '../../domain/history.ts';
import { fileIdSchema, type FileId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Files, Ports, UploadForm } from '../../ports.ts';
import { readPerson } from '../../records/directory-record.ts';
import { fileWrites, readFile, readFiles } from '../../records/file-record.ts';
import type { Loaded } from '../../records/item.ts';
import { mayReadRecord, readFileScene, targetOf, type FileScene, type FileTarget } from './file-scene.ts';
import { enterReveal } from './reveal-file.ts';
import { requestWrites, withRetries, type ActAnswer, type ActRequest } from '../acting/request.ts';

export type { StoredFile } from '../../domain/file.ts';

/**
 * Papers of cases and lists. Bytes never pass through here: the sender gets a signed place to put them, and what
 * came rests in quarantine until `checkFile` has looked at it.
 */

/** @throws Refusal FileTooLarge, FileTypeRefused, and what the rules of the case or list refuse */
export async function attach(
  ports: Ports,
  request: ActRequest,
  target: FileTarget,
  command: AttachCommand,
  redirectTo: string,
): Promise<{ readonly id: FileId; readonly upload: UploadForm }> {
  const answer = await withRetries(() => expectFile(ports, request, target, command));
  const id = fileIdSchema.parse(answerOf(answer, 'attach').id);
  const limits = { maxBytes: maxFileBytes, contentType: command.contentType };
  return { id, upload: await ports.files.prepareUpload(id, limits, redirectTo) };
}

async function expectFile(
  ports: Ports,
  request: ActRequest,
  target: FileTarget,
  command: AttachCommand,
): Promise<ActAnswer> {
  const scene = await readFileScene(ports, request, target);
  if ('answer' in scene) return scene.answer;
  checkDeclared(command);
  const file: StoredFile = {
    id: fileIdSchema.parse(ports.random.ulid()),
    record: scene.record,
    ...command,
    state: 'expected',
    by: request.person,
    on: scene.today,
  };
  const { kind, size, contentType, name } = command;
  const entry = { act: 'FileExpected', facts: { file: file.id, kind, size, contentType }, payload: { name } };
  return commitFile(ports, scene, { file, entry, act: 'attach' });
}

/**
 * Looks at what came: keeps it under its hash, or refuses it. Whoever may attach may have it checked.
 * @throws Refusal FileNotArrived while nothing has come
 */
export async function checkFile(ports: Ports, request: ActRequest, id: FileId): Promise<StoredFile> {
  const file = await withRetries(() => judgeFile(ports, request, id));
  if (file.state === 'refused') await ports.files.discard(file.id);
  return file;
}

/**
 * Bytes go before the record, which says of what is kept what was seen of it there. Cut off between the two, they are
 * found there by whoever asks next; so they are where another check was faster.
 * @throws Refusal FileNotArrived
 */
async function keepSound(files: Files, file: StoredFile): Promise<Come> {
  const come = await lookAt(files, file.id);
  if (faultOf(file, come) !== undefined) return come;
  await files.release(file.id, come.revision, file);
  return lookAt(files, file.id);
}

async function lookAt(files: Files, id: FileId): Promise<Come> {
  const come = await files.inspect(id);
  if (come === undefined) throw new Refusal('FileNotArrived', { file: id });
  return come;
}

async function judgeFile(ports: Ports, request: ActRequest, id: FileId): Promise<StoredFile> {
  const before = await requireFile(ports, id);
  const person = await readPerson(ports.store, request.person);
  if (person === undefined) throw new Refusal('SignInNeeded');
  const { id: actor, name, posts } = person.value;
  await requireReader(ports, { person: actor, name, posts }, before.value);
  if (before.value.state !== 'expected') return before.value;
  const scene = await readFileScene(ports, request, targetOf(before.value.record));
  if ('answer' in scene) {
    answerOf(scene.answer, 'checkFile');
    return (await requireFile(ports, fileIdSchema.parse(scene.answer.id))).value;
  }
  const { file, entry } = judged(before.value, await keepSound(ports.files, before.value));
  await commitFile(ports, scene, { before, file, entry, act: 'checkFile' });
  return file;
}

type Judged = { readonly file: StoredFile; readonly entry: Omit<EntryDraft, 'by'> };
type Come = NonNullable<Awaited<ReturnType<Files['inspect']>>>;

function judged(file: StoredFile, come: Come): Judged {
  const { size, sha256 } = come;
  const reason = faultOf(file, come);
  if (reason === undefined) {
    return {
      file: { ...file, size, sha256, state: 'kept' },
      entry: { act: 'FileKept', facts: { file: file.id, kind: file.kind, size, sha256 } },
    };
  }
  return {
    file: { ...file, state: 'refused', reason },
    entry: { act: 'FileRefused', facts: { file: file.id, kind: file.kind, size, reason } },
  };
}

function faultOf(file: StoredFile, come: Come): FileFault | undefined {
  if (come.size > maxFileBytes) return 'tooLarge';
  if (file.size > 0 && come.size !== file.size) return 'otherSize';
  return beginsAs(file.contentType, come.head) ? undefined : 'otherType';
}

async function commitFile(
  ports: Ports,
  scene: FileScene,
  change: Judged & { readonly before?: Loaded<StoredFile>; readonly act: 'attach' | 'checkFile' },
): Promise<ActAnswer> {
  const { file, before, entry, act } = change;
  const work = scene.enter(entry, file);
  const answer: ActAnswer = { id: file.id, version: scene.nextVersion, act };
  work.add(...fileWrites(before, file), ...requestWrites(ports, scene.context, answer));
  await work.commit();
  return answer;
}

/** A key that was used for another act is not a retry of this one. */
function answerOf(answer: ActAnswer, act: 'attach' | 'checkFile'): ActAnswer {
  if (answer.act !== act) throw new Refusal('IdempotencyKeyReused');
  return answer;
}

export function filesOf(ports: Pick<Ports, 'store'>, record: string): Promise<StoredFile[]> {
  return readFiles(ports.store, record);
}

/**
 * A signed link. A paper of a sealed case needs a reason, which its history keeps.
 * @throws Refusal FileNotFound, also for those who may not know; FileNotArrived while it isn't checked; RevealNeedsReason
 */
export async function readFileLink(ports: Ports, actor: Actor, id: FileId, reason?: string): Promise<string> {
  const { value: file } = await requireFile(ports, id);
  await requireReader(ports, actor, file);
  if (file.state === 'expected') throw new Refusal('FileNotArrived', { file: id });
  if (file.state === 'refused') throw new Refusal('FileNotFound', { file: id });
  const target = targetOf(file.record);
  if ('case' in target) await enterReveal(ports, actor, { case: target.case, file: id, reason });
  return ports.files.link(id, file.name, file.contentType);
}

async function requireFile(ports: Ports, id: FileId): Promise<Loaded<StoredFile>> {
  const file = await readFile(ports.store, id);
  if (file === undefined) throw new Refusal('FileNotFound', { file: id });
  return file;
}

async function requireReader(ports: Ports, actor: Actor, file: StoredFile): Promise<void> {
  if (await mayReadRecord(ports, actor, targetOf(file.record))) return;
  throw new Refusal('FileNotFound', { file: file.id });
}

export const parseFileId = (text: string): FileId => {
  const parsed = fileIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('FileNotFound', { file: text });
  return parsed.data;
};
