import { describe, expect, it } from 'vitest';
import { caseCommands } from '#shared/domain/case-command.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { loadContent } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { readOpenQuestions } from '#shared/use-cases/views/office.ts';
import { codeOf, walkIn } from '../support/case-walk.ts';
import { createLaggingHome, type LaggingHome } from '../support/lagging-home.ts';
import { people } from '../support/small-directory.ts';
import { asks, draftNomination } from '../support/small-world.ts';

/** Two drafts that name people of one name and birth year, both of them in the index. */
async function twoAlike() {
  const home = await createLaggingHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports);
  const other = await draftNomination(home.ports);
  await home.indexesCatchUp();
  const sent = (id: CaseId) => codeOf(walk.act(people.wardOfficer, id, 'submit'));
  return { home, walk, one, other, sent };
}

async function rename({ ports }: LaggingHome, id: CaseId, printedName: string): Promise<void> {
  const [meta, content] = await ports.store.get([keys.caseMeta(id), keys.caseContent(id)]);
  const command = caseCommands.edit.parse({ content: { ...loadContent(content)?.value, printedName } });
  await actOnCase(ports, asks(people.wardOfficer, { ifVersion: meta!.version }), id, 'edit', command);
}

describe('whoever sends a nomination', () => {
  it('is asked about a look-alike', async () => {
    const { one, sent } = await twoAlike();
    expect(await sent(one)).toBe('IdentityQuestionOpen');
  });

  it('is not asked about one whose draft was discarded just now', async () => {
    const { home, walk, one, other, sent } = await twoAlike();
    await walk.act(people.wardOfficer, other, 'discard');
    expect(await readOpenQuestions(home.ports, one)).toEqual([]);
    expect(await sent(one)).toBe('done');
  });

  it('is not asked about one whose name was typed over just now', async () => {
    const { home, one, other, sent } = await twoAlike();
    await rename(home, other, 'Nguyễn Thị Sáu Em');
    expect(await readOpenQuestions(home.ports, one)).toEqual([]);
    expect(await sent(one)).toBe('done');
  });

  it('is not asked again when it has just been answered from the other side', async () => {
    const { home, walk, one, other, sent } = await twoAlike();
    const { subject } = await walk.caseOf(one);
    const said = { other: subject, answer: 'namesake', reason: 'Đã đối chiếu' };
    await walk.act(people.wardOfficer, other, 'judgeIdentity', said);
    expect(await readOpenQuestions(home.ports, one)).toEqual([]);
    expect([await sent(one), await sent(other)]).toEqual(['done', 'done']);
  });

  it('is asked about one whom the index did not show when the other was sent', async () => {
    const home = await createLaggingHome();
    const walk = walkIn(home);
    const sent = (id: CaseId) => codeOf(walk.act(people.wardOfficer, id, 'submit'));
    const one = await draftNomination(home.ports);
    const other = await draftNomination(home.ports);
    expect(await sent(one)).toBe('done');
    await home.indexesCatchUp();
    expect(await sent(other)).toBe('IdentityQuestionOpen');
  });
});
