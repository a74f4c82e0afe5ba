import { setTimeout as pause } from 'node:timers/promises';
import type { InboxRow, OfficeClient, Worker } from './office-client.ts';
import { nominationOf, nouns } from './office-workers.ts';
import { askForOpinions } from './office-opinions.ts';
import { organisations } from './small-directory.ts';

/** What leads a case off the straight way: a supplement, a hold, a row struck, a withdrawal, opinions that are asked for. */
const detours = {
  askSupplement: { fields: ['report'], note: 'Nêu rõ số vụ việc' },
  hold: { reason: 'Chờ xác minh đơn thư', document: 'Công văn số 15/CV-UBND' },
  strike: { reason: 'Chờ bổ sung minh chứng' },
  withdraw: { reason: 'Đơn vị xin rút hồ sơ' },
} as const;

/** One look into the inbox and one detour, of a kind that what was found allows; perhaps none, perhaps refused. */
export async function detour(
  client: OfficeClient,
  worker: Worker,
  pick: (count: number) => number,
): Promise<void> {
  const { body } = await client.get(worker, '/api/inbox');
  const { rows } = body as { rows: readonly InboxRow[] };
  const row = rows[pick(rows.length)];
  if (row?.of === 'case' && row.standing === 'free') {
    if (row.stepKind === 'appraise' && pick(3) === 0) await askForOpinions(client, worker, row);
    else if (pick(2) === 0)
      await client.act(worker, `/api/cases/${row.id}/ask-supplement`, detours.askSupplement);
    else await client.act(worker, `/api/cases/${row.id}/hold`, detours.hold);
  } else if (row?.of === 'list') await onList(client, worker, row, pick);
}

async function onList(
  client: OfficeClient,
  worker: Worker,
  { id, listKind = '', listState, rows: count = 0 }: InboxRow,
  pick: (count: number) => number,
): Promise<void> {
  const path = `/api/${nouns[listKind] ?? ''}/${id}`;
  if (count < 2 || (listState !== 'GATHERING' && listState !== 'CLOSED')) return;
  const { body } = await client.get(worker, path);
  const { rows = [] } = body as { rows?: readonly { case: string }[] };
  const row = rows[pick(rows.length)];
  if (row === undefined) return;
  if (listState === 'CLOSED' && pick(2) === 0)
    await client.act(worker, `${path}/strike`, { ...detours.strike, case: row.case });
  else await client.act(worker, `/api/cases/${row.case}/hold`, detours.hold);
}

/** The office that entered it takes back one of its cases on their way, wherever that stands. */
export async function withdrawOne(
  client: OfficeClient,
  officer: Worker,
  pick: (count: number) => number,
): Promise<void> {
  const path = `/api/cases?organisation=${organisations.wardCommittee.id}&status=AT_STEP`;
  const { body } = await client.get(officer, path);
  const { cases } = body as { cases: readonly { id: string }[] };
  const one = cases[pick(cases.length)];
  if (one !== undefined) await client.act(officer, `/api/cases/${one.id}/withdraw`, detours.withdraw);
}

/**
 * Cases of the sibling ward at which nobody works any more: a supplement is due after one, two and three working days, so that
 * in the days that follow their execution's waits time out, and their officer and leader are reminded.
 * @returns the cases
 */
export async function leaveLying(
  client: OfficeClient,
  officer: Worker,
  secretary: Worker,
): Promise<readonly string[]> {
  const lying: string[] = [];
  for (const workingDays of [1, 2, 3]) {
    const body = {
      ...nominationOf(`Đào Văn Chờ ${String(workingDays)}`, 1920 + workingDays),
      organisation: organisations.siblingCommittee.id,
    };
    const drafted = await client.act(officer, '/api/nominations', body);
    const { id } = drafted.body as { id: string };
    await client.act(officer, `/api/cases/${id}/submit`, { noSecrets: true });
    const ask = { ...detours.askSupplement, workingDays };
    // Refused until the flow has opened the council's step.
    while ((await client.act(secretary, `/api/cases/${id}/ask-supplement`, ask)).status !== 200)
      await pause(20);
    lying.push(id);
  }
  return lying;
}

/** What lay goes on when its supplement is given, and is taken back then. @returns cases that didn't go on */
export async function takeBack(
  client: OfficeClient,
  officer: Worker,
  lying: readonly string[],
): Promise<readonly string[]> {
  const stuck: string[] = [];
  for (const id of lying) {
    const content = { report: 'Phát hiện 12 vụ việc.' };
    for (const [act, body] of [
      ['answer-supplement', { content }],
      ['withdraw', detours.withdraw],
    ] as const) {
      const { status } = await client.act(officer, `/api/cases/${id}/${act}`, body);
      if (status !== 200) stuck.push(`${act} of ${id}: ${String(status)}`);
    }
  }
  return stuck;
}
