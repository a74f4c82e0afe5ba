import type { Hono } from 'hono';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, Refusal, refusals, type RefusalCode } from '#shared/domain/refusal.ts';
import { epochMs, instantSchema } from '#shared/domain/time.ts';
import { createBearerVerifier } from '#shared/http/bearer.ts';
import { none, publicRoute } from '#shared/http/route.ts';
import { isMessageKey, say } from '#shared/messages/say.ts';
import { StorageFailing, StoreUnavailable } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { ask, createTestApi, problemIn, type Answered, type Asked } from '#tests/support/api-client.ts';
import { openRound } from '#tests/support/permission-people.ts';
import { createPermissionWorld, must, type PermissionWorld } from '#tests/support/permission-world.ts';
import { councils, idOf, organisations, people } from '#tests/support/small-directory.ts';
import { worldStart } from '#tests/support/small-world.ts';
import { remember, storedIn } from '#tests/support/store-snapshot.ts';

let world: PermissionWorld;
let api: Hono;
let rebuild: () => Promise<void>;

beforeAll(async () => {
  world = await createPermissionWorld();
  api = createTestApi(world.ports);
  rebuild = await remember(world.ports.database);
});

afterEach(async () => {
  world.ports.clock.setOffice(instantSchema.parse(worldStart));
  await rebuild();
});

/** A refused request says why in both languages, names the fields, and leaves everything as it was. */
async function expectRefused(
  answered: Promise<Answered>,
  code: RefusalCode,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const before = storedIn(world.ports.database);
  const refused = await answered;
  const problem = problemIn(refused);
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problem).toMatchObject({
    code,
    status: refusals[code].status,
    type: `urn:vinh-danh:refusal:${code}`,
  });
  expect(refused.status).toBe(refusals[code].status);
  expect(problem.detail).toBe(problem.texts.vi);
  expect(problem.texts.en).not.toBe(problem.texts.vi);
  expect(Object.fromEntries(problem.faults.map((fault) => [fault.field, fault.code]))).toEqual(fields);
  for (const fault of problem.faults) expect([fault.vi, fault.en]).not.toContain('');
  expect(storedIn(world.ports.database)).toEqual(before);
  return refused;
}

type Who = { readonly id: string };

function post(who: Who | undefined, path: string, body: unknown, more: Asked = {}): Promise<Answered> {
  return ask(api, who, path, { method: 'POST', body, ...more });
}

const content = {
  printedName: 'Lê Văn Một',
  unit: 'Tổ 7',
  birthYear: 1960,
  residentialGroup: 'Tổ 7',
  achievementFrom: '2019-12-01',
  achievementTo: '2020-09-30',
  citation: 'Có thành tích',
  report: 'Đã làm',
};
const nomination = {
  organisation: organisations.wardCommittee.id,
  round: openRound.id,
  form: 'GK_HUYEN',
  subjectKind: 'individual',
  proposer: { name: 'Phạm Văn Tổ' },
  content,
};

const nominate = (change: object = {}, who: Who | undefined = people.wardOfficer, more: Asked = {}) =>
  post(who, '/api/nominations', { ...nomination, ...change }, more);

async function drafted(change: object = {}): Promise<string> {
  const { status, body } = await nominate(change);
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

const submit = (id: string, body: object = {}) =>
  post(people.wardOfficer, `/api/cases/${id}/submit`, { noSecrets: true, ...body });

describe('a nomination that can not be', () => {
  const missing = idOf('nowhere');
  it.each<[RefusalCode, string, object, Readonly<Record<string, string>>]>([
    [
      'OrganisationUnknown',
      'an organisation nobody knows',
      { organisation: missing },
      { organisation: 'unknown' },
    ],
    [
      'OrganisationForeign',
      'of a sibling ward',
      { organisation: organisations.siblingCommittee.id },
      { organisation: 'foreign' },
    ],
    ['RoundNotFound', 'a round nobody knows', { round: missing }, { round: 'unknown' }],
    ['AwardNotOpenInRound', 'a form the round does not take', { form: 'KNC_ANTQ' }, { form: 'notOpen' }],
    ['InputInvalid', 'a form that is none', { form: '' }, { form: 'empty' }],
    [
      'InputInvalid',
      'empty fields',
      { content: { ...content, printedName: ' ', unit: '' } },
      { 'content.printedName': 'empty', 'content.unit': 'empty' },
    ],
    [
      'InputInvalid',
      '10,000 characters',
      {
        content: {
          ...content,
          printedName: 'a'.repeat(10_000),
          report: 'b'.repeat(10_000),
          citation: 'c'.repeat(10_000),
        },
      },
      { 'content.printedName': 'tooLong', 'content.report': 'tooLong', 'content.citation': 'tooLong' },
    ],
    [
      'InputInvalid',
      'a day that is none',
      { content: { ...content, achievementFrom: '2020-02-30' } },
      { 'content.achievementFrom': 'notADate' },
    ],
    [
      'InputInvalid',
      'a year that is none',
      { content: { ...content, birthYear: 85 } },
      { 'content.birthYear': 'notAYear' },
    ],
    ['InputInvalid', 'a number of another kind', { idNumber: '0001' }, { idNumber: 'notAnIdNumber' }],
    [
      'InputInvalid',
      'a field nobody knows',
      { content: { ...content, prntedName: 'x' }, extra: 1 },
      { 'content.prntedName': 'unknownField', extra: 'unknownField' },
    ],
    [
      'InputInvalid',
      'a field left out',
      { subjectKind: undefined, proposer: {} },
      { subjectKind: 'missing', 'proposer.name': 'missing' },
    ],
    ['InputInvalid', 'a value of another type', { proposer: { name: 7 } }, { 'proposer.name': 'wrongType' }],
    ['InputInvalid', 'a choice that is none', { subjectKind: 'house' }, { subjectKind: 'notOneOf' }],
    ['InputInvalid', 'an id that is none', { round: 'x' }, { round: 'notAnId' }],
    [
      'DateOrderWrong',
      'an end before its beginning',
      { content: { ...content, achievementTo: '2019-11-30' } },
      { 'content.achievementTo': 'beforeStart' },
    ],
  ])('%s: %s', async (code, _why, change, fields) => {
    await expectRefused(nominate(change), code, fields);
  });

  it('InputInvalid: a field name that means something to JavaScript', () => {
    const body = `${JSON.stringify(nomination).slice(0, -1)},"__proto__":{"x":1}}`;
    return expectRefused(raw('/api/nominations', body), 'InputInvalid', { ['__proto__']: 'unknownField' });
  });

  it('InputInvalid: an answer about a limit says the limit', async () => {
    const refused = await nominate({ content: { ...content, report: 'b'.repeat(10_000) } });
    expect(problemIn(refused).faults[0]).toMatchObject({
      limit: 9_000,
      en: 'This is too long. At most 9000 characters.',
    });
  });

  it('RoundNotOpen: drafted before the round opens, and submitted from that day on', async () => {
    const { id: _id, ...round } = openRound;
    const ahead = { ...round, name: 'Đợt tháng 10', opensOn: '2020-10-20' };
    const opened = await post(people.districtOfficer, '/api/rounds', ahead);
    const id = await drafted({ round: (opened.body as { id: string }).id });
    const refused = await expectRefused(submit(id), 'RoundNotOpen', { round: 'notYetOpen' });
    expect(problemIn(refused).texts.vi).toContain('20/10/2020');
    world.ports.clock.setOffice(instantSchema.parse('2020-10-20T00:00:00.000Z'));
    expect((await submit(id)).status).toBe(200);
  });

  it('ClosingDayPassed: submitted on the day after', async () => {
    const id = await drafted();
    world.ports.clock.setOffice(instantSchema.parse('2020-11-21T02:00:00.000Z'));
    const refused = await expectRefused(submit(id), 'ClosingDayPassed', { round: 'closed' });
    expect(problemIn(refused).details).toMatchObject({ closingDay: '2020-11-20' });
  });

  it('NominationIncomplete: names what is missing', async () => {
    const id = await drafted({
      content: { printedName: 'Lê Văn Hai', unit: 'Tổ 7', citation: 'Có thành tích' },
    });
    await expectRefused(submit(id), 'NominationIncomplete', {
      'content.report': 'empty',
      'content.achievementFrom': 'empty',
      'content.achievementTo': 'empty',
      'content.birthYear': 'empty',
    });
  });

  it('AchievementAlreadyNominated: one subject twice for one achievement, unless it is another', async () => {
    const first = await drafted();
    await submit(first);
    const shown = await ask(
      api,
      people.wardOfficer,
      '/api/subjects?kind=individual&name=le van mot&birthYear=1960',
    );
    const { subjects } = shown.body as { subjects: { id: string }[] };
    const second = await drafted({ subject: must(subjects[0]).id });
    const refused = await expectRefused(submit(second), 'AchievementAlreadyNominated', {
      otherAchievement: 'notSaidOther',
    });
    expect(problemIn(refused).details).toMatchObject({ from: '2019-12-01', to: '2020-09-30', case: first });
    expect(problemIn(refused).explanations).toMatchObject([
      {
        of: 'refusal',
        follows: 'R01',
        citation: expect.stringContaining('Luật Thi đua, khen thưởng') as string,
      },
    ]);
    expect((await submit(second, { otherAchievement: 'Cứu người đuối nước' })).status).toBe(200);
  });

  it('IdentityQuestionOpen: two of like name and birth year are both shown, answered, and told apart', async () => {
    await submit(await drafted());
    const id = await drafted({ content: { ...content, printedName: 'LÊ VĂN MỘT', unit: 'Tổ 9' } });
    const refused = await expectRefused(submit(id), 'IdentityQuestionOpen', { subject: 'likeness' });
    const { candidates } = problemIn(refused).details as { candidates: { subject: string }[] };
    expect(candidates).toMatchObject([
      { name: 'Lê Văn Một', birthYear: 1960, unit: 'Tổ 7', residentialGroup: 'Tổ 7' },
    ]);

    const other = must(candidates[0]).subject;
    const judge = (answer: string) =>
      post(people.wardOfficer, `/api/cases/${id}/judge-identity`, {
        other,
        answer,
        reason: 'Khác nơi cư trú',
      });
    expect((await judge('namesake')).status).toBe(200);
    expect((await submit(id)).status).toBe(200);
    const shown = await ask(api, people.wardOfficer, `/api/cases/${id}`);
    expect(shown.body).toMatchObject({
      label: { namesake: true, birthYear: 1960, residentialGroup: 'Tổ 7' },
    });
  });

  it('AchievementAlreadyNominated: a draft whose subject is said to be the same as another', async () => {
    const first = await drafted();
    await submit(first);
    const id = await drafted({ content: { ...content, unit: 'Tổ 9' } });
    const { candidates } = problemIn(await submit(id)).details as { candidates: { subject: string }[] };
    const answer = { other: must(candidates[0]).subject, answer: 'same', reason: 'Chuyển nơi ở' };
    expect((await post(people.wardOfficer, `/api/cases/${id}/judge-identity`, answer)).status).toBe(200);
    const refused = await expectRefused(submit(id), 'AchievementAlreadyNominated', {
      otherAchievement: 'notSaidOther',
    });
    expect(problemIn(refused).details).toMatchObject({ case: first });
  });
});

describe('an act that is not theirs, or too late', () => {
  it('ActNotYours: by the wrong role', async () => {
    await expectRefused(post(people.wardLeader, `/api/cases/${world.cases.draft}/submit`, {}), 'ActNotYours');
  });

  it('PostEnded: by somebody whose post has ended', async () => {
    await expectRefused(nominate({}, people.formerOfficer), 'PostEnded');
  });

  it('CaseNotFound: a past holder does not even read the case', async () => {
    await expectRefused(
      post(people.formerOfficer, `/api/cases/${world.cases.draft}/submit`, {}),
      'CaseNotFound',
      { id: 'notFound' },
    );
  });

  it('SignInNeeded: by somebody who is not on record', async () => {
    await expectRefused(nominate({}, { id: idOf('stranger') }), 'SignInNeeded', {
      Authorization: 'personUnknown',
    });
  });

  it('CaseMovedOn: on a case that was withdrawn, with what happened', async () => {
    const path = `/api/cases/${world.cases.atCouncil}`;
    await post(people.wardOfficer, `${path}/withdraw`, { reason: 'Xin rút' });
    const ask1 = post(people.wardSecretary, `${path}/ask-supplement`, { fields: ['report'], note: 'Ghi rõ' });
    const refused = await expectRefused(ask1, 'CaseMovedOn', { standing: 'movedOn' });
    expect(problemIn(refused).details).toMatchObject({
      happened: 'Withdrawn',
      at: worldStart,
      by: people.wardOfficer.id,
    });
  });

  it('CaseIsMoving: between two steps', async () => {
    const path = `/api/cases/${world.cases.toReceive}/receive`;
    await post(people.policeOfficer, path, {});
    const refused = await expectRefused(post(people.policeOfficer, path, {}), 'CaseIsMoving', {
      standing: 'moving',
    });
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  it('ListMovedOn: on a list that was closed', async () => {
    const { closed, gathering } = world.letters;
    const body = { cases: [{ case: gathering.free }] };
    await expectRefused(post(people.wardOfficer, `/api/letters/${closed.id}/gather`, body), 'ListMovedOn', {
      state: 'movedOn',
    });
  });

  it.each([
    ['reopened', 'reopen', () => ({ reason: 'x' })],
    ['filled', 'gather', () => ({ cases: [{ case: world.letters.gathering.free }] })],
    [
      'given papers',
      'files',
      () => ({ kind: 'scan', name: 'a.pdf', size: 9, contentType: 'application/pdf' }),
    ],
  ])('ListNotFound: a letter is not %s as a session', async (_what, act, body) => {
    const path = `/api/sessions/${world.letters.closed.id}/${act}`;
    await expectRefused(post(people.wardOfficer, path, body()), 'ListNotFound', { id: 'notFound' });
  });

  it('RevealNeedsReason: a sealed case is not read without one', async () => {
    await expectRefused(
      post(people.wardSecretary, `/api/cases/${world.cases.sealed}/reveal`, { reason: ' ' }),
      'RevealNeedsReason',
      {
        reason: 'empty',
      },
    );
  });

  it('InputInvalid: a council of another organisation', () => {
    const session = {
      organisation: organisations.wardCommittee.id,
      title: 'Phiên họp',
      heldOn: '2020-10-05',
    };
    const asked = post(people.wardSecretary, '/api/sessions', { ...session, council: councils.district.id });
    return expectRefused(asked, 'InputInvalid', { council: 'unknown' });
  });
});

describe('numbers of documents', () => {
  const issue = (number: string, date = '2020-10-05') =>
    post(people.wardClerk, `/api/letters/${world.letters.signed.id}/issue`, { number, date });

  it('NumberTaken: used by the issuer in that year', async () => {
    await expectRefused(issue('1/TTr-UBND'), 'NumberTaken', { number: 'taken' });
  });
  it('ScanMissing: signed outside, and the signed paper is not attached', async () => {
    const path = `/api/decisions/${world.decisions.gathering.id}`;
    const { signer } = world.decisions.closed;
    const named = { post: must(signer.posts[0]).id, name: signer.name, capacity: 'head' };
    await post(people.districtOfficer, `${path}/close`, { signer: named.post });
    const shown = await ask(api, people.districtClerk, path);
    const { hash } = (shown.body as { list: { hash: string } }).list;
    const said = { number: '78/QĐ-UBND', date: '2020-10-05', signedOn: '2020-10-05', signer: named, hash };
    const issued = post(people.districtClerk, `${path}/issue-signed-outside`, said);
    await expectRefused(issued, 'ScanMissing', { scan: 'noScan' });
  });
  it('NumberMalformed: not a number', async () => {
    await expectRefused(issue('một/TTr'), 'NumberMalformed', { number: 'notANumber' });
  });
  it('NumberMalformed: of another type of document', async () => {
    await expectRefused(issue('7/QĐ-UBND'), 'NumberMalformed', { number: 'notANumber' });
  });
  it('DateNotLawful: after today', async () => {
    await expectRefused(issue('7/TTr-UBND', '2020-10-06'), 'DateNotLawful', { date: 'notLawful' });
  });
});

type Fields = Readonly<Record<string, string>>;
type Refused = readonly [RefusalCode, string, () => Promise<Answered>, Fields];

describe('what is said of a list', () => {
  const nowhere = idOf('nowhere');
  const letter = (act: string, body: object, who: Who = people.wardOfficer) =>
    post(who, `/api/letters/${world.letters.gathering.id}/${act}`, body);
  const gather = (id: string) => letter('gather', { cases: [{ case: id }] });
  const session = (which: 'closed' | 'present' | 'ready', act: string, body: object = {}) =>
    post(people.wardSecretary, `/api/sessions/${world.sessions[which].id}/${act}`, body);
  const result = (body: object, which: 'closed' | 'present' = 'present') =>
    session(which, 'result', { case: world.sessions[which].row, outcome: 'agreed', agreed: 3, ...body });
  const today = '2020-10-05';
  const outside = (change: object = {}) => {
    const { id, hash, signer } = world.letters.closed;
    const named = { post: must(signer.posts[0]).id, name: signer.name, capacity: 'head' };
    const said = { number: '77/TTr-UBND', date: today, signer: named, signedOn: today, hash, ...change };
    return post(people.wardClerk, `/api/letters/${id}/issue-signed-outside`, said);
  };

  it.each<Refused>([
    [
      'CaseNotFound',
      'a case nobody knows is gathered',
      () => gather(nowhere),
      { 'cases.0.case': 'notFound' },
    ],
    [
      'CaseNotFree',
      'a case of another list is gathered',
      () => gather(world.sessions.gathering.row),
      { 'cases.0.case': 'notFree' },
    ],
    [
      'CaseNotOfThisList',
      'a case at another step is gathered',
      () => gather(world.cases.atCouncil),
      { 'cases.0.case': 'notOfThisList' },
    ],
    [
      'CaseNotOfThisList',
      'a case of no row is taken off',
      () => letter('ungather', { case: world.cases.atCouncil }),
      { case: 'notOfThisList' },
    ],
    [
      'OrderIncomplete',
      'no row is named',
      () => letter('order', { cases: [] }),
      { cases: 'notEveryRowOnce' },
    ],
    [
      'SignerNotLeader',
      'an officer is to sign',
      () => letter('close', { signer: must(people.wardOfficer.posts[0]).id }),
      { signer: 'notALeader' },
    ],
    [
      'HashChanged',
      'another list is signed than was seen',
      () => {
        const { id, signer } = world.letters.closed;
        return post(signer, `/api/letters/${id}/sign`, { hash: 'a'.repeat(64) });
      },
      { hash: 'hashChanged' },
    ],
    [
      'SignerNotLeader',
      'another signed outside than was named',
      () => outside({ signer: { post: nowhere, name: 'Ai đó', capacity: 'head' } }),
      { 'signer.post': 'notTheNamedSigner' },
    ],
    [
      'DateNotLawful',
      'signed outside before the list was closed',
      () => outside({ signedOn: '2020-10-04' }),
      { signedOn: 'beforeClose' },
    ],
    [
      'DateNotLawful',
      'signed outside after the day of the letter',
      () => outside({ signedOn: '2020-10-06' }),
      { signedOn: 'afterDate' },
    ],
    [
      'PresenceMissing',
      'a result before anybody was there',
      () => result({}, 'closed'),
      { presence: 'noPresence' },
    ],
    [
      'PresenceMissing',
      'an end before anybody was there',
      () => session('closed', 'conclude'),
      { presence: 'noPresence' },
    ],
    [
      'ResultsMissing',
      'an end with an item left',
      () => session('present', 'conclude'),
      { results: 'noResult' },
    ],
    ['CountsDontAddUp', 'more agree than vote', () => result({ agreed: 99 }), { agreed: 'tooMany' }],
    [
      'InputInvalid',
      'a form that is none is proposed',
      () => result({ outcome: 'otherForm', agreed: 0, otherForm: 'GK' }),
      { otherForm: 'unknownForm' },
    ],
    [
      'EditStale',
      'of another version than was seen',
      () =>
        post(
          people.wardOfficer,
          `/api/letters/${world.letters.gathering.id}/order`,
          { cases: [] },
          { headers: { 'if-match': '"1"' } },
        ),
      { 'If-Match': 'stale' },
    ],
    [
      'RoundNotFound',
      'a letter of a round nobody knows',
      () =>
        post(people.wardOfficer, '/api/letters', {
          organisation: organisations.wardCommittee.id,
          title: 'Tờ trình',
          round: nowhere,
        }),
      { round: 'unknown' },
    ],
  ])('%s: %s', async (code, _why, asked, fields) => {
    await expectRefused(asked(), code, fields);
  });

  it('ListEmpty: nothing to close', async () => {
    const { gathering } = world.letters;
    expect((await letter('ungather', { case: gathering.row })).status).toBe(200);
    await expectRefused(letter('close', { signer: must(people.wardLeader.posts[0]).id }), 'ListEmpty', {
      rows: 'noRows',
    });
  });

  it('MinutesMissing: an end without minutes', async () => {
    expect((await result({ agreed: councils.ward.members.length })).status).toBe(200);
    await expectRefused(session('present', 'conclude'), 'MinutesMissing', { minutes: 'noMinutes' });
  });

  it('RowBarsSigner: a row is about the signer', async () => {
    const { gathering } = world.letters;
    const [item] = await world.ports.store.get([keys.caseMeta(gathering.row)]);
    const { version, body, ...rest } = must(item);
    const subjectAccounts = [people.wardLeader.id];
    await world.ports.store.commit([
      { put: { ...rest, version: version + 1, body: { ...body, subjectAccounts } } },
    ]);
    const refused = await expectRefused(
      letter('close', { signer: must(people.wardLeader.posts[0]).id }),
      'RowBarsSigner',
      { signer: 'barred' },
    );
    expect(problemIn(refused).details).toMatchObject({ rows: [{ case: gathering.row, bar: 'ownCase' }] });
  });
});

describe('what is said of a ceremony', () => {
  const ceremony = (which: 'preparing' | 'held', act: string, body: object) =>
    post(people.organiser, `/api/ceremonies/${world.ceremonies[which]}/${act}`, body);

  it.each<Refused>([
    [
      'ListNotFound',
      'a decision nobody knows is drawn',
      () => ceremony('preparing', 'draw', { decision: idOf('nowhere') }),
      { decision: 'notFound' },
    ],
    [
      'AwardNotIssued',
      'a decision without number is drawn',
      () => ceremony('preparing', 'draw', { decision: world.decisions.signed.id }),
      { decision: 'notIssued' },
    ],
    [
      'AwardNotIssued',
      'a case of no row is drawn',
      () =>
        ceremony('preparing', 'draw', {
          decision: world.ceremonies.decision,
          cases: [world.cases.atCouncil],
        }),
      { 'cases.0': 'notIssued' },
    ],
    [
      'AwardAlreadyDrawn',
      'an award of another ceremony is drawn',
      () => {
        const { decision, awarded } = world.ceremonies;
        return ceremony('preparing', 'draw', { decision, cases: [awarded] });
      },
      { 'cases.0': 'drawnElsewhere' },
    ],
    [
      'CeremonyFrozen',
      'an award is drawn after the day',
      () => ceremony('held', 'draw', { decision: world.ceremonies.decision }),
      { phase: 'frozen' },
    ],
    [
      'CeremonyNotHeld',
      'an award is handed over before the day',
      () => ceremony('preparing', 'hand-over', { case: world.ceremonies.awarded, state: 'PRESENTED' }),
      { phase: 'notHeld' },
    ],
    [
      'CaseNotFound',
      'an award that was not drawn is handed over',
      () => ceremony('held', 'hand-over', { case: world.cases.atCouncil, state: 'PRESENTED' }),
      { case: 'notFound' },
    ],
    [
      'OrderIncomplete',
      'an award is left out of the order',
      () =>
        post(people.organiser, `/api/ceremonies/${world.ceremonies.preparing}/arrange`, {
          groups: [{ cases: [world.ceremonies.awarded] }],
        }),
      { groups: 'notEveryRowOnce' },
    ],
  ])('%s: %s', async (code, _why, asked, fields) => {
    await expectRefused(asked(), code, fields);
  });
});

describe('what is said of a case, a paper, a round', () => {
  const nowhere = idOf('nowhere');
  const reason = 'Có lý do';
  const onCase = (who: Who, id: string, act: string, body: object, more: Asked = {}) =>
    post(who, `/api/cases/${id}/${act}`, body, more);
  const paper = { kind: 'report', name: 'ban.pdf', size: 10, contentType: 'application/pdf' };
  const attach = (change: object) =>
    onCase(people.wardOfficer, world.cases.draft, 'files', { ...paper, ...change });
  const sealedNomination = (more: object) =>
    nominate({ sealed: { basis: 'Mật', placeholder: false }, ...more }, people.wardSealedOfficer);

  it.each<Refused>([
    [
      'SubjectNotFound',
      'a subject nobody knows',
      () => nominate({ subject: nowhere }),
      { subject: 'unknown' },
    ],
    [
      'SubjectNotFound',
      'the same as nobody',
      () => nominate({ answers: [{ subject: nowhere, answer: 'same' }] }),
      { 'answers.0.subject': 'unknown' },
    ],
    [
      'SealedApart',
      'a sealed case of a known subject',
      () => sealedNomination({ subject: world.other }),
      { subject: 'sealedSubject' },
    ],
    [
      'SubjectNotFound',
      'a look-alike nobody knows is judged',
      () =>
        onCase(people.policeOfficer, world.cases.toReceive, 'judge-identity', {
          other: nowhere,
          answer: 'same',
          reason,
        }),
      { other: 'unknown' },
    ],
    [
      'CaseMovedOn',
      'of another version than was seen',
      () => onCase(people.wardOfficer, world.cases.draft, 'submit', {}, { headers: { 'if-match': '"1"' } }),
      { 'If-Match': 'movedOn' },
    ],
    [
      'WithdrawalTooLate',
      'after its letter',
      () => onCase(people.wardOfficer, world.cases.toReceive, 'withdraw', { reason }),
      { standing: 'letterSigned' },
    ],
    [
      'AwardNotOpenInRound',
      'changed into a form the round does not take',
      () => onCase(people.policeOfficer, world.cases.toReceive, 'change-form', { form: 'KNC_ANTQ', reason }),
      { form: 'notOpen' },
    ],
    [
      'InputInvalid',
      'changed into a form that is none',
      () => onCase(people.policeOfficer, world.cases.toReceive, 'change-form', { form: 'GK', reason }),
      { form: 'unknownForm' },
    ],
    [
      'OrganisationForeign',
      'given to somebody of another office',
      () =>
        onCase(people.policeOfficer, world.cases.toReceive, 'reassign', {
          post: must(people.wardOfficer.posts[0]).id,
          reason,
        }),
      { post: 'foreign' },
    ],
    ['FileTooLarge', 'said to be larger', () => attach({ size: 16 * 1024 * 1024 }), { size: 'tooLarge' }],
    [
      'FileTypeRefused',
      'a program',
      () => attach({ contentType: 'text/x-sh' }),
      { contentType: 'notAllowed' },
    ],
    [
      'FileNotArrived',
      'opened before it was sent',
      () => ask(api, people.wardOfficer, `/api/files/${world.paper}`),
      { file: 'notArrived' },
    ],
    [
      'FileNotFound',
      'a file nobody knows',
      () => ask(api, people.wardOfficer, `/api/files/${nowhere}`),
      { id: 'notFound' },
    ],
    [
      'OrganisationForeign',
      'cases of another office',
      () => ask(api, people.wardOfficer, `/api/cases?organisation=${organisations.districtPolice.id}`),
      { organisation: 'foreign' },
    ],
    [
      'OrganisationUnknown',
      'posts of an office nobody knows',
      () => ask(api, people.wardOfficer, `/api/organisations/${nowhere}/posts`),
      { id: 'unknown' },
    ],
    [
      'RoundNotFound',
      'let into a round nobody knows',
      () =>
        post(people.districtOfficer, `/api/rounds/${nowhere}/admissions`, {
          organisation: organisations.wardCommittee.id,
          reason,
        }),
      { id: 'unknown' },
    ],
    [
      'OrganisationForeign',
      'a round for forms of another authority',
      () => {
        const { id: _id, ...round } = openRound;
        return post(people.wardOfficer, '/api/rounds', { ...round, owner: organisations.wardCommittee.id });
      },
      { 'forms.0.form': 'notOwned' },
    ],
  ])('%s: %s', async (code, _why, asked, fields) => {
    await expectRefused(asked(), code, fields);
  });
});

describe('edits and retries', () => {
  const edit = (ifMatch?: string) =>
    ask(api, people.wardOfficer, `/api/cases/${world.cases.draft}`, {
      method: 'PATCH',
      body: { content: { title: 'Tổ phó' } },
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  it('IfMatchMissing: an edit that does not say what was seen', async () => {
    await expectRefused(edit(), 'IfMatchMissing', { 'If-Match': 'noVersion' });
  });
  it('IfMatchMissing: any version at all is none', async () => {
    await expectRefused(edit('*'), 'IfMatchMissing', { 'If-Match': 'noVersion' });
  });
  it.each(['"1"', '"x"', 'W/"4"', '"3", "4"'])(
    'EditStale: %s is not the version that stands',
    async (sent) => {
      await expectRefused(edit(sent), 'EditStale', { 'If-Match': 'stale' });
    },
  );

  it('EditStale: the second of two who saw the same', async () => {
    const { headers } = await ask(api, people.wardOfficer, `/api/cases/${world.cases.draft}`);
    const seen = must(headers.get('etag') ?? undefined);
    expect((await edit(seen)).status).toBe(200);
    await expectRefused(edit(seen), 'EditStale', { 'If-Match': 'stale' });
  });

  it('IdempotencyKeyMissing: an act without a key, or with a strange one', async () => {
    await expectRefused(nominate({}, people.wardOfficer, { key: '' }), 'IdempotencyKeyMissing', {
      'Idempotency-Key': 'noKey',
    });
    for (const key of ['a b', 'k'.repeat(101), 'é'])
      await expectRefused(nominate({}, people.wardOfficer, { key }), 'IdempotencyKeyMissing', {
        'Idempotency-Key': 'notAKey',
      });
  });

  it('IdempotencyKeyReused: the same key with another body', async () => {
    await nominate({}, people.wardOfficer, { key: 'one' });
    await expectRefused(
      nominate({ form: 'BK_TINH' }, people.wardOfficer, { key: 'one' }),
      'IdempotencyKeyReused',
      { 'Idempotency-Key': 'keyReused' },
    );
  });
});

async function raw(
  path: string,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await api.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${people.wardOfficer.id}`,
      'content-type': 'application/json',
      'idempotency-key': 'raw',
      ...headers,
    },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

function streamOf(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const chunk = Math.min(left, 65_536);
      left -= chunk;
      if (chunk > 0) controller.enqueue(new Uint8Array(chunk).fill(32));
      else controller.close();
    },
  });
}

describe('a body that can not be read', () => {
  const nominations = '/api/nominations';
  it.each([
    ['cut off', '{"organisation": '],
    ['NaN', '{"organisation": NaN}'],
    ['a number beyond a double', '{"organisation": 1e999}'],
    ['half a character', '{"organisation": "\\ud800"}'],
    ['nested without end', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['nothing', ''],
  ])('BodyNotJson: %s', async (_why, body) => {
    await expectRefused(raw(nominations, body), 'BodyNotJson', { body: 'notJson' });
  });

  it.each([['null'], ['[]'], ['"text"'], ['7']])('InputInvalid: JSON, but no object: %s', async (body) => {
    await expectRefused(raw(nominations, body), 'InputInvalid', { body: 'wrongType' });
  });

  it('BodyTooLarge: over 256 kB, said or counted', async () => {
    const fields = { body: 'bodyTooLarge' };
    await expectRefused(raw(nominations, 'x'.repeat(262_145)), 'BodyTooLarge', fields);
    await expectRefused(raw(nominations, streamOf(262_145)), 'BodyTooLarge', fields);
    await expectRefused(raw(nominations, '{}', { 'content-length': '999999999' }), 'BodyTooLarge', fields);
    await expectRefused(raw(nominations, streamOf(262_144)), 'BodyNotJson', { body: 'notJson' });
  });

  it.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=utf-16' },
  ])('MediaTypeUnsupported: %o', async (headers) => {
    await expectRefused(raw(nominations, '{}', headers), 'MediaTypeUnsupported', {
      'Content-Type': 'wrongMediaType',
    });
  });

  it('MediaTypeUnsupported: compressed', async () => {
    await expectRefused(raw(nominations, '{}', { 'content-encoding': 'gzip' }), 'MediaTypeUnsupported', {
      'Content-Encoding': 'encoded',
    });
  });
});

describe('who does not say who they are', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const getKey = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'own', alg: 'RS256' }] });
  const now = epochMs(instantSchema.parse(worldStart)) / 1000;
  const token = (key: typeof privateKey, expires: number, audience = 'vinh-danh-api') =>
    new SignJWT({ sub: people.wardOfficer.id, iss: 'https://issuer.example', aud: audience, exp: expires })
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .sign(key);
  const me = (authorization?: string) => {
    const { clock } = world.ports;
    const verifyBearer = createBearerVerifier({
      issuer: 'https://issuer.example',
      audience: 'vinh-danh-api',
      clientIds: [],
      getKey,
      now: () => clock.machine(),
    });
    const headers = authorization === undefined ? {} : { authorization };
    return ask(createTestApi(world.ports, { verifyBearer }), undefined, '/api/me', { headers });
  };

  it('TokenMissing: no token', async () => {
    const refused = await expectRefused(me(), 'TokenMissing', { Authorization: 'noToken' });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });
  it('TokenMalformed: a broken token', async () => {
    await expectRefused(me('Bearer abc'), 'TokenMalformed', { Authorization: 'tokenMalformed' });
  });
  it('TokenExpired: a token of yesterday', async () => {
    const refused = await expectRefused(me(`Bearer ${await token(privateKey, now - 1)}`), 'TokenExpired', {
      Authorization: 'tokenExpired',
    });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });
  it('TokenInvalid: signed by another, or for another', async () => {
    const fields = { Authorization: 'tokenInvalid' };
    const ofAnother = await token(other.privateKey, now + 60);
    const forAnother = await token(privateKey, now + 60, 'somebody');
    await expectRefused(me(`Bearer ${ofAnother}`), 'TokenInvalid', fields);
    await expectRefused(me(`Bearer ${forAnother}`), 'TokenInvalid', fields);
    expect((await me(`Bearer ${await token(privateKey, now + 60)}`)).status).toBe(200);
  });
});

describe('the edge', () => {
  it('RouteNotFound: an address that is none, also without a token', async () => {
    await expectRefused(ask(api, undefined, '/api/case'), 'RouteNotFound', { path: 'noSuchPath' });
  });

  it('MethodNotAllowed: says what is', async () => {
    const refused = await expectRefused(
      ask(api, undefined, '/api/rounds', { method: 'DELETE' }),
      'MethodNotAllowed',
      { method: 'methodNotTaken' },
    );
    expect(refused.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('PublicCodeNotFound, then TooManyRequests: codes are not guessed', async () => {
    const guarded = createTestApi(world.ports, {
      clientOf: (context) => context.req.header('x-client') ?? '',
    });
    const guess = (client = 'one') =>
      ask(guarded, undefined, '/api/follow/7K3M-9QWD-2VXA-H', { headers: { 'x-client': client } });
    for (let left = 20; left > 0; left -= 1)
      await expectRefused(guess(), 'PublicCodeNotFound', { code: 'notAPublicCode' });
    const refused = await expectRefused(guess(), 'TooManyRequests');
    expect(refused.headers.get('retry-after')).toBe('3');
    await expectRefused(guess('two'), 'PublicCodeNotFound', { code: 'notAPublicCode' });
    world.ports.clock.advance(3_000);
    await expectRefused(guess(), 'PublicCodeNotFound', { code: 'notAPublicCode' });
  });

  const failingWith = (error: Error) =>
    createTestApi({ ...world.ports, store: { ...world.ports.store, get: () => Promise.reject(error) } });

  it('StoreBusy: nothing was stored, try again', async () => {
    const busy = failingWith(new StoreUnavailable('throttled'));
    const refused = await expectRefused(ask(busy, people.wardOfficer, '/api/me'), 'StoreBusy');
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  it('StorageFailing: nothing was stored, somebody must look at the disk', async () => {
    const full = failingWith(new StorageFailing('the disk is full'));
    const refused = await expectRefused(ask(full, people.wardOfficer, '/api/me'), 'StorageFailing');
    expect(refused.headers.get('retry-after')).toBe('30');
  });

  it('InternalError: says nothing of what failed but the tracking code, and calls somebody', async () => {
    const store = {
      ...world.ports.store,
      get: () => Promise.reject(new RangeError('Nguyễn Thị Kín, 000123456789')),
    };
    const broken = createTestApi({ ...world.ports, store });
    const refused = await expectRefused(ask(broken, people.wardOfficer, '/api/me'), 'InternalError');
    const alarm = must(world.ports.alarms.at(-1));
    expect(alarm).toMatchObject({ code: 'InternalError', facts: { path: '/api/me', error: 'RangeError' } });
    expect(JSON.stringify([refused.body, alarm])).not.toMatch(/Kín|000123456789/);
    expect(problemIn(refused).requestId).toBe(alarm.facts['requestId']);
  });

  it('InputInvalid: a cursor of another store, a parameter nobody knows', async () => {
    const get = (query: string) => ask(api, people.wardOfficer, `/api/cases?${query}`);
    await expectRefused(get('cursor=zz'), 'InputInvalid', { cursor: 'wrongType' });
    await expectRefused(get('stauts=DRAFT'), 'InputInvalid', { stauts: 'unknownField' });
  });

  it('CaseNotFound: an id that can not be one is as unknown as any', async () => {
    await expectRefused(ask(api, people.wardOfficer, '/api/cases/1'), 'CaseNotFound', { id: 'notAnId' });
  });

  it('answers HEAD as GET, without the body', async () => {
    const headers = { authorization: `Bearer ${people.wardOfficer.id}` };
    const answered = await api.request(`/api/cases/${world.cases.draft}`, { method: 'HEAD', headers });
    expect([answered.status, answered.headers.get('etag'), await answered.text()]).toEqual([200, '"4"', '']);
  });

  it('BodyNotJson: a sender who went away in the middle alarms nobody', async () => {
    const alarms = world.ports.alarms.length;
    const gone = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
    await expectRefused(raw('/api/nominations', gone), 'BodyNotJson', { body: 'notJson' });
    expect(world.ports.alarms).toHaveLength(alarms);
  });

  it('speaks English when asked', async () => {
    const answered = await ask(api, undefined, '/api/me', {
      headers: { 'accept-language': 'vi;q=0.5, en-GB' },
    });
    expect(problemIn(answered).detail).toBe(problemIn(answered).texts.en);
  });

  it('answers for its asker alone, with an id to ask about', async () => {
    const { headers } = await ask(api, people.wardOfficer, '/api/me', {
      headers: { 'x-request-id': 'abc-1' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'abc-1',
    });
  });
});

describe('a proposal slip', () => {
  const asked = { organisation: organisations.wardCommittee.id, round: openRound.id };
  const refuse = (id: string, body: object = { reason: 'incomplete' }) =>
    post(people.wardOfficer, `/api/slips/${id}/refuse`, body);

  it('SlipNotFound: one that nobody sent, or that came to another office', async () => {
    await expectRefused(refuse(idOf('no-slip')), 'SlipNotFound', { id: 'notFound' });
    const read = ask(api, people.siblingOfficer, `/api/slips/${world.slip}`);
    await expectRefused(read, 'SlipNotFound', { id: 'notFound' });
  });

  it('InputInvalid: a reason that is not on the list', async () => {
    await expectRefused(refuse(world.slip, { reason: 'Vì ông ấy' }), 'InputInvalid', { reason: 'notOneOf' });
  });

  it('SlipSettled: refused already', async () => {
    expect((await refuse(world.slip)).status).toBe(200);
    await expectRefused(refuse(world.slip), 'SlipSettled', { state: 'movedOn' });
  });

  it('SlipNotMergeable: into itself, or a case that was sent', async () => {
    const merge = (into: object) => post(people.wardOfficer, `/api/slips/${world.slip}/merge`, { into });
    const fields = { into: 'unknown' };
    await expectRefused(merge({ slip: world.slip }), 'SlipNotMergeable', fields);
    await expectRefused(merge({ case: world.cases.atCouncil }), 'SlipNotMergeable', fields);
  });

  it('SlipLinkShown: the same request for a link; ClosingDayPassed: after the closing day', async () => {
    const open = (key: string) => post(people.wardOfficer, '/api/slips/open', asked, { key });
    expect((await open('open-slips-once')).status).toBe(200);
    await expectRefused(open('open-slips-once'), 'SlipLinkShown');
    world.ports.clock.setOffice(instantSchema.parse('2022-10-05T02:00:00.000Z'));
    await expectRefused(open('open-slips-late'), 'ClosingDayPassed', { round: 'closed' });
  });

  it('SlipLinkNotFound: a link that is closed', async () => {
    const close = () => post(people.wardOfficer, '/api/slips/close', asked);
    expect((await close()).status).toBe(200);
    await expectRefused(close(), 'SlipLinkNotFound', { round: 'noSuchPath' });
  });
});

describe('every code of the catalogue', () => {
  const codes = Object.keys(refusals).filter((code): code is RefusalCode => code in refusals);
  /** Each place that throws one of these names its own fields: the compiler asks. */
  const named: readonly RefusalCode[] = [
    'InputInvalid',
    'NominationIncomplete',
    'SupplementFieldNotAsked',
    'CountsDontAddUp',
    'RuleForbids',
    'RuleNeedsReason',
    'PastIdentityOpen',
  ];
  /** About who asks, or about us: nothing that was sent would mend it. */
  const ofNoField: readonly RefusalCode[] = [
    'TooManyRequests',
    'TooManyAtOnce',
    'ServerOverloaded',
    'StoreBusy',
    'StorageFailing',
    'ActNotYours',
    'PostEnded',
    'ConflictOfInterest',
    'AccountsElsewhere',
    'OwnAccess',
    'OwnSetting',
    'LinkShown',
    'SlipLinkShown',
    'SlipsFull',
    'RouteTemplateRefused',
    'LawUnsound',
    'LawSilent',
    'ExecutionLost',
    'InternalError',
  ];
  const thrown = (code: RefusalCode) => {
    const facts = { path: '/api/refused', tag: 'x', params: none, unknown: 'RouteNotFound' } as const;
    const texts = { summary: { vi: '', en: '' }, answers: {}, limited: false };
    const refused = publicRoute({ ...facts, ...texts }, () =>
      Promise.reject(new Refusal(code, {}, faultsOf(code))),
    );
    return ask(createTestApi(world.ports, { routes: [refused] }), undefined, '/api/refused');
  };

  it.each(codes)('%s: names the field it is about, and how to mend it, in both languages', async (code) => {
    const problem = problemIn(await thrown(code));
    expect([problem.code, problem.status]).toEqual([code, refusals[code].status]);
    const { about } = refusals[code];
    expect(about === null).toBe(ofNoField.includes(code));
    expect(about === 'named').toBe(named.includes(code));
    if (about === null || about === 'named') return;
    const key = `fault.${about.code}`;
    if (!isMessageKey(key)) throw new Error(`${key} has no text`);
    expect(problem.faults).toEqual([{ ...about, vi: say('vi', key), en: say('en', key) }]);
  });
});
