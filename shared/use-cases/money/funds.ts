import { z } from 'zod';
import { decisionMoney } from '../../domain/decision-money.ts';
import { organisationIdSchema, type OrganisationId, type PersonId } from '../../domain/id.ts';
import { explainedRemaining } from '../../domain/law/explained-money.ts';
import type { Explanation } from '../../domain/law/explanation.ts';
import { fundRemaining } from '../../domain/law/money.ts';
import type { List } from '../../domain/list.ts';
import { Refusal } from '../../domain/refusal.ts';
import { yearOf } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import {
  fundTakenWrite,
  fundWithout,
  fundWrite,
  loadFund,
  readFund,
  type FundTaken,
} from '../../records/fund-record.ts';
import { keys } from '../../records/keys.ts';
import type { ActAnswer, ActRequest } from '../acting/request.ts';
import { keepDirectory } from '../directory/keep-directory.ts';
import { numbered, readRowsOfList } from '../lists/rows-of-list.ts';
import { readNames, readReader, type OrganisationName } from '../views/reader.ts';

/** Money of decisions, and the fund of the office that makes them. */

export const setFundSchema = z.object({
  organisation: organisationIdSchema,
  year: z.int({ error: 'notAYear' }).min(2000, { error: 'notAYear' }).max(2100, { error: 'notAYear' }),
  /** Đồng. */
  total: z
    .int({ error: 'notAWholeNumber' })
    .min(0, { error: 'tooFew' })
    .max(1_000_000_000_000, { error: 'tooMany' }),
});

/** Says what the office has in that year; said again, the register keeps both. */
export async function setFund(
  ports: Ports,
  request: ActRequest,
  command: z.infer<typeof setFundSchema>,
): Promise<ActAnswer> {
  const { organisation, year, total } = command;
  return keepDirectory(ports, request, {
    act: 'setFund',
    organisations: [organisation],
    make: async () => {
      const [item] = await ports.store.get([keys.fund(organisation, year)]);
      const before = loadFund(item);
      if (before?.value.total === total) return undefined;
      return {
        id: organisation,
        version: (before?.version ?? 0) + 1,
        writes: [fundWrite(before, command)],
        entry: { act: 'FundSet', facts: { organisation, year, total, before: before?.value.total ?? 0 } },
      };
    },
  });
}

/** An issued decision takes its money from the fund of its office and year. */
export async function takeFromFund(ports: Ports, list: List): Promise<void> {
  const { id, organisation, number, date } = list;
  if (list.kind !== 'decision' || number === undefined || date === undefined) return;
  const [law, found] = await Promise.all([ports.law.current(), readRowsOfList(ports, id)]);
  const rows = numbered(list, found);
  const money = decisionMoney(law, list, rows, date);
  if (money === undefined) return;
  const taken: FundTaken = { list: id, number, date, dong: money.total, unknown: money.unknown };
  await ports.store.commit([fundTakenWrite(organisation, yearOf(date), taken)]);
}

export interface FundView {
  readonly organisation: OrganisationName;
  readonly year: number;
  readonly total?: number;
  readonly taken: readonly FundTaken[];
  /** Đồng that remain for awards, below nought where too much was promised; with how it was computed. */
  readonly remaining?: { readonly dong: number; readonly why: Explanation };
  /** Whether the reader may say what the fund is. */
  readonly maySet: boolean;
}

/** Funds of every office at which the reader works. @throws Refusal SignInNeeded */
export async function readFunds(ports: Ports, person: PersonId, year: number): Promise<FundView[]> {
  const { posts } = await readReader(ports, person);
  const own = posts.filter(({ role }) => role !== 'member');
  const ids = [...new Set(own.map(({ organisation }) => organisation))];
  const names = await readNames(ports, ids, []);
  return Promise.all(
    ids.map(async (id) => ({
      ...(await fundView(ports, id, year)),
      organisation: names.organisation(id),
      maySet: own.some((post) => post.organisation === id && post.role === 'administrator'),
    })),
  );
}

async function fundView(ports: Ports, id: OrganisationId, year: number) {
  const [law, known] = await Promise.all([ports.law.current(), readFund(ports.store, id, year)]);
  const fund = fundWithout(known, undefined);
  const { taken } = known;
  if (fund === undefined) return { year, taken };
  const today = ports.clock.today();
  const remaining = fundRemaining(law, fund, today);
  const why = explainedRemaining(law, fund, remaining, today);
  return { year, taken, total: fund.total, remaining: { dong: remaining.dong, why } };
}

/** @throws Refusal InputInvalid */
export function parseYear(text: string | undefined, otherwise: number): number {
  const year = text === undefined || text === '' ? otherwise : Number(text);
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw new Refusal('InputInvalid', {}, [{ field: 'year', code: 'notAYear' }]);
  return year;
}
