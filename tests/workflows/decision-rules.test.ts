import { expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/id.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { at, civilDateSchema, type CivilDate } from '#shared/domain/time.ts';
import { loadRound, roundWrite } from '#shared/records/directory-record.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { readListView } from '#shared/use-cases/views/list-view.ts';
import { codeOf, desks, walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestHome } from '../support/test-home.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);
const { ward, district } = desks;

/** A case received while the district police were there, at the district's decision on 27/06/2025. */
async function atDecision(more: readonly string[] = []) {
  const home = await createTestHome({ clock: createTestClock(at(day('2025-02-20'), 9)) });
  const { store } = home.ports;
  const loaded = loadRound((await store.get([keys.round(december.id)]))[0])!;
  const forms = loaded.value.forms.map((one) => ({
    ...one,
    ...{ closingDay: '2025-03-20', councilDay: '2025-04-20' },
  }));
  const others = more.flatMap((form) => forms.slice(0, 1).map((one) => ({ ...one, form })));
  const change = { year: 2025, opensOn: '2025-01-01', forms: [...forms, ...others] };
  await store.commit([roundWrite(loaded, roundSchema.parse({ ...loaded.value, ...change }))]);
  const walk = walkIn(home);
  const id: CaseId = await draftNomination(home.ports);
  await walk.act(ward.officer, id, 'submit');
  await walk.to('district-council', [id]);
  await walk.session('district', [id]);
  home.ports.clock.setOffice(at(day('2025-06-27'), 9));
  return { home, walk, list: await walk.decisionOf(district, [id]) };
}

it('a decision is closed while its authority still grants the form, and the entry says that this was asked', async () => {
  const { home, walk, list } = await atDecision();
  await walk.close(district, list);
  const closed = (await readHistory(home.ports.store, `LIST#${list}`)).at(-1);
  expect(closed?.entry.facts['rules']).toEqual([
    'R08:passes:block',
    'R32:passes:block',
    'R24:unknown:warn:noFund',
  ]);
});

it('a decision is refused once no law of the day grants the form, with why, and its page says so before', async () => {
  const { home, walk, list } = await atDecision();
  home.ports.clock.setOffice(at(day('2025-07-02'), 9));
  expect(await codeOf(walk.close(district, list))).toBe('RuleForbids');
  const { explanations } = await readListView(home.ports, district.officer.id, list);
  expect(explanations).toContainEqual(
    expect.objectContaining({ follows: 'R08', verdict: 'fails', because: 'notThen' }),
  );
  const { html } = await createReaders(home.ports).as(district.officer).get(`/lists/${list}`);
  expect(textOf(html)).toContain('Đúng thẩm quyền');
  expect(await walk.listOf(list)).toMatchObject({ state: 'GATHERING' });
});

it('a case that its authority can decide no more goes on with a form of the day, by the way of the day', async () => {
  const { home, walk, list } = await atDecision(['GK_XA']);
  await home.passDays(5);
  const [row] = (await readListView(home.ports, district.officer.id, list)).rows;
  const id = row!.case;
  await walk.onList(district.officer, list, 'ungather', { case: id });
  const changed = { form: 'GK_XA', reason: 'Không còn cấp huyện' };
  await walk.act(district.officer, id, 'changeForm', changed);
  const { route, form, status } = await walk.caseOf(id);
  expect({ form, status, template: route?.template }).toMatchObject({ form: 'GK_XA', status: 'AT_STEP' });
  expect(route?.steps.find(({ state }) => state === 'open')?.organisation).toBe(ward.organisation);
});
