import { actingPost } from '../../domain/actor.ts';
import type { Post } from '../../domain/directory.ts';
import type { EntryDraft } from '../../domain/history.ts';
import type { PastDecisionId } from '../../domain/id.ts';
import type { CorrectPast } from '../../domain/past-command.ts';
import type { PastDecision, PastRow } from '../../domain/past-decision.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal, type FieldFault } from '../../domain/refusal.ts';
import type { Item, Key, Ports, Write } from '../../ports.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import {
  loadHistoryKnown,
  loadPast,
  loadPastRow,
  pastNumberKey,
  pastRowWrite,
  pastWrite,
} from '../../records/past-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { unknownWrites } from './history-known.ts';
import { isAward } from './import-past.ts';

/** Mends or withdraws one row, with a reason. What it said before stays in the history. */
export async function correctPast(
  ports: Ports,
  request: ActRequest,
  id: PastDecisionId,
  { reason, ...command }: CorrectPast,
): Promise<ActAnswer> {
  const rowKey = keys.pastRow(id, command.line);
  return mend(ports, request, { id, act: 'correctPast', named: [rowKey] }, ({ decision, items: [item] }) => {
    if (decision.value.state !== 'STANDS') throw new Refusal('PastDecisionWithdrawn');
    const before = loadPastRow(item);
    if (before === undefined || before.value.withdrawn === true)
      throw new Refusal('InputInvalid', {}, [{ field: 'line', code: 'unknown' }]);
    const after = corrected(before.value, command);
    requireSound(decision.value, after);
    return {
      after: decision.value,
      read: { [rowKey.sk]: before.value },
      writes: [pastRowWrite(id, after, before)],
      entry: {
        act: command.withdrawn === true ? 'PastRowWithdrawn' : 'PastCorrected',
        facts: { line: command.line },
        payload: { reason },
      },
    };
  });
}

function corrected(row: PastRow, { line: _which, ...said }: Omit<CorrectPast, 'reason'>): PastRow {
  const { birthYear, achievementFrom, achievementTo, citation, forSecurity, ...kept } = row;
  const now = <T>(asked: T | null | undefined, before: T | undefined): T | undefined =>
    asked === null ? undefined : (asked ?? before);
  const whole = {
    ...kept,
    unit: said.unit ?? kept.unit,
    form: said.form ?? kept.form,
    birthYear: now(said.birthYear, birthYear),
    achievementFrom: now(said.achievementFrom, achievementFrom),
    achievementTo: now(said.achievementTo, achievementTo),
    citation: now(said.citation, citation),
    forSecurity: now(said.forSecurity, forSecurity),
  };
  return said.withdrawn === true ? { ...whole, withdrawn: true } : whole;
}

function requireSound({ date }: PastDecision, { form, achievementFrom, achievementTo }: PastRow): void {
  const faults: FieldFault[] = [
    ...(isAward(form) ? [] : [{ field: 'form', code: 'unknownForm' }]),
    ...(achievementTo !== undefined && achievementTo > date
      ? [{ field: 'achievementTo', code: 'afterDecision' }]
      : []),
    ...(achievementFrom !== undefined && achievementTo !== undefined && achievementFrom > achievementTo
      ? [{ field: 'achievementTo', code: 'beforeStart' }]
      : []),
  ];
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

/** Takes a whole decision back: it counts no more, its number is free for the one that should have been brought in. */
export async function withdrawPast(
  ports: Ports,
  request: ActRequest,
  id: PastDecisionId,
  { reason }: { readonly reason: string },
): Promise<ActAnswer> {
  return mend(ports, request, { id, act: 'withdrawPast', named: [] }, async ({ decision }) => {
    const { value } = decision;
    if (value.state === 'WITHDRAWN') throw new Refusal('PastDecisionWithdrawn');
    const [known] = await ports.store.get([keys.historyKnown(value.organisation)]);
    return {
      after: { ...value, state: 'WITHDRAWN' },
      writes: [
        { delete: pastNumberKey(value), if: { equals: { past: id } } },
        ...unknownWrites(value.organisation, loadHistoryKnown(known), value),
      ],
      entry: { act: 'PastWithdrawn', facts: { rows: value.rows }, payload: { reason } },
    };
  });
}

interface Mending {
  readonly id: PastDecisionId;
  readonly act: 'correctPast' | 'withdrawPast';
  readonly named: readonly Key[];
}

interface MendScene {
  readonly decision: Loaded<PastDecision>;
  readonly post: Post;
  readonly items: readonly (Item | undefined)[];
}

interface Mended {
  readonly after: PastDecision;
  readonly read?: Readonly<Record<string, object>>;
  readonly writes: readonly Write[];
  readonly entry: Omit<EntryDraft, 'by'>;
}

async function mend(
  ports: Ports,
  request: ActRequest,
  { id, act, named }: Mending,
  decide: (scene: MendScene) => Mended | Promise<Mended>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const read = await readRequest(ports, request, [keys.pastMeta(id), ...named]);
    const [personItem, answerItem, metaItem, ...items] = read;
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    const { actor } = opened.context;
    const decision = loadPast(metaItem);
    const today = ports.clock.today();
    const ever = actor.posts.some(({ organisation }) => organisation === decision?.value.organisation);
    if (decision === undefined || !ever) throw new Refusal('PastDecisionNotFound', { decision: id });
    const { organisation } = decision.value;
    const post = actingPost(actor, today, { organisation, roles: officeRules.keepPast.roles });
    const mended = await decide({ decision, post, items });
    const work = new Work(ports, post);
    work.change<PastDecision>({
      record: recordId('PAST', id),
      before: decision,
      after: mended.after,
      entry: mended.entry,
      writes: (after) => [pastWrite(decision, after)],
      ...(mended.read === undefined ? {} : { read: mended.read }),
    });
    const answer: ActAnswer = { id, version: decision.version + 1, act };
    work.add(...mended.writes, ...requestWrites(ports, opened.context, answer));
    await work.commit();
    return answer;
  });
}
