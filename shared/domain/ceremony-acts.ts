import { addWorkingDays, subtractWorkingDays, type Calendar } from './calendar.ts';
import { grouped } from './ceremony-groups.ts';
import {
  leftToDeliver,
  type Ceremony,
  type CeremonyAward,
  type CeremonyCommand,
  type CeremonyCounts,
  type Handover,
  type NewCeremony,
  type PresentationGroup,
} from './ceremony.ts';
import type { EntryDraft } from './history.ts';
import { ceremonyRules, type CeremonyAct } from './permission.ts';
import { Refusal } from './refusal.ts';
import { addDays, at, dayOf, epochMs, instantOf, type CivilDate, type Instant } from './time.ts';

/** Pure decisions about a ceremony. Each gives the ceremony as it will be and what its history says. */
export interface CeremonyChange {
  readonly ceremony: Ceremony;
  readonly entry: Omit<EntryDraft, 'by'>;
  readonly award?: CeremonyAward;
}

const freezeWorkingDays = 2;

/** The days that bind a new ceremony. The list stays open until tomorrow at least, however near the day is. */
export function ceremonyDays(
  command: Pick<NewCeremony, 'day' | 'freezeOn'>,
  setting: { readonly today: CivilDate; readonly calendar: Calendar },
): Pick<Ceremony, 'day' | 'freezeOn'> {
  const { day } = command;
  const tomorrow = addDays(setting.today, 1);
  if (day < tomorrow) throw new Refusal('InputInvalid', {}, [{ field: 'day', code: 'notAhead' }]);
  const before = subtractWorkingDays(setting.calendar, day, freezeWorkingDays);
  const freezeOn = command.freezeOn ?? (before < tomorrow ? tomorrow : before);
  if (freezeOn < tomorrow) throw new Refusal('InputInvalid', {}, [{ field: 'freezeOn', code: 'notAhead' }]);
  if (freezeOn > day) throw new Refusal('InputInvalid', {}, [{ field: 'freezeOn', code: 'afterDay' }]);
  return { day, freezeOn };
}

/** @throws Refusal CeremonyFrozen for what belongs before the day, CeremonyNotHeld for what belongs after it */
export function requirePhase(ceremony: Ceremony, act: CeremonyAct): void {
  const phases: readonly string[] = ceremonyRules[act].phases;
  const { phase } = ceremony;
  if (!phases.includes(phase))
    throw new Refusal(act === 'handOver' ? 'CeremonyNotHeld' : 'CeremonyFrozen', { phase });
}

/** Awards of one decision, each put where it belongs by form, authority and annex. */
export function draw(
  ceremony: Ceremony,
  awards: readonly CeremonyAward[],
  order: { readonly rankOf: (form: string) => number; readonly goldenBook: ReadonlyMap<string, number> },
): CeremonyChange {
  const drawn = ceremony.counts.drawn + awards.length;
  return {
    ceremony: {
      ...ceremony,
      groups: grouped(ceremony.groups, awards, order),
      counts: { ...ceremony.counts, drawn },
      readers: [...new Set([...ceremony.readers, ...awards.map((award) => award.enteredBy)])],
    },
    entry: {
      act: 'Drawn',
      facts: { decision: awards[0]?.decision ?? '', cases: awards.map((award) => award.case), drawn },
    },
  };
}

/** Order of groups and of recipients, and who presents. Every drawn award stands in one group, once. */
export function arrange(ceremony: Ceremony, command: CeremonyCommand<'arrange'>): CeremonyChange {
  const groupOf = new Map(ceremony.groups.flatMap((group) => group.cases.map((id) => [id, group] as const)));
  const given = command.groups.flatMap((group) => group.cases);
  const complete = given.length === groupOf.size && new Set(given).size === given.length;
  if (!complete || given.some((id) => !groupOf.has(id))) {
    throw new Refusal('OrderIncomplete', { rows: groupOf.size, given: given.length }, [
      { field: 'groups', code: 'notEveryRowOnce' },
    ]);
  }
  const groups = command.groups.map(({ presenters, cases, ...said }, index): PresentationGroup => {
    const kinds = cases.flatMap((id) => groupOf.get(id) ?? []);
    const form = said.form ?? kinds[0]?.form ?? '';
    const authority = said.authority ?? kinds[0]?.authority ?? '';
    if (kinds.some((kind) => kind.form !== form || kind.authority !== authority)) {
      throw new Refusal('InputInvalid', {}, [{ field: `groups.${index}.cases`, code: 'notOneOf' }]);
    }
    return { form, authority, presenters, cases };
  });
  return {
    ceremony: { ...ceremony, groups },
    entry: { act: 'Arranged', facts: { groups: groups.length }, payload: { groups } },
  };
}

export function cancel(ceremony: Ceremony, command: CeremonyCommand<'cancel'>): CeremonyChange {
  return {
    ceremony: { ...ceremony, phase: 'CANCELLED', turn: ceremony.turn + 1 },
    entry: { act: 'Cancelled', facts: {}, payload: { reason: command.reason } },
  };
}

const counters: Readonly<Record<Exclude<Handover, 'NONE'>, keyof CeremonyCounts>> = {
  PRESENTED: 'presented',
  TO_DELIVER: 'toDeliver',
  DELIVERED: 'delivered',
  PRIVATE: 'private',
};

/** What became of one award; entered again, it is corrected. */
export function handOver(
  ceremony: Ceremony,
  award: CeremonyAward,
  command: CeremonyCommand<'handOver'>,
  today: CivilDate,
): CeremonyChange {
  const { state, receivedBy } = command;
  if (state === 'DELIVERED' && receivedBy === undefined) {
    throw new Refusal('InputInvalid', {}, [{ field: 'receivedBy', code: 'missing' }]);
  }
  const { receivedBy: _by, receivedOn: _on, handover: before, ...rest } = award;
  const counts = { ...ceremony.counts };
  if (before !== 'NONE') counts[counters[before]] -= 1;
  counts[counters[state]] += 1;
  const left = leftToDeliver(counts);
  return {
    // The flow has something to do only when nothing is left.
    ceremony: { ...ceremony, counts, turn: left === 0 ? ceremony.turn + 1 : ceremony.turn },
    award: {
      ...rest,
      handover: state,
      ...(state === 'TO_DELIVER' ? {} : { receivedOn: today }),
      ...(receivedBy === undefined ? {} : { receivedBy }),
    },
    entry: {
      act: 'HandedOver',
      facts: { case: award.case, state, left },
      ...(receivedBy === undefined ? {} : { payload: { receivedBy } }),
    },
  };
}

const freezingHour = 8;
const minuteMs = 60_000;

const frozenFrom = (ceremony: Ceremony): Instant => at(ceremony.freezeOn, freezingHour);
const heldFrom = (ceremony: Ceremony): Instant => instantOf(epochMs(at(ceremony.day, 0)) + minuteMs);

/** The next phase, once its time has come. Only the flow opens one. @returns undefined while it has not */
export function openNextPhase(ceremony: Ceremony, now: Instant): CeremonyChange | undefined {
  const { phase, counts } = ceremony;
  const dayHasCome = now >= heldFrom(ceremony);
  if (phase === 'PREPARING' && (dayHasCome || now >= frozenFrom(ceremony))) {
    return {
      ceremony: { ...ceremony, phase: 'FROZEN' },
      entry: { act: 'ListFrozen', facts: { drawn: counts.drawn } },
    };
  }
  if (phase === 'FROZEN' && dayHasCome) {
    return {
      ceremony: { ...ceremony, phase: 'HELD' },
      entry: { act: 'CeremonyHeld', facts: { drawn: counts.drawn } },
    };
  }
  if (phase === 'HELD' && leftToDeliver(counts) === 0) {
    return {
      ceremony: { ...ceremony, phase: 'FINISHED' },
      entry: { act: 'Finished', facts: { drawn: counts.drawn } },
    };
  }
  return undefined;
}

/** The first reminder on the working day after, then one every seventh day. */
function remindOn(ceremony: Ceremony, calendar: Calendar): CivilDate {
  const told = ceremony.dueDeliveryRemindedOn;
  return told === undefined ? addWorkingDays(calendar, ceremony.day, 1) : addDays(told, 7);
}

/** Calls to mind what remains to be delivered. @returns undefined when it isn't due, or when nothing remains */
export function remindDelivery(
  ceremony: Ceremony,
  now: Instant,
  calendar: Calendar,
): CeremonyChange | undefined {
  const left = leftToDeliver(ceremony.counts);
  if (ceremony.phase !== 'HELD' || left === 0 || now < wakeAt(ceremony, calendar)) return undefined;
  return {
    ceremony: { ...ceremony, dueDeliveryRemindedOn: dayOf(now) },
    entry: { act: 'Reminded', facts: { left } },
  };
}

/** When the flow must look again at the latest. */
export function wakeAt(ceremony: Ceremony, calendar: Calendar): Instant {
  if (ceremony.phase === 'PREPARING') {
    const [frozen, held] = [frozenFrom(ceremony), heldFrom(ceremony)];
    return frozen < held ? frozen : held;
  }
  return ceremony.phase === 'FROZEN' ? heldFrom(ceremony) : at(remindOn(ceremony, calendar), freezingHour);
}
