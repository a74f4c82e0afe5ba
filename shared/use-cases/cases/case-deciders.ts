import { isEnded } from '../../domain/case.ts';
import * as entering from '../../domain/case-acts/entering.ts';
import * as holding from '../../domain/case-acts/holding.ts';
import type { CaseCommand, CaseCommandName } from '../../domain/case-command.ts';
import { holdsOn, postSchema } from '../../domain/directory.ts';
import { hasOutcome, type List } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import { awardForm } from '../../regimes/regime.ts';
import { queryAll } from '../../records/query.ts';
import { decode } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import type { CaseScene, Decided } from './case-scene.ts';
import { readListOfCase, rowLeaves } from './case-on-list.ts';
import { discardDraft, editDraft } from './draft-subject.ts';
import { freeGuard, decideSubmit } from './submit-case.ts';
import { judgeIdentity } from './judge-identity.ts';
import { rerouteCase } from '../rounds/routing.ts';

type Decider<Name extends CaseCommandName> = (
  scene: CaseScene,
  command: CaseCommand<Name>,
) => Decided | Promise<Decided>;

/** Each act's pure decision, with the little that some read besides the case. */
export const caseDeciders: { readonly [Name in CaseCommandName]: Decider<Name> } = {
  edit: editDraft,
  discard: discardDraft,
  submit: decideSubmit,
  answerSupplement: ({ meta, content, setting }, command) => ({
    change: entering.answerSupplement(meta.value, content.value, command, setting),
  }),
  withdraw: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const list = await readListOfCase(ports, meta.value);
    refuseAfterOutcome(list?.value);
    const signed = list !== undefined && (list.value.state === 'SIGNED' || list.value.state === 'ISSUED');
    const change = entering.withdraw(meta.value, command, signed, setting);
    const guard = await freeGuard(scene);
    const also = await rowLeaves(scene, list, 'withdrawn');
    return { change, writes: guard, also };
  },
  receive: ({ meta, setting }) => ({ change: holding.receive(meta.value, setting) }),
  recommend: ({ meta, setting }, command) => ({ change: holding.recommend(meta.value, command, setting) }),
  notRecommend: ({ meta, setting }, command) => ({
    change: holding.notRecommend(meta.value, command, setting),
  }),
  askSupplement: ({ meta, setting }, command) => ({
    change: holding.askSupplement(meta.value, command, setting),
  }),
  returnIneligible: async (scene, command) =>
    ended(scene, holding.returnIneligible(scene.meta.value, command, scene.setting)),
  changeForm: async ({ ports, meta }, command) => {
    const form = awardForm(command.form);
    const kind = meta.value.subjectKind;
    if (kind === undefined || !form.subjectKinds.includes(kind)) {
      throw new Refusal('SubjectKindNotEligible', { form: form.code, kinds: form.subjectKinds }, [
        { field: 'form', code: 'kindNotEligible' },
      ]);
    }
    return {
      change: holding.changeForm(meta.value, command, await rerouteCase(ports, meta.value, command.form)),
    };
  },
  hold: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const list = await readListOfCase(ports, meta.value);
    refuseAfterOutcome(list?.value);
    // Between signature and issue the case keeps its row and only doesn't move.
    const keepsRow = list?.value.state === 'SIGNED';
    const change = holding.hold(meta.value, command, keepsRow, setting);
    if (!keepsRow) return { change, also: await rowLeaves(scene, list, 'held') };
    return { change, writes: [{ check: keys.listMeta(list.value.id), if: { version: list.version } }] };
  },
  release: ({ meta, setting }, command) => ({ change: holding.release(meta.value, command, setting) }),
  reassign: async ({ ports, meta, setting }, command) => {
    const posts = await queryAll(ports.store, {
      pk: keys.organisation(setting.post.organisation).pk,
      prefix: 'POST#',
    });
    const to = posts.map((item) => decode(postSchema, item)).find((post) => post.id === command.post);
    if (command.post !== null && (to === undefined || !holdsOn(to, setting.today)))
      throw new Refusal('OrganisationForeign');
    const { sealed } = meta.value;
    if (to !== undefined && sealed !== undefined && !sealed.readers.includes(to.id))
      throw new Refusal('InputInvalid', {}, [{ field: 'post', code: 'unknown' }]);
    return { change: holding.reassign(meta.value, command, to) };
  },
  refuse: async (scene, command) => ended(scene, holding.refuse(scene.meta.value, command, scene.setting)),
  judgeIdentity,
};

/** The list has said what becomes of the case; until its own record follows, readers see the list's outcome. */
function refuseAfterOutcome(list: List | undefined): void {
  if (list !== undefined && hasOutcome(list))
    throw new Refusal('CaseMovedOn', { list: list.id, listState: list.state, number: list.number ?? '' });
}

/** An end gives the achievement free again for the rest of the round. */
async function ended(scene: CaseScene, change: Decided['change']): Promise<Decided> {
  return isEnded(change.subject.status) ? { change, writes: await freeGuard(scene) } : { change };
}
