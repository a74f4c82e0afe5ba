import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/directory.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { organisations, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer, wardSealedOfficer, siblingOfficer, policeOfficer, districtOfficer } = people;
const ward = organisations.wardCommittee.id;
const question = 'Ai đã chứng kiến việc này?';
const answer = 'Tổ trưởng tổ dân phố số 5 và hai hộ liền kề.';

async function begin() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-appraise', [id]);
  const told = async (who: Person) => (await readNotices(home.ports, who.id)).notices.map(({ kind }) => kind);
  const ask = (to = ward, words = question) =>
    walk.act(policeOfficer, id, 'askQuestion', { to, question: words });
  return { home, ...walk, ...createReaders(home.ports, home.settle), id, told, ask };
}

describe('a question about a case', () => {
  it('goes to whoever entered it and is answered, while the case stays and its clock runs on', async () => {
    const { home, id, act, caseOf, as, ask, told } = await begin();
    const before = await caseOf(id);
    await ask();
    expect(await told(wardOfficer)).toContain('QuestionAsked');
    const page = await as(wardOfficer).get(`/cases/${id}`);
    expect(textOf(page.html)).toContain(question);
    const sent = await as(wardOfficer).send(page, `/cases/${id}/act/answerQuestion`, { answer });
    expect(sent.done).toBe('answerQuestion');
    expect(await told(policeOfficer)).toContain('QuestionAnswered');
    expect(textOf((await as(policeOfficer).get(`/cases/${id}`)).html)).toContain(answer);
    const after = await caseOf(id);
    expect([after.turn, after.route, after.question]).toEqual([before.turn, before.route, undefined]);
    expect(await codeOf(act(wardOfficer, id, 'answerQuestion', { answer }))).toBe('CaseMovedOn');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('is asked by a form that names only those who have had the case', async () => {
    const { id, as } = await begin();
    const police = as(policeOfficer);
    const page = await police.get(`/cases/${id}`);
    const offered = [...page.html.matchAll(/<select[^>]*name="to"[^>]*>(.*?)<\/select>/gs)].join('');
    expect(offered).toContain(ward);
    expect(offered).not.toContain(organisations.districtCommittee.id);
    const sent = await police.send(page, `/cases/${id}/act/askQuestion`, { to: ward, question });
    expect(sent.done).toBe('askQuestion');
  });

  it('is put to nobody who hasn’t had the case, and answered by nobody who isn’t asked', async () => {
    const { id, act, ask } = await begin();
    expect(await codeOf(ask(organisations.districtCommittee.id))).toBe('InputInvalid');
    expect(await codeOf(ask(organisations.districtPolice.id))).toBe('InputInvalid');
    await ask();
    expect(await codeOf(act(policeOfficer, id, 'answerQuestion', { answer }))).toBe('ActNotYours');
    expect(await codeOf(act(siblingOfficer, id, 'answerQuestion', { answer }))).toBe('CaseNotFound');
    expect(await codeOf(act(districtOfficer, id, 'answerQuestion', { answer }))).toBe('CaseNotFound');
  });

  it('is one at a time: a newer one takes its place, and both stand in the history', async () => {
    const { id, as, ask } = await begin();
    await ask();
    await ask(ward, 'Vào ngày nào?');
    const text = textOf((await as(wardOfficer).get(`/cases/${id}`)).html);
    expect(text).toContain('Vào ngày nào?');
    expect(text.match(/Hỏi thêm về hồ sơ/g)).toHaveLength(2);
  });

  it('outlives the step at which it was asked, and ends with the case', async () => {
    const { id, act, caseOf, ask } = await begin();
    await ask();
    await act(policeOfficer, id, 'recommend');
    expect((await caseOf(id)).question?.to).toBe(ward);
    await act(wardOfficer, id, 'answerQuestion', { answer });
    const { id: other, ...again } = await begin();
    await again.ask();
    await again.act(policeOfficer, other, 'returnIneligible', { reason: 'Không đúng', article: 'Điều 5' });
    expect((await again.caseOf(other)).question).toBeUndefined();
  });

  it('is asked about no sealed case: its words would be read without a reason that is kept', async () => {
    const { home, act, to, as } = await begin();
    const sealed = await draftNomination(home.ports, { sealed: true });
    await act(wardSealedOfficer, sealed, 'submit');
    await to('district-receive', [sealed], { sealed: true });
    const said = { to: ward, question };
    expect(await codeOf(act(people.policeSealedOfficer, sealed, 'askQuestion', said))).toBe('InputInvalid');
    const page = await as(people.policeSealedOfficer).get(`/cases/${sealed}`);
    expect(page.html).not.toContain('act-askQuestion');
  });
});
