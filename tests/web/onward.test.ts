import { beforeAll, describe, expect, it } from 'vitest';
import { desks, walkIn } from '#tests/support/case-walk.ts';
import { decoded, formsIn, textOf } from '#tests/support/page-html.ts';
import { createReaders, type Answered } from '#tests/support/page-reader.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftModelProposal, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

/** Two nominations before the ward’s council, a sealed one beside them, and a model proposal before the ward’s letter. */
async function world() {
  const home = await createTestHome();
  const walk = walkIn(home);
  const one = await draftNomination(home.ports, { name: 'Người Một', birthYear: 1950 });
  const two = await draftNomination(home.ports, { name: 'Người Hai', birthYear: 1951 });
  const sealed = await draftNomination(home.ports, { sealed: true });
  const model = await draftModelProposal(home.ports);
  for (const id of [one, two, model]) await walk.act(people.wardOfficer, id, 'submit');
  await walk.act(people.wardSealedOfficer, sealed, 'submit');
  return { walk, one, two, sealed, model, ...createReaders(home.ports, home.settle) };
}

const waysOn = ({ html }: Answered): string[] =>
  [...html.matchAll(/href="(\/lists\?[^"]*start=[^"]*)"/g)].map(([, href = '']) => decoded(href));
const tickedOn = ({ html }: Answered): string[] =>
  formsIn(html)
    .filter(({ action }) => action.endsWith('/act/gather'))
    .flatMap(({ entries }) => entries.flatMap(([name, value]) => (name === 'cases' ? [value] : [])));

let all: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  all = await world();
});

describe('the way from a case to the list that takes it on', () => {
  it('leads the secretary from what waits to a session on which the case is ticked', async () => {
    const secretary = all.as(people.wardSecretary);
    const way = waysOn(await secretary.get('/inbox')).find((href) => href.includes(`case=${all.two}`)) ?? '';
    const refused = await secretary.fill(way, '/lists/start/session', { title: '' });
    expect(refused.status).toBe(422);
    const started = await secretary.send(refused, '/lists/start/session', {
      title: 'Họp xét tháng 10',
      'heldOn.day': '5',
      'heldOn.month': '10',
      'heldOn.year': '2020',
    });
    expect(started).toMatchObject({ status: 303, done: 'started-session' });
    expect(tickedOn(await secretary.get(started.to))).toEqual([all.two]);
  });

  it('leads to a list that is gathering already, with the case ticked', async () => {
    const secretary = all.as(people.wardSecretary);
    const [way = ''] = waysOn(await secretary.get(`/cases/${all.one}`));
    const lists = await secretary.get(way);
    const [, list = ''] = /href="(\/lists\/[^"]*case=[^"]*)"/.exec(lists.html) ?? [];
    expect(tickedOn(await secretary.get(list))).toEqual([all.one]);
  });

  it('starts what the case is: a model proposal, a sealed list', async () => {
    const officer = all.as(people.wardOfficer);
    const [way = ''] = waysOn(await officer.get(`/cases/${all.model}`));
    expect(way).toContain('start=letter');
    const letter = formsIn((await officer.get(way)).html).find(({ action }) =>
      action.endsWith('start/letter'),
    );
    expect(letter?.entries).toContainEqual(['caseKind', 'modelProposal']);
    await all.walk.to('ward-letter', [all.sealed], { sealed: true });
    const named = all.as(people.wardSealedOfficer);
    const sealedWay = waysOn(await named.get('/inbox')).find((href) => href.includes(all.sealed)) ?? '';
    const sealed = formsIn((await named.get(sealedWay)).html).find(({ action }) => action.endsWith('letter'));
    expect(sealed?.entries).toContainEqual(['sealed', 'yes']);
  });

  it('is shown to nobody who starts no such list', async () => {
    for (const person of [people.wardOfficer, people.wardLeader, people.policeOfficer])
      expect(waysOn(await all.as(person).get(`/cases/${all.one}`))).toEqual([]);
  });
});

it('an issued decision says who is told, and leads the organiser to the ceremonies', async () => {
  const { walk, one, as } = all;
  await walk.to('district-decide', [one]);
  const decision = await walk.decision(desks.district, [one]);
  const officer = (await as(people.districtOfficer).get(`/lists/${decision}`)).html;
  expect(textOf(officer)).toContain('Kết quả được báo cho nơi lập hồ sơ.');
  expect(textOf(officer)).toContain('Tiếp theo: người tổ chức đưa khen thưởng vào buổi trao tặng.');
  expect(textOf(officer)).not.toContain('Đến phần Trao tặng');
  const organiser = (await as(people.organiser).get(`/lists/${decision}`)).html;
  expect(textOf(organiser)).toContain('Đến phần Trao tặng');
});
