import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { isEnded } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { contradictions } from '#tests/support/contradictions.ts';
import { OfficeClient } from '#tests/support/office-client.ts';
import { people } from '#tests/support/small-directory.ts';
import type { StandIn } from '../json-service.ts';
import type { StreamRecord } from '../stream-pump.ts';
import { openFaultyOffice, type FaultyOffice } from './faulty-office.ts';
import { appraisedNow } from './moved-in.ts';
import { rebuildFlows } from './rebuilt.ts';

const rounds = 200;
/**
 * So many rounds the same environments answer. In the first each of them is cold: no request before it, no connection, no key
 * of the issuer; in the others they are warm, and closer together. Eight that are new cost as much as thirty rounds.
 */
const roundsAWhile = 4;
const environments = contradictions.length / 2;
/** What history says of each. */
const entries: Readonly<Record<string, string>> = {
  recommend: 'Recommended',
  notRecommend: 'NotRecommended',
  returnIneligible: 'ReturnedIneligible',
  askSupplement: 'SupplementAsked',
};

let office: FaultyOffice;
let cases: readonly CaseId[];
beforeAll(async () => {
  office = await openFaultyOffice();
  cases = await appraisedNow(office.home, rounds);
}, 90_000);
afterAll(() => office.close());

const wonSchema = z.object({ act: z.string() });

/** All decide on the very same step, half of them through each process. @returns what was done */
async function race(id: CaseId, round: number, processes: readonly StandIn[]): Promise<string> {
  // Whoever asks first has some advantage: it is another one each time.
  const first = round % contradictions.length;
  const inTurn = [...contradictions.slice(first), ...contradictions.slice(0, first)];
  const worker = { username: 'pol-officer', token: await office.home.tokenOf(people.policeOfficer.id) };
  const [item] = await office.ports.store.get([keys.caseMeta(id)]);
  const seen = { version: item?.version ?? 0 };
  const answers = await Promise.all(
    inTurn.map(([act, body], index) => {
      const url = processes[index % processes.length]?.url ?? '';
      const client = new OfficeClient(
        () => url,
        () => true,
      );
      return client.act(worker, `/api/cases/${id}/${act}`, body, seen);
    }),
  );
  const [won, ...more] = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status === 409);
  expect([more.length, lost.length]).toEqual([0, contradictions.length - 1]);
  const { act } = wonSchema.parse(won?.body);
  for (const { body } of lost)
    expect(JSON.stringify(body)).toMatch(new RegExp(`"code":"Case(MovedOn|IsMoving)".*"happened":"\\w+"`));
  return act;
}

it(
  `lets one of ${String(contradictions.length)} contradictory decisions win through two processes of the API, ${String(rounds)} times`,
  { timeout: 900_000 },
  async () => {
    // Nobody is told of anything before the race is over: the stream is late.
    const held: StreamRecord[] = [];
    office.faults.disturb = (records) => {
      held.push(...records);
      return [];
    };
    const won: string[] = [];
    for (let from = 0; from < rounds; from += roundsAWhile) {
      const processes = [
        await office.home.openGateway(environments),
        await office.home.openGateway(environments),
      ];
      for (const id of cases.slice(from, from + roundsAWhile))
        won.push(await race(id, won.length, processes));
      await Promise.all(processes.map((one) => one.close()));
    }
    const { items, store } = await office.scan();
    const entered = await Promise.all(
      cases.map(async (id) =>
        (await readHistory(store, recordId('CASE', id)))
          .map(({ entry }) => entry.act)
          .filter((act) => Object.values(entries).includes(act)),
      ),
    );
    expect(entered).toEqual(won.map((act) => [entries[act]]));

    // The executions of these cases stayed where they came from; rebuild makes them again.
    office.faults.disturb = (records) => [...held.splice(0), ...records];
    await office.home.settle();
    const carried = items.filter(({ pk, sk }) => pk.startsWith('CASE#') && sk === 'META');
    const open = carried.filter((item) => !isEnded(loadCase(item)?.value.status ?? 'WITHDRAWN'));
    expect(await rebuildFlows(office)).toMatchObject({ records: open.length, living: 0, failed: [] });
    await office.recover();
    expect(await office.broken()).toEqual([]);
  },
);
