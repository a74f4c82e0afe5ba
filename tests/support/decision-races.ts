import type { KillableHome } from './killable-home.ts';
import { contradictions } from './contradictions.ts';
import { OfficeClient } from './office-client.ts';
import { doNext, nominateOne, type Worker } from './office-workers.ts';

const namesWinner = /"code":"Case(MovedOn|IsMoving)".*"happened":"\w+"/;

/** All contradictory decisions at once on one step, so many times. @returns where not exactly one won */
export async function raceDecisions(home: KillableHome, races: number): Promise<string[]> {
  const faults: string[] = [];
  const client = new OfficeClient(
    () => home.url,
    () => true,
  );
  const workerOf = (username: string): Worker => ({ username, token: home.tokens[username] ?? '' });
  const appraiser = workerOf('pol-officer');
  for (let entered = 0; entered < races; entered += 1) {
    await nominateOne(client, workerOf('ward-officer'), `Trần Thị Đua ${String(entered)}`, 1950 + entered);
  }
  const toAppraisal = ['ward-secretary', 'ward-officer', 'ward-leader', 'ward-clerk'];
  const waiting = async (): Promise<{ id: string; stepKind: string; standing: string }[]> => {
    const { body } = await client.get(appraiser, '/api/inbox');
    return (body as { rows: { id: string; stepKind: string; standing: string }[] }).rows;
  };
  for (let rows = await waiting(); rows.length < races; rows = await waiting()) {
    for (const username of toAppraisal) await doNext(client, workerOf(username), () => 0);
  }
  for (const row of await waiting()) await client.act(appraiser, `/api/cases/${row.id}/receive`, {});

  for (let rows = await waiting(); rows.some((row) => row.stepKind !== 'appraise') || rows.length < races;)
    rows = await waiting();
  for (const { id } of await waiting()) {
    // All eight decide on the very same step: the version that each saw goes with the act.
    const { body: seen } = await client.get(appraiser, `/api/cases/${id}`);
    const { version } = seen as { version: number };
    const answers = await Promise.all(
      contradictions.map(([act, body]) =>
        client.act(appraiser, `/api/cases/${id}/${act}`, body, { version }),
      ),
    );
    const won = answers.filter((answer) => answer.status === 200);
    const lost = answers.filter((answer) => answer.status === 409);
    if (won.length !== 1 || lost.length !== contradictions.length - 1)
      faults.push(`${String(won.length)} won, ${String(lost.length)} lost at ${id}`);
    for (const { body } of lost)
      if (!namesWinner.test(JSON.stringify(body))) faults.push(`the winner is not named at ${id}`);
  }
  return faults;
}
