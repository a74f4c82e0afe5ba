import { z } from 'zod';
import { actingPost } from '../../domain/actor.ts';
import { levels, type Organisation } from '../../domain/directory.ts';
import { organisationIdSchema, type OrganisationId } from '../../domain/id.ts';
import type { PastDecision } from '../../domain/past-decision.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import { civilDateSchema, type CivilDate } from '../../domain/time.ts';
import type { Ports, Write } from '../../ports.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { historyKnownWrite, loadHistoryKnown, type HistoryKnown } from '../../records/past-record.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
} from '../acting/request.ts';
import { Work } from '../acting/work.ts';
import { enterRegister } from '../directory/keep-directory.ts';

export const historyKnownCommandSchema = z.strictObject({
  organisation: organisationIdSchema,
  level: z.enum(levels),
  since: civilDateSchema,
});

/**
 * The office says since when all past decisions of a level are here, also where none was to be brought in; it stands in its
 * register who said so.
 */
export async function sayHistoryKnown(
  ports: Ports,
  request: ActRequest,
  { organisation, level, since }: z.infer<typeof historyKnownCommandSchema>,
): Promise<ActAnswer> {
  return withRetries(async () => {
    const [personItem, answerItem, organisationItem, knownItem] = await readRequest(ports, request, [
      keys.organisation(organisation),
      keys.historyKnown(organisation),
    ]);
    const opened = openRequest(request, personItem, answerItem);
    if ('answer' in opened) return opened.answer;
    if (loadOrganisation(organisationItem) === undefined)
      throw new Refusal('OrganisationUnknown', { organisation });
    const today = ports.clock.today();
    const { roles } = officeRules.keepPast;
    const post = actingPost(opened.context.actor, today, { organisation, roles });
    if (since > today) throw new Refusal('InputInvalid', {}, [{ field: 'since', code: 'inFuture' }]);
    const before = loadHistoryKnown(knownItem);
    const answer: ActAnswer = {
      id: organisation,
      version: (before?.version ?? 0) + 1,
      act: 'sayHistoryKnown',
    };
    const work = new Work(ports, post);
    await enterRegister(ports, work, organisation, { act: 'HistoryKnownSaid', facts: { level, since } });
    work.add(
      historyKnownWrite(organisation, before, withLevel(before?.value, level, since)),
      ...requestWrites(ports, opened.context, answer),
    );
    await work.commit();
    return answer;
  });
}

type Level = Organisation['level'];

function withLevel(
  known: HistoryKnown | undefined,
  level: Level,
  since: CivilDate | undefined,
): HistoryKnown {
  const others = (known?.levels ?? []).filter((one) => one.level !== level);
  return { levels: since === undefined ? others : [...others, { level, since }] };
}

/** What an import says of its level, where it says anything. */
export function knownWrites(
  organisation: OrganisationId,
  before: Loaded<HistoryKnown> | undefined,
  { level, completeSince }: Pick<PastDecision, 'level' | 'completeSince'>,
): Write[] {
  if (completeSince === undefined) return [];
  return [historyKnownWrite(organisation, before, withLevel(before?.value, level, completeSince))];
}

/** A decision that is taken back takes back what was said with it. */
export function unknownWrites(
  organisation: OrganisationId,
  before: Loaded<HistoryKnown> | undefined,
  { level, completeSince }: Pick<PastDecision, 'level' | 'completeSince'>,
): Write[] {
  const said = before?.value.levels.find((one) => one.level === level);
  if (before === undefined || completeSince === undefined || said?.since !== completeSince) return [];
  return [historyKnownWrite(organisation, before, withLevel(before.value, level, undefined))];
}

/**
 * From when on all decisions of these levels are here: the latest of the days that were said, none while nobody has spoken for
 * one of them. Of one level the office counts that has gone back furthest.
 */
export function knownSince(known: readonly HistoryKnown[], wanted: readonly Level[]): CivilDate | undefined {
  const said = known.flatMap(({ levels: of }) => of);
  const days = wanted.map(
    (level) =>
      said
        .filter((one) => one.level === level)
        .map(({ since }) => since)
        .toSorted()[0],
  );
  return days.reduce(
    (latest, day) => (latest === undefined || day === undefined ? undefined : day > latest ? day : latest),
    days[0],
  );
}
