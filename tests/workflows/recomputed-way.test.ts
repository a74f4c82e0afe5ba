import { expect, it } from 'vitest';
import type { CivilDate } from '#shared/domain/time.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { loadRound, roundWrite } from '#shared/records/directory-record.ts';
import { keys } from '#shared/records/keys.ts';
import { walkIn } from '../support/case-walk.ts';
import { withTheCity } from '../support/city-offices.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestHome } from '../support/test-home.ts';

const day = (text: string): CivilDate => civilDateSchema.parse(text);

/** Submitted on 20/06/2025, while there were districts; its ward council sits so many days later. */
async function satAfter(days: number) {
  const home = await createTestHome({ clock: createTestClock(at(day('2025-06-20'), 9)) });
  const { store } = home.ports;
  await withTheCity(home);
  const loaded = loadRound((await store.get([keys.round(december.id)]))[0])!;
  const forms = loaded.value.forms.map((one) => ({
    ...one,
    ...{ closingDay: '2025-09-20', councilDay: '2025-10-20' },
  }));
  const change = { year: 2025, opensOn: '2025-06-01', forms };
  await store.commit([roundWrite(loaded, roundSchema.parse({ ...loaded.value, ...change }))]);
  const walk = walkIn(home);
  const id = await draftNomination(home.ports, { form: 'BK_TINH' });
  await walk.act(people.wardOfficer, id, 'submit');
  await home.passDays(days);
  await walk.session('ward', [id]);
  const page = textOf((await createReaders(home.ports).as(people.wardOfficer).get(`/cases/${id}`)).html);
  const { route } = await walk.caseOf(id);
  const told = (await walk.kindsTold(people.wardOfficer)).filter((kind) => kind === 'Rerouted');
  expect(await brokenInvariants(store, home.ports.database)).toEqual([]);
  return { page, told, template: route!.template };
}

it('a case that goes on under a new law before it is received goes the new way, and its submitter is told', async () => {
  const { page, told, template } = await satAfter(12);
  expect(template).toBe('bk-tinh-2025');
  expect(told).toEqual(['Rerouted']);
  expect(page).toContain(
    'Trước đó: Bằng khen của Chủ tịch UBND thành phố (01/03–30/06/2025, không còn Công an cấp huyện).',
  );
});

it('a case that goes on under the same law goes its way, and nobody is told', async () => {
  const { page, told, template } = await satAfter(10);
  expect(template).toBe('bk-tinh-interim');
  expect(told).toEqual([]);
  expect(page).not.toContain('tính lại theo quy định và tổ chức');
});
