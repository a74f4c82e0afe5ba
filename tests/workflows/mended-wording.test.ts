import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/directory.ts';
import { caseCommands } from '#shared/domain/case-command.ts';
import { loadContent } from '#shared/records/case-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { readSearch } from '#shared/use-cases/views/search.ts';
import { walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination, draftModelProposal } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer, policeOfficer, districtOfficer } = people;
const citation = 'Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2020';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports, { name: 'Nguyễn Thị Sau' });
  await walk.act(wardOfficer, id, 'submit', {});
  const mend = (who: Person, said: object) => walk.act(who, id, 'mendWording', said);
  const content = async () => loadContent((await home.ports.store.get([keys.caseContent(id)]))[0])!.value;
  return { home, ...walk, id, mend, content };
}

describe('what will stand on the certificate', () => {
  it('is put right by whoever appraises: lists show the new name, the history keeps both', async () => {
    const { home, id, to, mend, content, caseOf } = await begin();
    await to('district-appraise', [id]);
    const { turn } = await caseOf(id);
    const before = await content();
    await mend(policeOfficer, { printedName: 'Nguyễn Thị Sáu', citation, note: 'Theo căn cước' });
    await home.settle();
    expect(await content()).toEqual({ ...before, printedName: 'Nguyễn Thị Sáu', citation });
    expect(await caseOf(id)).toMatchObject({ label: { name: 'Nguyễn Thị Sáu' }, turn });
    const entries = await readHistory(home.ports.store, recordId('CASE', id));
    const entry = entries.findLast((one) => one.entry.act === 'WordingMended');
    expect(entry).toMatchObject({
      entry: { facts: { fields: ['printedName', 'citation'] }, by: { person: policeOfficer.id } },
      payload: { content: { printedName: 'Nguyễn Thị Sáu', citation }, note: 'Theo căn cước' },
    });
    const found = await readSearch(home.ports, policeOfficer.id, 'Nguyễn Thị Sáu');
    expect(JSON.stringify(found)).toContain(id);
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('says of what was sent only what differs, and nothing at all where nothing does', async () => {
    const { home, id, to, mend, content } = await begin();
    await to('district-appraise', [id]);
    await mend(policeOfficer, { printedName: 'Nguyễn Thị Sau', citation });
    const last = (await readHistory(home.ports.store, recordId('CASE', id))).at(-1);
    expect(last).toMatchObject({ entry: { facts: { fields: ['citation'] } } });
    await expect(mend(policeOfficer, { citation: (await content()).citation })).rejects.toMatchObject({
      code: 'InputInvalid',
      faults: [{ field: 'printedName', code: 'nothingChanged' }],
    });
  });

  it('isn’t put over what another has written meanwhile', async () => {
    const { home, id, to } = await begin();
    await to('district-appraise', [id]);
    const [item] = await home.ports.store.get([keys.caseMeta(id)]);
    const seen = { ...asks(policeOfficer), ifVersion: item!.version };
    const mended = (said: object, request = seen) =>
      actOnCase(home.ports, request, id, 'mendWording', caseCommands.mendWording.parse(said));
    await mended({ citation });
    await expect(
      mended({ printedName: 'Nguyễn Thị Sáu' }, { ...asks(policeOfficer), ifVersion: item!.version }),
    ).rejects.toMatchObject({ code: 'EditStale' });
  });

  it('is nobody’s to change but of whoever has the case, and while it stands in no list', async () => {
    const { home, id, to, mend } = await begin();
    await to('district-appraise', [id]);
    await expect(mend(wardOfficer, { citation })).rejects.toMatchObject({ code: 'ActNotYours' });
    await expect(mend(districtOfficer, { citation })).rejects.toMatchObject({ code: 'CaseNotFound' });
    const page = await createReaders(home.ports).as(wardOfficer).get(`/cases/${id}`);
    expect(page.html).not.toContain('act-mendWording');
  });

  it('of a model is its name alone', async () => {
    const { home, act, caseOf } = await begin();
    const model = await draftModelProposal(home.ports);
    await act(wardOfficer, model, 'submit', {});
    const step = (await caseOf(model)).route?.steps.find(({ state }) => state === 'open');
    expect(step).toBeDefined();
    const said = { citation };
    await expect(act(people.wardSecretary, model, 'mendWording', said)).rejects.toMatchObject({
      faults: [{ field: 'citation', code: 'notOfThisCase' }],
    });
  });
});

describe('the page of a case', () => {
  it('marks what was written anew since it was sent, with the day', async () => {
    const { home, id, to, mend } = await begin();
    await to('district-appraise', [id]);
    const page = async () =>
      textOf((await createReaders(home.ports).as(policeOfficer).get(`/cases/${id}`)).html);
    expect(await page()).not.toContain('(đã sửa ngày');
    await mend(policeOfficer, { citation });
    expect(await page()).toContain('Nội dung khen (đã sửa ngày 05/10/2020)');
    expect(await page()).not.toContain('Tên ghi trên bằng (đã sửa');
  });
});
