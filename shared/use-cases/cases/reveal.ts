import { actorOf } from '../../domain/actor.ts';
import type { CaseContent } from '../../domain/case.ts';
import type { StoredFile } from '../../domain/file.ts';
import type { CaseId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { loadPerson } from '../../records/directory-record.ts';
import { readFiles } from '../../records/file-record.ts';
import { keys, recordId } from '../../records/keys.ts';
import { withRetries, type ActRequest } from '../acting/request.ts';
import { ownHands } from '../acting/sealed-hands.ts';
import { Work } from '../acting/work.ts';

/** What a sealed case says and which papers it has; each of them is opened with a reason of its own. */
export interface Revealed {
  readonly content: CaseContent;
  readonly files: readonly StoredFile[];
}

/** Shows it to whoever handles it; the reason stays in the history before anything is shown. */
export async function reveal(
  ports: Ports,
  request: Pick<ActRequest, 'person'>,
  id: CaseId,
  reason: string,
): Promise<Revealed> {
  return withRetries(async () => {
    const [[personItem, metaItem, contentItem], files] = await Promise.all([
      ports.store.get([keys.person(request.person), keys.caseMeta(id), keys.caseContent(id)]),
      readFiles(ports.store, recordId('CASE', id)),
    ]);
    const person = loadPerson(personItem);
    if (person === undefined) throw new Refusal('SignInNeeded');
    const meta = loadCase(metaItem);
    const content = loadContent(contentItem);
    const [hand] =
      meta === undefined ? [] : ((await ownHands(ports, actorOf(person.value), meta.value)) ?? []);
    if (meta === undefined || content === undefined || hand === undefined)
      throw new Refusal('CaseNotFound', { case: id });
    const work = new Work(ports, hand.post);
    work.changeCase(meta, {
      subject: meta.value,
      entry: { act: 'Revealed', facts: {}, payload: { reason } },
    });
    await work.commit();
    return { content: content.value, files };
  });
}
