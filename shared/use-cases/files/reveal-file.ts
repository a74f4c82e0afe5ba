import type { Actor } from '../../domain/actor.ts';
import type { CaseId, FileId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { tidyText } from '../../domain/text.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { withRetries } from '../acting/request.ts';
import { ownHands } from '../acting/sealed-hands.ts';
import { Work } from '../acting/work.ts';

/**
 * A paper of a sealed case is shown for a reason only, and the reason stands in the history before it is shown. Does
 * nothing for a case that isn't sealed.
 */
export async function enterReveal(
  ports: Ports,
  actor: Actor,
  shown: { readonly case: CaseId; readonly file: FileId; readonly reason: string | undefined },
): Promise<void> {
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.caseMeta(shown.case)]);
    const meta = loadCase(item);
    const hands = meta === undefined ? undefined : await ownHands(ports, actor, meta.value);
    if (meta === undefined || hands === undefined) return;
    const post = hands[0]?.post;
    if (post === undefined) throw new Refusal('FileNotFound', { file: shown.file });
    const reason = tidyText(shown.reason ?? '');
    if (reason === '') throw new Refusal('RevealNeedsReason');
    const work = new Work(ports, post);
    const entry = { act: 'Revealed', facts: { file: shown.file }, payload: { reason } };
    work.changeCase(meta, { subject: meta.value, entry });
    await work.commit();
  });
}
