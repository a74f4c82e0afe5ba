import { describe, expect, it } from 'vitest';
import { personIdSchema, type PersonId } from '#shared/domain/id.ts';
import { readSignIn, startSignIn } from '#shared/http/sign-in-item.ts';
import { personWrites, readPerson } from '#shared/records/directory-record.ts';
import { endSignIns, endSignInsOf } from '#shared/use-cases/people/end-sign-ins.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts } from '#tests/support/small-world.ts';

async function signedIn(person: PersonId = people.districtLeader.id) {
  const atTheIssuer: PersonId[] = [];
  const ports = {
    ...(await createTestPorts()),
    endIssuerSessions: async (ended: PersonId) => void atTheIssuer.push(ended),
  };
  const { secret } = await startSignIn(ports.store, { personId: person }, ports.clock);
  const stands = async () => (await readSignIn(ports.store, secret, ports.clock)) !== undefined;
  return { ports, person, stands, atTheIssuer };
}

describe('all sign-ins of a person', () => {
  it('are ended by an administrator of the person’s office, here and at the home’s own issuer', async () => {
    const { ports, person, stands, atTheIssuer } = await signedIn();
    const request = asks(people.administrator);
    const first = await endSignIns(ports, request, person);

    expect(first).toEqual({ id: person, version: 1, act: 'endSignIns' });
    expect([await stands(), atTheIssuer]).toEqual([false, [person]]);
    expect(await endSignIns(ports, request, person)).toEqual(first);
  });

  it.each([
    ['an official without that role', people.districtOfficer, people.districtLeader.id],
    ['an administrator of another office', people.administrator, people.wardLeader.id],
    ['anybody, of a person whom nobody knows', people.administrator, '01Z00000000000000000000000'],
  ])('are not ended by %s', async (_, asker, id) => {
    const { ports, person, stands, atTheIssuer } = await signedIn(personIdSchema.parse(id));
    await expect(endSignIns(ports, asks(asker), person)).rejects.toThrow('ActNotYours');
    expect([await stands(), atTheIssuer]).toEqual([true, []]);
  });

  it('are ended no more by whose post has ended, and still by the office that the person has left', async () => {
    const { ports, person, stands } = await signedIn(people.formerOfficer.id);
    const before = (await readPerson(ports.store, people.administrator.id))!;
    const [post] = people.administrator.posts;
    const at = { ...post!, organisation: organisations.wardCommittee.id };
    const ended = { ...at, to: people.formerOfficer.posts[0]!.to };
    await ports.store.commit(personWrites(before, { ...before.value, posts: [ended] }));
    await expect(endSignIns(ports, asks(people.administrator), person)).rejects.toThrow('PostEnded');

    const now = (await readPerson(ports.store, people.administrator.id))!;
    await ports.store.commit(personWrites(now, { ...now.value, posts: [at] }));
    await endSignIns(ports, asks(people.administrator), person);
    expect(await stands()).toBe(false);
  });

  it.each([people.districtLeader.id, people.districtLeader.username])(
    'are ended by an operator, who names %s',
    async (name) => {
      const { ports, person, stands, atTheIssuer } = await signedIn();
      expect(await endSignInsOf(ports, 'nobody')).toBeUndefined();
      expect(await stands()).toBe(true);
      expect(await endSignInsOf(ports, name)).toMatchObject({ id: person });
      expect([await stands(), atTheIssuer]).toEqual([false, [person]]);
    },
  );
});
