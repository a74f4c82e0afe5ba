import { expect, it } from 'vitest';
import { roundSchema } from '#shared/domain/round.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { roundWrite } from '#shared/records/directory-record.ts';
import { walkIn } from '../support/case-walk.ts';
import { keepPaper } from '../support/minutes.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { december, idOf, people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestHome } from '../support/test-home.ts';

const { wardOfficer } = people;
const told =
  /Không lấy việc chưa có hình thức khen thưởng mức thấp hơn làm lý do( \([^)]*152\/2025\/NĐ-CP)?/g;

/** How often, and by which law, the page of a case at its appraisal says it, received on a day of that year. */
async function saidIn(year: number): Promise<boolean[]> {
  const clock = createTestClock(at(civilDateSchema.parse(`${String(year)}-10-05`), 9));
  const home = await createTestHome({ clock });
  const { ports } = home;
  const forms = [{ form: 'GK_XA', closingDay: `${String(year)}-11-20`, councilDay: `${String(year)}-12-11` }];
  const round = roundSchema.parse({
    ...{ ...december, id: idOf('round-of-the-ward'), year, opensOn: `${String(year)}-09-01` },
    forms: forms.map((form) => ({ ...form, quotas: [] })),
  });
  await ports.store.commit([roundWrite(undefined, round)]);
  const id = await draftNomination(ports, { form: 'GK_XA', round: round.id });
  await keepPaper(ports, wardOfficer, { case: id }, 'letter');
  const { act } = walkIn(home);
  await act(wardOfficer, id, 'submit');
  await act(wardOfficer, id, 'receive');
  const { html } = await createReaders(ports).as(wardOfficer).get(`/cases/${id}`);
  return [...textOf(html).matchAll(told)].map(([, cited]) => cited !== undefined);
}

it('whoever returns, asks back or does not recommend is told that a lower award is no condition', async () => {
  expect(await saidIn(2026)).toEqual([true, true, true]);
});

it('on days for which no such text was read, nothing is told', async () => {
  expect(await saidIn(2020)).toEqual([]);
});
