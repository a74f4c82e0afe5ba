import { describe, expect, it } from 'vitest';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { newDecisionSchema } from '#shared/domain/list-command.ts';
import { startDecision } from '#shared/use-cases/lists/new-list.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { codeOf, type Walk } from '../support/case-walk.ts';
import { city } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { medal, medalsAtTheMinister } from '../support/medals.ts';
import { keepScan } from '../support/minutes.ts';
import { people } from '../support/small-directory.ts';
import { asks } from '../support/small-world.ts';
import type { TestHome } from '../support/test-home.ts';

const { clerk, leader, officer } = city.movement;
const refused = { reason: 'Chưa đủ thời gian công tác' };
const paper = { document: { number: '512/X03-P5', date: '2020-10-05' } };

async function outsideList(
  home: TestHome,
  { gatherAll }: Pick<Walk, 'gatherAll'>,
  ids: readonly CaseId[],
): Promise<ListId> {
  const { organisation } = city.movement;
  const command = newDecisionSchema.parse({
    organisation,
    title: 'Quyết định của Bộ trưởng',
    origin: 'outside',
  });
  const list = listIdSchema.parse((await startDecision(home.ports, asks(clerk), command)).id);
  await gatherAll(clerk, list, ids);
  return list;
}

describe('a decision made outside', () => {
  it('does not award a case: the clerk records it with the paper that says so, and the flow ends', async () => {
    const { home, ids, act, stepOf, caseOf, kindsTold } = await medalsAtTheMinister(1);
    const [one] = ids as [CaseId];
    expect(await stepOf(one)).toBe('minister-decides');
    expect((await readCaseView(home.ports, clerk.id, one)).allowed).toContain('recordNotAwarded');

    for (const stranger of [officer, leader])
      expect(await codeOf(act(stranger, one, 'recordNotAwarded', refused))).toBe('ActNotYours');
    expect(await codeOf(act(people.policeClerk, one, 'recordNotAwarded', refused))).toBe('ActNotYours');
    expect(await codeOf(act(leader, one, 'refuse', refused))).toBe('CaseMovedOn');
    const tomorrow = { ...refused, document: { ...paper.document, date: '2020-10-06' } };
    expect(await codeOf(act(clerk, one, 'recordNotAwarded', tomorrow))).toBe('DateNotLawful');

    await act(clerk, one, 'recordNotAwarded', { ...refused, ...paper });
    expect(await caseOf(one)).toMatchObject({ status: 'NOT_AWARDED', endedOn: '2020-10-05' });
    expect((await caseOf(one)).route?.steps.at(-1)).toMatchObject({ state: 'settled', outcome: 'ended' });
    expect(home.workflow.describe('case', `${one}-1`)).toMatchObject({
      status: 'SUCCEEDED',
      state: 'NotAwarded',
    });
    const { timeline } = await readCaseView(home.ports, people.policeOfficer.id, one);
    expect(timeline.find((entry) => entry.act === 'NotAwardedOutside')).toMatchObject({
      facts: { step: 'minister-decides', ...paper.document },
      words: refused,
    });
    expect(await kindsTold(people.policeOfficer)).toContain('Refused');
    expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
  });

  it('frees the achievement: the same person may be nominated for it again', async () => {
    const { home, ids, act, caseOf } = await medalsAtTheMinister(1);
    const [one] = ids as [CaseId];
    await act(clerk, one, 'recordNotAwarded', refused);
    const again = await medal(home, 'Người Số 1');
    const other = (await caseOf(one)).subject!;
    await act(people.policeOfficer, again, 'judgeIdentity', { other, answer: 'same', ...refused });
    expect(await codeOf(act(people.policeOfficer, again, 'submit'))).toBe('done');
  });

  it.each(['GATHERING', 'CLOSED'] as const)(
    'does not award one row of a list that is %s: it leaves the list, the rest goes on',
    async (state) => {
      const { home, ids, act, onList, caseOf, listOf, rowOf, standing, ...walk } =
        await medalsAtTheMinister(3);
      const [one, two, three] = ids as [CaseId, CaseId, CaseId];
      const list = await outsideList(home, walk, ids);
      if (state === 'CLOSED') await onList(clerk, list, 'close');
      expect(await standing(one)).toBe('inList');
      const before = await listOf(list);
      await act(clerk, one, 'recordNotAwarded', refused);

      expect(await caseOf(one)).toMatchObject({ status: 'NOT_AWARDED' });
      expect(await rowOf(list, one)).toMatchObject({ state: 'notAwarded' });
      const after = await listOf(list);
      expect([after.state, after.rows]).toEqual([state, 2]);
      expect(after.hash === before.hash).toBe(state === 'GATHERING');
      if (state === 'GATHERING') await onList(clerk, list, 'close');
      await onList(clerk, list, 'strike', { case: two, reason: 'Chưa có tên trong quyết định' });
      expect(await standing(two)).toBe('free');
      await act(clerk, two, 'recordNotAwarded', refused);

      const decided = {
        number: '88/QĐ-BCA',
        date: '2020-10-05',
        signedOn: '2020-10-05',
        signer: { name: 'Bộ trưởng', capacity: 'head' },
        hash: (await listOf(list)).hash,
      };
      expect(await codeOf(onList(clerk, list, 'issueSignedOutside', decided))).toBe('ScanMissing');
      await keepScan(home.ports, clerk, list);
      await onList(clerk, list, 'issueSignedOutside', decided);
      const ends = await Promise.all(ids.map(async (id) => (await caseOf(id)).status));
      expect(ends).toEqual(['NOT_AWARDED', 'NOT_AWARDED', 'AWARDED']);
      expect(await codeOf(act(clerk, three, 'recordNotAwarded', refused))).toBe('CaseMovedOn');
      expect(await brokenInvariants(home.ports.store, home.ports.database)).toEqual([]);
    },
  );
});
