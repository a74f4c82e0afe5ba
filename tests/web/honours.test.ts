import { beforeAll, describe, expect, it } from 'vitest';
import { caseCommands } from '#shared/domain/case-command.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { verifyHistory } from '#shared/use-cases/views/browse.ts';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { textOf } from '#tests/support/page-html.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome, type TestHome } from '#tests/support/test-home.ts';

const consent = 'Văn bản đồng ý ngày 01/10/2020, kèm hồ sơ';
const ward = organisations.wardCommittee.id;

let home: TestHome;
let ids: Record<'public' | 'second' | 'internal' | 'leaving', CaseId>;
let readers: ReturnType<typeof createReaders>;

/** Four awarded: three whose people agreed, of whom one will think better of it; one internal. */
beforeAll(async () => {
  home = await createTestHome();
  const walk = walkIn(home);
  const awarded = async (
    name: string,
    birthYear: number,
    publication: string,
    publicationBasis: string | null,
  ) => {
    const id = await draftNomination(home.ports, { name, birthYear });
    const command = caseCommands.edit.parse({ content: { publication, publicationBasis } });
    await actOnCase(home.ports, asks(people.wardOfficer, { ifVersion: 1 }), id, 'edit', command);
    await walk.act(people.wardOfficer, id, 'submit');
    return id;
  };
  ids = {
    public: await awarded('Trần Thị Ánh', 1951, 'public', consent),
    second: await awarded('Đỗ Văn Ân', 1952, 'public', consent),
    internal: await awarded('Phạm Thị Kín', 1954, 'internal', consent),
    leaving: await awarded('Vũ Thị Rút', 1956, 'public', consent),
  };
  const all = Object.values(ids);
  await walk.to('district-decide', all);
  await walk.decision(desks.district, all);
  await home.settle();
  readers = createReaders(home.ports, home.settle);
}, 60_000);

const roll = async (query = '') => readers.as(undefined).get(`/honours/2020/${ward}${query}`);

describe('the honour roll', () => {
  it('shows anybody who agreed to it, by given name, with form and decision, and nobody else', async () => {
    const units = await readers.as(undefined).get('/honours?year=2020');
    expect(units.html).toContain(`href="/honours/2020/${ward}"`);
    const said = textOf((await roll()).html);
    expect(said).toMatch(
      /3 trường hợp .*Trần Thị Ánh .*Giấy khen của Chủ tịch UBND quận.*Đỗ Văn Ân.*Vũ Thị Rút/,
    );
    expect(said).not.toContain('Phạm Thị Kín');
    expect(said).not.toMatch(/195\d|000\d{9}|Vận động/);
  });

  it('takes nobody without a basis: such a nomination is not even sent', async () => {
    const id = await draftNomination(home.ports, { name: 'Lê Văn Không', birthYear: 1953 });
    const command = caseCommands.edit.parse({ content: { publication: 'public', publicationBasis: null } });
    await actOnCase(home.ports, asks(people.wardOfficer, { ifVersion: 1 }), id, 'edit', command);
    await expect(actOnCase(home.ports, asks(people.wardOfficer), id, 'submit', {})).rejects.toMatchObject({
      code: 'NominationIncomplete',
      faults: [{ field: 'content.publicationBasis', code: 'empty' }],
    });
  });

  it('has nothing of a year or a unit that honours nobody', async () => {
    expect(textOf((await readers.as(undefined).get('/honours?year=2019')).html)).toContain('Chưa có ai');
    expect((await readers.as(undefined).get(`/honours/2019/${ward}`)).status).toBe(404);
    expect((await readers.as(undefined).get('/honours/2020/nonsense')).status).toBe(404);
  });

  it('lets go whoever withdraws the consent after the award, which stands', async () => {
    const officer = readers.as(people.wardOfficer);
    const id = ids.leaving;
    expect(textOf((await roll()).html)).toContain('Vũ Thị Rút');
    const page = await officer.get(`/cases/${id}`);
    const reason = 'Người được khen đề nghị bằng đơn ngày 05/10/2020';
    const sent = await officer.send(page, `/cases/${id}/act/withdrawConsent`, { reason });
    expect(sent.done).toBe('withdrawConsent');
    expect(textOf((await roll()).html)).not.toContain('Vũ Thị Rút');
    const after = await officer.get(`/cases/${id}`);
    expect(after.html).not.toContain('act-withdrawConsent');
    expect(textOf(after.html)).toContain(reason);
    const [item] = await home.ports.store.get([keys.caseMeta(id)]);
    expect(loadCase(item)?.value.status).toBe('AWARDED');
    expect(await verifyHistory(home.ports, recordId('CASE', id))).toMatchObject({ faults: [] });
    const command = caseCommands.withdrawConsent.parse({ reason });
    await expect(
      actOnCase(home.ports, asks(people.wardOfficer), id, 'withdrawConsent', command),
    ).rejects.toMatchObject({ faults: [{ field: 'reason', code: 'notPublic' }] });
  });

  it('forgets whose words were erased', async () => {
    const record = recordId('CASE', ids.second);
    const date = civilDateSchema.parse('2020-12-30');
    const order = { number: '01/QĐ', date, authority: 'UBND', reason: 'Theo yêu cầu' };
    const erased = await eraseWords(home.ports, { record, entries: 'all', order });
    expect(erased.outcome).toBe('erased');
    await catchUp(home.ports, record);
    const said = textOf((await roll()).html);
    expect(said).toContain('Trần Thị Ánh');
    expect(said).not.toContain('Đỗ Văn Ân');
  });
});
