import { describe, expect, it } from 'vitest';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { isRefusal, type RefusalDetails } from '#shared/domain/refusal.ts';
import { desks, walkIn, type Walk } from '../support/case-walk.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

async function detailsOf(run: Promise<unknown>): Promise<RefusalDetails & { code: string }> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isRefusal(error)) throw new Error('it was taken', { cause: error });
  return { code: error.code, ...error.details };
}

async function atTheLetter() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  await walk.act(people.wardOfficer, one, 'submit');
  await walk.to('ward-letter', [one]);
  return { home, one, walk };
}

const withdrawal = (walk: Walk, one: CaseId) =>
  walk.act(people.wardOfficer, one, 'withdraw', { reason: 'Đơn xin rút' });

/** As far as the act itself: what follows from it has yet to come. */
async function issuedJustNow() {
  const { home, one, walk } = await atTheLetter();
  const list: ListId = await walk.letterOf(desks.ward, [one]);
  await walk.close(desks.ward, list);
  await walk.sign(people.wardLeader, list);
  await walkIn(home, { ...home.ports, nudge: () => undefined }).issue(desks.ward, list);
  return { one, walk };
}

describe('who comes too late is told what happened', () => {
  it('to a case whose letter was issued: the issue, and by whom', async () => {
    const { one, walk } = await issuedJustNow();
    const issue = { code: 'CaseMovedOn', happened: 'Issued', by: people.wardClerk.id };
    expect(await detailsOf(withdrawal(walk, one))).toMatchObject(issue);
    const held = walk.act(people.wardOfficer, one, 'hold', { reason: 'Chờ', document: 'CV 1' });
    expect(await detailsOf(held)).toMatchObject(issue);
  });

  it('to a case that is to be gathered and has gone on: what took it away, and by whom', async () => {
    const { home, one, walk } = await atTheLetter();
    const list = await walk.letterOf(desks.ward, [one]);
    await walk.finish(desks.ward, list);
    const still = walkIn(home, { ...home.ports, nudge: () => undefined });
    await still.act(people.policeOfficer, one, 'receive');
    const next = walk.letterOf(desks.police, [one]);
    expect(await detailsOf(next)).toMatchObject({
      ...{ code: 'CaseIsMoving', happened: 'Received', by: people.policeOfficer.id },
    });
  });
});
