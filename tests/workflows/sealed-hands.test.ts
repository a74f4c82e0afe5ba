import { describe, expect, it } from 'vitest';
import { roundSchema } from '#shared/domain/round.ts';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { codeOf, desks, postOf, sealedDesks, walkIn, type Desk } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { keepPaper } from '../support/minutes.ts';
import { changePost, nameNobody } from '../support/named-posts.ts';
import { december, idOf, organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const policeNamed = [people.policeSealedOfficer, people.policeLeader, people.policeClerk];
const sealed = { sealed: true };

/** At an office that named nobody, one pair of hands. */
const alone = (desk: Desk): Desk => ({ ...desk, officer: desk.leader, clerk: desk.leader });

async function begin(home: TestHome) {
  const walk = walkIn(home);
  const id = await draftNomination(home.ports, sealed);
  await walk.act(people.wardSealedOfficer, id, 'submit');
  return { id, ...walk };
}

async function expectWhole({ ports }: TestHome): Promise<void> {
  expect(await brokenInvariants(ports.store, ports.database)).toEqual([]);
}

const waits = async (home: TestHome, who: Person) =>
  (await readInbox(home.ports, who.id)).rows.map((row) => [row.of, row.id]);

describe('an office that named nobody for sealed cases', () => {
  it('sends a sealed case on by the hands of its head, and nobody else there learns of it', async () => {
    const home = await createTestHome();
    await nameNobody(home.ports, policeNamed);
    const { id, act, to, letterOf, finish, decision, caseOf, stepOf, kindsTold } = await begin(home);
    await to('district-receive', [id], sealed);
    expect(await waits(home, people.policeLeader)).toEqual([['case', id]]);
    expect(await kindsTold(people.policeLeader)).toContain('ListArrived');
    await act(people.policeLeader, id, 'receive');
    expect((await readCaseView(home.ports, people.policeLeader.id, id)).allowed).toContain('recommend');
    await act(people.policeLeader, id, 'recommend');
    expect(await stepOf(id)).toBe('district-police-letter');

    const list = await letterOf(alone(desks.police), [id], sealed);
    for (const who of [
      people.policeOfficer,
      people.policeSealedOfficer,
      people.policeDeputy,
      people.policeClerk,
    ]) {
      expect(await codeOf(readCaseView(home.ports, who.id, id))).toBe('CaseNotFound');
      expect(await codeOf(readListView(home.ports, who.id, list))).toBe('ListNotFound');
      expect([await waits(home, who), await kindsTold(who)]).toEqual([[], []]);
    }
    const view = await readListView(home.ports, people.policeLeader.id, list);
    expect(view.signers.map((post) => post.id)).toEqual([postOf(people.policeLeader)]);
    await finish(alone(desks.police), list);
    await to('district-decide', [id], sealed);
    await decision(sealedDesks.district, [id], sealed);
    expect(await caseOf(id)).toMatchObject({ status: 'AWARDED', appraisers: [people.policeLeader.id] });
    await expectWhole(home);
  });

  it('has the deputy sign what four eyes keep from its head', async () => {
    const home = await createTestHome();
    const id = await ownCertificate(home);
    await nameNobody(home.ports, [
      people.wardSealedOfficer,
      people.wardSecretary,
      people.wardLeader,
      people.wardClerk,
    ]);
    const { act, session, decisionOf, close, sign, issue, caseOf, stepOf } = walkIn(home);
    const head = alone(desks.ward);
    await keepPaper(home.ports, people.wardLeader, { case: id }, 'letter');
    await act(people.wardLeader, id, 'submit');
    await act(people.wardLeader, id, 'receive');
    await act(people.wardLeader, id, 'recommend');
    expect(await codeOf(readCaseView(home.ports, people.wardDeputy.id, id))).toBe('CaseNotFound');
    await session('ward', [id], { ...sealed, secretary: people.wardLeader });
    expect(await stepOf(id)).toBe('ward-decide');
    expect(await codeOf(act(people.wardLeader, id, 'refuse', { reason: 'Không' }))).toBe(
      'ConflictOfInterest',
    );

    const list: ListId = await decisionOf(head, [id], sealed);
    expect(await codeOf(close(head, list))).toBe('RowBarsSigner');
    const { signers } = await readListView(home.ports, people.wardLeader.id, list);
    expect(signers.map((post) => post.id).sort()).toEqual(
      [postOf(people.wardDeputy), postOf(people.wardLeader)].sort(),
    );
    expect(await codeOf(readListView(home.ports, people.wardDeputy.id, list))).toBe('ListNotFound');
    await close(head, list, people.wardDeputy);
    expect(await waits(home, people.wardDeputy)).toEqual([['list', list]]);
    expect((await reveal(home.ports, asks(people.wardDeputy), id, 'Xem trước khi ký')).content.citation).toBe(
      'Giúp việc',
    );
    await sign(people.wardDeputy, list);
    await issue(head, list);
    expect((await caseOf(id)).status).toBe('AWARDED');
    await expectWhole(home);
  });

  it('lets its head answer a supplement that is asked of it', async () => {
    const home = await createTestHome();
    const { id, act, to, standing } = await begin(home);
    await to('district-receive', [id], sealed);
    await nameNobody(home.ports, [
      people.wardSealedOfficer,
      people.wardSecretary,
      people.wardLeader,
      people.wardClerk,
    ]);
    await act(people.policeSealedOfficer, id, 'askSupplement', { fields: ['report'], note: 'Bổ sung' });
    expect(await waits(home, people.wardLeader)).toEqual([['case', id]]);
    expect(await waits(home, people.policeSealedOfficer)).toEqual([]);
    await act(people.wardLeader, id, 'answerSupplement', { content: { report: 'Đủ' } });
    expect(await standing(id)).toBe('free');
    await expectWhole(home);
  });

  it('enters none: a sealed case begins where somebody is named', async () => {
    const home = await createTestHome();
    await nameNobody(home.ports, [
      people.wardSealedOfficer,
      people.wardSecretary,
      people.wardLeader,
      people.wardClerk,
    ]);
    expect(await codeOf(draftNomination(home.ports, sealed))).toBe('ActNotYours');
  });
});

describe('an office that named some, but nobody to sign', () => {
  it('has its head sign, who learns of the case only then', async () => {
    const home = await createTestHome();
    await nameNobody(home.ports, [people.policeLeader]);
    const { id, to, letterOf, close, sign, issue, stepOf } = await begin(home);
    await to('district-appraise', [id], sealed);
    expect(await codeOf(readCaseView(home.ports, people.policeLeader.id, id))).toBe('CaseNotFound');
    await to('district-police-letter', [id], sealed);
    expect((await readCaseView(home.ports, people.policeLeader.id, id)).allowed).toContain('reassign');
    const list = await letterOf(sealedDesks.police, [id], sealed);
    await close(sealedDesks.police, list);
    await sign(people.policeLeader, list);
    expect(await codeOf(issue({ ...sealedDesks.police, clerk: people.policeLeader }, list))).toBe(
      'ActNotYours',
    );
    await issue(sealedDesks.police, list);
    expect(await stepOf(id)).toBe('district-council');
    await expectWhole(home);
  });
});

describe('who handles a sealed case', () => {
  it('follows whom the office names today, from the open step and the open list to the numbered letter', async () => {
    const home = await createTestHome();
    const { id, act, to, letterOf, close, sign, issue, stepOf, onList } = await begin(home);
    await to('district-appraise', [id], sealed);
    const today = civilDateSchema.parse(home.ports.clock.today());
    await changePost(home.ports, people.policeSealedOfficer, { to: today });
    await home.passDays(1);
    await changePost(home.ports, people.policeOfficer, { sealed: true });
    expect(await codeOf(readCaseView(home.ports, people.policeSealedOfficer.id, id))).toBe('CaseNotFound');
    expect(await waits(home, people.policeSealedOfficer)).toEqual([]);
    expect(await waits(home, people.policeOfficer)).toEqual([['case', id]]);
    await act(people.policeOfficer, id, 'recommend');

    const desk = { ...sealedDesks.police, officer: people.policeOfficer };
    const list = await letterOf(desk, [id], sealed);
    await changePost(home.ports, people.policeLeader, { sealed: false });
    await changePost(home.ports, people.policeDeputy, { sealed: true });
    await changePost(home.ports, people.policeClerk, { sealed: false });
    expect(await codeOf(close(desk, list))).toBe('SignerNotLeader');
    expect(await codeOf(readListView(home.ports, people.policeLeader.id, list))).toBe('done');
    await close(desk, list, people.policeDeputy);
    await changePost(home.ports, people.policeClerk, { sealed: true });
    expect(await codeOf(readListView(home.ports, people.policeLeader.id, list))).toBe('ListNotFound');
    await onList(people.policeDeputy, list, 'reopen', { reason: 'Xem lại' });
    await close(desk, list, people.policeDeputy);
    await sign(people.policeDeputy, list);
    await issue(desk, list);
    expect(await stepOf(id)).toBe('district-council');
    await expectWhole(home);
  });

  it('is no longer whoever the office named once, though the post goes on', async () => {
    const home = await createTestHome();
    const { id } = await begin(home);
    await changePost(home.ports, people.wardClerk, { sealed: false });
    expect(await codeOf(reveal(home.ports, asks(people.wardClerk), id, 'Xem'))).toBe('CaseNotFound');
    await changePost(home.ports, people.wardMember, { sealed: true });
    expect((await reveal(home.ports, asks(people.wardMember), id, 'Xem')).content.printedName).not.toBe('');
  });
});

/** Of two levels: the ward takes in, appraises, considers and decides itself. */
async function ownCertificate(home: TestHome): Promise<CaseId> {
  home.ports.clock.setOffice('2026-03-02T02:00:00.000Z' as never);
  const round = roundSchema.parse({
    ...december,
    id: idOf('round-ward'),
    owner: organisations.wardCommittee.id,
    year: 2026,
    opensOn: '2026-03-01',
    forms: [{ form: 'GK_XA', closingDay: '2026-04-30', councilDay: '2026-04-15', quotas: [] }],
  });
  await home.ports.store.commit([roundWrite(undefined, round)]);
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: round.id,
    form: 'GK_XA',
    subjectKind: 'individual',
    proposer: { name: 'Công an phường' },
    content: {
      printedName: 'Đoàn Bí Danh',
      unit: 'Tổ dân phố số 9',
      birthYear: 1971,
      achievementFrom: '2025-01-01',
      achievementTo: '2025-12-31',
      citation: 'Giúp việc',
      report: 'Đã giúp việc.',
    },
    sealed: { basis: 'Người giúp việc cho công an', placeholder: false },
  });
  return caseIdSchema.parse((await nominate(home.ports, asks(people.wardSealedOfficer), command)).id);
}
