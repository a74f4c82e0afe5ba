import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseSchema, type Case } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { ask, createTestApi, problemIn, type Answered } from '#tests/support/api-client.ts';
import { december, idOf, organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, type TestPorts } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';

/** One achievement put to the ward's chairman and to the district's. */

let ports: TestPorts;
let api: Hono;

const round = roundSchema.parse({
  ...december,
  id: idOf('round-two-levels'),
  forms: ['GK_XA', 'GK_HUYEN'].map((form) => ({ ...december.forms[0], form })),
});
const nomination = (change: object = {}) => ({
  organisation: organisations.wardCommittee.id,
  round: round.id,
  form: 'GK_XA',
  subjectKind: 'individual',
  proposer: { name: 'Phạm Văn Tổ' },
  content: {
    printedName: 'Nguyễn Thị Sáu',
    unit: 'Tổ dân phố số 5',
    birthYear: 1958,
    residentialGroup: 'Tổ 5',
    achievementFrom: '2019-12-01',
    achievementTo: '2020-09-30',
    citation: 'Có thành tích',
    report: 'Đã làm',
    publication: 'public',
    publicationBasis: 'Văn bản đồng ý ngày 01/10/2020',
  },
  ...change,
});

type Who = Pick<Person, 'id'>;
const post = (path: string, body: object, who: Who = people.wardOfficer): Promise<Answered> =>
  ask(api, who, path, { method: 'POST', body });
const nominate = (change: object = {}) => post('/api/nominations', nomination(change));
const idIn = ({ body }: Answered): string => (body as { id: string }).id;

async function caseOf(id: string): Promise<Case> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const found = loadCase(item);
  if (found === undefined) throw new Error('no such case');
  return found.value;
}

/** Puts a case where it would be after its whole way: free at the deciding step of an office. */
async function toDeciding(id: string, organisation: string): Promise<void> {
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const before = loadCase(item);
  if (before === undefined) throw new Error('no such case');
  const step = {
    code: 'decide',
    kind: 'decide',
    organisation,
    due: { workingDays: 10 },
    freezes: false,
    state: 'open',
    dueOn: '2020-10-20',
    openedOn: '2020-10-05',
  };
  const at = {
    status: 'AT_STEP',
    submittedOn: '2020-10-05',
    position: 0,
    route: { template: 'test', steps: [step] },
    readers: [...before.value.readers, organisation],
  };
  await ports.store.commit(caseWrites(before, caseSchema.parse({ ...before.value, ...at })));
}

const decisions = { ward: '', district: '' };
const deciders = { ward: people.wardOfficer, district: people.districtOfficer };
type Level = keyof typeof decisions;
const gather = (level: Level, id: string): Promise<Answered> =>
  post(
    `/api/decisions/${decisions[level]}/gather`,
    { cases: [{ case: id, recommended: true, remark: '' }] },
    deciders[level],
  );

let low: string;
let high: string;

beforeEach(async () => {
  ports = await createTestPorts();
  await ports.store.commit([roundWrite(undefined, round)]);
  api = createTestApi(ports);
  low = idIn(await nominate());
  const { subject } = await caseOf(low);
  high = idIn(await nominate({ form: 'GK_HUYEN', subject, linkedTo: low }));
  for (const [level, { id: organisation }] of [
    ['ward', organisations.wardCommittee],
    ['district', organisations.districtCommittee],
  ] as const) {
    const body = { organisation, title: 'Quyết định' };
    decisions[level] = idIn(await post('/api/decisions', body, deciders[level]));
  }
});

const bothAtDeciding = async (): Promise<void> => {
  await toDeciding(low, organisations.wardCommittee.id);
  await toDeciding(high, organisations.districtCommittee.id);
};

describe('a nomination that is put to another level at the same time', () => {
  it('bears the id of the other, and the other its own', async () => {
    expect((await caseOf(high)).linkedTo).toBe(low);
    expect((await caseOf(low)).linkedTo).toBe(high);
  });

  it('is submitted for the same achievement without being called another one', async () => {
    const other = idIn(await nominate({ form: 'GK_HUYEN', subject: (await caseOf(low)).subject }));
    expect((await post(`/api/cases/${low}/submit`, { noSecrets: true })).body).toMatchObject({
      act: 'submit',
    });
    expect((await post(`/api/cases/${high}/submit`, { noSecrets: true })).body).toMatchObject({
      act: 'submit',
    });
    expect(problemIn(await post(`/api/cases/${other}/submit`, { noSecrets: true })).code).toBe(
      'AchievementAlreadyNominated',
    );
  });

  it.each([
    ['the same form', { form: 'GK_XA' }, 'linkSameLevel'],
    [
      'another subject',
      { form: 'GK_HUYEN', content: { ...nomination().content, birthYear: 1960 } },
      'linkOtherSubject',
    ],
  ])('is refused with %s', async (_what, change, code) => {
    const alone = idIn(await nominate({ subject: (await caseOf(low)).subject }));
    const subject = code === 'linkOtherSubject' ? undefined : (await caseOf(alone)).subject;
    const refused = problemIn(await nominate({ subject, linkedTo: alone, ...change }));
    expect(refused.faults).toMatchObject([{ field: 'linkedTo', code }]);
  });

  it('is refused beside one that is linked already, or that has ended', async () => {
    const { subject } = await caseOf(low);
    const linked = problemIn(await nominate({ form: 'GK_HUYEN', subject, linkedTo: low }));
    expect(linked.faults).toMatchObject([{ field: 'linkedTo', code: 'linkEnded' }]);
    const foreign = nomination({
      form: 'GK_HUYEN',
      linkedTo: low,
      organisation: organisations.siblingCommittee.id,
    });
    expect(problemIn(await post('/api/nominations', foreign, people.siblingOfficer)).code).toBe(
      'CaseNotFound',
    );
  });
});

describe('of two linked nominations at their deciding steps', () => {
  it('the lower waits for the higher, which goes first', async () => {
    await bothAtDeciding();
    const refused = problemIn(await gather('ward', low));
    expect(refused).toMatchObject({
      code: 'LinkedNominationOpen',
      details: { otherForm: 'Giấy khen của Chủ tịch UBND quận, huyện' },
      faults: [{ field: 'cases.0.case', code: 'linkedOpen' }],
    });
    expect((await gather('district', high)).status).toBe(200);
    expect(problemIn(await gather('ward', low)).code).toBe('LinkedNominationOpen');
  });

  it('the lower goes on once the higher has ended without an award, and its people are told', async () => {
    await bothAtDeciding();
    await post(`/api/cases/${high}/withdraw`, { reason: 'Đề nghị ở phường' });
    for (const record of await pendingRecords(ports)) await catchUp(ports, record);
    const notices = itemsIn(ports.database).filter(({ body }) => body['kind'] === 'LinkedEnded');
    expect(notices.map(({ pk }) => pk)).toContain(`NOTICES#${people.wardOfficer.id}`);
    expect((await gather('ward', low)).status).toBe(200);
  });

  it('the lower is never decided once the higher is awarded', async () => {
    await bothAtDeciding();
    const [item] = await ports.store.get([keys.caseMeta(high)]);
    const before = loadCase(item);
    if (before !== undefined)
      await ports.store.commit(caseWrites(before, { ...before.value, status: 'AWARDED' }));
    expect(problemIn(await gather('ward', low)).code).toBe('LinkedNominationAwarded');
  });

  it('one wins when both levels take them onto decisions at the same time, whatever their forms are by then', async () => {
    for (let round = 0; round < 5; round += 1) {
      await bothAtDeciding();
      // As if the lower had been changed to a form of the same rank as the other.
      const [item] = await ports.store.get([keys.caseMeta(low)]);
      const before = loadCase(item);
      if (before !== undefined)
        await ports.store.commit(caseWrites(before, { ...before.value, form: 'GK_HUYEN' }));
      const answers = await Promise.all([gather('ward', low), gather('district', high)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
      const [ward] = answers;
      await post(
        `/api/decisions/${ward.status === 200 ? decisions.ward : decisions.district}/ungather`,
        { case: ward.status === 200 ? low : high },
        ward.status === 200 ? deciders.ward : deciders.district,
      );
    }
  });
});
