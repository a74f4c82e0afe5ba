import { beforeEach, describe, expect, it } from 'vitest';
import { caseCommands } from '#shared/domain/case-command.ts';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadRound, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { walkIn, type Walk } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { councils, december, people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const { wardOfficer, wardSecretary } = people;

let home: TestHome;
let walk: Walk;
beforeEach(async () => {
  home = await createTestHome();
  walk = walkIn(home);
});

/** So many certificates for persons, of the whole round. */
async function placesInRound(count: number): Promise<void> {
  const { store } = home.ports;
  const loaded = loadRound((await store.get([keys.round(december.id)]))[0])!;
  const forms = loaded.value.forms.map((one) => ({ ...one, quotas: [{ kind: 'individual', count }] }));
  await store.commit([roundWrite(loaded, roundSchema.parse({ ...loaded.value, forms }))]);
}

async function sent(name: string, gender: 'female' | 'male' | null): Promise<CaseId> {
  const id = await draftNomination(home.ports, { name });
  const edit = caseCommands.edit.parse({ content: { gender } });
  await actOnCase(home.ports, asks(wardOfficer, { ifVersion: 1 }), id, 'edit', edit);
  await walk.act(wardOfficer, id, 'submit');
  return id;
}

async function agenda(cases: readonly CaseId[]): Promise<ListId> {
  const { id } = await startSession(home.ports, asks(wardSecretary), {
    organisation: councils.ward.organisation,
    title: 'Họp xét',
    council: councils.ward.id,
    heldOn: home.ports.clock.today(),
    sealed: false,
  });
  const list = listIdSchema.parse(id);
  await walk.gatherAll(wardSecretary, list, cases);
  return list;
}

const found = async (list: ListId) =>
  (await readListView(home.ports, wardSecretary.id, list)).explanations?.filter(
    ({ follows }) => follows === 'R07',
  );

describe('an agenda with more equals than the round has places', () => {
  it('names the women among them to the council, and stops nobody', async () => {
    await placesInRound(1);
    const cases = [await sent('Trần Văn An', 'male'), await sent('Lê Thị Bình', 'female')];
    const list = await agenda(cases);
    const facts = expect.arrayContaining([
      { key: 'places', value: 1 },
      { key: 'names', value: 'Lê Thị Bình' },
    ]) as unknown[];
    expect(await found(list)).toMatchObject([{ because: 'prefer', severity: 'inform', facts }]);
    const { html } = await createReaders(home.ports).as(wardSecretary).get(`/lists/${list}`);
    expect(textOf(html)).toContain('Lưu ý khi lựa chọn');
    await walk.session('ward', [await sent('Phạm Văn Cường', 'male')]);
  });

  it('asks for the gender of whom it isn’t known', async () => {
    await placesInRound(1);
    const cases = [await sent('Trần Văn An', null), await sent('Lê Thị Bình', 'female')];
    expect(await found(await agenda(cases))).toMatchObject([{ verdict: 'unknown', because: 'unsaid' }]);
  });

  it('counts the places that cases of other agendas take', async () => {
    await placesInRound(2);
    await sent('Vũ Văn Dũng', 'male');
    const cases = [await sent('Trần Văn An', 'male'), await sent('Lê Thị Bình', 'female')];
    expect(await found(await agenda(cases))).toMatchObject([{ because: 'prefer' }]);
  });

  it('has nothing to be told where there are places for all, or no quota', async () => {
    const cases = [await sent('Trần Văn An', 'male'), await sent('Lê Thị Bình', 'female')];
    const list = await agenda(cases);
    expect(await found(list)).toEqual([]);
    await placesInRound(2);
    expect(await found(list)).toEqual([]);
  });
});
