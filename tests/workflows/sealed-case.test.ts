import { describe, expect, it } from 'vitest';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { usualMailChoices } from '#shared/domain/mail-choices.ts';
import type { Item, Key } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { setMailChoices } from '#shared/use-cases/people/mail-choices.ts';
import { follow, readCases } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { readListView, readLists } from '#shared/use-cases/views/list-view.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { codeOf, desks, sealedDesks, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const secret = 'Đoàn Bí Danh';
const secretUnit = 'Tổ dân phố số 9 kín';

async function sealedNomination(home: TestHome, more: object = {}): Promise<CaseId> {
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Công an phường' },
    content: {
      printedName: secret,
      unit: secretUnit,
      birthYear: 1971,
      achievementFrom: '2019-12-01',
      achievementTo: '2020-09-30',
      citation: `Tặng ${secret}`,
      report: `${secret} đã giúp việc.`,
    },
    sealed: { basis: 'Người giúp việc cho công an', placeholder: false },
    ...more,
  });
  return caseIdSchema.parse((await nominate(home.ports, asks(people.wardSealedOfficer), command)).id);
}

async function everyItem({ ports }: TestHome): Promise<Item[]> {
  const found = ports.database.read((db) => db.prepare('SELECT pk, sk FROM items').all()) as unknown as Key[];
  const items: Item[] = [];
  for (let start = 0; start < found.length; start += 100) {
    const read = await ports.store.get(found.slice(start, start + 100).map(({ pk, sk }) => ({ pk, sk })));
    items.push(...read.flatMap((item) => item ?? []));
  }
  return items;
}

const ward = [people.wardOfficer, people.wardDeputy, people.wardMember, people.wardProposer];
const others = [
  people.policeOfficer,
  people.policeDeputy,
  people.districtOfficer,
  people.districtDeputy,
  people.districtMember,
];
const unnamed: readonly Person[] = [
  ...ward,
  ...others,
  people.siblingOfficer,
  people.administrator,
  people.auditor,
];
const named = [people.wardSealedOfficer, people.wardSecretary, people.wardLeader, people.wardClerk];

describe('a sealed case', () => {
  it('is told of in the mail of a day without its name', async () => {
    const home = await createTestHome();
    const { act, to } = walkIn(home);
    const { policeSealedOfficer } = people;
    const groups = { ...usualMailChoices.groups, waits: 'digest' } as const;
    await setMailChoices(home.ports, policeSealedOfficer.id, { groups, hour: 7 });
    const id = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    await to('district-receive', [id], { sealed: true });
    await home.passDays(1);
    await sweep(home.ports);
    const sent = home.ports.mailer.sent.filter(({ to: whom }) => whom === policeSealedOfficer.email);
    const [daily] = sent.filter(({ subject }) => subject.startsWith('Thư tổng hợp'));
    expect(daily?.text).toContain('1 hồ sơ mới chuyển đến theo danh sách');
    expect([secret, secretUnit].filter((word) => JSON.stringify(sent).includes(word))).toEqual([]);
  });

  it('goes all the way on sealed lists, and its name stands nowhere but in its own content and words', async () => {
    const home = await createTestHome();
    const { act, to, decision, caseOf } = walkIn(home);
    const id = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    await to('district-receive', [id], { sealed: true });
    await act(people.policeSealedOfficer, id, 'askSupplement', {
      fields: ['report'],
      note: `Hỏi về ${secret}`,
    });
    await home.passDays(13);
    await act(people.wardSealedOfficer, id, 'answerSupplement', { content: { report: `${secret}: đủ` } });
    await to('district-decide', [id], { sealed: true });
    await decision(sealedDesks.district, [id], { sealed: true });
    expect((await caseOf(id)).status).toBe('AWARDED');

    const spoken = (await everyItem(home)).filter((item) => {
      const text = JSON.stringify(item);
      return text.includes(secret) || text.includes(secretUnit);
    });
    expect(new Set(spoken.map((item) => item.sk.replace(/#.*/, '')))).toEqual(
      new Set(['CONTENT', 'PAYLOAD']),
    );
    expect(new Set(spoken.map((item) => item.pk))).toEqual(new Set([`CASE#${id}`]));
    expect(home.ports.mailer.sent.filter((mail) => JSON.stringify(mail).includes(secret))).toEqual([]);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is seen, told and acted on by named posts only', async () => {
    const home = await createTestHome();
    const { act, to, listOf, letterOf, caseOf, kindsTold } = walkIn(home);
    const id = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    await to('ward-letter', [id], { sealed: true });
    const list = await letterOf(sealedDesks.ward, [id], { sealed: true });
    await act(people.wardSealedOfficer, id, 'hold', { reason: 'Chờ', document: '01' });
    await home.passDays(3);

    for (const who of unnamed) {
      expect(await codeOf(readCaseView(home.ports, who.id, id))).toBe('CaseNotFound');
      expect(await codeOf(act(who, id, 'release', { reason: 'Chờ', document: '02' }))).toBe('CaseNotFound');
      expect(await codeOf(readListView(home.ports, who.id, list))).toBe('ListNotFound');
      expect(await codeOf(reveal(home.ports, asks(who), id, 'Tò mò'))).toBe('CaseNotFound');
      expect((await readInbox(home.ports, who.id)).rows).toEqual([]);
      expect(await kindsTold(who)).toEqual([]);
      const organisation = who.posts[0]!.organisation;
      expect((await readCases(home.ports, who.id, { organisation })).cases).toEqual([]);
      expect(await readLists(home.ports, who.id, { organisation })).toEqual([]);
    }
    for (const who of named) expect((await readCaseView(home.ports, who.id, id)).content).toBeUndefined();
    expect(await codeOf(follow(home.ports, (await caseOf(id)).publicCode))).toBe('PublicCodeNotFound');
    expect((await listOf(list)).rows).toBe(0);
    const waiting = (await readInbox(home.ports, people.wardSealedOfficer.id)).rows.find(
      (row) => row.of === 'case',
    );
    expect(waiting).toMatchObject({ label: '', unit: '', sealedNumber: 1 });
  });

  it('is shown for a reason, which stays in its history', async () => {
    const home = await createTestHome();
    const id = await sealedNomination(home);
    const { content } = await reveal(home.ports, asks(people.wardLeader), id, 'Kiểm tra trước khi ký');
    expect(content.printedName).toBe(secret);
    const view = await readCaseView(home.ports, people.wardLeader.id, id);
    expect(view.timeline.at(-1)?.act).toBe('Revealed');
    expect(JSON.stringify(view)).not.toContain(secret);
  });

  it('stands on sealed lists only, and no open case on those', async () => {
    const home = await createTestHome();
    const { act, to, letterOf } = walkIn(home);
    const [sealed, open] = [await sealedNomination(home), await draftNomination(home.ports)];
    await act(people.wardSealedOfficer, sealed, 'submit');
    await act(people.wardOfficer, open, 'submit');
    await to('ward-letter', [sealed], { sealed: true });
    await to('ward-letter', [open]);
    expect(await codeOf(letterOf(sealedDesks.ward, [sealed]))).toBe('SealedApart');
    expect(await codeOf(letterOf(sealedDesks.ward, [open], { sealed: true }))).toBe('SealedApart');
    expect(await codeOf(letterOf(desks.ward, [sealed]))).toBe('CaseNotFound');
    expect(await codeOf(letterOf(desks.ward, [open], { sealed: true }))).toBe('ActNotYours');
  });

  it('stays apart from the open subject that its holder takes for the same: nothing there tells of it', async () => {
    const home = await createTestHome();
    const { act, caseOf } = walkIn(home);
    const open = await draftNomination(home.ports, { name: secret, birthYear: 1971 });
    const id = await sealedNomination(home);
    const other = (await caseOf(open)).subject;
    const before = await home.ports.store.get([keys.subject(other!)]);
    await act(people.wardSealedOfficer, id, 'judgeIdentity', { other, answer: 'same', reason: 'Cùng người' });
    await act(people.wardSealedOfficer, id, 'submit');
    expect(await home.ports.store.get([keys.subject(other!)])).toEqual(before);
    expect((await caseOf(open)).sameSubjectAs).toEqual([]);
    await act(people.wardOfficer, open, 'submit');
    expect((await caseOf(open)).status).toBe('AT_STEP');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('may be a bare placeholder, with no name in the system at all', async () => {
    const home = await createTestHome();
    const { act, stepOf, caseOf } = walkIn(home);
    const id = await sealedNomination(home, { sealed: { basis: 'Cơ sở', placeholder: true } });
    const next = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    expect([
      await stepOf(id),
      (await caseOf(id)).sealed?.number,
      (await caseOf(next)).sealed?.number,
    ]).toEqual(['ward-council', 1, 2]);
    const spoken = (await everyItem(home)).filter(
      (item) => item.pk === `CASE#${id}` && JSON.stringify(item).includes(secret),
    );
    expect(spoken).toEqual([]);
  });

  it('is given to nobody who is not named for it', async () => {
    const home = await createTestHome();
    const { act } = walkIn(home);
    const id = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    const giving = (who: Person) =>
      act(people.wardSecretary, id, 'reassign', { post: who.posts[0]?.id, reason: 'Giao' });
    expect(await codeOf(giving(people.wardOfficer))).toBe('InputInvalid');
    expect(await codeOf(giving(people.wardSealedOfficer))).toBe('done');
  });

  it('keeps its sealed letter from the addressee’s unnamed posts', async () => {
    const home = await createTestHome();
    const { act, to, letter } = walkIn(home);
    const id = await sealedNomination(home);
    await act(people.wardSealedOfficer, id, 'submit');
    await to('ward-letter', [id], { sealed: true });
    const list: ListId = await letter(sealedDesks.ward, [id], { sealed: true });
    expect(await codeOf(readListView(home.ports, people.policeOfficer.id, list))).toBe('ListNotFound');
    expect(
      await readLists(home.ports, people.policeOfficer.id, {
        organisation: desks.police.organisation,
        direction: 'came',
      }),
    ).toEqual([]);
  });
});
