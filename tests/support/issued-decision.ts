import { caseSchema, type Case } from '#shared/domain/case.ts';
import type { Organisation } from '#shared/domain/directory.ts';
import { chainStart } from '#shared/domain/history.ts';
import { caseIdSchema, listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { listRowSchema, listSchema, numberRows, type List, type ListRow } from '#shared/domain/list.ts';
import type { Ports } from '#shared/ports.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { listWrites, rowWrite } from '#shared/records/list-record.ts';
import { areas, organisations, people } from './small-directory.ts';

interface RowDraft extends Partial<
  Pick<ListRow, 'subjectKind' | 'form' | 'sealedNumber' | 'state' | 'namesake'>
> {
  readonly name: string;
  readonly enteredBy?: Organisation;
  /** `caughtUp`: its effects have run; `behind`: not yet; `held`: before the issue, so that it doesn't move. */
  readonly standing?: 'caughtUp' | 'behind' | 'held';
}

interface DecisionDraft extends Partial<Pick<List, 'kind' | 'state' | 'origin' | 'authority'>> {
  readonly number?: string;
  readonly by?: Organisation;
  readonly sealed?: boolean;
  readonly rows: readonly RowDraft[];
}

export interface IssuedDecision {
  readonly id: ListId;
  readonly cases: readonly CaseId[];
}

/** A readable ULID of capital letters and digits; Crockford has no I, L, O, U. */
export const ulidOf = (text: string): string => `01Y${text}`.padEnd(26, 'Z');

let lists = 0;

/** A decision as it lies in the store after its issue, without the way that led there. Rows in the order of the draft. */
export async function issuedDecision(
  ports: Pick<Ports, 'store'>,
  draft: DecisionDraft,
): Promise<IssuedDecision> {
  lists += 1;
  const name = `D${String(lists).padStart(4, '0')}`;
  const list = listOf(name, draft);
  const rows = draft.rows.map((row, index) => rowOf(`${name}R${String(index).padStart(4, '0')}`, row));
  await ports.store.commit(listWrites(undefined, list));
  const numbered = numberRows(list.kind, rows, []);
  for (const [index, row] of rows.entries()) {
    const { goldenBookNumber } = numbered.find((one) => one.case === row.case) ?? {};
    const subject = subjectOf(list, { ...row, goldenBookNumber }, draft.rows[index]?.standing ?? 'caughtUp');
    await ports.store.commit([rowWrite(list, row, undefined), ...caseWrites(undefined, subject)]);
  }
  return { id: list.id, cases: rows.map((row) => row.case) };
}

const tip = { turn: 0, entries: 0, head: chainStart, updatedAt: '2020-10-01T02:00:00.000Z' };

function listOf(name: string, { rows, number, by, sealed = false, ...rest }: DecisionDraft): List {
  return listSchema.parse({
    kind: 'decision',
    state: 'ISSUED',
    origin: 'here',
    ...rest,
    ...tip,
    id: listIdSchema.parse(ulidOf(name)),
    organisation: (by ?? organisations.districtCommittee).id,
    stepKind: 'decide',
    caseKind: 'nomination',
    ...(sealed ? { sealed: true } : {}),
    title: 'Quyết định khen thưởng',
    createdBy: people.districtOfficer.id,
    createdOn: '2020-09-28',
    rows: rows.length,
    number: number ?? '2920/QĐ-UBND',
    date: '2020-10-01',
    admittedLate: false,
  });
}

function rowOf(name: string, { enteredBy, standing: _standing, ...draft }: RowDraft): ListRow {
  return listRowSchema.parse({
    subjectKind: 'individual',
    form: 'GK_HUYEN',
    namesake: false,
    state: 'on',
    ...draft,
    case: caseIdSchema.parse(ulidOf(name)),
    unit: 'Phường Sở Dầu',
    birthYear: 1958,
    residentialGroup: 'Tổ dân phố số 5',
    publicCode: name,
    citation: '',
    enteredBy: (enteredBy ?? organisations.wardCommittee).id,
    recommended: true,
    remark: '',
  });
}

function subjectOf(
  list: List,
  row: ListRow & { readonly goldenBookNumber: number | undefined },
  standing: NonNullable<RowDraft['standing']>,
): Case {
  const decide = {
    code: 'district-decide',
    kind: 'decide',
    organisation: list.organisation,
    due: { workingDays: 5 },
  };
  const caughtUp = standing === 'caughtUp';
  const step = { ...decide, freezes: false, state: caughtUp ? 'settled' : 'open', dueOn: '2020-10-08' };
  return caseSchema.parse({
    ...tip,
    id: row.case,
    kind: 'nomination',
    publicCode: row.publicCode,
    enteredBy: row.enteredBy,
    area: areas.ward.id,
    createdOn: '2020-09-01',
    proposer: { name: 'Phạm Văn Tổ' },
    typist: people.wardOfficer.id,
    form: row.form,
    subjectKind: row.subjectKind,
    label: { name: row.name, unit: row.unit, namesake: row.namesake },
    subjectAccounts: [],
    appraisers: [],
    otherAchievement: false,
    admittedLate: false,
    sameSubjectAs: [],
    route: { template: 'test', steps: [step] },
    readers: [row.enteredBy, list.organisation],
    ...(caughtUp
      ? { status: 'AWARDED', settledBy: [list.id], goldenBookNumber: row.goldenBookNumber }
      : { status: 'AT_STEP', settledBy: [], position: 0, list: list.id }),
    ...(standing === 'held'
      ? { hold: { by: people.districtOfficer.id, on: '2020-09-29', document: 'CV 12' } }
      : {}),
  });
}

/** What somebody else does to a case in the middle of an act. */
export async function touchCase(
  ports: Pick<Ports, 'store'>,
  id: CaseId,
  change: Partial<Case>,
): Promise<void> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const before = loadCase(item);
  if (before === undefined) throw new Error('no case');
  await ports.store.commit(caseWrites(before, { ...before.value, ...change }));
}
