import { describe, expect, it } from 'vitest';
import { caseCommands } from '#shared/domain/case-command.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import type { CaseId } from '#shared/domain/id.ts';
import type { Item } from '#shared/ports.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { queryAll } from '#shared/records/query.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { eraseWords, type Erasure } from '#shared/use-cases/history/erase-words.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { engineMissing } from '../support/dynamo-table.ts';
import { tableOfTests } from '../support/table-of-tests.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';
import { createTestHome, type TestHome } from '../support/test-home.ts';

const order = {
  number: '12/CV-CAT',
  date: civilDateSchema.parse('2020-10-05'),
  authority: 'Công an thành phố',
  reason: 'Theo yêu cầu của chủ thể dữ liệu',
};
const erase = ({ ports }: TestHome, record: string, entries: Erasure['entries']) =>
  eraseWords(ports, { record, entries, order });

const itemsOf = ({ ports }: TestHome, record: string): Promise<Item[]> =>
  queryAll(ports.store, { pk: record });
const saying = async (home: TestHome, record: string, text: string): Promise<string[]> =>
  (await itemsOf(home, record)).filter((item) => JSON.stringify(item).includes(text)).map(({ sk }) => sk);

async function edit({ ports }: TestHome, id: CaseId, report: string): Promise<void> {
  const [meta] = await ports.store.get([keys.caseMeta(id)]);
  const request = { ...asks(people.wardOfficer), ifVersion: meta!.version };
  await actOnCase(ports, request, id, 'edit', caseCommands.edit.parse({ content: { report } }));
}

/** Everything that has to hold of an office, chains and replay among it. */
const broken = ({ ports }: TestHome) => brokenInvariants(ports.store, ports.database);

async function withdrawn(): Promise<{ home: TestHome; id: CaseId; record: string }> {
  const home = await createTestHome();
  const way = walkIn(home);
  const id = await draftNomination(home.ports);
  await way.act(people.wardOfficer, id, 'submit');
  await way.act(people.wardOfficer, id, 'withdraw', { reason: 'Bà Sáu xin thôi' });
  return { home, id, record: `CASE#${id}` };
}

describe('words that are erased', () => {
  it('of one entry are gone with their salt; what still stands is told again, and the chain holds', async () => {
    const { home, record } = await withdrawn();
    const last = (await readHistory(home.ports.store, record)).at(-1)!.entry;
    expect(await saying(home, record, 'xin thôi')).toEqual([keys.payload(record, last.seq).sk]);

    expect(await erase(home, record, [last.seq])).toMatchObject({ outcome: 'erased', entries: [last.seq] });
    await home.settle();
    expect(await saying(home, record, 'xin thôi')).toEqual([]);
    expect(await saying(home, record, 'Nguyễn Thị Sáu')).toContain('CONTENT');
    expect(await broken(home)).toEqual([]);
  });

  it('of all entries of a case that ended leave nothing of it but codes, and the chain holds', async () => {
    const { home, record } = await withdrawn();
    const erased = await erase(home, record, 'all');
    await home.settle();
    expect(erased).toMatchObject({
      outcome: 'erased',
      standsIn: [expect.stringMatching(/^SUBJECT#/)],
    });
    for (const words of ['Sáu', 'Phạm Văn Tổ', 'tổ dân phố', 'Tổ dân phố số 5', '1958', '120 hộ'])
      expect({ words, in: await saying(home, record, words) }).toEqual({ words, in: [] });
    expect(await broken(home)).toEqual([]);
    expect(await erase(home, record, 'all')).toEqual({ outcome: 'nothing' });
  });

  it('are told by an entry: which, by whose paper, and why', async () => {
    const { home, id, record } = await withdrawn();
    await erase(home, record, 'all');
    const { timeline } = await readCaseView(home.ports, people.wardOfficer.id, id);
    const told = timeline.find(({ act }) => act === 'Erased');
    expect(told).toMatchObject({
      facts: { number: order.number, date: order.date, all: true },
      words: { authority: order.authority, reason: order.reason },
    });
    expect(timeline.find(({ act }) => act === 'Drafted')).toMatchObject({ erased: true });
  });

  it.each<[string, (id: CaseId) => string, Erasure['entries'], string]>([
    ['an office that doesn’t know the record', () => 'CASE#01ZZZZZZZZZZZZZZZZZZZZZZZZ', 'all', 'unknown'],
    ['a case under way, all of it', (id) => `CASE#${id}`, 'all', 'notEnded'],
    ['an entry that isn’t there', (id) => `CASE#${id}`, [99], 'nothing'],
  ])('are left alone in %s', async (_where, record, entries, outcome) => {
    const home = await createTestHome();
    const id = await draftNomination(home.ports);
    await walkIn(home).act(people.wardOfficer, id, 'submit');
    const before = await itemsOf(home, `CASE#${id}`);
    expect(await erase(home, record(id), entries)).toEqual({ outcome });
    expect(await itemsOf(home, `CASE#${id}`)).toEqual(before);
  });

  it('of a list go with its entries; its rows, which were signed, stay, and say what they said', async () => {
    const home = await createTestHome();
    const way = walkIn(home);
    const id = await draftNomination(home.ports);
    await way.act(people.wardOfficer, id, 'submit');
    await way.session('ward', [id]);
    const list = await way.letter(desks.ward, [id]);
    const row = await way.rowOf(list, id);
    expect(await erase(home, `LIST#${list}`, 'all')).toMatchObject({ outcome: 'erased', standsIn: [] });
    await home.settle();
    expect(await way.rowOf(list, id)).toEqual(row);
    expect(await broken(home)).toEqual([]);
  });

  it('go in parts where there are more than one transaction takes', async () => {
    const home = await createTestHome();
    const way = walkIn(home);
    const id = await draftNomination(home.ports);
    for (let edits = 0; edits < 90; edits += 1) await edit(home, id, `Bản ${String(edits)}`);
    await way.act(people.wardOfficer, id, 'submit');
    await way.act(people.wardOfficer, id, 'withdraw', { reason: 'Xin thôi' });
    const erased = await erase(home, `CASE#${id}`, 'all');
    await home.settle();
    expect(erased).toMatchObject({ outcome: 'erased' });
    expect(await saying(home, `CASE#${id}`, 'Bản ')).toEqual([]);
    expect(await broken(home)).toEqual([]);
  });
});

describe.skipIf(engineMissing !== undefined)('in a DynamoDB table', () => {
  const table = tableOfTests();

  it('words are erased as in a file', async () => {
    const home = await createTestHome({ store: table().createStore() });
    const way = walkIn(home);
    const id = await draftNomination(home.ports);
    await way.act(people.wardOfficer, id, 'submit');
    await way.act(people.wardOfficer, id, 'withdraw', { reason: 'Bà Sáu xin thôi' });
    expect(await erase(home, `CASE#${id}`, 'all')).toMatchObject({ outcome: 'erased' });
    await home.settle();
    expect(await saying(home, `CASE#${id}`, 'Sáu')).toEqual([]);
    expect(await brokenInvariants(home.ports.store, table().items)).toEqual([]);
  }, 60_000);
});
