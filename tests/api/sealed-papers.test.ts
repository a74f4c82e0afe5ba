import { expect, it } from 'vitest';
import { ask, createTestApi, problemIn } from '#tests/support/api-client.ts';
import { pdf } from '#tests/support/papers.ts';
import { people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';

it('the papers of a sealed case are told with its content, and each is opened for a reason of its own', async () => {
  const ports = await createTestPorts();
  const api = createTestApi(ports);
  const id = await draftNomination(ports, { sealed: true });
  const officer = people.wardSealedOfficer;
  const body = { kind: 'scan', name: 'Bản khai.pdf', size: pdf.length, contentType: 'application/pdf' };
  const sent = await ask(api, officer, `/api/cases/${id}/files`, { method: 'POST', body });
  const { id: file } = sent.body as { id: string };
  ports.files.receive(file, pdf);
  const filesOf = async () => (await ask(api, officer, `/api/cases/${id}`)).body;
  expect(await filesOf()).toMatchObject({ files: [{ id: file, name: '', state: 'expected' }] });
  await ask(api, officer, `/api/files/${file}/check`, { method: 'POST' });
  expect(await filesOf()).toMatchObject({ files: [] });

  const shown = await ask(api, officer, `/api/cases/${id}/reveal`, {
    method: 'POST',
    body: { reason: 'Đối chiếu hồ sơ' },
  });
  expect(shown.body).toMatchObject({
    content: { printedName: 'Nguyễn Thị Sáu' },
    files: [{ id: file, name: 'Bản khai.pdf', state: 'kept' }],
  });
  expect(problemIn(await ask(api, officer, `/api/files/${file}`)).code).toBe('RevealNeedsReason');
  expect((await ask(api, officer, `/api/files/${file}?reason=%C4%90%E1%BB%91i%20chi%E1%BA%BFu`)).status).toBe(
    303,
  );
  const stranger = await ask(api, people.wardOfficer, `/api/files/${file}?reason=x`);
  expect(problemIn(stranger).code).toBe('FileNotFound');
});
