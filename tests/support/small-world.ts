import { createHash } from 'node:crypto';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { newModelProposalSchema, newNominationSchema } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId, type RoundId, type SubjectId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import {
  areaWrites,
  councilWrites,
  organisationWrites,
  personWrites,
  roundWrite,
} from '#shared/records/directory-record.ts';
import { createLawSource } from '#shared/use-cases/law/law-source.ts';
import { nominate, proposeModel } from '#shared/use-cases/cases/new-case.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import {
  createFakeVault,
  createFakeWorkflow,
  createMemoryAccounts,
  createMemoryFiles,
  createRecordingMailer,
  type FakeWorkflow,
  type MemoryAccounts,
  type MemoryFiles,
  type RecordingMailer,
} from './fake-ports.ts';
import { createSeededRandom } from './seeded-random.ts';
import { areas, councils, december, organisations, people } from './small-directory.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

/** The ports of a test, each fake also as what it is. */
export interface TestPorts extends Ports {
  readonly database: Database;
  readonly clock: TestClock;
  readonly workflow: FakeWorkflow;
  readonly mailer: RecordingMailer;
  readonly files: MemoryFiles;
  readonly accounts: MemoryAccounts;
  /** Records that were named by nudges, in order. */
  readonly nudged: readonly string[];
  readonly alarms: readonly { code: string; facts: Readonly<Record<string, string | number>> }[];
}

/** Monday 05/10/2020, 09:00 in Hải Phòng: the round of December is open. */
export const worldStart = '2020-10-05T02:00:00.000Z';

/** What a test brings along: another store, or all that an office that moved in goes on with. */
export interface GivenPorts extends Partial<
  Pick<TestPorts, 'database' | 'store' | 'clock' | 'law' | 'random' | 'files' | 'vault'>
> {
  /** Its directory stands already. */
  readonly settled?: boolean;
}

/** A store (SQLite's in memory, unless one is given) that holds the small directory, standing clocks, the rest recorded. */
export async function createTestPorts({ settled = false, ...given }: GivenPorts = {}): Promise<TestPorts> {
  const database = given.database ?? openDatabase(':memory:');
  const nudged: string[] = [];
  const alarms: { code: string; facts: Readonly<Record<string, string | number>> }[] = [];
  const store = given.store ?? createSqliteStore(database);
  const clock = given.clock ?? createTestClock(worldStart);
  const ports: TestPorts = {
    database,
    workflow: createFakeWorkflow(),
    mailer: createRecordingMailer(),
    files: createMemoryFiles(),
    accounts: createMemoryAccounts(),
    vault: createFakeVault(),
    random: createSeededRandom(),
    ...given,
    store,
    clock,
    law: given.law ?? createLawSource({ store, clock }),
    nudge: (record) => nudged.push(record),
    nudged,
    alarm: (code, facts) => alarms.push({ code, facts }),
    alarms,
    publicUrl: 'http://127.0.0.1:8080',
  };
  if (!settled) await writeSmallDirectory(ports);
  return ports;
}

export async function writeSmallDirectory({ store }: Pick<Ports, 'store'>): Promise<void> {
  await store.commit([
    ...Object.values(areas).flatMap(areaWrites),
    ...Object.values(organisations).flatMap(organisationWrites),
    ...Object.values(councils).flatMap(councilWrites),
    roundWrite(undefined, december),
  ]);
  for (const person of Object.values(people)) await store.commit(personWrites(undefined, person));
}

let requests = 0;

/** For two runs that are compared: both count their requests from one. */
export function countRequestsAnew(): void {
  requests = 0;
}

/** One request of a person; `key` and `body` are named only where a test repeats a request. */
export function asks(
  person: Pick<Person, 'id'>,
  same: { key?: string; body?: string; ifVersion?: number } = {},
): ActRequest {
  requests += 1;
  const key = same.key ?? `request-${String(requests)}`;
  const bodyHash = createHash('sha256')
    .update(same.body ?? key)
    .digest('hex');
  return {
    person: person.id,
    key,
    bodyHash,
    ...(same.ifVersion === undefined ? {} : { ifVersion: same.ifVersion }),
  };
}

/** A draft that lacks nothing, entered by the ward's officer (a sealed one by the officer named for those). */
export async function draftNomination(
  ports: Ports,
  change: {
    name?: string;
    birthYear?: number;
    gender?: 'female' | 'male';
    sealed?: boolean;
    round?: RoundId;
    form?: string;
    report?: string;
    citation?: string;
    subject?: SubjectId | undefined;
    linkedTo?: CaseId;
  } = {},
): Promise<CaseId> {
  const sealed = change.sealed ?? false;
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: change.round ?? december.id,
    form: change.form ?? 'GK_HUYEN',
    subjectKind: 'individual',
    subject: change.subject,
    linkedTo: change.linkedTo,
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: change.name ?? 'Nguyễn Thị Sáu',
      unit: 'Tổ dân phố số 5, phường Sở Dầu',
      birthYear: change.birthYear ?? 1958,
      ...(change.gender === undefined ? {} : { gender: change.gender }),
      residentialGroup: 'Tổ dân phố số 5',
      achievementFrom: '2019-12-01',
      achievementTo: '2020-09-30',
      citation:
        change.citation ??
        'Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc quận Hồng Bàng năm 2020',
      report: change.report ?? 'Vận động 120 hộ của tổ dân phố ký cam kết về an ninh trật tự.',
      publication: 'public',
      publicationBasis: 'Người được khen đồng ý bằng văn bản',
    },
    ...(sealed ? { sealed: { basis: 'Người giúp việc cho công an', placeholder: false } } : {}),
  });
  const typist = sealed ? people.wardSealedOfficer : people.wardOfficer;
  const { id } = await nominate(ports, asks(typist), command);
  return caseIdSchema.parse(id);
}

export async function draftModelProposal(ports: Ports): Promise<CaseId> {
  const command = newModelProposalSchema.parse({
    organisation: organisations.wardCommittee.id,
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: 'Liên kết bảo đảm an ninh trật tự giữa phường Sở Dầu với các trường học',
      unit: 'Phường Sở Dầu',
      report: 'Bốn trường học trên địa bàn cùng công an phường giữ cổng trường giờ tan học.',
      model: { place: 'Phường Sở Dầu', partners: 'Bốn trường học', sites: 4, teams: 4 },
    },
  });
  const { id } = await proposeModel(ports, asks(people.wardOfficer), command);
  return caseIdSchema.parse(id);
}
