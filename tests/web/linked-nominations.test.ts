import { expect, it } from 'vitest';
import { roundSchema } from '#shared/domain/round.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { december, idOf, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';

it('puts a nomination to another level with all that it says, and shows each on the other', async () => {
  const ports = await createTestPorts();
  const round = roundSchema.parse({
    ...december,
    id: idOf('round-of-the-ward'),
    name: 'Đợt xét của phường',
    forms: december.forms.map((form) => ({ ...form, form: 'GK_XA' })),
  });
  await ports.store.commit([roundWrite(undefined, round)]);
  const higher = await draftNomination(ports);
  const officer = createReaders(ports).as(people.wardOfficer);
  const page = await officer.get(`/cases/${higher}`);
  expect(page.html).toContain(`/cases/${higher}/link`);
  const form = await officer.get(`/cases/${higher}/link`);
  const refused = await officer.send(form, `/cases/${higher}/link`);
  expect(refused.status).toBe(422);
  const drafted = await officer.send(refused, `/cases/${higher}/link`, { choice: `${round.id}.GK_XA` });
  expect(drafted).toMatchObject({ status: 303, done: 'drafted' });
  const lower = textOf((await officer.get(drafted.to.replace('/check', ''))).html);
  expect(lower).toContain('Vận động 120 hộ');
  expect(lower).toContain('Hồ sơ này chờ kết quả ở cấp trên rồi mới quyết định.');
  const after = await officer.get(`/cases/${higher}`);
  expect(textOf(after.html)).toContain('Cấp dưới chờ kết quả của hồ sơ này.');
  expect(after.html).not.toContain(`/cases/${higher}/link"`);
});
