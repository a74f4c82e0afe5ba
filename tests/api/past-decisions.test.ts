import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { subjectIdSchema } from '#shared/domain/id.ts';
import type { Subject } from '#shared/domain/subject.ts';
import type { Store } from '#shared/ports.ts';
import { derivedItems } from '#shared/records/derived-items.ts';
import { readChain } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { replayed } from '#shared/records/replayed-record.ts';
import { loadSubject } from '#shared/records/subject-record.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { likenessesOf } from '#shared/use-cases/cases/likeness.ts';
import { awardHistoryOf } from '#shared/use-cases/subjects/award-history.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { ask, createTestApi, problemIn, type Answered } from '#tests/support/api-client.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { verified } from '#tests/support/verified.ts';

let ports: TestPorts;
let api: Hono;

beforeEach(async () => {
  ports = await createTestPorts();
  api = createTestApi(ports);
});

const ward = organisations.wardCommittee.id;
const row = (change: object = {}) => ({
  name: 'Nguyễn Thị Sáu',
  birthYear: 1958,
  kind: 'individual',
  unit: 'Tổ dân phố số 5',
  form: 'GK_HUYEN',
  achievementFrom: '2018-12-01',
  achievementTo: '2019-09-30',
  citation: 'Có thành tích xuất sắc trong phong trào',
  ...change,
});
const decision = (change: object = {}) => ({
  organisation: ward,
  authority: 'Chủ tịch Ủy ban nhân dân quận Hồng Bàng',
  level: 'district',
  number: '1520/QĐ-UBND',
  date: '2019-12-20',
  rows: [row()],
  ...change,
});

type Who = { readonly id: string };
const post = (path: string, body: object, who: Who = people.wardOfficer, key?: string): Promise<Answered> =>
  ask(api, who, path, { method: 'POST', body, ...(key === undefined ? {} : { key }) });
const bring = (change: object = {}, who: Who = people.wardOfficer) =>
  post('/api/past-decisions', decision(change), who);

async function brought(change: object = {}): Promise<string> {
  const { status, body } = await bring(change);
  expect(body).toMatchObject({ act: 'importPast' });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

interface Shown {
  readonly decision: { readonly state: string; readonly entered: number };
  readonly rows: readonly { readonly line: number; readonly subject: string; readonly withdrawn?: true }[];
  readonly timeline: readonly { readonly act: string; readonly words?: object }[];
}
const read = async (id: string): Promise<Shown> =>
  (await ask(api, people.wardLeader, `/api/past-decisions/${id}`)).body as Shown;

const alike = (name = 'Nguyễn Thị Sáu', birthYear = 1958) =>
  likenessesOf(ports, { kind: 'individual', name, birthYear });
const historyOf = (subject: string, levels?: readonly 'district'[]) =>
  awardHistoryOf(ports, {
    subjects: [subjectIdSchema.parse(subject)],
    organisation: ward,
    ...(levels === undefined ? {} : { levels }),
  });
const subjectIn = async (id: string): Promise<Subject | undefined> => {
  const [item] = await ports.store.get([keys.subject(id)]);
  return loadSubject(item)?.value;
};

async function settle(): Promise<void> {
  for (const record of await pendingRecords(ports)) await catchUp(ports, record);
}

/** Histories hold, and what mirrors the decision elsewhere is what its history makes of it. */
async function expectSound(id: string): Promise<void> {
  await settle();
  expect((await verified(itemsIn(ports.database))).findings).toEqual([]);
  const mirrors = derivedItems(`PAST#${id}`, replayed(await readChain(ports.store, `PAST#${id}`)));
  const stored = itemsIn(ports.database).map(({ pk, sk, body }) => JSON.stringify([pk, sk, body]));
  for (const { pk, sk, body } of mirrors) expect(stored).toContain(JSON.stringify([pk, sk, body]));
}

describe('a decision of before', () => {
  it('makes a subject with its history, which a later nomination is told of', async () => {
    const id = await brought();
    const { decision: stands, rows } = await read(id);
    expect([stands.state, rows.length]).toEqual(['STANDS', 1]);
    const [known] = await alike();
    expect(known?.id).toBe(rows[0]?.subject);
    const { awards } = await historyOf(rows[0]?.subject ?? '');
    expect(awards).toMatchObject([{ form: 'GK_HUYEN', number: '1520/QĐ-UBND', on: '2019-12-20' }]);
    await expectSound(id);
  });

  it('answers a request that is sent again as the first time', async () => {
    const first = await post('/api/past-decisions', decision(), people.wardOfficer, 'once-only');
    const again = await post('/api/past-decisions', decision(), people.wardOfficer, 'once-only');
    expect(again.body).toEqual(first.body);
  });

  it('is refused the second time, naming the first, however its authority and number are written', async () => {
    const first = await brought();
    const change = { authority: 'CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN HỒNG BÀNG', number: '01520/QĐ-UBND' };
    const refused = problemIn(await bring(change, people.wardClerk));
    expect(refused).toMatchObject({ code: 'PastDecisionDoubled', details: { first } });
    await brought({
      date: '2018-12-20',
      rows: [row({ birthYear: 1960, achievementTo: '2018-09-30', achievementFrom: '2018-01-01' })],
    });
  });

  it.each([
    ['a day that has yet to come', { date: '2020-10-06' }, { date: 'inFuture' }],
    ['a number that is none', { number: 'năm mươi' }, { number: 'notANumber' }],
    ['a form that is none', { rows: [row({ form: 'GIAY' })] }, { 'rows.0.form': 'unknownForm' }],
    [
      'an achievement after the decision',
      { rows: [row({ achievementTo: '2020-01-01' })] },
      { 'rows.0.achievementTo': 'afterDecision' },
    ],
    ['no rows', { rows: [] }, { rows: 'tooFew' }],
  ])('is refused with %s', async (_what, change, faults) => {
    const problem = problemIn(await bring(change));
    expect(Object.fromEntries(problem.faults.map(({ field, code }) => [field, code]))).toEqual(faults);
  });

  it.each(['wardLeader', 'siblingOfficer', 'formerOfficer'] as const)(
    'is not brought in by %s',
    async (who) => {
      expect(problemIn(await bring({}, people[who])).code).toMatch(/ActNotYours|PostEnded/);
    },
  );
});

describe('whether two are the same', () => {
  it('is asked of a known subject, and never joined by itself', async () => {
    const draft = await draftNomination(ports);
    const [item] = await ports.store.get([keys.caseMeta(draft)]);
    const subject = loadCase(item)?.value.subject ?? '';
    const checked = await post('/api/past-decisions/check', decision());
    expect(checked.body).toMatchObject({ questions: [{ line: 1, known: [{ id: subject }], twins: [] }] });
    const open = problemIn(await bring());
    expect(open).toMatchObject({
      code: 'PastIdentityOpen',
      faults: [{ field: 'rows.0.answer', code: 'likenessOfRow' }],
    });
    const id = await brought({ rows: [row({ answer: { answer: 'same', subject } })] });
    expect((await read(id)).rows[0]?.subject).toBe(subject);
    expect((await historyOf(subject)).awards).toHaveLength(1);
    expect((await subjectIn(subject))?.namedAgain).toBe(true);
    await expectSound(id);
  });

  it('may be answered "trùng tên": another subject, with the answer on record', async () => {
    const first = (await read(await brought())).rows[0]?.subject ?? '';
    const id = await brought({ number: '7/QĐ-UBND', rows: [row({ answer: { answer: 'namesake' } })] });
    const other = (await read(id)).rows[0]?.subject ?? '';
    expect(other).not.toBe(first);
    expect((await subjectIn(other))?.answers).toMatchObject([{ subject: first, answer: 'namesake' }]);
    expect((await historyOf(first)).awards).toHaveLength(1);
  });

  it('is asked of two rows of one paste as well', async () => {
    const open = problemIn(await bring({ rows: [row(), row({ form: 'GK_XA' })] }));
    expect(open.faults.map(({ field }) => field)).toEqual(['rows.1.answer']);
    const rows = [row(), row({ form: 'GK_XA', answer: { answer: 'same', line: 1 } })];
    const id = await brought({ rows });
    const [one, two] = (await read(id)).rows;
    expect(two?.subject).toBe(one?.subject);
    expect((await historyOf(one?.subject ?? '')).awards.map(({ form }) => form).sort()).toEqual([
      'GK_HUYEN',
      'GK_XA',
    ]);
  });

  it('is not said of somebody who is not like the row', async () => {
    await brought();
    const [known] = await alike();
    const rows = [row({ name: 'Lê Văn Khác', answer: { answer: 'same', subject: known?.id } })];
    expect(problemIn(await bring({ number: '8/QĐ-UBND', rows })).faults).toMatchObject([
      { field: 'rows.0.answer', code: 'unknown' },
    ]);
  });

  it('is not asked about a sealed one, and nothing is learned of it', async () => {
    const sealed = await draftNomination(ports, { sealed: true });
    const checked = await post('/api/past-decisions/check', decision());
    expect(checked.body).toEqual({ questions: [] });
    const [item] = await ports.store.get([keys.caseMeta(sealed)]);
    const subject = loadCase(item)?.value.subject;
    const rows = [row({ answer: { answer: 'same', subject } })];
    expect(problemIn(await bring({ rows })).code).toBe('PastIdentityOpen');
  });
});

describe('many rows', () => {
  const rows = Array.from({ length: 75 }, (_, index) => row({ name: `Người Thứ ${String(index)}` }));

  /** A store that stops taking commits after so many. */
  const failing = (store: Store, after: number): Store => {
    let left = after;
    return {
      ...store,
      get: (wanted) => store.get(wanted),
      query: (query) => store.query(query),
      commit: (writes) => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return store.commit(writes);
      },
    };
  };

  it.each([1, 2])(
    'go on where they were cut off after %i commits, and show nothing before',
    async (after) => {
      const cut = createTestApi({ ...ports, store: failing(ports.store, after) });
      const body = decision({ rows });
      await ask(cut, people.wardOfficer, '/api/past-decisions', { method: 'POST', body, key: 'cut-off' });
      const [half] = itemsIn(ports.database).filter(({ pk, sk }) => pk.startsWith('PAST#') && sk === 'META');
      const id = half?.pk.slice('PAST#'.length) ?? '';
      const shown = await read(id);
      expect([shown.decision.state, shown.rows]).toEqual(['ENTERING', []]);
      const [early] = await alike('Người Thứ 0');
      expect((await historyOf(early?.id ?? '')).awards).toEqual([]);
      const other = problemIn(await bring({ rows: rows.slice(1) }));
      expect(other.code).toBe('PastDecisionDoubled');
      expect(await brought({ rows })).toBe(id);
      const whole = await read(id);
      expect([whole.decision.state, whole.rows.length]).toEqual(['STANDS', 75]);
      expect(new Set(whole.rows.map(({ subject }) => subject)).size).toBe(75);
      expect((await historyOf(early?.id ?? '')).awards).toHaveLength(1);
      await expectSound(id);
    },
  );

  it('are one commit where they fit', async () => {
    const id = await brought({ rows: rows.slice(0, 30) });
    expect((await read(id)).timeline.map(({ act }) => act)).toEqual(['PastImported']);
  });
});

describe('what was brought in wrongly', () => {
  it('is corrected row by row with a reason, and keeps what it said before', async () => {
    const id = await brought();
    const { subject = '' } = (await read(id)).rows[0] ?? {};
    const change = { line: 1, form: 'GK_XA', citation: null, reason: 'Gõ nhầm hình thức' };
    expect((await post(`/api/past-decisions/${id}/correct`, change)).status).toBe(200);
    expect((await historyOf(subject)).awards).toMatchObject([{ form: 'GK_XA', citation: undefined }]);
    expect((await read(id)).timeline.at(-1)).toMatchObject({
      act: 'PastCorrected',
      words: { reason: 'Gõ nhầm hình thức' },
    });
    await expectSound(id);
  });

  it('is withdrawn row by row: the award counts no more, and who came with it alone is suggested no more', async () => {
    const rows = [row(), row({ name: 'Lê Văn Hai' })];
    const id = await brought({ rows });
    const { subject = '' } = (await read(id)).rows[0] ?? {};
    const body = { line: 1, withdrawn: true, reason: 'Không có trong quyết định' };
    expect((await post(`/api/past-decisions/${id}/correct`, body)).status).toBe(200);
    await expectSound(id);
    expect((await historyOf(subject)).awards).toEqual([]);
    expect(await alike()).toEqual([]);
    expect(await alike('Lê Văn Hai')).toHaveLength(1);
  });

  it('is withdrawn whole, stays on record, and its number is free for the right one', async () => {
    const id = await brought({ completeSince: '2018-01-01' });
    const { subject = '' } = (await read(id)).rows[0] ?? {};
    expect((await historyOf(subject, ['district'])).knownSince).toBe('2018-01-01');
    const body = { reason: 'Nhập nhầm quyết định' };
    expect((await post(`/api/past-decisions/${id}/withdraw`, body, people.wardClerk)).status).toBe(200);
    await expectSound(id);
    expect(await historyOf(subject, ['district'])).toEqual({ awards: [], stateMedals: [] });
    expect((await read(id)).decision.state).toBe('WITHDRAWN');
    expect(problemIn(await post(`/api/past-decisions/${id}/withdraw`, body)).code).toBe(
      'PastDecisionWithdrawn',
    );
    expect(problemIn(await post(`/api/past-decisions/${id}/correct`, { line: 1, ...body })).code).toBe(
      'PastDecisionWithdrawn',
    );
    expect(await brought()).not.toBe(id);
  });

  it('is told to nobody of another office', async () => {
    const id = await brought();
    const answered = await ask(api, people.siblingOfficer, `/api/past-decisions/${id}`);
    expect(problemIn(answered).code).toBe('PastDecisionNotFound');
  });
});

describe('since when history is known', () => {
  it('is none before each level was said, then the latest of their days', async () => {
    const id = await brought({ completeSince: '2018-01-01' });
    const { subject = '' } = (await read(id)).rows[0] ?? {};
    expect((await historyOf(subject)).knownSince).toBeUndefined();
    for (const [level, since] of [
      ['commune', '2017-06-01'],
      ['province', '2019-01-01'],
    ])
      await post('/api/past-decisions/known', { organisation: ward, level, since });
    expect((await historyOf(subject)).knownSince).toBe('2019-01-01');
    await expectSound(id);
  });

  it('is on the case for those who may read it', async () => {
    const { subject = '' } = (await read(await brought({ completeSince: '2018-01-01' }))).rows[0] ?? {};
    const nominated = await post('/api/nominations', {
      organisation: ward,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      subject,
      proposer: { name: 'Phạm Văn Tổ' },
      content: { printedName: 'Nguyễn Thị Sáu', birthYear: 1958, unit: 'Tổ 5' },
    });
    const { id: drafted } = nominated.body as { id: string };
    const told = await ask(api, people.wardOfficer, `/api/cases/${drafted}/earlier-awards`);
    expect(told.body).toMatchObject({ awards: [{ number: '1520/QĐ-UBND', form: 'GK_HUYEN' }] });
    const hidden = await ask(api, people.siblingOfficer, `/api/cases/${drafted}/earlier-awards`);
    expect(problemIn(hidden).code).toBe('CaseNotFound');
  });
});
