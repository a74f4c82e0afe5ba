import * as entering from '../../domain/case-acts/entering.ts';
import * as questioning from '../../domain/case-acts/questioning.ts';
import { withdrawConsent } from '../../domain/case-acts/withdrawing-consent.ts';
import { mendWording } from '../../domain/case-acts/mending-wording.ts';
import * as holding from '../../domain/case-acts/holding.ts';
import type { CaseCommand, CaseCommandName } from '../../domain/case-command.ts';
import type { CaseId } from '../../domain/id.ts';
import { hasOutcome, type List } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import { handsOnCase } from '../../domain/sealed-hands.ts';
import type { Key, Ports, Write } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { marksWrites, receivedMarksWrites } from '../../records/marks-record.ts';
import { postsToday } from '../acting/sealed-hands.ts';
import { whatHappened } from './case-right.ts';
import type { CaseScene, Decided } from './case-scene.ts';
import { readCarrying, rowLeaves } from './case-on-list.ts';
import { refuseWhileAwaited } from './opinions-awaited.ts';
import { decideChangeForm } from './change-form.ts';
import { decideChooseLaw } from './choose-law.ts';
import { discardDraft, editDraft } from './draft-subject.ts';
import { decideSubmit } from './submit-case.ts';
import { followGuard, movesAchievement, readGuard } from './subject-guard.ts';
import { decideJudgeAchievement } from './judge-achievement.ts';
import { judgeIdentity } from './judge-identity.ts';
import { decideJudged } from './judged-step.ts';
import { restingOn } from './resting-on.ts';

type Decider<Name extends CaseCommandName> = (
  scene: CaseScene,
  command: CaseCommand<Name>,
) => Decided | Promise<Decided>;

type Beside<Name extends CaseCommandName> = (id: CaseId, command: CaseCommand<Name>) => readonly Key[];

/** A subject that came with a case bears its id. */
const ownSubject = (id: CaseId): readonly Key[] => [keys.subject(id)];

/** What the request of an act names beside its case: it is read in the same batch. */
export const readBesideCase: { readonly [Name in CaseCommandName]?: Beside<Name> } = {
  edit: ownSubject,
  discard: ownSubject,
  submit: ownSubject,
  receive: ownSubject,
  recommend: ownSubject,
  changeForm: ownSubject,
  chooseLaw: ownSubject,
  judgeAchievement: ownSubject,
  answerSupplement: (id, { content }) =>
    content.achievementFrom === undefined && content.achievementTo === undefined ? [] : ownSubject(id),
  judgeIdentity: (id, { other }) => [keys.subject(id), keys.subject(other)],
};

/** Each act's pure decision, with the little that some read besides the case. */
export const caseDeciders: { readonly [Name in CaseCommandName]: Decider<Name> } = {
  edit: editDraft,
  discard: discardDraft,
  submit: decideSubmit,
  answerSupplement: async (scene, command) => {
    const { meta, content, setting } = scene;
    const change = entering.answerSupplement(meta.value, content.value, command, setting);
    const next = change.content ?? content.value;
    const marks = next.report === content.value.report ? [] : marksWrites(meta.value, next);
    if (!movesAchievement(content.value, change.content)) return { change, writes: marks };
    return { change, writes: [...marks, ...(await followGuard(scene, await readGuard(scene), change))] };
  },
  withdraw: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const carrying = await readCarrying(ports, meta.value);
    const list = carrying?.list.value;
    await refuseAfterOutcome(ports, list);
    const signed = list?.state === 'SIGNED' || list?.state === 'ISSUED';
    // A request for opinions asks for no award: its signature binds nobody to the case, which keeps its row there.
    const asking = signed && list.kind === 'opinionRequest';
    const change = entering.withdraw(meta.value, command, signed && !asking, setting);
    if (asking) return { change, writes: unmoved(carrying) };
    return { change, also: rowLeaves(scene, carrying, 'withdrawn') };
  },
  receive: async (scene, { reasons }) => {
    const limit = (await scene.ports.law.current()).number('limit.appraise', scene.setting.today);
    const change = holding.receive(scene.meta.value, scene.setting, limit.value);
    const judged = await decideJudged(scene, change, { stage: 'receive', reasons });
    return { ...judged, writes: receivedMarksWrites(change.subject, scene.content.value) };
  },
  recommend: async (scene, command) => {
    await refuseWhileAwaited(scene);
    const change = holding.recommend(scene.meta.value, command, scene.setting);
    return decideJudged(scene, change, { stage: 'appraise', reasons: command.reasons });
  },
  notRecommend: async (scene, command) => {
    await refuseWhileAwaited(scene);
    const change = holding.notRecommend(scene.meta.value, command, scene.setting);
    return restingOn(scene, change, command.restsOn);
  },
  askSupplement: (scene, command) =>
    restingOn(scene, holding.askSupplement(scene.meta.value, command, scene.setting), command.restsOn),
  returnIneligible: (scene, command) =>
    restingOn(scene, holding.returnIneligible(scene.meta.value, command, scene.setting), command.restsOn),
  changeForm: decideChangeForm,
  chooseLaw: decideChooseLaw,
  judgeAchievement: decideJudgeAchievement,
  askQuestion: ({ meta, setting }, command) => ({
    change: questioning.askQuestion(meta.value, command, setting),
  }),
  answerQuestion: ({ meta }, command) => ({ change: questioning.answerQuestion(meta.value, command) }),
  withdrawConsent: ({ meta, content }, command) => ({
    change: withdrawConsent(meta.value, content.value, command),
  }),
  mendWording: ({ meta, content }, command) => ({ change: mendWording(meta.value, content.value, command) }),
  hold: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const carrying = await readCarrying(ports, meta.value);
    const list = carrying?.list;
    await refuseAfterOutcome(ports, list?.value);
    // Between signature and issue the case keeps its row and only doesn't move.
    const keepsRow = list?.value.state === 'SIGNED' || list?.value.state === 'ISSUED';
    const change = holding.hold(meta.value, command, keepsRow, setting);
    if (!keepsRow) return { change, also: rowLeaves(scene, carrying, 'held') };
    return { change, writes: unmoved(carrying) };
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
  refuse: ({ meta, setting }, command) => ({ change: holding.refuse(meta.value, command, setting) }),
  recordNotAwarded: async (scene, command) => {
    const { meta, setting, ports } = scene;
    const carrying = await readCarrying(ports, meta.value);
    await refuseAfterOutcome(ports, carrying?.list.value);
    const change = holding.recordNotAwarded(meta.value, command, setting);
    return { change, also: rowLeaves(scene, carrying, 'notAwarded') };
  },
  judgeIdentity,
};

/** The list stands as it was read. */
const unmoved = (carrying: { readonly list: Loaded<List> } | undefined): readonly Write[] =>
  carrying === undefined
    ? []
    : [{ check: keys.listMeta(carrying.list.value.id), if: { version: carrying.list.version } }];

/** The list has said what becomes of the case; until its own record follows, readers see the list's outcome. */
async function refuseAfterOutcome(ports: Ports, list: List | undefined): Promise<void> {
  if (list === undefined || !hasOutcome(list)) return;
  const { id, state, number = '' } = list;
  const happened = await whatHappened(ports, recordId('LIST', id), list.entries);
  throw new Refusal('CaseMovedOn', { list: id, listState: state, number, ...happened });
}
