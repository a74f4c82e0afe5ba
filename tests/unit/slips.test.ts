import { beforeEach, describe, expect, it } from 'vitest';
import { caseIdSchema, settingIdSchema, slipIdSchema, type SlipId } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { slipCommands, slipsADay, slipSecretFrom } from '#shared/domain/slip.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { loadCase, loadContent } from '#shared/records/case-record.ts';
import { derivedItems } from '#shared/records/derived-items.ts';
import { readChain, readHistory } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { replayed } from '#shared/records/replayed-record.ts';
import { loadSlip, loadSlipContent } from '#shared/records/slip-record.ts';
import { mayComeIn, travels } from '#shared/transfer/travels.ts';
import { lineOf } from '#shared/transfer/item-line.ts';
import { catchUp, pendingRecords } from '#shared/use-cases/effects/catch-up.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { confirmSetting, proposeSetting } from '#shared/use-cases/law/settings.ts';
import { proposeSettingSchema } from '#shared/domain/law/setting-command.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { acceptSlip, mergeSlip, refuseSlip } from '#shared/use-cases/slips/settle-slip.ts';
import { readSlipDesk } from '#shared/use-cases/slips/slip-desk.ts';
import { closeSlips, openSlips } from '#shared/use-cases/slips/slip-links.ts';
import { countWaitingSlips, followSlip, readSlipView } from '#shared/use-cases/slips/slip-views.ts';
import { follow } from '#shared/use-cases/views/browse.ts';
import { readSlipInvitation, takeSlip } from '#shared/use-cases/slips/take-slip.ts';
import { newSlip } from '#tests/support/new-slip.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';
import { verified } from '#tests/support/verified.ts';

let ports: TestPorts;
let secret: string;
let forms = 0;

const ward = organisations.wardCommittee.id;
const asked = { organisation: ward, round: december.id };
const open = async (who = people.wardOfficer) => (await openSlips(ports, asks(who), asked)).secret;

beforeEach(async () => {
  ports = await createTestPorts();
  secret = await open();
});

const said = (change: object = {}) =>
  newSlip({ proposer: 'Bùi Thị Xóm', proposerPhone: '0912 000 002', ...change });

const sent = (same: { key?: string; bodyHash?: string } = {}) => {
  forms += 1;
  const key = same.key ?? `form-${String(forms)}`;
  return { secret, key, bodyHash: same.bodyHash ?? key };
};

const codeOf = async (change: object = {}): Promise<string> => takeSlip(ports, sent(), said(change));
const idOf = async (code: string): Promise<SlipId> => {
  const [item] = await ports.store.get([keys.publicCode(code)]);
  return slipIdSchema.parse(item?.body['slip']);
};
async function received(change: object = {}): Promise<{ code: string; id: SlipId }> {
  const code = await codeOf(change);
  return { code, id: await idOf(code) };
}
const slipIn = async (id: SlipId) => loadSlip((await ports.store.get([keys.slipMeta(id)]))[0])?.value;
const contentIn = async (id: SlipId) =>
  loadSlipContent((await ports.store.get([keys.slipContent(id)]))[0])?.value;

const accept = (id: SlipId, answers: object[] = [], request = asks(people.wardOfficer)) =>
  acceptSlip(
    ports,
    request,
    id,
    slipCommands.accept.parse({ form: 'GK_HUYEN', proposer: 'Bùi Thị Xóm', answers }),
  );
const refuse = (id: SlipId, who = people.wardOfficer) =>
  refuseSlip(ports, asks(who), id, { reason: 'notConfirmed', note: 'Tổ trưởng Lê Văn Mật không xác nhận' });
const mergeInto = (id: SlipId, into: object) =>
  mergeSlip(ports, asks(people.wardOfficer), id, slipCommands.merge.parse({ into }));

const on = (day: string): void => {
  ports.clock.setOffice(instantSchema.parse(`${day}T02:00:00.000Z`));
};

async function refused(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
  return 'nothing';
}

/** Histories hold, and what mirrors the slip elsewhere is what its history makes of it. */
async function expectSound(id: SlipId): Promise<void> {
  for (const record of await pendingRecords(ports)) await catchUp(ports, record);
  expect((await verified(itemsIn(ports.database))).findings).toEqual([]);
  const mirrors = derivedItems(`SLIP#${id}`, replayed(await readChain(ports.store, `SLIP#${id}`)));
  const stored = itemsIn(ports.database).map((item) => lineOf({ ...item, version: 1 }));
  expect(mirrors.map(({ pk }) => pk.split('#')[0])).toEqual(['SLIP', 'CODE']);
  for (const mirror of mirrors) expect(stored).toContain(lineOf({ ...mirror, version: 1 }));
}

describe('a link for proposal slips', () => {
  it('says whose it is, for which round and until when, and its secret of 80 bits is stored nowhere', async () => {
    expect(await readSlipInvitation(ports, secret)).toMatchObject({
      organisation: { shortName: organisations.wardCommittee.shortName },
      round: { name: december.name },
      until: '2020-11-20',
    });
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(JSON.stringify(itemsIn(ports.database))).not.toContain(secret);
    expect(await readSlipInvitation(ports, secret.toLowerCase())).toBeDefined();
    const bits = (byte: number) => slipSecretFrom(new Uint8Array(10).fill(byte));
    expect([bits(0), bits(255)]).toEqual(['0'.repeat(16), 'Z'.repeat(16)]);
  });

  it('opens nothing once it is renewed, closed, or was never given', async () => {
    const renewed = await open();
    expect(await refused(readSlipInvitation(ports, secret))).toBe('SlipLinkNotFound');
    expect(await refused(takeSlip(ports, sent(), said()))).toBe('SlipLinkNotFound');
    expect(await readSlipInvitation(ports, renewed)).toBeDefined();
    await closeSlips(ports, asks(people.wardOfficer), asked);
    expect(await refused(readSlipInvitation(ports, renewed))).toBe('SlipLinkNotFound');
    expect(await refused(closeSlips(ports, asks(people.wardOfficer), asked))).toBe('SlipLinkNotFound');
    expect(await refused(readSlipInvitation(ports, '0'.repeat(16)))).toBe('SlipLinkNotFound');
  });

  it('is opened, renewed and closed by officers of the office, as its register says', async () => {
    expect(await refused(open(people.siblingOfficer))).toBe('ActNotYours');
    expect(await refused(open(people.wardLeader))).toBe('ActNotYours');
    await open();
    await closeSlips(ports, asks(people.wardOfficer), asked);
    const entries = (await readHistory(ports.store, `REGISTER#${ward}`)).map(({ entry }) => entry);
    expect(entries).toMatchObject([
      { act: 'SlipsOpened', facts: { round: december.id }, by: { person: people.wardOfficer.id } },
      { act: 'SlipsOpened', facts: { renewed: true } },
      { act: 'SlipsClosed' },
    ]);
  });

  it('is shown once: the same request sent again is told to renew it', async () => {
    const request = asks(people.wardOfficer);
    const first = await openSlips(ports, request, asked);
    expect(await refused(openSlips(ports, request, asked))).toBe('SlipLinkShown');
    expect(await readSlipInvitation(ports, first.secret)).toBeDefined();
  });

  it('takes slips in up to the closing day, and no longer', async () => {
    on('2020-11-20');
    await received();
    on('2020-11-21');
    expect(await refused(takeSlip(ports, sent(), said()))).toBe('SlipsClosed');
    expect(await refused(readSlipInvitation(ports, secret))).toBe('SlipsClosed');
    expect(await refused(open())).toBe('ClosingDayPassed');
  });

  it('takes in what many people send at the same moment, none of them in the way of another', async () => {
    await Promise.all(Array.from({ length: 30 }, () => codeOf()));
    expect((await countWaitingSlips(ports, [ward])).get(ward)).toBe(30);
  });

  it('takes so many slips in on a day, and goes on the next', async () => {
    for (let count = 0; count < slipsADay; count += 1) await codeOf();
    expect(await refused(takeSlip(ports, sent(), said()))).toBe('SlipsFull');
    expect((await countWaitingSlips(ports, [ward])).get(ward)).toBe(slipsADay);
    on('2020-10-06');
    await received();
  });
});

describe('a proposal slip', () => {
  it('is a record with a history of its own, in which no words stand', async () => {
    const { id } = await received();
    expect(await slipIn(id)).toMatchObject({
      state: 'RECEIVED',
      organisation: ward,
      round: december.id,
      receivedOn: '2020-10-05',
      roundEnd: '2020-12-11',
    });
    expect(await contentIn(id)).toMatchObject({ name: 'Nguyễn Thị Sáu', witnessReach: '0912 000 001' });
    const items = itemsIn(ports.database).filter(({ pk }) => pk === `SLIP#${id}`);
    const entries = items.filter(({ sk }) => sk.startsWith('ENTRY#') || sk === 'META');
    expect(JSON.stringify(entries)).not.toMatch(/Sáu|0912|trộm/);
    await expectSound(id);
  });

  it('and its link move with their office into another home, but for what expires', async () => {
    await received();
    const moving = itemsIn(ports.database).filter(travels);
    expect(moving.filter((item) => !mayComeIn(item))).toEqual([]);
    expect(moving.map(({ pk, sk }) => `${pk.split('#', 1)[0] ?? ''}/${sk}`)).toEqual(
      expect.arrayContaining(['SLIP/META', 'SLIP/CONTENT', 'SLIPLINK/META']),
    );
    expect(moving.filter(({ sk }) => /^(DAY|SENT)#/.test(sk))).toEqual([]);
  });

  it('sent twice is one slip; another text under the same key is refused', async () => {
    const form = sent();
    const codes = await Promise.all([takeSlip(ports, form, said()), takeSlip(ports, form, said())]);
    expect(new Set(codes).size).toBe(1);
    expect((await countWaitingSlips(ports, [ward])).get(ward)).toBe(1);
    expect(await refused(takeSlip(ports, { ...form, bodyHash: 'other' }, said()))).toBe(
      'IdempotencyKeyReused',
    );
  });

  it.each([
    ['a year that is none', { birthYear: 58 }],
    ['no name', { name: ' ' }],
    ['nobody who confirms it', { witness: undefined }],
    ['a telephone that is none', { proposerPhone: 'gọi tôi' }],
    ['a question nobody asked', { state: 'ACCEPTED' }],
  ])('with %s is not taken', (_what, change) => {
    expect(() => said(change)).toThrow();
  });

  it('tells whoever bears its code how it stands, and nothing of what was written', async () => {
    const { code, id } = await received();
    const told = await followSlip(ports, code.toLowerCase().replaceAll('-', ''));
    expect(told).toEqual({
      publicCode: code,
      organisation: organisations.wardCommittee.shortName,
      round: december.name,
      receivedOn: '2020-10-05',
      standing: 'received',
    });
    expect(await refused(follow(ports, code))).toBe('PublicCodeNotFound');
    await refuse(id);
    const later = await followSlip(ports, code);
    expect(later).toMatchObject({ standing: 'notTaken', refusal: 'notConfirmed' });
    expect(JSON.stringify(later)).not.toMatch(/Sáu|Mật|0912/);
  });
});

describe('the office of a slip', () => {
  it('makes a draft of it in one commit, each pointing to the other, and once only', async () => {
    const { code, id } = await received();
    const request = asks(people.wardOfficer);
    const { id: made } = await accept(id, [], request);
    const caseId = caseIdSchema.parse(made);
    const [meta, content] = await ports.store.get([keys.caseMeta(caseId), keys.caseContent(caseId)]);
    expect(loadCase(meta)?.value).toMatchObject({
      status: 'DRAFT',
      form: 'GK_HUYEN',
      proposer: { name: 'Bùi Thị Xóm' },
      label: { name: 'Nguyễn Thị Sáu', birthYear: 1958 },
    });
    const { report } = loadContent(content)?.value ?? {};
    expect(report).toContain('Báo công an bắt');
    expect(report).toContain('Tối 12/8/2020, Ngõ 12 phố Cầu Đất');
    expect(report).not.toMatch(/0912|Chứng/);
    expect(await slipIn(id)).toMatchObject({ state: 'ACCEPTED', case: made, settledOn: '2020-10-05' });
    expect((await accept(id, [], request)).id).toBe(made);
    expect(await refused(accept(id))).toBe('SlipSettled');
    expect(await followSlip(ports, code)).toMatchObject({ standing: 'taken' });
    await expectSound(id);
  });

  it('makes one draft of it when two officers accept it at the same moment; the other is told', async () => {
    const { id } = await received();
    const both = await Promise.all(
      [people.wardOfficer, people.wardSealedOfficer].map((who) => refused(accept(id, [], asks(who)))),
    );
    expect(both.toSorted()).toEqual(['SlipSettled', 'nothing']);
    const drafts = itemsIn(ports.database).filter(({ pk, sk }) => pk.startsWith('CASE#') && sk === 'META');
    expect(drafts).toHaveLength(1);
  });

  it('makes it for a subject that is known, once somebody has said that it is the same', async () => {
    const draft = await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    const { id } = await received();
    const { likenesses } = await readSlipView(ports, people.wardOfficer.id, id);
    expect(likenesses).toMatchObject([{ subject: { name: 'Nguyễn Thị Sáu' }, open: [{ id: draft }] }]);
    const subject = likenesses[0]?.subject.id;
    const { id: made } = await accept(id, [{ subject, answer: 'same' }]);
    const [meta] = await ports.store.get([keys.caseMeta(made)]);
    expect(loadCase(meta)?.value.subject).toBe(subject);
  });

  it('refuses it for a reason of a list; what was written beside stays inside', async () => {
    const { id } = await received();
    await refuse(id);
    const { timeline, slip } = await readSlipView(ports, people.wardLeader.id, id);
    expect(slip).toMatchObject({ state: 'REFUSED', refusal: 'notConfirmed' });
    expect(timeline.at(-1)).toMatchObject({
      act: 'SlipRefused',
      by: { name: 'Trần Thị Hà' },
      facts: { refusal: 'notConfirmed' },
      words: { note: 'Tổ trưởng Lê Văn Mật không xác nhận' },
    });
    expect(await refused(refuse(id))).toBe('SlipSettled');
    await expectSound(id);
  });

  it('merges it into a draft of its own, or into a slip that waits, whose fate it shares', async () => {
    const draft = await draftNomination(ports);
    const [first, second, third] = [await received(), await received(), await received()];
    await mergeInto(first.id, { case: draft });
    expect(await followSlip(ports, first.code)).toMatchObject({ standing: 'taken' });
    await mergeInto(second.id, { slip: third.id });
    expect(await slipIn(second.id)).toMatchObject({ state: 'MERGED', into: third.id });
    expect(await followSlip(ports, second.code)).toMatchObject({ standing: 'received' });
    await accept(third.id);
    expect(await followSlip(ports, second.code)).toMatchObject({ standing: 'taken' });
    const told = await readHistory(ports.store, `CASE#${draft}`);
    expect(told.at(-1)?.entry).toMatchObject({ act: 'SlipMerged', facts: { slip: first.id } });
    await expectSound(second.id);
  });

  it('says of a case whose words are erased which slips still tell of it, and keeps these from the sweep', async () => {
    const [first, second] = [await received(), await received()];
    const id = caseIdSchema.parse((await accept(first.id)).id);
    await mergeInto(second.id, { case: id });
    await actOnCase(ports, asks(people.wardOfficer), id, 'discard', {});
    const paper = {
      number: '12/CV',
      date: december.opensOn,
      authority: 'UBND phường',
      reason: 'Yêu cầu xóa',
    };
    const erased = await eraseWords(ports, { record: `CASE#${id}`, entries: 'all', order: paper });
    if (erased.outcome !== 'erased') throw new Error(erased.outcome);
    expect(erased.standsIn).toEqual(expect.arrayContaining([`SLIP#${first.id}`, `SLIP#${second.id}`]));
    const slip = { record: `SLIP#${first.id}`, entries: 'all' } as const;
    const term = { figure: 'limit.slips', days: 90 };
    expect(await eraseWords(ports, { ...slip, order: term })).toEqual({ outcome: 'notEnded' });
    expect(await contentIn(first.id)).toMatchObject({ name: 'Nguyễn Thị Sáu' });
    expect(await eraseWords(ports, { ...slip, order: paper })).toMatchObject({ outcome: 'erased' });
    expect(await contentIn(first.id)).toMatchObject({ name: '' });
    await expectSound(first.id);
  });

  it('merges it into nothing else: not itself, a settled slip, another office’s, a sent or a sealed case', async () => {
    const { id } = await received();
    const settled = await received();
    await refuse(settled.id);
    const sealed = await draftNomination(ports, { sealed: true });
    const places = [{ slip: id }, { slip: settled.id }, { case: sealed }, { case: id }];
    for (const into of places) expect(await refused(mergeInto(id, into))).toBe('SlipNotMergeable');
    expect(await slipIn(id)).toMatchObject({ state: 'RECEIVED' });
  });

  it('alone reads and settles it', async () => {
    const { id } = await received();
    expect(await refused(readSlipView(ports, people.siblingOfficer.id, id))).toBe('SlipNotFound');
    expect(await refused(refuse(id, people.siblingOfficer))).toBe('SlipNotFound');
    expect(await refused(refuse(id, people.wardLeader))).toBe('ActNotYours');
    expect(await refused(refuse(id, people.formerOfficer))).toBe('PostEnded');
    expect(await refused(readSlipView(ports, people.wardMember.id, id))).toBe('ActNotYours');
    expect(await refused(readSlipDesk(ports, people.siblingOfficer.id, ward))).toBe('ActNotYours');
  });

  it('is told of nobody sealed: neither as a likeness nor as a nomination', async () => {
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958, sealed: true });
    const { id } = await received();
    const { likenesses } = await readSlipView(ports, people.wardSealedOfficer.id, id);
    expect(likenesses).toEqual([]);
  });

  it('is told of nominations by the name alone, where nobody knows the year of birth', async () => {
    const draft = await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1960, sealed: true });
    for (const record of await pendingRecords(ports)) await catchUp(ports, record);
    const { id } = await received({ name: 'nguyen thi sau', birthYear: undefined });
    const { likenesses, nominations } = await readSlipView(ports, people.wardSealedOfficer.id, id);
    expect(likenesses).toEqual([]);
    expect(nominations.map((one) => one.id)).toEqual([draft]);
  });

  it('has its slips by round, those that wait first, with whom they may be about', async () => {
    await draftNomination(ports, { name: 'Nguyễn Thị Sáu', birthYear: 1958 });
    const settled = await received({ name: 'Lê Văn Bảy' });
    await refuse(settled.id);
    const [first, second] = [await received(), await received({ name: 'Phạm Thị Tám' })];
    const { rounds, more } = await readSlipDesk(ports, people.wardOfficer.id, ward);
    expect(more).toBe(false);
    expect(rounds).toMatchObject([
      { round: { id: december.id }, until: '2020-11-20', openSince: '2020-10-05' },
    ]);
    const slips = rounds[0]?.slips ?? [];
    expect(slips.map(({ slip }) => slip.id)).toEqual([first.id, second.id, settled.id]);
    expect(slips.map(({ likenesses }) => likenesses.length)).toEqual([1, 0, 0]);
    const { likeSlips } = await readSlipView(ports, people.wardOfficer.id, first.id);
    expect(likeSlips).toEqual([]);
    const again = await received({ name: 'NGUYỄN THỊ SÁU', birthYear: undefined });
    expect((await readSlipView(ports, people.wardOfficer.id, first.id)).likeSlips).toMatchObject([
      { slip: { id: again.id } },
    ]);
  });
});

describe('slips that no nomination came of', () => {
  it('lose their words so many days after the round, by the sweep; what became of them stays', async () => {
    const waiting = await received();
    const turnedDown = await received();
    const accepted = await received();
    await refuse(turnedDown.id);
    await accept(accepted.id);
    on('2021-03-10');
    await sweep(ports);
    expect(await contentIn(waiting.id)).toMatchObject({ name: 'Nguyễn Thị Sáu' });
    on('2021-03-11');
    await sweep(ports);
    for (const { id } of [waiting, turnedDown]) {
      expect(await contentIn(id)).toMatchObject({ name: '', witnessReach: '' });
      expect(await slipIn(id)).toMatchObject({ erasedOn: '2021-03-11' });
      const items = itemsIn(ports.database).filter(({ pk }) => pk === `SLIP#${id}`);
      expect(JSON.stringify(items)).not.toMatch(/Sáu|0912|trộm|Mật/);
      await expectSound(id);
    }
    expect(await contentIn(accepted.id)).toMatchObject({ name: 'Nguyễn Thị Sáu' });
    expect(await followSlip(ports, turnedDown.code)).toMatchObject({ refusal: 'notConfirmed' });
    expect(await followSlip(ports, waiting.code)).toMatchObject({ standing: 'notTaken' });
    expect(await refused(accept(waiting.id))).toBe('SlipSettled');
    const before = (await slipIn(waiting.id))?.entries;
    await sweep(ports);
    expect((await slipIn(waiting.id))?.entries).toBe(before);
  });

  it('lose them so soon as the office has set it itself, and whoever proposes is told so', async () => {
    const { id } = await received();
    const { id: organisation } = organisations.districtCommittee;
    const own = { organisation, key: 'limit.slips', value: 5, validFrom: '2020-11-01', source: 'QĐ 12' };
    const said = proposeSettingSchema.parse(own);
    const proposed = await proposeSetting(ports, asks(people.administrator), said);
    await confirmSetting(ports, asks(people.districtLeader), settingIdSchema.parse(proposed.id));
    ports.clock.advance(61_000);
    on('2020-11-02');
    expect(await readSlipInvitation(ports, secret)).toMatchObject({ keptDays: 5 });
    on('2020-12-15');
    await sweep(ports);
    expect(await contentIn(id)).toMatchObject({ name: 'Nguyễn Thị Sáu' });
    on('2020-12-16');
    await sweep(ports);
    expect(await contentIn(id)).toMatchObject({ name: '' });
  });
});
