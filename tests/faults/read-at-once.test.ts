import { describe, expect, it } from 'vitest';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import type { Ports, Store } from '#shared/ports.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { actOnCeremony } from '#shared/use-cases/ceremony/act-on-ceremony.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { listIdSchema } from '#shared/domain/id.ts';
import { createCeremonyHome } from '../support/ceremony-home.ts';
import { codeOf, desks, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { issuedDecision } from '../support/issued-decision.ts';
import { keepMinutes } from '../support/minutes.ts';
import { councils, organisations, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

/** Rows and awards are read first; then somebody else acts; only then come the reads that began beside them. */
function readingRowsFirst(store: Store, act: () => Promise<unknown>): Store {
  const { promise: acted, resolve: letGo } = Promise.withResolvers<undefined>();
  let first = true;
  return {
    get: async (keys) => {
      await acted;
      return store.get(keys);
    },
    query: async (query) => {
      const page = await store.query(query);
      if (first && /^(ROW|AWARD)#/.test(query.prefix ?? '')) {
        first = false;
        await act();
        letGo(undefined);
      }
      return page;
    },
    commit: (writes) => store.commit(writes),
  };
}

const meanwhile = <Own extends Pick<Ports, 'store'>>(ports: Own, act: () => Promise<unknown>): Own => ({
  ...ports,
  store: readingRowsFirst(ports.store, act),
});

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const ids: CaseId[] = [];
  for (const name of ['Lê Văn Tám', 'Trần Văn Năm', 'Vũ Thị Chín']) {
    const id = await draftNomination(home.ports, { name });
    await walk.act(people.wardOfficer, id, 'submit');
    ids.push(id);
  }
  const [one, two, three] = ids as [CaseId, CaseId, CaseId];
  return { home, ...walk, one, two, three };
}

/** The same hands, whose reads come in the worst order. */
const slowly = (home: TestHome, act: () => Promise<unknown>) => walkIn(home, meanwhile(home.ports, act));

const factsOf = async (home: TestHome, list: ListId) =>
  (await readHistory(home.ports.store, `LIST#${list}`)).at(-1)?.entry;

describe('rows that were read before their list', () => {
  const strike = (id: CaseId) => ({ case: id, reason: 'Thiếu biên bản' });

  it('and lack that another one was struck since don’t go into the hash', async () => {
    const { home, one, two, three, to, letterOf, close, onList, listOf } = await begin();
    await to('ward-letter', [one, two, three]);
    const list = await letterOf(desks.ward, [one, two, three]);
    await close(desks.ward, list);
    const other = () => onList(people.wardOfficer, list, 'strike', strike(two));
    await slowly(home, other).onList(people.wardOfficer, list, 'strike', strike(one));
    expect((await listOf(list)).rows).toBe(1);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('and lack a case that was gathered since are not the whole order', async () => {
    const { home, one, two, three, to, letterOf, gatherAll } = await begin();
    await to('ward-letter', [one, two, three]);
    const list = await letterOf(desks.ward, [one, two]);
    const other = () => gatherAll(people.wardOfficer, list, [three]);
    const ordering = slowly(home, other).onList(people.wardOfficer, list, 'order', { cases: [two, one] });
    expect(await codeOf(ordering)).toBe('OrderIncomplete');
  });

  it('are not counted when a session ends from which one was struck since', async () => {
    const { home, one, two, onList } = await begin();
    const { ports } = home;
    const council = councils.ward;
    const held = { organisation: council.organisation, council: council.id, heldOn: ports.clock.today() };
    const command = { title: 'Họp xét', sealed: false, ...held };
    const list = listIdSchema.parse((await startSession(ports, asks(people.wardSecretary), command)).id);
    const cases = [{ case: one }, { case: two }];
    await gather(ports, asks(people.wardSecretary), list, listCommands.gather.parse({ cases }));
    await onList(people.wardSecretary, list, 'close');
    await onList(people.wardSecretary, list, 'presence', { chair: people.wardLeader.id });
    for (const id of [one, two]) {
      const result = { case: id, outcome: 'agreed', agreed: council.members.length };
      await onList(people.wardSecretary, list, 'result', result);
    }
    await keepMinutes(ports, people.wardSecretary, list);
    const other = () => onList(people.wardSecretary, list, 'strike', strike(two));
    await slowly(home, other).onList(people.wardSecretary, list, 'conclude');
    expect(await factsOf(home, list)).toMatchObject({ act: 'Concluded', facts: { rows: 1 } });
    expect(await brokenInvariants(ports.store, ports.database)).toEqual([]);
  });
});

describe('awards that were read before their ceremony', () => {
  it('and lack one that was drawn since don’t count what is left', async () => {
    const home = await createCeremonyHome();
    const id = await home.hold('2020-10-20');
    const mine = await issuedDecision(home.ports, { rows: [{ name: 'Lê Văn Tám' }] });
    const by = organisations.siblingCommittee;
    const other = await issuedDecision(home.ports, { rows: [{ name: 'Trần Văn Năm', enteredBy: by }] });
    await home.draw(id, mine.id);
    const ports = meanwhile(home.ports, () => home.draw(id, other.id));
    await actOnCeremony(ports, asks(people.organiser), id, 'takeOut', { cases: [...mine.cases] });
    const { counts, readers } = await home.ceremony(id);
    expect([counts.drawn, readers.includes(by.id)]).toEqual([1, true]);
  });
});
