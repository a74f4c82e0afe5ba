import { inForceOn } from '../../domain/law/dated.ts';
import { isLocalChoice, type FigureRow } from '../../domain/law/figure.ts';
import { actingPost } from '../../domain/actor.ts';
import type { Post } from '../../domain/directory.ts';
import { settingIdSchema, type OrganisationId, type SettingId } from '../../domain/id.ts';
import { hasApplied, inTheWayOf, rowOf, type Setting } from '../../domain/law/setting.ts';
import type { ProposeSetting } from '../../domain/law/setting-command.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { bodyOf, type Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import { loadFounding } from '../../records/register-record.ts';
import {
  loadOwnLaw,
  ownLawWrite,
  readSettings,
  settingWrite,
  type OwnLaw,
} from '../../records/setting-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { freshTip, Work } from '../acting/work.ts';

/** What an office sets itself in place of the law's rows. All settings of a home are one record, so that no two cross. */

interface SettingScene {
  readonly context: RequestContext;
  readonly today: CivilDate;
  readonly settings: readonly Loaded<Setting>[];
  /** Whose settings these are, where the home was set up by one office. */
  readonly founder: OrganisationId | undefined;
}

interface Decided {
  readonly post: Post;
  readonly before?: Loaded<Setting>;
  readonly after: Setting;
  readonly entry: 'SettingProposed' | 'SettingConfirmed' | 'SettingRefused' | 'SettingWithdrawn';
}

async function change(
  ports: Ports,
  request: ActRequest,
  act: string,
  decide: (scene: SettingScene) => Promise<Decided> | Decided,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [[personItem, answerItem, lawItem, foundingItem], settings] = await Promise.all([
      readRequest(ports, request, [keys.ownLaw(), keys.founding()]),
      readSettings(ports.store),
    ]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { context } = opened;
    const founder = loadFounding(foundingItem)?.value.organisation;
    const decided = await decide({ context, today: ports.clock.today(), settings, founder });
    const answer: ActAnswer = { id: decided.after.id, version: (decided.before?.version ?? 0) + 1, act };
    const work = new Work(ports, decided.post);
    enter(ports, work, loadOwnLaw(lawItem), decided);
    work.add(...requestWrites(ports, context, answer));
    await work.commit();
    return answer;
  });
}

function enter(
  ports: Ports,
  work: Work,
  law: Loaded<OwnLaw> | undefined,
  { before, after, entry }: Decided,
): void {
  const { id, key, organisation, validFrom, validTo, reason } = after;
  work.change<OwnLaw>({
    record: recordId('LAW', 'OWN'),
    before: law,
    after: law?.value ?? freshTip(ports),
    entry: {
      act: entry,
      facts: { setting: id, key, organisation, validFrom, ...(validTo && { validTo }) },
      ...(entry === 'SettingRefused' && reason !== undefined ? { payload: { reason } } : {}),
    },
    writes: (next) => [ownLawWrite(law, next)],
    read: { [keys.setting(id).sk]: before && bodyOf(before.value) },
  });
  work.add(settingWrite(before, after));
}

/**
 * Proposes a value from a day on; nothing applies before another person has confirmed it.
 * @throws Refusal ActNotYours, OrganisationForeign, FigureUnknown, SettingValueWrong, InputInvalid, SettingInTheWay
 */
export async function proposeSetting(
  ports: Ports,
  request: ActRequest,
  command: ProposeSetting,
): Promise<ActAnswer> {
  return change(ports, request, 'proposeSetting', async ({ context, today, settings, founder }) => {
    const { organisation } = command;
    const { roles } = officeRules.proposeSetting;
    const post = actingPost(context.actor, today, { organisation, roles });
    if (founder !== undefined && founder !== organisation)
      throw new Refusal('OrganisationForeign', { organisation });
    const after: Setting = {
      ...command,
      id: settingIdSchema.parse(ports.random.ulid()),
      state: 'PROPOSED',
      proposedBy: post.person,
      proposedOn: today,
    };
    await requireSound(ports, after);
    requireRoom(after, settings);
    return { post, after, entry: 'SettingProposed' };
  });
}

/** @throws Refusal FigureUnknown, SettingValueWrong, InputInvalid */
export async function requireSound(
  ports: Ports,
  setting: Omit<ProposeSetting, 'organisation'>,
): Promise<void> {
  const { key, validFrom, validTo } = setting;
  const { data } = await ports.law.current();
  const figure = data.figures.find((one) => one.key === key);
  if (figure === undefined) throw new Refusal('FigureUnknown', { key });
  if (validTo !== undefined && validTo < validFrom)
    throw new Refusal('InputInvalid', {}, [{ field: 'validTo', code: 'beforeStart' }]);
  const standing = inForceOn<FigureRow>(figure.rows, validFrom);
  if (isLocalChoice(figure) && standing?.confidence === 'confirmed')
    throw new Refusal('InputInvalid', {}, [{ field: 'validFrom', code: 'settledByText' }]);
  if (rowOf(figure, setting) === undefined)
    throw new Refusal('SettingValueWrong', { key, kind: figure.kind });
}

function requireRoom(setting: Setting, settings: readonly Loaded<Setting>[]): void {
  const other = inTheWayOf(
    setting,
    settings.map(({ value }) => value),
  );
  if (other === undefined) return;
  const { id, validFrom: from, state } = other;
  throw new Refusal('SettingInTheWay', { setting: id, from, state });
}

/** By a leader or another administrator of the same office. @throws Refusal SettingNotFound, ActNotYours, OwnSetting, SettingMovedOn */
function settle(
  { context, today, settings }: SettingScene,
  id: SettingId,
): Decided & { before: Loaded<Setting> } {
  const before = settingOf(settings, id);
  const { organisation, proposedBy, state } = before.value;
  const post = actingPost(context.actor, today, { organisation, roles: officeRules.settleSetting.roles });
  if (post.person === proposedBy) throw new Refusal('OwnSetting');
  if (state !== 'PROPOSED') throw new Refusal('SettingMovedOn', { state });
  const after = { ...before.value, settledBy: post.person, settledOn: today };
  return { post, before, after, entry: 'SettingConfirmed' };
}

/** From now on it stands over the law's row, on its days. */
export const confirmSetting = (ports: Ports, request: ActRequest, id: SettingId): Promise<ActAnswer> =>
  change(ports, request, 'confirmSetting', async (scene) => {
    const settled = settle(scene, id);
    await requireSound(ports, settled.after);
    requireRoom(settled.after, scene.settings);
    return { ...settled, after: { ...settled.after, state: 'CONFIRMED' } };
  });

export const refuseSetting = (
  ports: Ports,
  request: ActRequest,
  id: SettingId,
  { reason }: { readonly reason: string },
): Promise<ActAnswer> =>
  change(ports, request, 'refuseSetting', (scene) => {
    const settled = settle(scene, id);
    return { ...settled, after: { ...settled.after, state: 'REFUSED', reason }, entry: 'SettingRefused' };
  });

/**
 * Before it has begun; one that has applied is only followed by another. What two have agreed on the proposer alone doesn't
 * take back. @throws Refusal SettingBegun, SettingMovedOn, OwnSetting
 */
export const withdrawSetting = (ports: Ports, request: ActRequest, id: SettingId): Promise<ActAnswer> =>
  change(ports, request, 'withdrawSetting', ({ context, today, settings }) => {
    const before = settingOf(settings, id);
    const { organisation, state, validFrom } = before.value;
    const act = withdrawnBy(before.value);
    const post = actingPost(context.actor, today, { organisation, roles: officeRules[act].roles });
    if (hasApplied(before.value, today)) throw new Refusal('SettingBegun', { from: validFrom });
    if (state !== 'PROPOSED' && state !== 'CONFIRMED') throw new Refusal('SettingMovedOn', { state });
    if (act === 'settleSetting' && post.person === before.value.proposedBy) throw new Refusal('OwnSetting');
    const after: Setting = {
      ...before.value,
      state: 'WITHDRAWN',
      settledBy: post.person,
      settledOn: today,
    };
    return { post, before, after, entry: 'SettingWithdrawn' };
  });

/** Whose right it takes: a proposal its office's, a confirmed setting that of whoever may confirm one. */
export const withdrawnBy = ({ state }: Pick<Setting, 'state'>): 'proposeSetting' | 'settleSetting' =>
  state === 'CONFIRMED' ? 'settleSetting' : 'proposeSetting';

function settingOf(settings: readonly Loaded<Setting>[], id: SettingId): Loaded<Setting> {
  const found = settings.find(({ value }) => value.id === id);
  if (found === undefined) throw new Refusal('SettingNotFound', { setting: id });
  return found;
}
