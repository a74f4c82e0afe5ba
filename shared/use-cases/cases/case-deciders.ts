import { isEnded } from '../../domain/case.ts';
import * as entering from '../../domain/case-acts/entering.ts';
import * as holding from '../../domain/case-acts/holding.ts';
import type { CaseCommand, CaseCommandName } from '../../domain/case-command.ts';
import { hasOutcome, type List } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import { handsOnCase } from '../../domain/sealed-hands.ts';
import { awardForm } from '../../regimes/regime.ts';
import { keys } from '../../records/keys.ts';
import { postsToday } from '../acting/sealed-hands.ts';
import type { CaseScene, Decided } from './case-scene.ts';
import { readListOfCase, rowLeaves } from './case-on-list.ts';
import { discardDraft, editDraft } from './draft-subject.ts';
import { decideSubmit } from './submit-case.ts';
import { followGuard, freeGuard } from './subject-guard.ts';
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
  answerSupplement: async (scene, command) => {
    const { meta, content, setting } = scene;
    const change = entering.answerSupplement(meta.value, content.value, command, setting);
    return { change, writes: await followGuard(scene, change) };
  },
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
  changeForm: async (scene, command) => {
    const { ports, meta } = scene;
    const form = awardForm(command.form);
    const kind = meta.value.subjectKind;
    if (kind === undefined || !form.subjectKinds.includes(kind)) {
      throw new Refusal('SubjectKindNotEligible', { form: form.code, kinds: form.subjectKinds }).at('form');
    }
    const rerouted = await rerouteCase(ports, meta.value, command.form);
    const change = holding.changeForm(meta.value, command, rerouted);
    return { change, writes: await followGuard(scene, change) };
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
    const { organisation } = setting.post;
    const posts = await postsToday(ports, organisation);
    const to = posts.find((post) => post.id === command.post);
    if (command.post !== null && to === undefined) throw new Refusal('OrganisationForeign').at('post');
    if (to !== undefined && meta.value.sealed !== undefined) {
      const hands = handsOnCase(meta.value, organisation, posts);
      if (!hands.some(({ post }) => post.id === to.id))
        throw new Refusal('InputInvalid', {}, [{ field: 'post', code: 'unknown' }]);
    }
    return { change: holding.reassign(meta.value, command, to) };
  },
  refuse: async (scene, command) => ended(scene, holding.refuse(scene.meta.value, command, scene.setting)),
  recordNotAwarded: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const list = await readListOfCase(ports, meta.value);
    refuseAfterOutcome(list?.value);
    const { change, writes = [] } = await ended(
      scene,
      holding.recordNotAwarded(meta.value, command, setting),
    );
    return { change, writes, also: await rowLeaves(scene, list, 'notAwarded') };
  },
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
