import type { SeasonEvent } from '#local/demo/season-event.ts';
import type { Stop } from './stop.ts';

/** Where a season stops to be looked at: when the hour of an event has come, before it is played. */
export interface Moment {
  readonly before: {
    readonly do: SeasonEvent['do'];
    /** The list, ceremony, round or one of the cases. */
    readonly of: string;
    /** Where it isn't the first such event. */
    readonly on?: string;
  };
  readonly stops: readonly Stop[];
}

export function isMomentOf({ before }: Moment, event: SeasonEvent): boolean {
  return (
    event.do === before.do &&
    (before.on === undefined || before.on === event.on) &&
    objectsOf(event).includes(before.of)
  );
}

function objectsOf(event: SeasonEvent): readonly string[] {
  return [
    ...('list' in event ? [event.list] : []),
    ...('ceremony' in event ? [event.ceremony] : []),
    ...('round' in event ? [event.round] : []),
    ...('case' in event ? [event.case] : []),
    ...('cases' in event ? (event.cases ?? []).map((one) => (typeof one === 'string' ? one : one.case)) : []),
  ];
}
