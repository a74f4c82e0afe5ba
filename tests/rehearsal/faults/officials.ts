import { setTimeout as pause } from 'node:timers/promises';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { OfficeClient, type Acknowledged, type Worker } from '#tests/support/office-client.ts';
import { doNext, nominateOne } from '#tests/support/office-workers.ts';
import { people } from '#tests/support/small-directory.ts';
import { answersPeople } from '../functions.ts';
import type { FaultyOffice, Pick } from './faulty-office.ts';

const officials = [
  people.wardSecretary,
  people.wardOfficer,
  people.wardLeader,
  people.wardClerk,
  people.policeOfficer,
  people.policeLeader,
  people.policeClerk,
  people.districtSecretary,
  people.districtOfficer,
  people.districtLeader,
  people.districtClerk,
];

export const personOf = (username: string): string =>
  Object.values(people).find((one) => one.username === username)?.id ?? '';

export interface Played {
  readonly cases: readonly string[];
  readonly acknowledged: readonly Acknowledged[];
}

/** Nominations on their whole way, entered by the ward and worked through. */
export function workThrough(office: FaultyOffice, count: number, pick: Pick): Promise<Played> {
  return workOn(office, pick, async (client) => {
    const cases: string[] = [];
    for (let entered = 0; entered < count; entered += 1) {
      const worker = await workerOf(office, people.wardOfficer);
      cases.push(await nominateOne(client, worker, `Trần Văn Thử ${String(entered)}`, 1930 + entered));
    }
    return cases;
  });
}

/**
 * Officials look into their inboxes and act over the API, while time passes and the sweep comes by, until each of the cases
 * was awarded. Bounded by the limit of the test.
 */
export async function workOn(
  office: FaultyOffice,
  pick: Pick,
  enter: (client: OfficeClient) => Promise<readonly string[]>,
): Promise<Played> {
  const { home } = office;
  let finished = false;
  const stillWorking = (): boolean => !finished;
  const client = new OfficeClient(
    () => home.url,
    () => finished,
  );
  const cases = await enter(client);
  const working = officials.map(async (official) => {
    while (stillWorking()) {
      // Whether anything waits is read straight from the table: the machine is to be busy with what is tested.
      const waiting = (await readInbox(office.ports, official.id)).rows;
      if (waiting.length > 0) await doNext(client, await workerOf(office, official), pick);
      else await pause(50);
    }
  });
  const passing = (async () => {
    while (stillWorking()) {
      // No run takes five minutes from a notice to its mail, so the clock doesn't jump in the middle of one.
      await home.functions.idle(answersPeople);
      home.pass(5 * 60_000);
      await home.sweep();
      await pause(250);
    }
  })();
  try {
    await Promise.race([untilEnded(office, cases), Promise.all(working), passing]);
  } finally {
    finished = true;
    await Promise.allSettled([...working, passing]);
  }
  return { cases, acknowledged: client.acknowledged };
}

const workerOf = async (
  { home }: FaultyOffice,
  { id, username }: { id: string; username: string },
): Promise<Worker> => ({ username, token: await home.tokenOf(id) });

async function untilEnded({ ports }: FaultyOffice, cases: readonly string[]): Promise<void> {
  for (let awarded = 0; awarded < cases.length;) {
    await pause(100);
    const items = await ports.store.get(cases.map((id) => keys.caseMeta(id)));
    awarded = items.filter((item) => loadCase(item)?.value.status === 'AWARDED').length;
  }
}
