import type { ListCommand } from '../list-command.ts';
import type { List, ListRow } from '../list.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts } from './facts.ts';
import { typeOf } from './case-facts.ts';

export type Concluding = Pick<ListCommand<'conclude'>, 'minutes' | 'byBallot'>;

interface Sitting {
  readonly today: CivilDate;
  readonly presence: NonNullable<List['presence']>;
  readonly heldOn?: CivilDate | undefined;
}

/**
 * One row of a council's session as the rules of councils (R10 to R12) read it, by the law of the day on which it is held.
 * Of a sealed row nothing but its votes.
 */
export function sessionFacts(
  { today, presence, heldOn }: Sitting,
  row: ListRow,
  said: Concluding,
): CaseFacts {
  const { form, subjectKind, name, unit, citation } = row;
  return {
    today: heldOn ?? today,
    council: {
      members: presence.total,
      present: presence.present,
      writtenVotes: presence.absent.filter(({ wrote }) => wrote).length,
      agreed: row.result?.agreed ?? 0,
      byBallot: said.byBallot,
      minutes: said.minutes,
    },
    ...(form === undefined || subjectKind === undefined
      ? {}
      : { nomination: { form, type: typeOf({ form }, {}), subjectKind, name, unit, citation, report: '' } }),
  };
}
