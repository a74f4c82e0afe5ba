import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema, type CaseId, type RoundId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { readMarks, readOfficeMarks } from '#shared/records/marks-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { importPast } from '#shared/use-cases/past/import-past.ts';
import { checkNomination } from '#shared/use-cases/rules/check-nomination.ts';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { codeOf, desks, walkIn } from '../support/case-walk.ts';
import { keepPaper } from '../support/minutes.ts';
import { pastDecision } from '../support/past-decision.ts';
import { councils, december, idOf, organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const paragraph =
  'Trong năm đã phối hợp với Công an phường và các đoàn thể tổ chức bốn mươi hai buổi tuyên truyền phòng ngừa tội phạm, ' +
  'vận động hai trăm mười hộ lắp chuông báo cháy, hòa giải thành mười một vụ mâu thuẫn trong nhân dân và cung cấp ' +
  'chín tin báo có giá trị giúp cơ quan chức năng làm rõ nhiều vụ việc trên địa bàn.';

interface Wanted {
  readonly name: string;
  readonly report?: string;
  readonly born?: number;
  readonly sealed?: boolean;
  readonly round?: RoundId;
  readonly form?: string;
  readonly subject?: string | undefined;
}

const commandOf = ({ name, report, born, sealed, round, form, subject }: Wanted) =>
  newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: round ?? december.id,
    form: form ?? 'GK_HUYEN',
    subjectKind: 'individual',
    subject,
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: name,
      unit: 'Tổ dân phố số 5',
      birthYear: born ?? 1958,
      achievementFrom: '2019-12-01',
      achievementTo: '2020-09-30',
      citation: `Thành tích của ${name}`,
      report: report ?? `${name} đã vận động nhiều hộ ký cam kết.`,
    },
    ...(sealed === true ? { sealed: { basis: 'Giúp việc cho công an', placeholder: false } } : {}),
  });

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  async function draft(wanted: Wanted): Promise<CaseId> {
    const typist = wanted.sealed === true ? people.wardSealedOfficer : people.wardOfficer;
    return caseIdSchema.parse((await nominate(home.ports, asks(typist), commandOf(wanted))).id);
  }
  const submit = (id: CaseId, body: object = {}) => walk.act(people.wardOfficer, id, 'submit', body);
  async function submitted(wanted: Wanted): Promise<CaseId> {
    const id = await draft(wanted);
    await walk.act(wanted.sealed === true ? people.wardSealedOfficer : people.wardOfficer, id, 'submit');
    return id;
  }
  return { home, ...walk, draft, submit, submitted };
}

async function secondRound({ ports }: TestHome, change: object = {}): Promise<RoundId> {
  const round = roundSchema.parse({ ...december, id: idOf('round-second'), ...change });
  await ports.store.commit([roundWrite(undefined, round)]);
  return round.id;
}

const rulesIn = async ({ ports }: TestHome, id: CaseId) =>
  (await readHistory(ports.store, recordId('CASE', id))).map(({ entry, payload }) => ({
    act: entry.act,
    rules: entry.facts['rules'],
    reasons: payload?.['reasons'],
  }));

describe('a paragraph that stands in two reports of a round', () => {
  it('asks for a reason, which stays with what the rules found', async () => {
    const { home, draft, submit, submitted, standing } = await begin();
    const one = await submitted({ name: 'Trần Văn Bảy', report: paragraph });
    const other = await draft({ name: 'Lê Thị Tám', born: 1971, report: `Bà Tám: ${paragraph}` });
    await expect(submit(other)).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      faults: [{ field: 'reasons.R01', code: 'needsReason', limit: 'R01' }],
      details: { explanations: [{ follows: 'R01', because: 'copied', severity: 'warn' }] },
    });
    const { explanations, sides } = await readCaseRules(home.ports, people.wardOfficer.id, other);
    expect(explanations.find(({ follows }) => follows === 'R01')).toMatchObject({ because: 'copied' });
    expect(sides).toEqual([
      {
        id: one,
        case: one,
        form: 'GK_HUYEN',
        name: 'Trần Văn Bảy',
        birthYear: 1958,
        unit: 'Tổ dân phố số 5',
        achievementFrom: '2019-12-01',
        achievementTo: '2020-09-30',
        readable: true,
        status: 'AT_STEP',
        citation: 'Thành tích của Trần Văn Bảy',
      },
    ]);
    const reasons = { R01: 'Hai người làm chung một đợt vận động.' };
    await submit(other, { reasons });
    expect(await standing(other)).not.toBe('draft');
    const entry = (await rulesIn(home, other)).find(({ act }) => act === 'Submitted');
    expect(entry?.reasons).toEqual(reasons);
    expect(entry?.rules).toContain('R01:fails:warn:copied');
  });

  it('of two rounds is found where one office has entered both, and gone with the words of the case', async () => {
    const { home, draft, submit, submitted, act } = await begin();
    const one = await submitted({ name: 'Trần Văn Bảy', report: paragraph });
    const round = await secondRound(home);
    const again = { name: 'Lê Thị Tám', born: 1971, report: paragraph, round };
    await expect(submit(await draft(again))).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      details: { explanations: [{ follows: 'R01', because: 'copied' }] },
    });
    const { wardCommittee } = organisations;
    const marks = () => readOfficeMarks(home.ports.store, wardCommittee.id);
    expect((await marks()).map((kept) => kept.case)).toEqual([one]);
    await act(people.wardOfficer, one, 'withdraw', { reason: 'Gửi nhầm' });
    const order = {
      authority: 'Công an thành phố',
      number: '5/QĐ',
      date: civilDateSchema.parse('2020-10-05'),
      reason: 'Theo yêu cầu của chủ thể dữ liệu',
    };
    await eraseWords(home.ports, { record: recordId('CASE', one), entries: 'all', order });
    expect(await marks()).toEqual([]);
  });

  it('of two rounds and two offices is found by the office that receives both, and gone with the words', async () => {
    const { home, submitted, to, act, session, letter } = await begin();
    const { policeOfficer, siblingOfficer } = people;
    const first = await submitted({ name: 'Trần Văn Bảy', report: paragraph });
    await to('district-receive', [first]);
    await act(policeOfficer, first, 'receive');
    const round = await secondRound(home);
    const command = { ...commandOf({ name: 'Lê Thị Tám', born: 1971, report: paragraph, round }) };
    const sibling = { ...command, organisation: organisations.siblingCommittee.id };
    const theirs = caseIdSchema.parse((await nominate(home.ports, asks(siblingOfficer), sibling)).id);
    await act(siblingOfficer, theirs, 'submit');
    const sitting = {
      council: councils.sibling,
      secretary: people.siblingSecretary,
      chair: people.siblingLeader,
    };
    await session(sitting, [theirs]);
    await letter(desks.sibling, [theirs], { round });
    await expect(act(policeOfficer, theirs, 'receive')).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      details: { explanations: [{ follows: 'R01', because: 'copied' }] },
    });
    const reasons = { R01: 'Hai phường cùng tham gia một đợt vận động.' };
    await act(policeOfficer, theirs, 'receive', { reasons });
    await expect(act(policeOfficer, theirs, 'recommend')).rejects.toMatchObject({ code: 'RuleNeedsReason' });
    const { sides } = await readCaseRules(home.ports, policeOfficer.id, theirs);
    expect(sides.map((side) => [side.case, side.readable])).toEqual([[first, true]]);
    const marked = async () =>
      (await readOfficeMarks(home.ports.store, organisations.districtPolice.id)).map((kept) => kept.case);
    expect(await marked()).toEqual([theirs, first]);
    await act(policeOfficer, first, 'returnIneligible', { reason: 'Không đủ', article: 'Điều 5' });
    const order = {
      authority: 'Công an thành phố',
      number: '5/QĐ',
      date: civilDateSchema.parse('2020-10-05'),
      reason: 'Theo yêu cầu của chủ thể dữ liệu',
    };
    await eraseWords(home.ports, { record: recordId('CASE', first), entries: 'all', order });
    expect(await marked()).toEqual([theirs]);
  });

  it('is not looked for in sealed reports, nor told by them', async () => {
    const { home, draft, submit, submitted } = await begin();
    await submitted({ name: 'Trần Văn Bảy', report: paragraph, sealed: true });
    expect(await readMarks(home.ports.store, december.id)).toEqual([]);
    const other = await draft({ name: 'Trần Văn Bảy', report: paragraph });
    await submit(other);
    expect((await readCaseRules(home.ports, people.wardOfficer.id, other)).sides).toEqual([]);
  });
});

describe('one achievement', () => {
  it('put to another round in the same words and time is blocked, unless it is said to be another one', async () => {
    const { home, draft, submit, submitted, caseOf } = await begin();
    const one = await submitted({ name: 'Trần Văn Bảy', report: paragraph });
    const round = await secondRound(home);
    const { subject } = await caseOf(one);
    const again = await draft({ name: 'Trần Văn Bảy', report: paragraph, round, subject });
    await expect(submit(again)).rejects.toMatchObject({
      code: 'RuleForbids',
      details: { explanations: [{ follows: 'R01', because: 'sameAchievement', severity: 'block' }] },
    });
    await submit(again, { otherAchievement: 'Cứu người bị nạn ngày 02/9.' });
    expect(await caseOf(again)).toMatchObject({ status: 'AT_STEP', otherAchievement: true });
  });

  it('that others have only drafted is nobody’s to see', async () => {
    const { home, draft, submit, caseOf } = await begin();
    const one = await draft({ name: 'Trần Văn Bảy', report: paragraph });
    const round = await secondRound(home);
    const { subject } = await caseOf(one);
    const own = await draft({ name: 'Trần Văn Bảy', report: paragraph, round, subject });
    await submit(own);
    expect((await readCaseRules(home.ports, people.wardOfficer.id, own)).sides).toEqual([]);
  });
});

describe('a paper that no step of the way makes', () => {
  it('is asked for before the file is received, and the mend that is named mends it', async () => {
    const { home, act, draft, stepOf } = await begin();
    home.ports.clock.setOffice(instantSchema.parse('2020-10-05T02:00:00.000Z'));
    const round = await secondRound(home, {
      owner: organisations.wardCommittee.id,
      forms: [{ form: 'GK_XA', closingDay: '2020-11-30', councilDay: '2020-11-15', quotas: [] }],
    });
    const id = await draft({ name: 'Trần Văn Bảy', round, form: 'GK_XA' });
    await act(people.wardOfficer, id, 'submit');
    expect(await stepOf(id)).toBe('ward-receive');
    await expect(act(people.wardOfficer, id, 'receive')).rejects.toMatchObject({
      code: 'RuleForbids',
      faults: [{ field: 'attachments.letter', code: 'ruleForbids', limit: 'R09' }],
    });
    await keepPaper(home.ports, people.wardOfficer, { case: id }, 'letter');
    await act(people.wardOfficer, id, 'receive');
    await act(people.wardOfficer, id, 'recommend');
    const told = (await rulesIn(home, id)).filter(({ rules }) => rules !== undefined);
    expect(told.map(({ act: name }) => name)).toEqual(['Submitted', 'Received', 'Recommended']);
  });
});

describe('a case that was held for what is said against its subject', () => {
  const release = { reason: 'Đã có kết luận', document: '12/KL ngày 05/10/2020' };
  const disciplined = (endsOn: string) => ({ ...release, finding: { outcome: 'disciplined', endsOn } });

  it.each([
    ['goes on once it is cleared', { ...release, finding: { outcome: 'cleared' } }, 'done', []],
    ['waits while the discipline lasts', disciplined('2020-12-31'), 'RuleForbids', ['R04']],
    ['counts achievements only from its end', disciplined('2020-03-01'), 'RuleForbids', ['R05']],
  ] as const)('%s', async (_, said, expected, rules) => {
    const { home, act, to, submitted, caseOf } = await begin();
    const id = await submitted({ name: 'Trần Văn Bảy' });
    await to('district-receive', [id]);
    const police = people.policeOfficer;
    await act(police, id, 'hold', { reason: 'Có đơn', document: '214/CAQ', kind: 'discipline' });
    await act(police, id, 'release', said);
    expect((await caseOf(id)).troubles).toHaveLength(1);
    expect(await codeOf(act(police, id, 'receive'))).toBe(expected);
    const { explanations } = await readCaseRules(home.ports, police.id, id, 'receive');
    const failing = explanations.filter(
      ({ verdict, severity }) => verdict === 'fails' && severity !== 'inform',
    );
    expect(failing.map(({ follows }) => follows)).toEqual([...rules]);
  });
});

describe('what the rules find', () => {
  it('is told to whoever may read the case, and to nobody else', async () => {
    const { home, submitted } = await begin();
    const id = await submitted({ name: 'Trần Văn Bảy' });
    const { stage, lawOf } = await readCaseRules(home.ports, people.wardOfficer.id, id);
    expect([stage, lawOf]).toEqual(['council', home.ports.clock.today()]);
    expect(await codeOf(readCaseRules(home.ports, people.siblingOfficer.id, id))).toBe('CaseNotFound');
  });

  it('is told of a nomination that is being typed, of which nothing is kept', async () => {
    const { home, submitted } = await begin();
    await submitted({ name: 'Trần Văn Bảy', report: paragraph });
    const typed = commandOf({ name: 'Lê Thị Tám', born: 1971, report: paragraph });
    const { stage, explanations, sides } = await checkNomination(home.ports, people.wardOfficer.id, typed);
    expect(stage).toBe('typing');
    expect(explanations.find(({ follows }) => follows === 'R01')).toMatchObject({ because: 'copied' });
    expect(sides.map(({ name, readable }) => [name, readable])).toEqual([['Trần Văn Bảy', false]]);
    expect(await codeOf(checkNomination(home.ports, people.policeOfficer.id, typed))).toBe(
      'OrganisationForeign',
    );
  });
});

describe('a decision of before that another office brought in', () => {
  /** Of the very achievement of the ward's draft, as the sibling ward says. */
  async function broughtIn(by: 'siblingCommittee' | 'wardCommittee') {
    const { home, ...own } = await begin();
    const name = 'Nguyễn Thị Sáu';
    const id = await own.draft({ name });
    const { subject } = await own.caseOf(id);
    const { id: organisation } = organisations[by];
    const written = {
      unit: 'Tổ 5',
      form: 'GK_HUYEN',
      citation: `Thành tích của ${name} ${name} đã vận động nhiều hộ`,
    };
    const row = {
      ...{ name, birthYear: 1958, kind: 'individual', ...written },
      ...{ achievementFrom: '2019-12-01', achievementTo: '2019-12-19' },
      answer: { answer: 'same', subject },
    };
    const typist = by === 'wardCommittee' ? people.wardOfficer : people.siblingOfficer;
    await importPast(home.ports, asks(typist), pastDecision({ organisation, rows: [row] }));
    const finding = async () =>
      (await readCaseRules(home.ports, people.wardOfficer.id, id)).explanations.find(
        ({ follows }) => follows === 'R01',
      );
    return { home, ...own, id, subject, finding };
  }

  it.each([
    ['bars the nomination where its own office did', 'wardCommittee', 'block', 'RuleForbids'],
    [
      'asks for a reason where another did, since nobody has confirmed it',
      'siblingCommittee',
      'warn',
      'RuleNeedsReason',
    ],
  ] as const)('%s', async (_what, by, severity, refusal) => {
    const { finding, submit, id } = await broughtIn(by);
    expect(await finding()).toMatchObject({ because: 'awardedBefore', severity });
    expect(await codeOf(submit(id))).toBe(refusal);
  });

  it('is told while somebody types only to whom has typed the subject’s name', async () => {
    const { home, subject } = await broughtIn('siblingCommittee');
    const said = async (name: string) => {
      const { explanations } = await checkNomination(
        home.ports,
        people.wardOfficer.id,
        commandOf({ name, subject }),
      );
      return JSON.stringify(explanations).includes('1520/QĐ-UBND');
    };
    expect([await said('Nguyễn Thị Sáu'), await said('Người Khác Hẳn')]).toEqual([true, false]);
  });
});

describe('what ended without an award', () => {
  it('takes no place among the reports that a new one is compared with', async () => {
    const { home, draft, submit, act } = await begin();
    const first = await draft({ name: 'Trần Văn An', report: paragraph });
    await submit(first);
    for (const name of ['Bình', 'Cường', 'Dũng', 'Em', 'Giang', 'Hà']) {
      const copy = await draft({ name: `Lê Văn ${name}`, report: `${name} ${paragraph} ${paragraph}` });
      await submit(copy, { reasons: { R01: 'Làm chung' } });
      await act(people.wardOfficer, copy, 'withdraw', { reason: 'Rút lại' });
    }
    const last = await draft({ name: 'Vũ Thị Lan', report: paragraph });
    const { sides } = await readCaseRules(home.ports, people.wardOfficer.id, last);
    expect(sides.map((side) => side.case)).toEqual([first]);
  });
});

describe('a file for a conference', () => {
  it('arrives so many days before it, or is sent with a reason; for a sudden deed it may come later', async () => {
    const { home, draft, submit } = await begin();
    const forms = december.forms.map((form) => ({ ...form, councilDay: '2020-10-12' }));
    const round = await secondRound(home, { forms, conferenceOn: '2020-10-13' });
    const one = await draft({ name: 'Trần Văn Bảy', round });
    await expect(submit(one)).rejects.toMatchObject({
      code: 'RuleNeedsReason',
      faults: [{ field: 'reasons.R14', code: 'needsReason', limit: 'R14' }],
    });
    await submit(one, { reasons: { R14: 'Được chủ đợt xét cho gửi muộn.' } });
    const sudden = await draft({ name: 'Lê Thị Tám', born: 1971, round });
    const [item] = await home.ports.store.get([keys.caseMeta(sudden)]);
    const own = asks(people.wardOfficer, { ifVersion: item?.version ?? 0 });
    await actOnCase(home.ports, own, sudden, 'edit', { content: { commendationType: 'unexpected' } });
    await submit(sudden);
  });
});
