import { describe, expect, it } from 'vitest';
import { createReaders } from '#tests/support/page-reader.ts';
import { textOf } from '#tests/support/page-html.ts';
import { people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';

describe('a question of identity that is open when a draft is sent', () => {
  it('is asked on a page of its own, with what every office may see of the other', async () => {
    const ports = await createTestPorts();
    await draftNomination(ports);
    const second = await draftNomination(ports);
    const officer = createReaders(ports).as(people.wardOfficer);
    const path = `/cases/${second}`;
    const asked = await officer.fill(`${path}/check`, `${path}/check`, { noSecrets: 'yes' });
    expect(asked.status).toBe(409);
    expect(textOf(asked.html)).toContain('Nguyễn Thị Sáu – sinh năm 1958 – Tổ dân phố số 5, phường Sở Dầu');
    const unanswered = await officer.send(asked, `${path}/identity`);
    expect(unanswered.status).toBe(409);
    expect(unanswered.html).toMatch(/<a href="#identity-answers-\w+-0">/);
    const question = /name="(answers\.[^"]*)"/.exec(unanswered.html)?.[1] ?? '';
    const answered = await officer.send(unanswered, `${path}/identity`, { [question]: 'namesake' });
    expect(answered).toMatchObject({ to: `${path}/check`, done: 'identity' });
    expect(await officer.fill(answered.to, answered.to, { noSecrets: 'yes' })).toMatchObject({
      to: path,
      done: 'submit',
    });
    expect(textOf((await officer.get(path)).html)).toContain(
      'Nguyễn Thị Sáu (sinh năm 1958, Tổ dân phố số 5)',
    );
  });
});
