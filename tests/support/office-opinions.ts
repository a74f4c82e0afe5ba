import type { InboxRow, OfficeClient, Worker } from './office-client.ts';
import { organisations, people } from './small-directory.ts';

/** Opinions on a case: an appraiser asks two offices, and each of them answers what still waits for it. */

const asked = [organisations.wardCommittee.id, organisations.districtCommittee.id];

/** A request on one case that waits free at its appraisal, with its case gathered; its signer and clerk do the rest. */
export async function askForOpinions(client: OfficeClient, worker: Worker, row: InboxRow): Promise<void> {
  const organisation = Object.values(people).find(({ username }) => username === worker.username)?.posts[0]
    ?.organisation;
  const body = { organisation, title: 'Lấy ý kiến', stepKind: row.stepKind, asked };
  const made = await client.act(worker, '/api/opinion-requests', body);
  const { id } = made.body as { id: string };
  await client.act(worker, `/api/opinion-requests/${id}/gather`, { cases: [{ case: row.id }] });
}

interface RequestView {
  readonly asked: readonly { readonly id: string; readonly mayAnswer: boolean }[];
  readonly rows: readonly {
    readonly case: string;
    readonly opinions?: readonly { readonly organisation: string }[];
    /** No answer is awaited any more. */
    readonly over?: unknown;
  }[];
}

/** @returns whether anything waited for the worker’s answer */
export async function answerOpinions(client: OfficeClient, worker: Worker, path: string): Promise<boolean> {
  const { body } = await client.get(worker, path);
  const view = body as RequestView;
  const organisation = view.asked.find(({ mayAnswer }) => mayAnswer)?.id;
  if (organisation === undefined) return false;
  const waiting = view.rows.filter(
    ({ opinions = [], over }) =>
      over === undefined && !opinions.some((one) => one.organisation === organisation),
  );
  if (waiting.length === 0) return false;
  const answers = waiting.map((row) => ({ case: row.case, opinion: 'agrees' }));
  await client.act(worker, `${path}/answer`, { organisation, answers });
  return true;
}
