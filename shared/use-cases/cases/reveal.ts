import { actingPost } from '../../domain/actor.ts';
import type { CaseContent } from '../../domain/case.ts';
import { roles } from '../../domain/directory.ts';
import type { CaseId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { withRetries, type ActRequest } from '../acting/request.ts';
import { readReader } from '../views/reader.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { Work } from '../acting/work.ts';

/** Shows a named post what a sealed case says; the reason stays in the history before anything is shown. */
export async function reveal(
  ports: Ports,
  request: Pick<ActRequest, 'person'>,
  id: CaseId,
  reason: string,
): Promise<CaseContent> {
  return withRetries(async () => {
    const reader = await readReader(ports, request.person);
    const [metaItem, contentItem] = await ports.store.get([keys.caseMeta(id), keys.caseContent(id)]);
    const meta = loadCase(metaItem);
    const content = loadContent(contentItem);
    if (
      meta?.value.sealed === undefined ||
      content === undefined ||
      !(await mayReadCase(ports, reader.actor, meta.value))
    ) {
      throw new Refusal('CaseNotFound', { case: id });
    }
    const named = meta.value.sealed.readers;
    const organisations = meta.value.readers;
    const own = organisations.find((organisation) =>
      reader.posts.some((post) => post.organisation === organisation && named.includes(post.id)),
    );
    if (own === undefined) throw new Refusal('CaseNotFound', { case: id });
    const post = actingPost(reader.actor, ports.clock.today(), { organisation: own, roles, among: named });
    const work = new Work(ports, post);
    work.changeCase(meta, {
      subject: meta.value,
      entry: { act: 'Revealed', facts: {}, payload: { reason } },
    });
    await work.commit();
    return content.value;
  });
}
