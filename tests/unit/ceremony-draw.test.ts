import { describe, expect, it } from 'vitest';
import { ceremonyCommands, newCeremonySchema } from '#shared/domain/ceremony.ts';
import { ceremonyIdSchema, type CaseId, type CeremonyId, type ListId } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { StoreUnavailable, type Ports, type Store } from '#shared/ports.ts';
import { loadCeremony, readAwards } from '#shared/records/ceremony-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCeremony } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { renameOrganisation } from '#shared/use-cases/directory/organisations.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { issuedDecision, touchCase } from '#tests/support/issued-decision.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts } from '#tests/support/small-world.ts';

async function planned(ports: Ports): Promise<CeremonyId> {
  const command = newCeremonySchema.parse({
    host: organisations.districtCommittee.id,
    title: 'Hội nghị tổng kết',
    day: '2020-10-20',
    place: 'Hội trường UBND quận',
  });
  const { id } = await newCeremony(ports, asks(people.organiser), command);
  return ceremonyIdSchema.parse(id);
}

interface Drawing {
  readonly cases?: readonly CaseId[];
  readonly request?: ActRequest;
}

function draw(ports: Ports, ceremony: CeremonyId, decision: ListId, { cases, request }: Drawing = {}) {
  const command = ceremonyCommands.draw.parse({ decision, ...(cases === undefined ? {} : { cases }) });
  return drawAwards(ports, request ?? asks(people.organiser), ceremony, command);
}

async function read(ports: Ports, id: CeremonyId) {
  const [item] = await ports.store.get([keys.ceremonyMeta(id)]);
  return loadCeremony(item)!;
}

const refused = (act: Promise<unknown>) =>
  act.then(
    () => 'not refused',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  );

const people70 = Array.from({ length: 70 }, (_, index) => ({ name: `Người thứ ${String(index + 1)}` }));

/** The store, with something that happens before one of its commits. */
function interrupted(ports: Ports, before: (commits: number) => Promise<void>): Ports {
  let commits = 0;
  const store: Store = {
    get: (wanted) => ports.store.get(wanted),
    query: (query) => ports.store.query(query),
    async commit(writes) {
      commits += 1;
      await before(commits);
      await ports.store.commit(writes);
    },
  };
  return { ...ports, store };
}

describe('drawing awards', () => {
  it('draws all of a decision in its order, a few transactions for many', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const id = await planned(ports);
    const { answer, results } = await draw(ports, id, decision.id);

    expect(results).toEqual(decision.cases.map((one) => ({ case: one, drawn: true })));
    const { value, version } = await read(ports, id);
    expect(value.groups.map((group) => group.cases)).toEqual([decision.cases]);
    expect([value.counts.drawn, version, answer.version]).toEqual([70, 4, 4]);
    const awards = await readAwards(ports.store, id);
    expect(awards.map((award) => award.goldenBookNumber).toSorted((a, b) => a - b)).toEqual(
      people70.map((_, i) => i + 1),
    );
    expect((await verifyHistory(ports, recordId('CEREMONY', id))).faults).toEqual([]);
  });

  it('prints each as the decision does: birth year and residential group only between namesakes', async () => {
    const ports = await createTestPorts();
    const rows = [{ name: 'Lê Văn Tám' }, { name: 'Nguyễn Thị Sáu', namesake: true }];
    const decision = await issuedDecision(ports, { rows });
    const id = await planned(ports);
    await draw(ports, id, decision.id);
    const [one, other] = await readAwards(ports.store, id);

    expect(one).toEqual({
      case: decision.cases[0],
      decision: decision.id,
      number: '2920/QĐ-UBND',
      date: '2020-10-01',
      form: 'GK_HUYEN',
      authority: 'Chủ tịch UBND quận Hồng Bàng',
      goldenBookNumber: 1,
      annexOrdinal: 1,
      subjectKind: 'individual',
      name: 'Lê Văn Tám',
      unit: 'Phường Sở Dầu',
      namesake: false,
      enteredBy: organisations.wardCommittee.id,
      handover: 'NONE',
    });
    expect(other).toMatchObject({ namesake: true, birthYear: 1958, residentialGroup: 'Tổ dân phố số 5' });
  });

  it('prints who awarded as the decision was signed, whatever the office is called when it is drawn', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: [{ name: 'Lê Văn Tám' }] });
    const { name, shortName, headTitle } = organisations.districtCommittee;
    const names = { name, shortName, headTitle: 'Bí thư Quận ủy Hồng Bàng' };
    await renameOrganisation(ports, asks(people.administrator), organisations.districtCommittee.id, names);
    const id = await planned(ports);
    await draw(ports, id, decision.id);
    expect(await readAwards(ports.store, id)).toMatchObject([{ authority: headTitle }]);
  });

  it('draws decisions of any authority, also from outside, and groups them by it', async () => {
    const ports = await createTestPorts();
    const medals = await issuedDecision(ports, {
      by: organisations.districtPolice,
      origin: 'outside',
      rows: [{ name: 'Trần Văn Cựu', form: 'KNC_ANTQ' }],
    });
    const police = await issuedDecision(ports, {
      by: organisations.districtPolice,
      rows: [{ name: 'Tổ bảo vệ' }],
    });
    const named = await issuedDecision(ports, {
      authority: 'Giám đốc Công an thành phố',
      rows: [{ name: 'Tổ liên gia' }],
    });
    const id = await planned(ports);
    for (const decision of [police, named, medals]) await draw(ports, id, decision.id);

    expect((await read(ports, id)).value.groups.map((group) => group.authority)).toEqual([
      'Bộ trưởng Bộ Công an',
      'Trưởng Công an quận Hồng Bàng',
      'Giám đốc Công an thành phố',
    ]);
  });

  it('draws a case that has not caught up with its decision, and none that is held, struck or unknown', async () => {
    const ports = await createTestPorts();
    const { id: decision, cases } = await issuedDecision(ports, {
      rows: [
        { name: 'Chưa theo kịp', standing: 'behind' },
        { name: 'Bị giữ', standing: 'held' },
        { name: 'Đã rút khỏi danh sách', state: 'struck', standing: 'behind' },
      ],
    });
    const other = await issuedDecision(ports, { rows: [{ name: 'Quyết định khác' }] });
    const id = await planned(ports);

    expect((await draw(ports, id, decision)).results).toEqual([{ case: cases[0], drawn: true }]);
    const { results } = await draw(ports, id, decision, { cases: [...cases, ...other.cases] });
    expect(results.map((result) => result.refusal)).toEqual([
      undefined,
      'AwardNotIssued',
      'AwardNotIssued',
      'AwardNotIssued',
    ]);
    expect(await refused(draw(ports, id, decision, { cases: cases.slice(1, 2) }))).toBe('AwardNotIssued');
  });

  it('does not draw a case that is held while it is being drawn', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: [{ name: 'Chưa theo kịp', standing: 'behind' }] });
    const id = await planned(ports);
    const held = { by: people.districtOfficer.id, on: ports.clock.today(), document: 'CV 15' };
    const racing = interrupted(ports, async (commits) => {
      if (commits === 1) await touchCase(ports, decision.cases[0]!, { hold: held });
    });

    expect(await refused(draw(racing, id, decision.id, { cases: decision.cases }))).toBe('AwardNotIssued');
    expect((await read(ports, id)).value.counts.drawn).toBe(0);
  });

  it.each([
    ['a decision that is not issued', { state: 'SIGNED' as const }, 'AwardNotIssued'],
    ['a letter', { kind: 'letter' as const }, 'AwardNotIssued'],
    ['the approval of models', { kind: 'approval' as const }, 'AwardNotIssued'],
    ['a sealed decision', { sealed: true }, 'ListNotFound'],
  ])('takes nothing from %s', async (_, draft, code) => {
    const ports = await createTestPorts();
    const list = await issuedDecision(ports, { ...draft, rows: [{ name: 'Nguyễn Thị Sáu' }] });
    expect(await refused(draw(ports, await planned(ports), list.id))).toBe(code);
  });

  it('never shows a sealed award, neither in the whole nor when it is named', async () => {
    const ports = await createTestPorts();
    const rows = [{ name: 'Trường hợp bảo mật 01', sealedNumber: 1 }, { name: 'Lê Văn Tám' }];
    const { id: decision, cases } = await issuedDecision(ports, { rows });
    const id = await planned(ports);

    expect((await draw(ports, id, decision)).results).toEqual([{ case: cases[1], drawn: true }]);
    expect(await refused(draw(ports, id, decision, { cases: cases.slice(0, 1) }))).toBe('AwardNotIssued');
  });
});

describe('a draw that is overtaken', () => {
  it('says award by award what was drawn before the ceremony was cancelled, and what was not', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const id = await planned(ports);
    const racing = interrupted(ports, async (commits) => {
      if (commits === 2) await actOnCeremony(ports, asks(people.organiser), id, 'cancel', { reason: 'Hoãn' });
    });
    const { results } = await draw(racing, id, decision.id);

    expect(results.map((result) => result.refusal)).toEqual(
      people70.map((_, index) => (index < 30 ? undefined : 'CeremonyFrozen')),
    );
    expect((await read(ports, id)).value).toMatchObject({ phase: 'CANCELLED', counts: { drawn: 30 } });
  });
});

describe('one award, one ceremony', () => {
  it('refuses what another ceremony drew, passes it over in the whole, and says so case by case', async () => {
    const ports = await createTestPorts();
    const { id: decision, cases } = await issuedDecision(ports, { rows: people70.slice(0, 3) });
    const [first, second] = [await planned(ports), await planned(ports)];
    await draw(ports, first, decision, { cases: cases.slice(0, 1) });

    expect(await refused(draw(ports, second, decision, { cases: cases.slice(0, 1) }))).toBe(
      'AwardAlreadyDrawn',
    );
    const { results } = await draw(ports, second, decision, { cases: cases.slice(0, 2) });
    expect(results).toEqual([
      { case: cases[0], drawn: false, refusal: 'AwardAlreadyDrawn' },
      { case: cases[1], drawn: true },
    ]);
    expect((await draw(ports, second, decision)).results.map((result) => result.case)).toEqual(
      cases.slice(1),
    );
    expect((await read(ports, second)).value.counts.drawn).toBe(2);
  });

  it('gives each award to one of two ceremonies that draw at once', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const ids = [await planned(ports), await planned(ports)];
    await Promise.all(ids.map((id) => draw(ports, id, decision.id)));
    const drawn = (await Promise.all(ids.map((id) => readAwards(ports.store, id))))
      .flat()
      .map((award) => award.case);

    expect(drawn.toSorted()).toEqual(decision.cases.toSorted());
  });

  it('gives the awards of a cancelled ceremony free for another', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const [first, second] = [await planned(ports), await planned(ports)];
    await draw(ports, first, decision.id);
    await actOnCeremony(ports, asks(people.organiser), first, 'cancel', { reason: 'Hoãn vì bão' });
    await catchUp(ports, recordId('CEREMONY', first));

    expect((await draw(ports, second, decision.id)).results).toHaveLength(70);
    // The effects run again after the second ceremony has drawn: its guards stay.
    await ports.store.commit([{ delete: keys.effects(recordId('CEREMONY', first)) }]);
    await catchUp(ports, recordId('CEREMONY', first));
    expect((await draw(ports, await planned(ports), decision.id)).results).toEqual([]);
  });
});

describe('the same request again', () => {
  it('changes nothing and gives the first answer', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const id = await planned(ports);
    const request = asks(people.organiser);
    const first = await draw(ports, id, decision.id, { request });
    const [arrived] = await ports.store.get([keys.ceremonyMeta(id)]);

    expect(await draw(ports, id, decision.id, { request })).toEqual(first);
    expect(await ports.store.get([keys.ceremonyMeta(id)])).toEqual([arrived]);
    const other = { ...request, bodyHash: '0'.repeat(64) };
    expect(await refused(draw(ports, id, decision.id, { request: other }))).toBe('IdempotencyKeyReused');
  });

  it('goes on where a failure broke it off', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const id = await planned(ports);
    const request = { ...asks(people.organiser), ifVersion: 1 };
    const failing = interrupted(ports, async (commits) => {
      if (commits === 2) throw new StoreUnavailable('disk full');
    });
    await expect(draw(failing, id, decision.id, { request })).rejects.toThrow('disk full');
    expect((await read(ports, id)).value.counts.drawn).toBe(30);

    expect((await draw(ports, id, decision.id, { request })).results).toEqual(
      decision.cases.map((one) => ({ case: one, drawn: true })),
    );
    expect((await read(ports, id)).value.groups[0]?.cases).toEqual(decision.cases);
  });

  it('is told from a stale page', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: people70 });
    const id = await planned(ports);
    const stale = { ...asks(people.organiser), ifVersion: 7 };

    expect(await refused(draw(ports, id, decision.id, { request: stale }))).toBe('EditStale');
  });
});

describe('the rights to a ceremony', () => {
  it.each([
    ['the host’s officer', people.districtOfficer, 'ActNotYours'],
    ['the host’s auditor', people.auditor, 'ActNotYours'],
    ['a member of its council', people.districtMember, 'CeremonyNotFound'],
    ['an organisation without a drawn case', people.wardOfficer, 'CeremonyNotFound'],
  ])('%s draws nothing, and learns nothing about the decision: %s', async (_, person, code) => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { state: 'SIGNED', rows: [{ name: 'Lê Văn Tám' }] });
    const id = await planned(ports);
    expect(await refused(draw(ports, id, decision.id, { request: asks(person) }))).toBe(code);
  });

  it('lets organisers plan for their own organisation only', async () => {
    const ports = await createTestPorts();
    const command = { title: 'Họp mặt', day: '2020-10-20', place: 'Nhà văn hóa' };
    const hold = (person: { id: (typeof people.organiser)['id'] }, host: string) =>
      refused(newCeremony(ports, asks(person), newCeremonySchema.parse({ ...command, host })));

    expect(await hold(people.districtOfficer, organisations.districtCommittee.id)).toBe('ActNotYours');
    expect(await hold(people.organiser, organisations.wardCommittee.id)).toBe('ActNotYours');
    expect(await hold(people.organiser, organisations.wardCommittee.id.replace('W', 'X'))).toBe(
      'OrganisationUnknown',
    );
  });

  it('plans once for a request that comes twice', async () => {
    const ports = await createTestPorts();
    const command = newCeremonySchema.parse({
      host: organisations.districtCommittee.id,
      title: 'Họp mặt',
      day: '2020-10-20',
      place: 'Nhà văn hóa',
    });
    const request = asks(people.organiser);
    const [one, other] = await Promise.all([
      newCeremony(ports, request, command),
      newCeremony(ports, request, command),
    ]);
    expect(other).toEqual(one);
  });

  it('keeps to the phase: nothing is drawn once the ceremony is cancelled, nothing handed over before the day', async () => {
    const ports = await createTestPorts();
    const decision = await issuedDecision(ports, { rows: [{ name: 'Lê Văn Tám' }] });
    const id = await planned(ports);
    await draw(ports, id, decision.id);
    const handed = { case: decision.cases[0]!, state: 'PRESENTED' as const };
    expect(await refused(actOnCeremony(ports, asks(people.organiser), id, 'handOver', handed))).toBe(
      'CeremonyNotHeld',
    );

    await actOnCeremony(ports, asks(people.organiser), id, 'cancel', { reason: 'Hoãn' });
    expect(await refused(draw(ports, id, decision.id))).toBe('CeremonyFrozen');
    expect(await refused(actOnCeremony(ports, asks(people.organiser), id, 'arrange', { groups: [] }))).toBe(
      'CeremonyFrozen',
    );
  });
});
