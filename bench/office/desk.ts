import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { organisations, people } from '#tests/support/small-directory.ts';
import { NotTaken, type Client } from './client.ts';

/** What officials of one district do over the API, in the order of the route of a district's model proposal: three steps. */
export interface Desk {
  /** @returns a case that the police have to receive, as soon as the flow has opened that step */
  readonly propose: (client: Client) => Promise<string>;
  /** @returns milliseconds that the answer took */
  readonly receive: (client: Client, id: string) => Promise<number>;
  readonly recommend: (client: Client, id: string) => Promise<number>;
  /** @returns the path of a decision with these cases, closed and signed */
  readonly signedDecision: (client: Client, cases: readonly string[]) => Promise<string>;
  /** @returns milliseconds that the answer took */
  readonly issue: (client: Client, decision: string) => Promise<number>;
  /** Requests since it was last asked, and those among them that came before the flow had opened the step. */
  readonly takeCounts: () => Counts;
}

interface Counts {
  readonly asked: number;
  readonly tooEarly: number;
}

const madeSchema = z.object({ id: z.string() });
const listSchema = z.object({ list: z.object({ hash: z.string() }) });
const gatheredSchema = z.object({
  results: z.array(z.object({ case: z.string(), gathered: z.boolean() })),
});
const district = organisations.districtCommittee.id;
let proposals = 0;
let numbers = 0;
let counts: Counts = { asked: 0, tooEarly: 0 };

const proposal = () => ({
  organisation: district,
  proposer: { name: people.districtOfficer.name },
  content: {
    printedName: `Tổ liên gia tự quản số ${String((proposals += 1))}`,
    unit: 'Quận Hồng Bàng',
    report: 'Bốn mươi hộ cùng công an phường tuần tra, nhắc nhau khóa cửa và kiểm tra bếp trước giờ ngủ.',
    model: { place: 'Quận Hồng Bàng', partners: 'Bốn mươi hộ', sites: 4, teams: 4 },
  },
});

export function createDesk(tokens: Readonly<Record<string, string>>): Desk {
  const tokenOf = (person: { username: string }): string => tokens[person.username] ?? '';
  const [officer, police] = [tokenOf(people.districtOfficer), tokenOf(people.policeOfficer)];
  const [leader, clerk] = [tokenOf(people.districtLeader), tokenOf(people.districtClerk)];

  return {
    async propose(client) {
      const { id } = madeSchema.parse((await client.act('/api/model-proposals', officer, proposal())).body);
      await client.act(`/api/cases/${id}/submit`, officer, { noSecrets: true });
      return id;
    },
    receive: (client, id) => onceOpen(() => client.act(`/api/cases/${id}/receive`, police, {})),
    recommend: (client, id) =>
      onceOpen(() => client.act(`/api/cases/${id}/recommend`, police, { remark: 'Đủ điều kiện' })),
    async signedDecision(client, cases) {
      const start = { organisation: district, title: 'Phê duyệt mô hình', caseKind: 'modelProposal' };
      const { id } = madeSchema.parse((await client.act('/api/decisions', officer, start)).body);
      const path = `/api/decisions/${id}`;
      for (let from = 0; from < cases.length; from += 100)
        await gatherAll(client, { path, officer }, cases.slice(from, from + 100));
      await client.act(`${path}/close`, officer, { signer: people.districtLeader.posts[0]?.id });
      const { list } = listSchema.parse((await client.get(path, leader)).body);
      await client.act(`${path}/sign`, leader, { hash: list.hash });
      return path;
    },
    async issue(client, path) {
      const number = `${String((numbers += 1))}/QĐ-UBND`;
      return (await client.act(`${path}/issue`, clerk, { number, date: '2020-10-05' })).ms;
    },
    takeCounts() {
      const taken = counts;
      counts = { asked: 0, tooEarly: 0 };
      return taken;
    },
  };
}

interface Gathering {
  readonly path: string;
  readonly officer: string;
}

/** Those that the flow has not yet brought to the step are asked for again. */
async function gatherAll(
  client: Client,
  { path, officer }: Gathering,
  cases: readonly string[],
): Promise<void> {
  const checkTime = untilTooLate(path);
  let left = cases;
  for (let wait = 4; ; wait = Math.min(64, wait * 2)) {
    checkTime();
    const body = { cases: left.map((one) => ({ case: one })) };
    const said = await unlessMoving(() => client.act(`${path}/gather`, officer, body));
    if (said !== undefined)
      left = gatheredSchema.parse(said.body).results.flatMap((one) => (one.gathered ? [] : one.case));
    if (left.length === 0) return;
    if (said !== undefined) counts = { ...counts, tooEarly: counts.tooEarly + 1 };
    await pause(wait);
  }
}

/** Several cases are answered one by one, a single one by a refusal. @returns undefined when it isn't there yet */
async function unlessMoving<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    counts = { ...counts, asked: counts.asked + 1 };
    return await ask();
  } catch (error) {
    if (!(error instanceof NotTaken) || ![404, 409].includes(error.answer.status)) throw error;
    counts = { ...counts, tooEarly: counts.tooEarly + 1 };
    return undefined;
  }
}

/** A case may still be on its way, and nobody's or another office's: then the official looks again, each time later. */
async function onceOpen(act: () => Promise<{ readonly ms: number }>): Promise<number> {
  const checkTime = untilTooLate('a step');
  for (let wait = 4; ; wait = Math.min(64, wait * 2)) {
    checkTime();
    const answer = await unlessMoving(act);
    if (answer !== undefined) return answer.ms;
    await pause(wait);
  }
}

const longestMs = 180_000;

/** @returns what throws once the flow has had time enough */
function untilTooLate(what: string): () => void {
  const start = performance.now();
  return () => {
    if (performance.now() - start > longestMs)
      throw new Error(`${what} was not opened in ${String(longestMs)} ms`);
  };
}
