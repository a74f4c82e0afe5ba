import { beforeEach, expect, it } from 'vitest';
import { readMailChoices } from '#shared/use-cases/people/mail-choices.ts';
import { textOf } from '../support/page-html.ts';
import { createReaders, type PageReader } from '../support/page-reader.ts';
import { people } from '../support/small-directory.ts';
import { createTestPorts, type TestPorts } from '../support/small-world.ts';

const { wardOfficer, wardSecretary } = people;
const page = '/notices/choices';
let ports: TestPorts;
let reader: PageReader;
beforeEach(async () => {
  ports = await createTestPorts();
  reader = createReaders(ports).as(wardOfficer);
});
const chosenOn = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*name="groups\.(\w+)"[^>]*value="(\w+)"[^>]*checked/g)].map(
    ([, group, way]) => `${group ?? ''} ${way ?? ''}`,
  );

it('who never chose finds every mail at once, and the page from their notices', async () => {
  expect((await reader.get('/notices')).html).toContain(`href="${page}"`);
  const { html } = await reader.get(page);
  expect(chosenOn(html)).toEqual(['waits now', 'moved now', 'reminders now', 'results now', 'news now']);
  expect(textOf(html)).toContain('luôn được gửi ngay');
});

it('what somebody chooses is kept for them, and for nobody else', async () => {
  const groups = { 'groups.waits': 'digest', 'groups.news': 'none' };
  const sent = await reader.fill(page, page, { ...groups, hour: '16' });
  expect(sent.done).toBe('mailChoices');
  const chosen = ['waits digest', 'moved now', 'reminders now', 'results now', 'news none'];
  const after = await reader.get(page);
  expect(chosenOn(after.html)).toEqual(chosen);
  expect(after.html).toMatch(/<option value="16" selected/);
  expect((await readMailChoices(ports, wardSecretary.id)).groups.waits).toBe('now');
});

it.each([
  ['an hour at night', { hour: '3' }, 'hour'],
  ['no hour at all', { hour: '<b>' }, 'hour'],
  ['a way that there is not', { 'groups.waits': 'pigeon' }, 'groups-waits-0'],
])('%s is refused at its field, and nothing changes', async (_, typed, field) => {
  const answer = await reader.fill(page, page, typed);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`href="#mails-${field}`);
  expect(await readMailChoices(ports, wardOfficer.id)).toMatchObject({ hour: 7, groups: { waits: 'now' } });
});
