import { describe, expect, it } from 'vitest';
import { readCaseRules } from '#shared/use-cases/rules/rules-view.ts';
import { desks, walkIn } from '../support/case-walk.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

const { policeOfficer, wardOfficer } = people;

/** At the police, who receive it for the deciding office: it came on Monday, 05/10/2020. */
async function arrived() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const id = await draftNomination(home.ports);
  await walk.act(wardOfficer, id, 'submit');
  await walk.to('district-receive', [id]);
  /** What R13 tells now, with the working days that it counted. */
  const term = async () => {
    const { explanations } = await readCaseRules(home.ports, wardOfficer.id, id);
    const found = explanations.find(({ follows }) => follows === 'R13');
    const used = found?.facts.find(({ key }) => key === 'used')?.value;
    return [found?.because ?? found?.verdict, used];
  };
  return { home, id, ...walk, term };
}

const asked = { fields: ['report'], note: 'Nêu rõ số vụ việc' };

describe('the five working days for an answer to a file that has come', () => {
  it('run from its coming, are late on the sixth, and say so on the page with what mends it', async () => {
    const { home, id, term } = await arrived();
    expect(await term()).toEqual(['passes', 0]);
    await home.passDays(7);
    expect(await term()).toEqual(['passes', 5]);
    await home.passDays(1);
    expect(await term()).toEqual(['returnOverdue', 6]);
    const page = textOf((await createReaders(home.ports).as(policeOfficer).get(`/cases/${id}`)).html);
    expect(page).toContain('Hồ sơ đến ngày 05/10/2020, đã qua 6 ngày làm việc mà chưa được tiếp nhận');
    expect(page).toContain('gửi ngay yêu cầu bổ sung hoặc văn bản trả hồ sơ');
  });

  it('are kept by whoever asks for a supplement in time, however long that takes', async () => {
    const { home, act, id, term } = await arrived();
    await home.passDays(2);
    await act(policeOfficer, id, 'askSupplement', asked);
    await home.passDays(20);
    expect(await term()).toEqual(['passes', 2]);
  });

  it('stay late where the file was returned too late, and the appraisal of what is returned is over', async () => {
    const { home, act, id, term } = await arrived();
    await home.passDays(8);
    await act(policeOfficer, id, 'returnIneligible', { reason: 'Không thuộc đối tượng', article: 'Điều 5' });
    await home.passDays(60);
    expect(await term()).toEqual(['returnLate', 6]);
  });

  it('end with the receipt of the complete file, from which its appraisal runs', async () => {
    const { home, act, id, term } = await arrived();
    await home.passDays(2);
    await act(policeOfficer, id, 'receive');
    await home.passDays(1);
    expect(await term()).toEqual(['passes', 1]);
    await act(policeOfficer, id, 'returnIneligible', { reason: 'Không đủ điều kiện', article: 'Điều 5' });
    await home.passDays(60);
    expect(await term()).toEqual(['passes', 1]);
  });
});

describe('the ten working days for the notice of a result', () => {
  it('run while a signed decision waits to be issued, and say whose turn it is', async () => {
    const { home, id, to, decisionOf, close, sign, term } = await arrived();
    await to('district-decide', [id]);
    const list = await decisionOf(desks.district, [id]);
    await close(desks.district, list);
    expect((await term())[0]).toBe('passes');
    await sign(desks.district.leader, list);
    await home.passDays(14);
    expect(await term()).toEqual(['passes', 10]);
    await home.passDays(1);
    expect(await term()).toEqual(['notifyOverdue', 11]);
    const page = textOf((await createReaders(home.ports).as(wardOfficer).get(`/cases/${id}/rules`)).html);
    expect(page).toContain('Văn thư vào số, ban hành quyết định ngay');
  });

  it.each([
    [0, 'passes', 0],
    [14, 'passes', 10],
    [15, 'notifyLate', 11],
  ])('of a decision that is entered, and told, %d days after its date: %s', async (days, told, used) => {
    const { home, id, to, decisionOf, close, sign, onList, term, kindsTold } = await arrived();
    await to('district-decide', [id]);
    const { district } = desks;
    const list = await decisionOf(district, [id]);
    await close(district, list);
    await sign(district.leader, list);
    await home.passDays(days);
    await onList(district.clerk, list, 'issue', { number: '12/QĐ-UBND', date: '2020-10-05' });
    expect(await kindsTold(wardOfficer)).toContain('ResultsIssued');
    expect(await term()).toEqual([told, used]);
  });
});
