import { standingOf, type Case } from '../../domain/case.ts';
import type { ActSetting } from '../../domain/case-acts/change.ts';
import type { CaseCommand, CaseCommandName } from '../../domain/case-command.ts';
import { barredFrom } from '../../domain/four-eyes.ts';
import { caseIdSchema, type CaseId } from '../../domain/id.ts';
import { caseRules, judgementOf } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Hand } from '../../domain/sealed-hands.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { keys } from '../../records/keys.ts';
import { caseDeciders, readBesideCase } from './case-deciders.ts';
import type { CaseScene } from './case-scene.ts';
import { settingUnder, withWhatHappened } from './case-right.ts';
import { ownHands } from '../acting/sealed-hands.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import {
  openRequest,
  requestKeys,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';

interface Handling extends RequestContext {
  /** As what the actor handles the case, where it is sealed. */
  readonly hands: readonly Hand[] | undefined;
}

/** One act on one case: one batched read, a pure decision, one atomic commit. Nobody else is told in here. */
export async function actOnCase<Name extends CaseCommandName>(
  ports: Ports,
  request: ActRequest,
  id: CaseId,
  name: Name,
  command: CaseCommand<Name>,
): Promise<ActAnswer> {
  let seen = request.ifStep;
  return withRetries(async () => {
    const [personItem, answerItem, metaItem, contentItem, ...items] = await ports.store.get([
      ...requestKeys(request),
      keys.caseMeta(id),
      keys.caseContent(id),
      ...(readBesideCase[name]?.(id, command) ?? []),
    ]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const meta = loadCase(metaItem);
    const content = loadContent(contentItem);
    if (meta === undefined || content === undefined) throw new Refusal('CaseNotFound', { case: id });
    const { context } = opened;
    const hands = await ownHands(ports, context.actor, meta.value);
    if (!(await mayReadCase(ports, context.actor, meta.value, hands)))
      throw new Refusal('CaseNotFound', { case: id });
    try {
      seen ??= meta.value.turn;
      refuseOutrun(meta.value, seen);
      return await decideAndCommit(ports, { ...context, hands }, { meta, content, items }, name, command);
    } catch (error) {
      throw await withWhatHappened(ports, error, meta.value);
    }
  });
}

/**
 * Outrun by another act, or clicked on a page that is older, this one was meant for what stood before: it must not fall
 * upon the step that came next.
 */
function refuseOutrun(subject: Case, seen: number): void {
  if (subject.turn === seen) return;
  const standing = standingOf(subject);
  throw new Refusal(standing === 'moving' ? 'CaseIsMoving' : 'CaseMovedOn', {
    standing,
    status: subject.status,
  });
}

async function decideAndCommit<Name extends CaseCommandName>(
  ports: Ports,
  context: Handling,
  read: Pick<CaseScene, 'meta' | 'content' | 'items'>,
  name: Name,
  command: CaseCommand<Name>,
): Promise<ActAnswer> {
  const { meta, content } = read;
  const subject = meta.value;
  const setting = await permitted(ports, context, subject, name);
  const { ifVersion } = context.request;
  if (ifVersion !== undefined && ifVersion !== meta.version) {
    // An edit would write over another's words; any other act meant a case that is no longer there like that.
    throw new Refusal(writesWords(name) ? 'EditStale' : 'CaseMovedOn', {
      sent: ifVersion,
      current: meta.version,
    }).at('If-Match');
  }
  const scene: CaseScene = { ports, context, setting, ...read };
  const decided = await caseDeciders[name](scene, command);
  const work = new Work(ports, setting.post);
  work.changeCase(meta, decided.change, content);
  work.add(...(decided.writes ?? []));
  decided.also?.(work);
  const answer: ActAnswer = { id: subject.id, version: meta.version + 1, act: name };
  work.add(...requestWrites(ports, context, answer));
  await work.commit();
  return answer;
}

/** Over what another has written meanwhile. */
const writesWords = (name: CaseCommandName): boolean => name === 'edit' || name === 'mendWording';

/** Rights, then standing, then persons. */
async function permitted(
  ports: Ports,
  context: Handling,
  subject: Case,
  name: CaseCommandName,
): Promise<ActSetting> {
  const setting = await settingUnder(ports, context, subject, caseRules[name]);
  refuseBarred(context, subject, name);
  return setting;
}

function refuseBarred(context: RequestContext, subject: Case, name: CaseCommandName): void {
  const judgement = judgementOf[name];
  if (judgement === undefined) return;
  const bar = barredFrom(judgement, context.actor.person, {
    proposer: subject.proposer.person,
    appraisers: subject.appraisers,
    subjectAccounts: subject.subjectAccounts,
  });
  if (bar !== undefined) throw new Refusal('ConflictOfInterest', { bar });
}

export const parseCaseId = (text: string): CaseId => {
  const parsed = caseIdSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('CaseNotFound', { case: text });
  return parsed.data;
};
