import type { Case } from '../../domain/case.ts';
import type { RoundId } from '../../domain/id.ts';
import type { List } from '../../domain/list.ts';
import type { Round } from '../../domain/round.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadRound } from '../../records/directory-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { roundDaysOf } from '../rounds/routing.ts';

/** The closing day binds a letter of the organisation that entered the cases, in the round of each, by its form. */

export const enteredHere = ({ organisation }: List, cases: readonly Case[]): Case[] =>
  cases.filter((subject) => subject.enteredBy === organisation);

export const roundsOf = (cases: readonly Case[]): RoundId[] => [
  ...new Set(cases.flatMap((subject) => subject.round ?? [])),
];

export const closingDaysIn = (round: Round | undefined, cases: readonly Case[]): CivilDate[] =>
  cases
    .filter((subject) => subject.round === round?.id)
    .flatMap((subject) => roundDaysOf(round, subject.form)?.closingDay ?? []);

/**
 * The earliest closing day of a letter with these cases, where one binds it.
 * @param known the one round of them all, where the letter has one
 */
export async function earliestClosingDay(
  ports: Ports,
  list: List,
  cases: readonly Case[],
  known: Round | undefined,
): Promise<NonNullable<List['closingDay']>> {
  const entered = enteredHere(list, cases);
  const rounds = known === undefined ? await readRounds(ports, roundsOf(entered)) : [known];
  return rounds.flatMap((round) => closingDaysIn(round, entered)).sort()[0] ?? 'none';
}

async function readRounds(ports: Ports, ids: readonly RoundId[]): Promise<Round[]> {
  const items = await getAll(
    ports.store,
    ids.map((id) => keys.round(id)),
  );
  return items.flatMap((item) => loadRound(item)?.value ?? []);
}
