import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema, type CaseId, type SubjectId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { readOpenQuestions } from '#shared/use-cases/views/office.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { outrun } from '../support/outrun.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const spring = { achievementFrom: '2020-02-01', achievementTo: '2020-04-30' };
const summer = { achievementFrom: '2020-05-01', achievementTo: '2020-08-31' };
const julys = { achievementFrom: '2020-07-01', achievementTo: '2020-07-31' };
const because = { reason: 'Đã đối chiếu hồ sơ' };

interface Wanted {
  readonly name: string;
  readonly time: typeof spring;
  readonly subject?: SubjectId;
  readonly answers?: readonly { subject: SubjectId; answer: 'same' | 'namesake' }[];
}

let drafts = 0;

async function draft({ ports }: Pick<TestHome, 'ports'>, wanted: Wanted): Promise<CaseId> {
  const { name, time, subject, answers } = wanted;
  const serial = (drafts += 1);
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    subject,
    answers,
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      ...time,
      printedName: name,
      unit: 'Tổ dân phố số 5',
      birthYear: 1958,
      // Each draft says something else: what is judged here are their times.
      citation: `Thành tích thứ ${serial}`,
      report: `Việc làm số ${serial} của năm`,
    },
  });
  return caseIdSchema.parse((await nominate(ports, asks(people.wardOfficer), command)).id);
}

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const submit = (id: CaseId, body: object = {}) => walk.act(people.wardOfficer, id, 'submit', body);
  async function submitted(wanted: Wanted): Promise<CaseId> {
    const id = await draft(home, wanted);
    await submit(id);
    return id;
  }
  const subjectOf = async (id: CaseId): Promise<SubjectId> => (await walk.caseOf(id)).subject!;
  async function say(of: CaseId, answer: 'same' | 'namesake', other: CaseId): Promise<void> {
    const said = { other: await subjectOf(other), answer, ...because };
    await walk.act(people.wardSecretary, of, 'judgeIdentity', said);
  }
  /** What a further nomination of the case's subject for this time meets. */
  async function anew(of: CaseId, time: typeof spring): Promise<string> {
    const third = await draft(home, { name: 'Nguyễn Thị Sáu', time, subject: await subjectOf(of) });
    return codeOf(submit(third));
  }
  async function whole(): Promise<void> {
    await home.settle();
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  }
  return { home, ...walk, submit, submitted, subjectOf, say, anew, whole };
}

describe('two subjects told to be the same person', () => {
  it('after both were sent keep both cases, marked; a third is judged against the two together', async () => {
    const { submitted, say, anew, caseOf, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    await say(two, 'same', one);
    expect(await caseOf(one)).toMatchObject({ status: 'AT_STEP', sameSubjectAs: [two] });
    expect(await caseOf(two)).toMatchObject({ status: 'AT_STEP', sameSubjectAs: [one] });
    expect(await anew(two, spring)).toBe('AchievementAlreadyNominated');
    expect(await anew(one, julys)).toBe('AchievementAlreadyNominated');
    expect(await anew(one, { achievementFrom: '2020-09-01', achievementTo: '2020-09-30' })).toBe('done');
    await whole();
  });

  it('though their times overlap lose neither case: the answer is recorded, both are shown to each other', async () => {
    const { submitted, say, anew, caseOf, act, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: summer });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: julys });
    await say(one, 'same', two);
    expect((await caseOf(one)).sameSubjectAs).toEqual([two]);
    expect((await caseOf(two)).sameSubjectAs).toEqual([one]);
    await whole();
    await act(people.wardOfficer, one, 'withdraw', because);
    expect(await anew(one, julys)).toBe('AchievementAlreadyNominated');
    await act(people.wardOfficer, two, 'withdraw', because);
    expect(await anew(one, julys)).toBe('done');
    await whole();
  });

  it('are one by way of a third, too', async () => {
    const { submitted, say, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    const three = await submitted({ name: 'Nguyễn Sáu', time: { ...julys, achievementFrom: '2020-06-01' } });
    await say(two, 'same', one);
    await say(three, 'same', two);
    expect(await anew(three, spring)).toBe('AchievementAlreadyNominated');
    await say(two, 'namesake', one);
    expect(await anew(three, spring)).toBe('done');
    expect(await anew(three, summer)).toBe('AchievementAlreadyNominated');
    await whole();
  });

  it('are found by cases that were entered before their round stood beside the subject', async () => {
    const { home, submitted, say, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    await home.ports.database.write((db) =>
      db.exec(
        "UPDATE items SET body = json_remove(body, '$.round') WHERE pk LIKE 'SUBJECT#%' AND sk LIKE 'CASE#%'",
      ),
    );
    await say(two, 'same', one);
    expect(await anew(two, spring)).toBe('AchievementAlreadyNominated');
    await whole();
  });

  it('by a mistake are two again once it is said, from whichever side', async () => {
    const { submitted, say, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    await say(two, 'same', one);
    await say(one, 'namesake', two);
    await whole();
    expect([await anew(two, spring), await anew(one, julys)]).toEqual(['done', 'done']);
    await whole();
  });

  it('before the second is sent count as one from the start', async () => {
    const { home, submitted, submit, act, say, subjectOf, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: summer });
    const like = await draft(home, { name: 'Nguyễn Thị Sáu', time: julys });
    const asked = await readOpenQuestions(home.ports, like);
    expect(asked.map(({ id }) => id)).toEqual([await subjectOf(one)]);
    await say(like, 'same', one);
    expect(await codeOf(submit(like))).toBe('AchievementAlreadyNominated');
    const third = await draft(home, { name: 'Nguyễn Thị Sáu', time: julys });
    expect((await readOpenQuestions(home.ports, third)).map(({ id }) => id)).toEqual([await subjectOf(one)]);
    await act(people.wardOfficer, third, 'discard');
    await submit(like, { otherAchievement: 'Cứu người bị nạn' });
    await whole();
  });

  it('by one nomination that names both stand in one guard', async () => {
    const { home, submitted, submit, subjectOf, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    const answers = [
      { subject: await subjectOf(one), answer: 'same' as const },
      { subject: await subjectOf(two), answer: 'same' as const },
    ];
    const both = await draft(home, { name: 'Nguyễn Thị Sáu', time: julys, answers });
    expect(await codeOf(submit(both))).toBe('AchievementAlreadyNominated');
    expect(await anew(two, spring)).toBe('AchievementAlreadyNominated');
    await whole();
  });

  it('while a first nomination of the one is being sent: the two meet in one guard', async () => {
    const { home, submitted, subjectOf, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await draft(home, { name: 'Nguyễn Thị Lục', time: summer });
    const late = await draft(home, {
      name: 'Nguyễn Thị Lục',
      time: { achievementFrom: '2020-09-01', achievementTo: '2020-09-30' },
      subject: await subjectOf(two),
    });
    const ports = outrun(home.ports, 'commit', () =>
      actOnCase(home.ports, asks(people.wardOfficer), late, 'submit', { noSecrets: true }),
    );
    const said = { other: await subjectOf(one), answer: 'same' as const, ...because };
    await actOnCase(ports, asks(people.wardSecretary), two, 'judgeIdentity', said);
    await home.settle();
    expect(await anew(one, { achievementFrom: '2020-09-15', achievementTo: '2020-09-20' })).toBe(
      'AchievementAlreadyNominated',
    );
    await whole();
  });
});

describe('a nomination under way', () => {
  const dates = { fields: ['achievementFrom', 'achievementTo'], note: 'Xem lại thời gian' };

  it('whose dates a supplement corrects holds the corrected time, and no more the other', async () => {
    const { submitted, act, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    await act(people.wardSecretary, one, 'askSupplement', dates);
    await act(people.wardOfficer, one, 'answerSupplement', { content: summer });
    await whole();
    expect([await anew(one, spring), await anew(one, julys)]).toEqual([
      'done',
      'AchievementAlreadyNominated',
    ]);
  });

  it('holds the corrected time also where its subject is told to be another one just then', async () => {
    const { home, submitted, act, anew, subjectOf, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    await act(people.wardSecretary, two, 'askSupplement', dates);
    const said = { other: await subjectOf(two), answer: 'same' as const, ...because };
    const ports = outrun(home.ports, 'guard', () =>
      actOnCase(home.ports, asks(people.wardSecretary), one, 'judgeIdentity', said),
    );
    await walkIn(home, ports).act(people.wardOfficer, two, 'answerSupplement', { content: julys });
    await whole();
    expect(await anew(one, julys)).toBe('AchievementAlreadyNominated');
  });

  it('is not moved by a supplement onto the time of another one of its subject', async () => {
    const { home, submitted, submit, act, subjectOf, standing, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await draft(home, { name: 'Nguyễn Thị Sáu', time: summer, subject: await subjectOf(one) });
    await submit(two);
    await act(people.wardSecretary, two, 'askSupplement', dates);
    const onto = { content: { achievementFrom: '2020-04-01' } };
    await expect(act(people.wardOfficer, two, 'answerSupplement', onto)).rejects.toMatchObject({
      code: 'AchievementAlreadyNominated',
      details: { from: '2020-02-01', to: '2020-04-30' },
      faults: [{ field: 'content.achievementFrom', code: 'overlaps' }],
    });
    expect(await standing(two)).toBe('supplement');
    await act(people.wardOfficer, two, 'answerSupplement', { content: julys });
    expect(await standing(two)).toBe('free');
    await whole();
  });

  it('answers within a time that overlapped before: the overlap is no new one', async () => {
    const { submitted, act, say, standing, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: summer });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: julys });
    await say(two, 'same', one);
    await act(people.wardSecretary, two, 'askSupplement', dates);
    await act(people.wardOfficer, two, 'answerSupplement', { content: { achievementTo: '2020-07-15' } });
    expect(await standing(two)).toBe('free');
    await whole();
  });

  it('that was declared another achievement stays declared, whatever its dates become', async () => {
    const { home, submitted, submit, act, subjectOf, standing, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await draft(home, { name: 'Nguyễn Thị Sáu', time: summer, subject: await subjectOf(one) });
    await submit(two, { otherAchievement: 'Cứu người bị nạn' });
    await act(people.wardSecretary, two, 'askSupplement', dates);
    await act(people.wardOfficer, two, 'answerSupplement', { content: spring });
    expect(await standing(two)).toBe('free');
    await whole();
  });

  it('given another award form bears it in the guard, too', async () => {
    const { home, submitted, act, subjectOf, whole } = await begin();
    await withTheCity(home);
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    await act(people.wardSecretary, one, 'changeForm', { form: 'BK_TINH', ...because });
    await whole();
    const again = await draft(home, { name: 'Nguyễn Thị Sáu', time: spring, subject: await subjectOf(one) });
    const refused: unknown = await actOnCase(home.ports, asks(people.wardOfficer), again, 'submit', {
      noSecrets: true,
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'AchievementAlreadyNominated',
      details: { form: 'BK_TINH', case: one },
    });
  });
});

describe('a nomination that has ended', () => {
  const ends = [
    ['withdraw', 'ward-council', people.wardOfficer, because],
    ['returnIneligible', 'district-receive', people.policeOfficer, { ...because, article: 'Điều 5' }],
    ['refuse', 'district-decide', people.districtLeader, because],
  ] as const;

  it.each(ends)('by %s is in nobody’s way, also before its effects have freed the guard', async (...end) => {
    const [name, step, who, body] = end;
    const { home, submitted, to, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    await to(step, [one]);
    const silent = walkIn(home, { ...home.ports, nudge: () => undefined });
    await silent.act(who, one, name, body);
    expect(await anew(one, spring)).toBe('done');
    expect(await anew(one, spring)).toBe('AchievementAlreadyNominated');
    await catchUp(home.ports, recordId('CASE', one));
    await whole();
  });

  it('leaves the guard, though its subject is told to be another one just then', async () => {
    const { home, submitted, subjectOf, anew, whole } = await begin();
    const one = await submitted({ name: 'Nguyễn Thị Sáu', time: spring });
    const two = await submitted({ name: 'Nguyễn Thị Lục', time: summer });
    const silent: Ports = { ...home.ports, nudge: () => undefined };
    await actOnCase(silent, asks(people.wardOfficer), two, 'withdraw', because);
    const said = { other: await subjectOf(two), answer: 'same' as const, ...because };
    const ports = outrun(home.ports, 'guard', () =>
      actOnCase(home.ports, asks(people.wardSecretary), one, 'judgeIdentity', said),
    );
    await catchUp(ports, recordId('CASE', two));
    await whole();
    expect(await anew(two, julys)).toBe('done');
  });
});
