import { itemsIn } from '#tests/support/store-snapshot.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { columns, toItem } from '#local/sqlite/item-row.ts';
import { newNominationSchema } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { organisationWrites } from '#shared/records/directory-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { keepSearchable } from '#shared/use-cases/effects/keep-searchable.ts';
import { rebuildSearch } from '#shared/use-cases/effects/rebuild-search.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { readSearch } from '#shared/use-cases/views/search.ts';
import { walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december, organisations, people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const names = [
  'Nguyễn Văn An',
  'Đỗ Thị Ngọc Ánh',
  'Trần Quốc Bình',
  'Lê Thị Thảo',
  'Phạm Văn An',
  'Tổ dân phố số 5 phường Sở Dầu',
];

async function enter({ ports }: TestHome, name: string, sealed = false): Promise<CaseId> {
  const command = newNominationSchema.parse({
    organisation: organisations.wardCommittee.id,
    round: december.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: name,
      unit: 'Tổ dân phố số 5',
      birthYear: 1958,
      achievementFrom: '2019-12-01',
      achievementTo: '2020-09-30',
      citation: `Thành tích của ${name}`,
      report: `${name} đã vận động nhiều hộ ký cam kết.`,
    },
    ...(sealed ? { sealed: { basis: 'Giúp việc cho công an', placeholder: false } } : {}),
  });
  const typist = sealed ? people.wardSealedOfficer : people.wardOfficer;
  const id = caseIdSchema.parse((await nominate(ports, asks(typist), command)).id);
  await catchUp(ports, recordId('CASE', id));
  return id;
}

async function begin(wanted: readonly string[] = names) {
  const home = await createTestHome();
  const ids: CaseId[] = [];
  for (const name of wanted) ids.push(await enter(home, name));
  const find = async (typed: string, person: Person = people.wardOfficer) =>
    (await readSearch(home.ports, person.id, typed)).cases.map(({ label }) => label.name);
  return { home, ids, find };
}

type World = Awaited<ReturnType<typeof begin>>;

async function itemsOf({ ports }: TestHome, office: string) {
  const { pk: words } = keys.searchWord(office, '');
  const { pk: names } = keys.searchName(office, '', '');
  return itemsIn(ports.database)
    .filter(({ pk }) => pk === words || pk.startsWith(names))
    .map(({ pk, sk }) => `${pk} ${sk}`);
}

/** All that the home stores, as an operator's command reads it. */
async function* inOrder({ ports }: TestHome) {
  const rows = ports.database.read((db) => db.prepare(`SELECT ${columns} FROM items ORDER BY pk, sk`).all());
  yield rows.map(toItem);
}

describe('who looks for a name', () => {
  let world: World;
  beforeAll(async () => {
    world = await begin();
  });

  it.each([
    ['as it is written', 'Nguyễn Văn An', ['Nguyễn Văn An']],
    ['without diacritics', 'do thi ngoc anh', ['Đỗ Thị Ngọc Ánh']],
    ['with diacritics typed apart', 'Đỗ Thị Ngọc Ánh'.normalize('NFD'), ['Đỗ Thị Ngọc Ánh']],
    ['given name first', 'An Nguyễn Văn', ['Nguyễn Văn An']],
    ['with words left out', 'Thị Ánh', ['Đỗ Thị Ngọc Ánh']],
    ['in another order', 'Ánh Ngọc', ['Đỗ Thị Ngọc Ánh']],
    ['by how it begins', 'Trần Quốc B', ['Trần Quốc Bình']],
    ['one letter other', 'Trần Quốc Benh', ['Trần Quốc Bình']],
    ['one letter less', 'Lê Thị Tháo', ['Lê Thị Thảo']],
    ['one letter too many', 'Trần Quốcc Bình', ['Trần Quốc Bình']],
    ['two letters exchanged', 'Trnầ Quốc Bình', ['Trần Quốc Bình']],
    ['two letters wrong', 'Trann Quocc Binhh', []],
    ['that nobody bears', 'Vũ Xuân Quỳnh', []],
    ['of a collective', 'tổ dân phố số 5', ['Tổ dân phố số 5 phường Sở Dầu']],
  ])('finds it %s', async (_how, typed, found) => {
    expect(await world.find(typed)).toEqual(found);
  });

  it('reads them by given name, then family name', async () => {
    expect(await world.find('An')).toEqual(['Nguyễn Văn An', 'Phạm Văn An']);
    expect(await world.find('thi')).toEqual(['Đỗ Thị Ngọc Ánh', 'Lê Thị Thảo']);
  });

  it('finds the case by its public code', async () => {
    const { cases } = await readSearch(world.home.ports, people.wardOfficer.id, 'Lê Thị Thảo');
    expect(await world.find(cases[0]?.publicCode ?? '')).toEqual(['Lê Thị Thảo']);
  });

  it('on the page is led to each, with what was typed shown as text', async () => {
    const reader = createReaders(world.home.ports).as(people.wardOfficer);
    const { html } = await reader.get(`/search?q=${encodeURIComponent('tran quoc benh')}`);
    expect(html).toContain(`/cases/${world.ids[2] ?? ''}`);
    expect(textOf(html)).toContain('khác một chữ cái');
    const hostile = await reader.get(`/search?q=${encodeURIComponent('"><script>x</script>')}`);
    expect(hostile.html).not.toContain('<script>x');
    expect((await reader.get('/cases')).html).toContain('action="/search"');
  });
});

describe('a case is found', () => {
  it('by an office once its step has opened, never by another, nor by a superior', async () => {
    const { home, ids, find } = await begin(['Nguyễn Văn An']);
    const [id] = ids as [CaseId];
    const walk = walkIn(home);
    for (const person of [people.policeOfficer, people.districtClerk])
      expect(await find('Nguyễn Văn An', person)).toEqual([]);
    await walk.act(people.wardOfficer, id, 'submit');
    await walk.to('district-appraise', [id]);
    await catchUp(home.ports, recordId('CASE', id));
    expect(await find('Nguyen An', people.policeOfficer)).toEqual(['Nguyễn Văn An']);
    expect(await find('Nguyễn Văn An', people.districtClerk)).toEqual([]);
  });

  it('never by its name when it is sealed, not even by whoever handles it', async () => {
    const { home, find } = await begin([]);
    await enter(home, 'Vũ Bí Mật', true);
    for (const person of [people.wardOfficer, people.wardSealedOfficer])
      expect(await find('Vũ Bí Mật', person)).toEqual([]);
    expect(await itemsOf(home, organisations.wardCommittee.id)).toEqual([]);
  });

  it('by its new name alone when that is changed, and by none when its words are erased', async () => {
    const { home, ids, find } = await begin(['Nguyễn Văn Khuyến', 'Nguyễn Thị Lan']);
    const [id] = ids as [CaseId];
    const walk = walkIn(home);
    const [meta] = await home.ports.store.get([keys.caseMeta(id)]);
    const request = { ...asks(people.wardOfficer), ifVersion: meta?.version ?? 0 };
    await actOnCase(home.ports, request, id, 'edit', { content: { printedName: 'Nguyễn Văn Khuynh' } });
    await catchUp(home.ports, recordId('CASE', id));
    expect(await find('Nguyễn Văn Khuynh')).toEqual(['Nguyễn Văn Khuynh']);
    expect((await itemsOf(home, organisations.wardCommittee.id)).join()).not.toContain('khuyen');
    await walk.act(people.wardOfficer, id, 'submit');
    await walk.act(people.wardOfficer, id, 'withdraw', { reason: 'Xin rút' });
    const order = {
      number: '01/QĐ',
      date: civilDateSchema.parse('2020-10-05'),
      authority: 'UBND',
      reason: 'Theo yêu cầu',
    };
    const erased = await eraseWords(home.ports, { record: recordId('CASE', id), entries: 'all', order });
    expect(erased.outcome).toBe('erased');
    await catchUp(home.ports, recordId('CASE', id));
    const left = (await itemsOf(home, organisations.wardCommittee.id)).join();
    expect(left).not.toContain('khuynh');
    expect(left).toContain('nguyen thi lan');
  });

  it('by any former name of the office that entered it, or of one that it follows', async () => {
    const { home, find } = await begin(['Nguyễn Văn An']);
    const { wardCommittee, siblingCommittee } = organisations;
    await home.ports.store.commit(
      organisationWrites({
        ...siblingCommittee,
        name: 'Ủy ban nhân dân xã Hùng Vương Cũ',
        successors: [wardCommittee.id],
      }),
    );
    expect(await find('hung vuong cu')).toEqual(['Nguyễn Văn An']);
  });

  it('again as before once the projection was dropped and made anew', async () => {
    const { home, ids } = await begin();
    const ward = organisations.wardCommittee.id;
    const before = await itemsOf(home, ward);
    expect(before.length).toBeGreaterThan(20);
    await home.ports.store.commit([{ delete: keys.searchName(ward, 'an nguyen van ', ids[0] ?? '') }]);
    await home.ports.store.commit([{ delete: keys.searchWord(ward, 'nguyen') }]);
    await rebuildSearch(home.ports, inOrder(home));
    expect(await itemsOf(home, ward)).toEqual(before);
    for (const id of ids) await keepSearchable(home.ports, id);
    expect(await itemsOf(home, ward)).toEqual(before);
  });
});
