import type { InboxRow, OfficeClient, Worker } from './office-client.ts';
import { answerOpinions } from './office-opinions.ts';
import { councils, december, organisations, people } from './small-directory.ts';
import { smallPdf } from './minutes.ts';

/** Who together take a nomination from the ward's council to the district's decision. */
export const officials: readonly string[] = [
  'ward-secretary',
  'ward-officer',
  'ward-leader',
  'ward-clerk',
  'pol-officer',
  'pol-leader',
  'pol-clerk',
  'dis-secretary',
  'dis-officer',
  'dis-leader',
  'dis-clerk',
];

/** What a kind of list is called in addresses. */
export const nouns: Readonly<Record<string, string>> = {
  letter: 'letters',
  session: 'sessions',
  decision: 'decisions',
  approval: 'decisions',
  opinionRequest: 'opinion-requests',
};
let numbers = 0;

/** One look into the inbox and one thing done. @returns whether there was anything to do */
export async function doNext(
  client: OfficeClient,
  worker: Worker,
  pick: (count: number) => number,
): Promise<boolean> {
  const { body } = await client.get(worker, '/api/inbox');
  const { rows } = body as { rows: InboxRow[] };
  const row = rows[pick(rows.length)];
  if (row === undefined) return false;
  if (row.of === 'list') return withList(client, worker, row);
  await withCase(client, worker, row, rows);
  return true;
}

async function withCase(
  client: OfficeClient,
  worker: Worker,
  row: InboxRow,
  inbox: readonly InboxRow[],
): Promise<void> {
  if (row.standing === 'supplement')
    await client.act(worker, `/api/cases/${row.id}/answer-supplement`, {
      content: { report: 'Phát hiện 12 vụ việc.' },
    });
  if (row.standing === 'hold')
    await client.act(worker, `/api/cases/${row.id}/release`, {
      reason: 'Đã xác minh',
      document: 'Công văn số 16/CV-UBND',
    });
  if (row.standing !== 'free') return;
  if (row.stepKind === 'receive') await client.act(worker, `/api/cases/${row.id}/receive`, {});
  else if (row.stepKind === 'appraise')
    await client.act(worker, `/api/cases/${row.id}/recommend`, { remark: 'Đủ điều kiện' });
  else await gatherFree(client, worker, row, inbox);
}

/** What waits free at the same kind of step goes onto one list of its own. */
async function gatherFree(
  client: OfficeClient,
  worker: Worker,
  row: InboxRow,
  inbox: readonly InboxRow[],
): Promise<void> {
  const noun = nouns[row.listKind ?? ''];
  if (noun === undefined)
    throw new Error(`no official here knows what to do at a step of kind ${row.stepKind}`);
  const person = Object.values(people).find((one) => one.username === worker.username);
  const organisation = person?.posts[0]?.organisation;
  const council = Object.values(councils).find((one) => one.organisation === organisation);
  const session = row.listKind === 'session' ? { council: council?.id, heldOn: '2020-10-05' } : {};
  const made = await client.act(worker, `/api/${noun}`, {
    organisation,
    title: 'Danh sách',
    round: december.id,
    ...session,
  });
  const { id } = made.body as { id: string };
  const same = inbox
    .filter((one) => one.of === 'case' && one.standing === 'free' && one.stepKind === row.stepKind)
    .slice(0, 6);
  await client.act(worker, `/api/${noun}/${id}/gather`, { cases: same.map((one) => ({ case: one.id })) });
}

/** @returns whether there was anything to do: who asked for opinions waits for the answers */
async function withList(client: OfficeClient, worker: Worker, row: InboxRow): Promise<boolean> {
  const path = `/api/${nouns[row.listKind ?? ''] ?? ''}/${row.id}`;
  // All its cases have left it again.
  if (row.rows === 0) return true;
  if (row.listState === 'ISSUED') return answerOpinions(client, worker, path);
  if (row.listState === 'GATHERING') {
    await client.act(worker, `${path}/close`, row.listKind === 'session' ? {} : { signer: signerOf(worker) });
  } else if (row.listState === 'SIGNED') {
    numbers += 1;
    const { body } = await client.get(worker, path);
    const { signature } = (body as { list: { signature?: { on: string } } }).list;
    await client.act(worker, `${path}/issue`, {
      number: `${String(numbers)}/${numbersEnd[row.listKind ?? ''] ?? 'QĐ-UBND'}`,
      date: signature?.on,
    });
  } else if (row.listKind === 'session') await concludeSession(client, worker, path);
  else {
    const { body } = await client.get(worker, path);
    await client.act(worker, `${path}/sign`, { hash: (body as { list: { hash?: string } }).list.hash ?? '' });
  }
  return true;
}
const numbersEnd: Readonly<Record<string, string>> = { letter: 'TTr-UBND', opinionRequest: 'UBND-NC' };

function signerOf(worker: Worker): string | undefined {
  const at = Object.values(people).find((one) => one.username === worker.username)?.posts[0]?.organisation;
  const leaders = [people.wardLeader, people.policeLeader, people.districtLeader];
  return leaders.find((leader) => leader.posts[0]?.organisation === at)?.posts[0]?.id;
}

async function concludeSession(client: OfficeClient, worker: Worker, path: string): Promise<void> {
  const { body } = await client.get(worker, path);
  const view = body as {
    rows: { case: string; result?: unknown }[];
    council: { members: { person: string; seat: string }[] };
  };
  const chair = view.council.members.find((member) => member.seat === 'chair')?.person;
  await client.act(worker, `${path}/presence`, { chair, absent: [] });
  for (const row of view.rows) {
    await client.act(worker, `${path}/result`, {
      case: row.case,
      outcome: 'agreed',
      agreed: view.council.members.length,
    });
  }
  const form = await client.act(worker, `${path}/files`, {
    kind: 'minutes',
    name: 'Biên bản.pdf',
    size: smallPdf.length,
    contentType: 'application/pdf',
  });
  const { id, upload } = form.body as {
    id: string;
    upload?: { url: string; fields: Record<string, string> };
  };
  if (upload === undefined) return;
  await client.upload(upload.url, upload.fields, smallPdf);
  await client.act(worker, `/api/files/${id}/check`, {});
  await client.act(worker, `${path}/conclude`, {});
}

export const nominationOf = (name: string, birthYear: number) => ({
  organisation: organisations.wardCommittee.id,
  round: december.id,
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  proposer: { name: 'Phạm Văn Tổ' },
  content: {
    printedName: name,
    unit: 'Tổ dân phố số 5, phường Sở Dầu',
    birthYear,
    achievementFrom: '2019-12-01',
    achievementTo: '2020-09-30',
    citation: 'Có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc',
    report: 'Vận động 120 hộ ký cam kết về an ninh trật tự.',
  },
});

/** The ward's officer enters one more nomination. @returns the case */
export async function draftOne(
  client: OfficeClient,
  worker: Worker,
  name: string,
  birthYear: number,
): Promise<string> {
  const drafted = await client.act(worker, '/api/nominations', nominationOf(name, birthYear));
  return (drafted.body as { id: string }).id;
}

/** The ward's officer enters one more nomination and sends it. @returns the case */
export async function nominateOne(
  client: OfficeClient,
  worker: Worker,
  name: string,
  birthYear: number,
): Promise<string> {
  const id = await draftOne(client, worker, name, birthYear);
  await client.act(worker, `/api/cases/${id}/submit`, { noSecrets: true });
  return id;
}
