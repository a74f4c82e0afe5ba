import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { entrySchema } from '#shared/domain/history.ts';
import { caseIdSchema, listIdSchema, postIdSchema, subjectIdSchema, type CaseId } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { addDays, at, civilDateSchema, type Instant } from '#shared/domain/time.ts';
import type { Store } from '#shared/ports.ts';
import { loadPerson, personWrites } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnList } from '#shared/use-cases/lists/act-on-list.ts';
import { caseEffects } from '#shared/use-cases/effects/case-effects.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { admitLate } from '#shared/use-cases/rounds/rounds.ts';
import { attach, checkFile } from '#shared/use-cases/files/files.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readOpenQuestions } from '#shared/use-cases/views/office.ts';
import { readLists } from '#shared/use-cases/views/list-view.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { codeOf, desks, postOf, walkIn, type Walk } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { smallPdf } from '../support/minutes.ts';
import { outrun } from '../support/outrun.ts';
import { councils, december, organisations, people } from '../support/small-directory.ts';
import { asks, draftModelProposal, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

interface Story extends Walk {
  readonly home: TestHome;
  /** Two nominations, submitted. */
  readonly one: CaseId;
  readonly two: CaseId;
}

async function begin(): Promise<Story> {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  const two = await draftNomination(home.ports, { name: 'Lê Văn Tám', birthYear: 1970 });
  await walk.act(people.wardOfficer, one, 'submit');
  await walk.act(people.wardOfficer, two, 'submit');
  return { ...walk, home, one, two };
}

/** Nothing half done, every chain whole, every inbox as its records say. */
const expectWhole = async (home: TestHome) =>
  expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);

async function moveTo(home: TestHome, instant: Instant): Promise<void> {
  home.ports.clock.setOffice(instant);
  home.workflow.tick();
  await home.settle();
}

const withDocument = { reason: 'Có đơn phản ánh', document: 'Công văn số 01/CV-CAQ' };
const reason = { reason: 'Lý do' };

describe('a supplement', () => {
  it('stops the clock of one case, is answered in its own fields only, and gives back the days that were left', async () => {
    const { home, act, to, one, two, caseOf, standing, stepOf, kindsTold } = await begin();
    await to('district-appraise', [one, two]);
    const dueBefore = (await caseOf(two)).route?.steps[3]?.dueOn;
    await home.passDays(1);
    await act(people.policeOfficer, one, 'askSupplement', { fields: ['report'], note: 'Nêu rõ số vụ việc' });

    expect([await standing(one), await standing(two)]).toEqual(['supplement', 'free']);
    expect(await kindsTold(people.wardOfficer)).toContain('SupplementAsked');
    expect(await codeOf(act(people.policeOfficer, one, 'recommend'))).toBe('CaseMovedOn');
    await home.passDays(7);
    const answer = { content: { report: 'Phát hiện 12 vụ việc.' } };
    expect(
      await codeOf(act(people.wardOfficer, one, 'answerSupplement', { content: { unit: 'Khác' } })),
    ).toBe('SupplementFieldNotAsked');
    expect(await codeOf(act(people.siblingOfficer, one, 'answerSupplement', answer))).toBe('CaseNotFound');
    await act(people.wardOfficer, one, 'answerSupplement', answer);

    expect(await standing(one)).toBe('free');
    expect((await caseOf(one)).route?.steps[3]?.dueOn).toBe('2020-10-26');
    expect((await caseOf(two)).route?.steps[3]?.dueOn).toBe(dueBefore);
    expect(dueBefore).toBe('2020-10-19');
    await act(people.policeOfficer, one, 'recommend');
    expect(await stepOf(one)).toBe('district-police-letter');
    await expectWhole(home);
  });

  it('is answered with its papers while the case is on hold, and by nobody once it is answered', async () => {
    const { home, act, to, one, standing } = await begin();
    const { ports } = home;
    await to('district-receive', [one]);
    const asked = { fields: ['report', 'attachments'], note: 'Nêu rõ số vụ việc, kèm biên bản' };
    await act(people.policeOfficer, one, 'askSupplement', asked);
    await act(people.policeOfficer, one, 'hold', withDocument);
    expect(await standing(one)).toBe('hold');
    const allowed = async () => (await readCaseView(ports, people.wardOfficer.id, one)).allowed;
    expect(await allowed()).toEqual(expect.arrayContaining(['answerSupplement', 'attach']));

    const paper = { kind: 'minutes', name: 'Biên bản.pdf', size: smallPdf.length } as const;
    const attached = () =>
      attach(
        ports,
        asks(people.wardOfficer),
        { case: one },
        { ...paper, contentType: 'application/pdf' },
        '/',
      );
    const { id } = await attached();
    ports.files.receive(id, smallPdf);
    expect(await checkFile(ports, asks(people.wardOfficer), id)).toMatchObject({ state: 'kept' });
    await act(people.wardOfficer, one, 'answerSupplement', { content: { report: 'Đã nêu 12 vụ việc.' } });

    expect(await allowed()).not.toContain('attach');
    expect(await allowed()).not.toContain('answerSupplement');
    // Whoever attaches at a step is its holder, not the submitter.
    expect(await codeOf(attached())).toBe('ActNotYours');
    await act(people.policeOfficer, one, 'release', withDocument);
    expect(await standing(one)).toBe('free');
    await expectWhole(home);
  });

  it('reminds whoever must answer, and their leader after the day', async () => {
    const { home, act, one, kindsTold } = await begin();
    await act(people.wardSecretary, one, 'askSupplement', {
      fields: ['report'],
      note: 'Bổ sung',
      workingDays: 5,
    });
    await home.passDays(9);
    expect((await kindsTold(people.wardOfficer)).filter((kind) => kind === 'Reminder')).toHaveLength(2);
    expect((await kindsTold(people.wardLeader)).filter((kind) => kind === 'Escalated')).toHaveLength(1);
  });
});

describe('a case returned as ineligible', () => {
  it('ends with its article, and its achievement may be nominated again', async () => {
    const { home, act, to, one, caseOf, kindsTold } = await begin();
    await to('district-receive', [one]);
    await act(people.policeOfficer, one, 'returnIneligible', {
      reason: 'Chưa đủ thời gian',
      article: 'Điều 5 khoản 2',
    });
    expect(await caseOf(one)).toMatchObject({ status: 'INELIGIBLE' });
    expect(await kindsTold(people.wardOfficer)).toContain('ReturnedIneligible');
    const view = await readCaseView(home.ports, people.wardOfficer.id, one);
    expect(view.timeline.find((entry) => entry.act === 'ReturnedIneligible')?.facts['article']).toBe(
      'Điều 5 khoản 2',
    );
    expect(home.workflow.describe('case', `${one}-1`)).toMatchObject({
      status: 'SUCCEEDED',
      state: 'Ineligible',
    });

    const again = await nominateAgain(home, one);
    await act(people.wardOfficer, again, 'submit');
    expect((await caseOf(again)).status).toBe('AT_STEP');
    await expectWhole(home);
  });
});

/** The same subject, chosen by the officer, for the same time. */
async function nominateAgain(home: TestHome, id: CaseId, change: object = {}): Promise<CaseId> {
  const { ports } = home;
  const [meta] = await ports.store.get([keys.caseMeta(id)]);
  const answer = await nominate(
    ports,
    asks(people.wardOfficer),
    newNominationSchema.parse({
      organisation: organisations.wardCommittee.id,
      round: december.id,
      form: 'GK_HUYEN',
      subjectKind: 'individual',
      subject: subjectIdSchema.parse(meta?.body['subject']),
      proposer: { name: 'Phạm Văn Tổ' },
      content: nominationContent,
      ...change,
    }),
  );
  return caseIdSchema.parse(answer.id);
}

const nominationContent = {
  printedName: 'Nguyễn Thị Sáu',
  unit: 'Tổ dân phố số 5, phường Sở Dầu',
  birthYear: 1958,
  residentialGroup: 'Tổ dân phố số 5',
  achievementFrom: '2019-12-01',
  achievementTo: '2020-09-30',
  citation: 'Đã có thành tích xuất sắc',
  report: 'Vận động 120 hộ.',
};

/** After the first one's time, and done by the day on which it is sent. */
const laterContent = {
  ...nominationContent,
  achievementFrom: '2020-10-01',
  achievementTo: '2020-10-05',
  citation: 'Dũng cảm cứu người bị nạn',
  report: 'Tự mình đưa hai cháu nhỏ ra khỏi căn nhà đang cháy trong đêm.',
};

describe('a hold on a case that stands in a list', () => {
  it('takes its row off while the list gathers', async () => {
    const {
      home,
      act,
      to,
      one,
      two,
      letterOf,
      listOf,
      rowOf,
      standing,
      close,
      sign,
      issue,
      gatherAll,
      stepOf,
    } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await act(people.wardOfficer, one, 'hold', withDocument);
    expect(await rowOf(list, one)).toMatchObject({ state: 'held' });
    expect((await listOf(list)).rows).toBe(1);
    await act(people.wardOfficer, one, 'release', withDocument);
    expect(await standing(one)).toBe('free');
    await gatherAll(people.wardOfficer, list, [one]);
    expect((await listOf(list)).rows).toBe(2);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    await issue(desks.ward, list);
    expect([await stepOf(one), await stepOf(two)]).toEqual(['district-receive', 'district-receive']);
    await expectWhole(home);
  });

  it('counts a row that is gathered just after the others were read, and just before the list was', async () => {
    const { home, to, one, two, letterOf, listOf, gatherAll } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one]);
    const { store } = home.ports;
    const gathered = Promise.withResolvers<undefined>();
    const waiting: Store = {
      ...store,
      get: async (wanted) => {
        if (wanted.some(({ pk }) => pk === `LIST#${list}`)) await gathered.promise;
        return store.get(wanted);
      },
      query: async (query) => {
        const page = await store.query(query);
        if (page.items.length === 1) await gatherAll(people.wardOfficer, list, [two]);
        gathered.resolve(undefined);
        return page;
      },
    };
    const ports = { ...home.ports, store: waiting };
    await actOnCase(ports, asks(people.wardOfficer), one, 'hold', withDocument);
    expect((await listOf(list)).rows).toBe(1);
    await home.settle();
    await expectWhole(home);
  });

  it('takes its row off a closed list and renews the hash, so that nobody signs what they did not see', async () => {
    const { home, act, to, one, two, letterOf, listOf, standing, close, sign, issue, onList, stepOf } =
      await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await close(desks.ward, list);
    const seen = (await listOf(list)).hash;
    await act(people.wardOfficer, one, 'hold', withDocument);
    expect((await listOf(list)).hash).not.toBe(seen);
    expect(await codeOf(onList(people.wardLeader, list, 'sign', { hash: seen }))).toBe('HashChanged');
    await sign(people.wardLeader, list);
    await issue(desks.ward, list);
    expect([await standing(one), await stepOf(one), await stepOf(two)]).toEqual([
      'hold',
      'ward-letter',
      'district-receive',
    ]);
    await act(people.wardOfficer, one, 'release', withDocument);
    expect([await standing(one), await stepOf(one)]).toEqual(['free', 'ward-letter']);
    await expectWhole(home);
  });

  it('keeps its row between signature and issue: it follows the issued list when it is released', async () => {
    const { home, act, to, one, two, letterOf, listOf, rowOf, standing, close, sign, issue, stepOf } =
      await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    const { hash } = await listOf(list);
    await act(people.wardClerk, one, 'hold', withDocument);
    expect([(await rowOf(list, one))?.state, (await listOf(list)).hash]).toEqual(['on', hash]);
    await issue(desks.ward, list);
    expect([await standing(one), await stepOf(one), await stepOf(two)]).toEqual([
      'hold',
      'ward-letter',
      'district-receive',
    ]);
    await act(people.wardClerk, one, 'release', withDocument);
    expect(await stepOf(one)).toBe('district-receive');
    expect((await listOf(list)).rows).toBe(2);
    await expectWhole(home);
  });

  it('is as if it had not been when it is released before the issue', async () => {
    const { act, to, one, two, letterOf, close, sign, issue, stepOf, standing } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    await act(people.wardClerk, one, 'hold', withDocument);
    await act(people.wardClerk, one, 'release', withDocument);
    expect(await standing(one)).toBe('inList');
    await issue(desks.ward, list);
    expect([await stepOf(one), await stepOf(two)]).toEqual(['district-receive', 'district-receive']);
  });
});

describe('a row struck from a closed letter', () => {
  it('leaves the others to pass, waits with its reason, and comes with another letter', async () => {
    const {
      home,
      to,
      one,
      two,
      letterOf,
      letter,
      rowOf,
      listOf,
      standing,
      close,
      sign,
      issue,
      onList,
      stepOf,
      caseOf,
      kindsTold,
    } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await close(desks.ward, list);
    const seen = (await listOf(list)).hash;
    await onList(people.wardLeader, list, 'strike', { case: one, reason: 'Thiếu chữ ký của tổ trưởng' });
    expect(await rowOf(list, one)).toMatchObject({ state: 'struck' });
    expect(await codeOf(onList(people.wardLeader, list, 'sign', { hash: seen }))).toBe('HashChanged');
    expect([await standing(one), (await caseOf(one)).struckFrom]).toEqual(['free', list]);
    expect(await kindsTold(people.wardOfficer)).toContain('Struck');
    await sign(people.wardLeader, list);
    await issue(desks.ward, list);
    expect([await stepOf(one), await stepOf(two)]).toEqual(['ward-letter', 'district-receive']);
    await letter(desks.ward, [one]);
    expect([await stepOf(one), (await caseOf(one)).struckFrom]).toEqual(['district-receive', undefined]);
    await expectWhole(home);
  });
});

describe('a withdrawal', () => {
  it('takes the row off a letter that is not signed, and ends the case', async () => {
    const { home, act, to, one, two, letterOf, listOf, rowOf, close, caseOf, kindsTold } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one, two]);
    await close(desks.ward, list);
    const { hash } = await listOf(list);
    await act(people.wardOfficer, one, 'withdraw', reason);
    expect(await caseOf(one)).toMatchObject({ status: 'WITHDRAWN' });
    expect((await rowOf(list, one))?.state).toBe('withdrawn');
    expect((await listOf(list)).hash).not.toBe(hash);
    expect(await kindsTold(people.wardOfficer)).toContain('Withdrawn');
    expect(home.workflow.describe('case', `${one}-1`)?.state).toBe('Withdrawn');
    await expectWhole(home);
  });

  it('comes too late once the first letter is signed, and at every step behind it', async () => {
    const { act, to, one, letterOf, close, sign, issue } = await begin();
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    expect(await codeOf(act(people.wardOfficer, one, 'withdraw', reason))).toBe('WithdrawalTooLate');
    await issue(desks.ward, list);
    expect(await codeOf(act(people.wardOfficer, one, 'withdraw', reason))).toBe('WithdrawalTooLate');
  });
});

describe('after the closing day', () => {
  it('a letter waits until the owner of the round admits it', async () => {
    const { home, to, one, letterOf, close, sign, issue, listOf, stepOf } = await begin();
    const { ports } = home;
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    await moveTo(home, at(civilDateSchema.parse('2020-11-21'), 9));
    expect(await codeOf(issue(desks.ward, list))).toBe('ClosingDayPassed');
    const late = await draftNomination(ports, { name: 'Vũ Thị Muộn' });
    expect(
      await codeOf(actOnCase(ports, asks(people.wardOfficer), late, 'submit', { noSecrets: true })),
    ).toBe('ClosingDayPassed');

    const admission = { organisation: organisations.wardCommittee.id, reason: 'Bão số 13' };
    expect(await codeOf(admitLate(ports, asks(people.wardOfficer), december.id, admission))).toBe(
      'ActNotYours',
    );
    await admitLate(ports, asks(people.districtOfficer), december.id, admission);
    await issue(desks.ward, list);
    expect([(await listOf(list)).admittedLate, await stepOf(one)]).toEqual([true, 'district-receive']);
    await actOnCase(ports, asks(people.wardOfficer), late, 'submit', { noSecrets: true });
    await home.settle();
    expect(await stepOf(late)).toBe('ward-council');
  });

  it('is the day after: on its last day a letter is taken in', async () => {
    const { home, to, one, letter, stepOf } = await begin();
    await to('ward-letter', [one]);
    await moveTo(home, at(civilDateSchema.parse('2020-11-20'), 23));
    await letter(desks.ward, [one]);
    expect(await stepOf(one)).toBe('district-receive');
  });
});

describe('one subject', () => {
  it('is nominated once for one time, unless for another achievement, said with a reason', async () => {
    const { home, act, one, caseOf } = await begin();
    const again = await nominateAgain(home, one);
    expect(await codeOf(act(people.wardOfficer, again, 'submit'))).toBe('AchievementAlreadyNominated');
    await act(people.wardOfficer, again, 'submit', { otherAchievement: 'Chữa cháy ngày 02/9' });
    expect(await caseOf(again)).toMatchObject({ status: 'AT_STEP', otherAchievement: true });
    const later = await nominateAgain(home, one, { content: laterContent });
    await act(people.wardOfficer, later, 'submit');
    expect((await caseOf(later)).status).toBe('AT_STEP');
    await expectWhole(home);
  });

  it('and a namesake are two: the question is put, and answered in the draft', async () => {
    const { home, act, one, caseOf } = await begin();
    const { ports } = home;
    const like = await draftNomination(ports);
    const error: unknown = await actOnCase(ports, asks(people.wardOfficer), like, 'submit', {
      noSecrets: true,
    }).catch((caught: unknown) => caught);
    expect(isRefusal(error) && error.code).toBe('IdentityQuestionOpen');
    const known = (await caseOf(one)).subject;
    expect(isRefusal(error) && error.details['candidates']).toEqual([
      expect.objectContaining({ subject: known, name: 'Nguyễn Thị Sáu', birthYear: 1958 }),
    ]);

    await act(people.wardOfficer, like, 'judgeIdentity', { other: known, answer: 'namesake', ...reason });
    await act(people.wardOfficer, like, 'submit');
    expect(await caseOf(like)).toMatchObject({ status: 'AT_STEP', label: { namesake: true } });
    await expectWhole(home);
  });

  it('that turns out to be nominated already is refused, once somebody has said that they are the same', async () => {
    const { home, act, one, caseOf } = await begin();
    const like = await draftNomination(home.ports);
    const known = (await caseOf(one)).subject;
    await act(people.wardOfficer, like, 'judgeIdentity', { other: known, answer: 'same', ...reason });
    expect(await codeOf(act(people.wardOfficer, like, 'submit'))).toBe('AchievementAlreadyNominated');
    await act(people.wardOfficer, like, 'discard');
    const third = await draftNomination(home.ports);
    const asked = await readOpenQuestions(home.ports, third);
    expect(asked.map((other) => other.id)).toEqual([known]);
    const later = await nominateAgain(home, one, {
      content: laterContent,
      answers: [{ subject: (await caseOf(third)).subject, answer: 'namesake' }],
    });
    await act(people.wardOfficer, later, 'submit');
    expect((await caseOf(later)).status).toBe('AT_STEP');
    await expectWhole(home);
  });

  it('may be the same as one look-alike and a namesake of another: both answers are kept', async () => {
    const { home, act, one, caseOf } = await begin();
    const like = await draftNomination(home.ports);
    const [known, other] = [(await caseOf(one)).subject, (await caseOf(like)).subject];
    const again = await nominateAgain(home, one, {
      subject: undefined,
      content: laterContent,
      answers: [
        { subject: known, answer: 'same' },
        { subject: other, answer: 'namesake' },
      ],
    });
    await act(people.wardOfficer, again, 'submit');
    expect(await caseOf(again)).toMatchObject({
      status: 'AT_STEP',
      subject: known,
      label: { namesake: true },
    });
  });

  it('is looked for under the name that the draft has at last', async () => {
    const { home, act } = await begin();
    const other = await draftNomination(home.ports, { name: 'Trần Thị Chín', birthYear: 1980 });
    const content = { printedName: 'Nguyễn Thị Sáu', birthYear: 1958 };
    await actOnCase(home.ports, asks(people.wardOfficer, { ifVersion: 1 }), other, 'edit', { content });
    expect(await codeOf(act(people.wardOfficer, other, 'submit'))).toBe('IdentityQuestionOpen');
    const first = await draftNomination(home.ports, { name: 'Trần Thị Chín', birthYear: 1980 });
    await act(people.wardOfficer, first, 'submit');
    await expectWhole(home);
  });

  it.each(['before', 'meanwhile'])(
    'keeps the name under which another nomination chose it, be that %s',
    async (when) => {
      const { home, one, caseOf } = await begin();
      const own = await draftNomination(home.ports, { name: 'Trần Thị Chín', birthYear: 1980 });
      const { subject } = await caseOf(own);
      const choose = () => nominateAgain(home, one, { subject });
      if (when === 'before') await choose();
      const ports = when === 'meanwhile' ? outrun(home.ports, 'commit', choose) : home.ports;
      const edited = { content: { printedName: 'Nguyễn Thị Chín' } };
      await actOnCase(ports, asks(people.wardOfficer, { ifVersion: 1 }), own, 'edit', edited);
      const like = await draftNomination(home.ports, { name: 'Trần Thị Chín', birthYear: 1980 });
      expect((await readOpenQuestions(home.ports, like)).map(({ id }) => id)).toEqual([subject]);
      await actOnCase(home.ports, asks(people.wardOfficer), own, 'discard', {});
      expect((await readOpenQuestions(home.ports, like)).map(({ id }) => id)).toEqual([subject]);
    },
  );

  it('and a draft that was thrown away: nobody is asked about it', async () => {
    const home = await createTestHome();
    const { act, stepOf } = walkIn(home);
    await act(people.wardOfficer, await draftNomination(home.ports), 'discard');
    const anew = await draftNomination(home.ports);
    await act(people.wardOfficer, anew, 'submit');
    expect(await stepOf(anew)).toBe('ward-council');
  });
});

describe('a ward chairman’s own row', () => {
  it('keeps him from signing: the deputy signs it in a second letter', async () => {
    const { home, act, to, one, two, letterOf, finish, close, sign, issue, onList, stepOf } = await begin();
    const own = await nominateAgain(home, one, {
      subject: undefined,
      accounts: [people.wardLeader.id],
      content: { ...nominationContent, printedName: people.wardLeader.name },
    });
    await act(people.wardOfficer, own, 'submit');
    await to('ward-letter', [one, two, own]);
    const list = await letterOf(desks.ward, [one, two, own]);
    expect(await codeOf(close(desks.ward, list))).toBe('RowBarsSigner');
    await onList(people.wardOfficer, list, 'ungather', { case: own });
    await finish(desks.ward, list);
    const second = await letterOf(desks.ward, [own]);
    await close(desks.ward, second, people.wardDeputy);
    expect(await codeOf(sign(people.wardLeader, second))).toBe('ActNotYours');
    await sign(people.wardDeputy, second);
    await issue(desks.ward, second);
    expect(await Promise.all([one, two, own].map(stepOf))).toEqual(Array(3).fill('district-receive'));
    await expectWhole(home);
  });

  it('is voted on without him', async () => {
    const { home, act, session, one, rowOf } = await begin();
    const own = await nominateAgain(home, one, {
      subject: undefined,
      accounts: [people.wardLeader.id],
      content: { ...nominationContent, printedName: people.wardLeader.name },
    });
    await act(people.wardOfficer, own, 'submit');
    const list = await session('ward', [own]);
    expect((await rowOf(list, own))?.result).toMatchObject({
      recused: [people.wardLeader.id],
      voting: 3,
      agreed: 3,
    });
  });
});

describe('a council', () => {
  it('that does not agree ends the case, and gives its achievement free', async () => {
    const { home, act, session, one, caseOf, kindsTold } = await begin();
    await session('ward', [one], { outcome: 'notAgreed' });
    expect((await caseOf(one)).status).toBe('NOT_AWARDED');
    expect(home.workflow.describe('case', `${one}-1`)?.state).toBe('NotAwarded');
    expect(await kindsTold(people.wardOfficer)).toContain('SessionConcluded');
    const again = await nominateAgain(home, one);
    await act(people.wardOfficer, again, 'submit');
    expect((await caseOf(again)).status).toBe('AT_STEP');
    await expectWhole(home);
  });

  it('that postpones leaves the case free for its next session', async () => {
    const { home, session, one, standing, stepOf } = await begin();
    await session('ward', [one], { outcome: 'postponed' });
    expect([await standing(one), await stepOf(one)]).toEqual(['free', 'ward-council']);
    await session('ward', [one]);
    expect(await stepOf(one)).toBe('ward-letter');
    await expectWhole(home);
  });
});

describe('a model proposal', () => {
  it('is approved by a decision of its own kind', async () => {
    const home = await createTestHome();
    const { act, letter, decision, caseOf, stepOf } = walkIn(home);
    const id = await draftModelProposal(home.ports);
    await act(people.wardOfficer, id, 'submit');
    await letter(desks.ward, [id], { model: true });
    await act(people.policeOfficer, id, 'receive');
    await act(people.policeOfficer, id, 'recommend');
    expect(await stepOf(id)).toBe('district-approve');
    const list = await decision(desks.district, [id], { model: true });
    expect(await caseOf(id)).toMatchObject({ status: 'APPROVED' });
    expect(
      (
        await readLists(home.ports, people.districtOfficer.id, { organisation: desks.district.organisation })
      ).find((one) => one.id === list)?.kind,
    ).toBe('approval');
    expect(home.workflow.describe('case', `${id}-1`)?.state).toBe('Approved');
    await expectWhole(home);
  });
});

describe('two acts at once', () => {
  it('on one step: the second is refused, and never falls upon the step that came next', async () => {
    const { home, to, one, stepOf, caseOf } = await begin();
    await to('district-appraise', [one]);
    const { ports } = home;
    let outrun: (() => Promise<unknown>) | undefined = () =>
      actOnCase(ports, asks(people.policeOfficer), one, 'recommend', {});
    const late = {
      ...ports,
      store: {
        ...ports.store,
        async commit(writes: Parameters<typeof ports.store.commit>[0]) {
          const first = outrun;
          outrun = undefined;
          await first?.();
          await home.settle();
          await ports.store.commit(writes);
        },
      },
    };
    const asked = { fields: ['report' as const], note: 'Bổ sung', workingDays: 10 };
    expect(await codeOf(actOnCase(late, asks(people.policeOfficer), one, 'askSupplement', asked))).toBe(
      'CaseMovedOn',
    );
    expect([await stepOf(one), (await caseOf(one)).supplement]).toEqual([
      'district-police-letter',
      undefined,
    ]);
  });
});

describe('numbers', () => {
  it('are used once in an office and year, with or without a zero in front', async () => {
    const { to, one, two, letterOf, close, sign, onList, home } = await begin();
    await to('ward-letter', [one, two]);
    const date = home.ports.clock.today();
    const [first, second] = [await letterOf(desks.ward, [one]), await letterOf(desks.ward, [two])];
    for (const list of [first, second]) {
      await close(desks.ward, list);
      await sign(people.wardLeader, list);
    }
    await onList(people.wardClerk, first, 'issue', { number: '5/TTr-UBND', date });
    for (const number of ['5/TTr-UBND', '05/TTr-UBND']) {
      expect(await codeOf(onList(people.wardClerk, second, 'issue', { number, date }))).toBe('NumberTaken');
    }
    await onList(people.wardClerk, second, 'issue', { number: '6/TTr-UBND', date });
  });

  it('are given once by a request that comes twice at once', async () => {
    const { to, one, letterOf, close, sign, home } = await begin();
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    await close(desks.ward, list);
    await sign(people.wardLeader, list);
    const request = asks(people.wardClerk);
    const command = { number: '5/TTr-UBND', date: home.ports.clock.today() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => actOnList(home.ports, request, list, 'issue', command)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await home.settle();
    await expectWhole(home);
  });
});

describe('a leader of two posts in one office', () => {
  it('signs under the one that the list names', async () => {
    const { home, to, one, letterOf, sign, listOf, onList } = await begin();
    const [item] = await home.ports.store.get([keys.person(people.wardDeputy.id)]);
    const acting = {
      ...people.wardDeputy.posts[0]!,
      id: postIdSchema.parse('01ZACT1NG00000000000000000'),
      title: 'Quyền Chủ tịch',
    };
    const both = { ...people.wardDeputy, posts: [...people.wardDeputy.posts, acting] };
    await home.ports.store.commit(personWrites(loadPerson(item), both));
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    await onList(people.wardOfficer, list, 'close', { signer: acting.id });
    await sign(people.wardDeputy, list);
    expect((await listOf(list)).signature?.post).toBe(acting.id);
  });
});

describe('effects that come late', () => {
  it('tell nobody of a step that has been left since', async () => {
    const { home, one, to, caseOf, kindsTold } = await begin();
    await to('ward-letter', [one]);
    const subject = await caseOf(one);
    const before = (await kindsTold(people.wardOfficer)).length;
    const opened = { act: 'StepOpened', facts: { step: 'ward-council', dueOn: '2020-10-14' } };
    const entry = entrySchema.parse({
      ...opened,
      record: `CASE#${one}`,
      seq: 3,
      at: subject.updatedAt,
      machineAt: subject.updatedAt,
      previous: '',
    });
    await caseEffects(home.ports, subject, entry);
    expect((await kindsTold(people.wardOfficer)).length).toBe(before);
  });
});

describe('gathering', () => {
  it('takes many cases under one version of the list', async () => {
    const { home, to, one, two, letterOf, listOf, onList } = await begin();
    await to('ward-letter', [one, two]);
    const list = await letterOf(desks.ward, [one]);
    await onList(people.wardOfficer, list, 'ungather', { case: one });
    const [item] = await home.ports.store.get([keys.listMeta(list)]);
    const cases = [one, two].map((id) => ({ case: id, recommended: true, remark: '' }));
    const request = asks(people.wardOfficer, { ifVersion: item!.version });
    const { results } = await gather(home.ports, request, list, { cases });
    expect(results.map((result) => result.gathered)).toEqual([true, true]);
    expect((await listOf(list)).rows).toBe(2);
  });

  it('says nothing about a case that the officer may not read', async () => {
    const { home, one, letterOf } = await begin();
    const foreign = await letterOf(desks.sibling, []).catch(() => undefined);
    expect(foreign).toBeUndefined();
    const [mine] = await readLists(home.ports, people.siblingOfficer.id, {
      organisation: desks.sibling.organisation,
    });
    const cases = [{ case: one, recommended: true, remark: '' }];
    expect(await codeOf(gather(home.ports, asks(people.siblingOfficer), mine!.id, { cases }))).toBe(
      'CaseNotFound',
    );
  });

  it('keeps cases for two addressees in two letters', async () => {
    const { to, one, letterOf, listOf } = await begin();
    await to('ward-letter', [one]);
    const list = await letterOf(desks.ward, [one]);
    expect((await listOf(list)).addressee).toBe(organisations.districtPolice.id);
    expect(postOf(people.wardLeader)).not.toBe(postOf(people.wardDeputy));
  });
});

describe('the day by which a list is due', () => {
  /** Two at the police's letter, one of them a working day earlier than the other. */
  async function staggered() {
    const story = await begin();
    const { home, one, two, act, to, letterOf } = story;
    await to('district-appraise', [one, two]);
    await act(people.policeOfficer, one, 'recommend');
    await home.passDays(1);
    await act(people.policeOfficer, two, 'recommend');
    const list = await letterOf(desks.police, [one, two]);
    const due = async () => {
      const rows = (await readInbox(home.ports, people.policeOfficer.id)).rows;
      const waiting = rows.find((row) => row.id === list) ?? (await signersRow(home, list));
      return [(await story.listOf(list)).dueOn, waiting?.dueOn];
    };
    return { ...story, list, due };
  }
  const signersRow = async ({ ports }: TestHome, list: string) =>
    (await readInbox(ports, people.policeLeader.id)).rows.find((row) => row.id === list);

  it.each(['ungather', 'strike', 'hold'] as const)(
    'is that of the rows that remain after %s',
    async (how) => {
      const { home, one, two, act, onList, close, list, due } = await staggered();
      expect(await due()).toEqual(['2020-10-08', '2020-10-08']);
      if (how === 'ungather') await onList(people.policeOfficer, list, 'ungather', { case: one });
      else await close(desks.police, list);
      if (how === 'strike') await onList(people.policeOfficer, list, 'strike', { case: one, ...reason });
      if (how === 'hold') await act(people.policeOfficer, one, 'hold', withDocument);
      expect(await due()).toEqual(['2020-10-09', '2020-10-09']);
      await expectWhole(home);

      if (how === 'hold') await act(people.policeOfficer, two, 'hold', withDocument);
      else if (how === 'strike') await onList(people.policeOfficer, list, 'strike', { case: two, ...reason });
      else await onList(people.policeOfficer, list, 'ungather', { case: two });
      expect(await due()).toEqual([undefined, undefined]);
      await expectWhole(home);
    },
  );

  it('is that of the rows that remain after a withdrawal, and of a row that comes again', async () => {
    const { home, act, two, listOf, gatherAll } = await begin();
    const { ports } = home;
    const started = await startSession(ports, asks(people.wardSecretary), {
      organisation: organisations.wardCommittee.id,
      title: 'Họp xét',
      council: councils.ward.id,
      heldOn: ports.clock.today(),
      sealed: false,
    });
    await home.passDays(1);
    const later = await draftNomination(ports, { name: 'Lý Văn Chín', birthYear: 1971 });
    await act(people.wardOfficer, later, 'submit');
    const list = listIdSchema.parse(started.id);
    await gatherAll(people.wardSecretary, list, [two, later]);
    const [first, second] = ['2020-10-14', '2020-10-15'];
    expect((await listOf(list)).dueOn).toBe(first);
    await act(people.wardOfficer, two, 'withdraw', reason);
    expect((await listOf(list)).dueOn).toBe(second);
    await expectWhole(home);
  });
});

describe('reminders', () => {
  it('go to the signer while a closed list waits for that signature, to the clerk while it waits for its number', async () => {
    const { home, to, one, two, letterOf, close, sign, kindsTold } = await begin();
    await to('district-police-letter', [one, two]);
    const list = await letterOf(desks.police, [one, two]);
    await close(desks.police, list, people.policeDeputy);
    const reminders = async (who: Person) =>
      (await kindsTold(who)).filter((kind) => kind === 'Reminder').length;
    await home.passDays(1);
    expect(await reminders(people.policeDeputy)).toBe(1);
    await home.passDays(3);
    expect(await reminders(people.policeDeputy)).toBe(2);
    expect([await reminders(people.policeOfficer), await reminders(people.policeLeader)]).toEqual([0, 0]);
    expect(await kindsTold(people.policeLeader)).toContain('Escalated');

    await sign(people.policeDeputy, list);
    await home.passDays(7);
    expect(await reminders(people.policeClerk)).toBe(1);
    expect(await reminders(people.policeDeputy)).toBe(2);
  });

  it('are not lost when somebody acts early in the morning of the day', async () => {
    const { home, act, one, kindsTold } = await begin();
    const { clock } = home.ports;
    await home.passDays(8);
    expect((await kindsTold(people.wardSecretary)).filter((kind) => kind === 'Reminder')).toHaveLength(1);
    await moveTo(home, at(addDays(clock.today(), 1), 7));
    await act(people.wardSecretary, one, 'reassign', { post: postOf(people.wardSecretary), ...reason });
    await moveTo(home, at(clock.today(), 9));
    expect((await kindsTold(people.wardSecretary)).filter((kind) => kind === 'Reminder')).toHaveLength(2);
  });
});
