import { beforeAll, describe, expect, it } from 'vitest';
import { ceremonyCommands, newCeremonySchema, type CeremonyCommandName } from '#shared/domain/ceremony.ts';
import { ceremonyIdSchema, type CaseId, type CeremonyId, type ListId } from '#shared/domain/id.ts';
import { personWrites, readPerson } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCeremony } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { drawAwards } from '#shared/use-cases/ceremony/draw-awards.ts';
import { newCeremony } from '#shared/use-cases/ceremony/new-ceremony.ts';
import { follow } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { codeOf, desks, sealedDesks, walkIn } from '#tests/support/case-walk.ts';
import { ulidOf } from '#tests/support/issued-decision.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const title = 'Hội nghị tổng kết phong trào';

/** Two awards of the district chairman, and one of a sealed case. */
async function awarded() {
  const home = await createTestHome();
  const { ports, settle } = home;
  const walk = walkIn(home);
  const ids: CaseId[] = [];
  for (const name of ['Nguyễn Thị Sáu', 'Lê Văn Tám']) {
    const id = await draftNomination(ports, { name, birthYear: 1950 + ids.length });
    await walk.act(people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  await walk.to('district-decide', ids);
  const decision = await walk.decision(desks.district, ids);
  const sealed = await draftNomination(ports, { sealed: true });
  await walk.act(people.wardSealedOfficer, sealed, 'submit');
  await walk.to('district-decide', [sealed], { sealed: true });
  await walk.decision(sealedDesks.district, [sealed], { sealed: true });

  async function hold(day: string): Promise<CeremonyId> {
    const host = organisations.districtCommittee.id;
    const command = newCeremonySchema.parse({ host, title, day, place: 'Hội trường UBND quận' });
    const { id } = await newCeremony(ports, asks(people.organiser), command);
    await settle();
    return ceremonyIdSchema.parse(id);
  }
  async function draw(id: CeremonyId, from: ListId): Promise<void> {
    await drawAwards(ports, asks(people.organiser), id, ceremonyCommands.draw.parse({ decision: from }));
    await settle();
  }
  async function act(id: CeremonyId, name: Exclude<CeremonyCommandName, 'draw'>, body: unknown) {
    await actOnCeremony(ports, asks(people.organiser), id, name, ceremonyCommands[name].parse(body) as never);
    await settle();
  }
  const readers = createReaders(ports, settle);
  const read = async (who: (typeof people)['organiser'], id: CaseId) =>
    (await readers.as(who).get(`/cases/${id}`)).html;
  const followed = async (id: CaseId) => {
    const { publicCode } = await walk.caseOf(id);
    return textOf((await readers.as(undefined).get(`/follow/${publicCode}`)).html);
  };
  const [one, two] = ids as [CaseId, CaseId];
  return { home, ports, walk, one, two, sealed, decision, hold, draw, act, read, followed };
}

type All = Awaited<ReturnType<typeof awarded>>;
let all: All;
let id: CeremonyId;
const ceremonyOf = async (who: (typeof people)['organiser'], one: CaseId) =>
  (await readCaseView(all.ports, who.id, one)).ceremony;
const publicly = async (one: CaseId) =>
  (await follow(all.ports, (await all.walk.caseOf(one)).publicCode)).ceremony;

describe('a case is followed to the day of the ceremony', () => {
  beforeAll(async () => {
    all = await awarded();
  });

  it('says nothing of a ceremony before its award is drawn', async () => {
    expect(await ceremonyOf(people.wardOfficer, all.one)).toBeUndefined();
    expect(await publicly(all.one)).toBeUndefined();
    expect(textOf(await all.read(people.wardOfficer, all.one))).not.toContain('Buổi trao tặng');
    expect(await all.followed(all.one)).not.toContain('Buổi trao tặng');
  });

  it('says when and where its award will be handed over, with a link for whoever may read the ceremony', async () => {
    id = await all.hold('2020-10-20');
    await all.draw(id, all.decision);
    const page = await all.read(people.wardOfficer, all.one);
    expect(page).toContain(`href="/ceremonies/${id}"`);
    expect(textOf(page)).toContain(
      `Buổi trao tặng: ${title} . Tổ chức ngày 20/10/2020 tại Hội trường UBND quận. Đã có trong danh sách trao.`,
    );
    const police = await all.read(people.policeOfficer, all.one);
    expect(police).not.toContain('/ceremonies/');
    expect(textOf(police)).toContain(`Buổi trao tặng: ${title}. Tổ chức ngày 20/10/2020`);
    expect(await ceremonyOf(people.wardOfficer, all.one)).toEqual({
      id,
      title,
      day: '2020-10-20',
      place: 'Hội trường UBND quận',
      phase: 'PREPARING',
      handover: 'NONE',
    });
    expect(await ceremonyOf(people.policeOfficer, all.one)).not.toHaveProperty('id');
  });

  it('tells whoever has the code the day and the place, and no name', async () => {
    const page = await all.followed(all.one);
    expect(page).toContain('Buổi trao tặng ngày 20/10/2020 tại Hội trường UBND quận.');
    expect(page).not.toContain(title);
    expect(page).not.toContain('Sáu');
    const open = { day: '2020-10-20', place: 'Hội trường UBND quận', phase: 'PREPARING', handover: 'NONE' };
    expect(await publicly(all.one)).toEqual(open);
  });

  it('keeps silent where the record of the day is not there yet, then says what became of the award', async () => {
    await all.home.passDays(15);
    expect(textOf(await all.read(people.wardOfficer, all.one))).toContain('Chưa ghi nhận việc trao.');
    expect(await all.followed(all.one)).toContain('Chưa ghi nhận việc trao.');

    await all.act(id, 'handOver', { case: all.one, state: 'PRIVATE' });
    expect(textOf(await all.read(people.wardOfficer, all.one))).toContain('Đã trao riêng ngày 20/10/2020.');
    expect((await publicly(all.one))?.handover).toBe('DELIVERED');
    expect(await all.followed(all.one)).toContain('Đã giao ngoài buổi lễ.');

    await all.act(id, 'handOver', { case: all.one, state: 'PRESENTED' });
    expect(textOf(await all.read(people.wardOfficer, all.one))).toContain('Đã trao tại buổi lễ.');
    expect(await all.followed(all.one)).toContain('Đã trao tại buổi lễ.');

    await all.act(id, 'handOver', { case: all.two, state: 'TO_DELIVER' });
    const later = 'Chưa nhận tại buổi lễ, giao sau.';
    expect(textOf(await all.read(people.wardOfficer, all.two))).toContain(later);
    expect(await all.followed(all.two)).toContain(later);
  });

  it('names who signed for it to the host and to whoever entered it, and to nobody else', async () => {
    await all.home.passDays(1);
    const receivedBy = 'Lê Thị Con, con gái, nhận thay';
    await all.act(id, 'handOver', { case: all.two, state: 'DELIVERED', receivedBy });
    for (const who of [people.wardOfficer, people.districtOfficer])
      expect(textOf(await all.read(who, all.two))).toContain(
        `Đã giao ngày 21/10/2020, có ký nhận. Người ký nhận: ${receivedBy}.`,
      );
    // A seat on the council of the host makes nobody one of the host's people.
    const before = (await readPerson(all.ports.store, people.policeOfficer.id))!;
    const seat = { ...people.districtMember.posts[0]!, person: before.value.id, id: ulidOf('SEAT') as never };
    const sits = { ...before.value, posts: [...before.value.posts, seat] };
    await all.ports.store.commit(personWrites(before, sits));
    const police = textOf(await all.read(people.policeOfficer, all.two));
    expect(police).toContain('Đã giao ngày 21/10/2020, có ký nhận.');
    expect(police).not.toContain('Lê Thị Con');
    expect(await all.followed(all.two)).toContain('Đã giao ngoài buổi lễ.');
    expect(JSON.stringify(await publicly(all.two))).not.toContain('Lê Thị Con');
  });
});

describe('nothing is said of a ceremony', () => {
  beforeAll(async () => {
    all = await awarded();
  });

  it('from which the award was taken out, until another one draws it', async () => {
    id = await all.hold('2020-10-20');
    await all.draw(id, all.decision);
    await all.act(id, 'takeOut', { cases: [all.one] });
    expect(await ceremonyOf(people.wardOfficer, all.one)).toBeUndefined();
    expect(await publicly(all.one)).toBeUndefined();
    const other = await all.hold('2020-10-22');
    await all.draw(other, all.decision);
    expect(await ceremonyOf(people.wardOfficer, all.one)).toMatchObject({ id: other, day: '2020-10-22' });
  });

  it('that was cancelled, even before its awards are free again', async () => {
    await all.act(id, 'cancel', { reason: 'Hoãn vì bão' });
    expect(await ceremonyOf(people.wardOfficer, all.two)).toBeUndefined();
    const guard = { ...keys.awardDrawn(all.two), version: 1, v: 1, body: { ceremony: id } };
    await all.ports.store.commit([{ put: guard, if: { absent: true } }]);
    expect(await ceremonyOf(people.wardOfficer, all.two)).toBeUndefined();
    expect(await publicly(all.two)).toBeUndefined();
    await all.ports.store.commit([{ delete: keys.awardDrawn(all.two) }]);
  });

  it('for a sealed case, whatever stands beside it: it is on no stage and on no public page', async () => {
    const other = await all.hold('2020-10-23');
    const guard = { ...keys.awardDrawn(all.sealed), version: 1, v: 1, body: { ceremony: other } };
    const [item] = await all.ports.store.get([keys.ceremonyAward(id, all.two)]);
    const award = { ...item!, ...keys.ceremonyAward(other, all.sealed), version: 1 };
    await all.ports.store.commit([{ put: guard, if: { absent: true } }, { put: award }]);
    expect(await ceremonyOf(people.wardSealedOfficer, all.sealed)).toBeUndefined();
    expect(await codeOf(publicly(all.sealed))).toBe('PublicCodeNotFound');
  });
});
