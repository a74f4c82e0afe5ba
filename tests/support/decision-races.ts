import type { KillableHome } from './killable-home.ts';
import { contradictionsOfSeveral, enteredAs } from './contradictions.ts';
import { OfficeClient, type Answer, type Worker } from './office-client.ts';
import { doNext, nominateOne } from './office-workers.ts';
import { people } from './small-directory.ts';

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
      contradictionsOfSeveral.map(async ({ who, act, body }) => ({
        who,
        act,
        answer: await client.act(workerOf(who), `/api/cases/${id}/${act}`, body, { version }),
      })),
    );
    const { body: after } = await client.get(workerOf('ward-officer'), `/api/cases/${id}`);
    faults.push(...notOneWon(answers, after as Timeline).map((fault) => `${fault} at ${id}`));
  }
  return faults;
}

interface Timeline {
  readonly timeline: readonly { readonly seq: number; readonly act: string; readonly at: string }[];
}

/** Exactly one won; each of the others is told what was done, when and by whom, as the history has it, or what the flow did next. */
function notOneWon(
  answers: readonly { readonly who: string; readonly act: string; readonly answer: Answer }[],
  { timeline }: Timeline,
): string[] {
  const won = answers.filter(({ answer }) => answer.status === 200);
  const lost = answers.filter(({ answer }) => answer.status === 409);
  const [winner] = won;
  if (winner === undefined || won.length > 1 || lost.length !== answers.length - 1)
    return [`${String(won.length)} won, ${String(lost.length)} lost`];
  const place = timeline.findLastIndex(({ act }) => act === enteredAs[winner.act]);
  const by = Object.values(people).find(({ username }) => username === winner.who)?.id;
  return lost.flatMap(({ answer }) => {
    const { code, details } = answer.body as Problem;
    const { happened, at } = details;
    const named = happened === timeline[place]?.act && at === timeline[place]?.at && details.by === by;
    const next = timeline.slice(place + 1).some((one) => one.act === happened && one.at === at);
    const toldOfFlow = next && details.by === undefined;
    const late = code === 'CaseMovedOn' || code === 'CaseIsMoving';
    return late && place >= 0 && (named || toldOfFlow)
      ? []
      : [`not told of ${winner.act}: ${JSON.stringify({ code, details })}`];
  });
}

interface Problem {
  readonly code: string;
  readonly details: { readonly happened?: string; readonly at?: string; readonly by?: string };
}
