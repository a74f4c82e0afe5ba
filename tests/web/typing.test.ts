import { describe, expect, it } from 'vitest';
import { createReaders } from '#tests/support/page-reader.ts';
import { formsIn } from '#tests/support/page-html.ts';
import { people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';
import { itemsIn } from '#tests/support/store-snapshot.ts';

const report = 'Chữa cháy chợ <b>Sắt</b>.\nCứu ba người.';
const fields = [['content.report', report]];

async function begin() {
  const ports = await createTestPorts();
  const part = `/cases/${await draftNomination(ports)}/edit/achievement`;
  const place = `${part}#edit`;
  const { as } = createReaders(ports);
  const officer = as(people.wardOfficer);
  const csrf = `csrf-of-${people.wardOfficer.id}`;
  const keep = (said: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}) =>
    officer.post(
      '/typing',
      Object.entries({ csrf, place, fields: JSON.stringify(fields), ...said }),
      headers,
    );
  const kept = async (reader = officer) => {
    const { status, html } = await reader.get(`/typing?place=${encodeURIComponent(place)}`);
    return status === 200 ? (JSON.parse(html) as { fields: unknown }).fields : status;
  };
  return { ports, part, place, as, officer, keep, kept };
}

describe('what is typed and not sent yet', () => {
  it('is kept for whoever typed it, and for nobody else', async () => {
    const { as, keep, kept } = await begin();
    expect((await keep()).status).toBe(204);
    expect(await kept()).toEqual(fields);
    expect(await kept(as(people.wardLeader))).toBe(204);
    expect(await kept(as(undefined))).toBe(303);
  });

  it('is no part of the draft: neither its history nor its page says anything of it', async () => {
    const { ports, part, officer, keep } = await begin();
    const before = await officer.get(part);
    await keep();
    const changed = itemsIn(ports.database).filter(({ pk }) => !pk.startsWith('TYPING#'));
    expect(JSON.stringify(changed)).not.toContain('Chữa cháy chợ');
    const keyless = (html: string) => html.replaceAll(/name="key" value="[^"]*"/g, '');
    expect(keyless((await officer.get(part)).html)).toBe(keyless(before.html));
  });

  it('is forgotten once the form is sent, but not by one that is refused', async () => {
    const { part, place, officer, keep, kept } = await begin();
    await keep();
    const said = { 'content.report': report, kept: place };
    expect((await officer.fill(part, part, { ...said, 'content.citation': 'x'.repeat(700) })).status).toBe(
      422,
    );
    expect(await kept()).toEqual(fields);
    expect((await officer.fill(part, part, said)).status).toBe(303);
    expect(await kept()).toBe(204);
  });

  it('is the same act, whether or not something of it was kept when the form was sent before', async () => {
    const { part, place, officer } = await begin();
    const form = await officer.get(part);
    const one = await officer.send(form, part, { 'content.report': report });
    const other = await officer.send(form, part, { 'content.report': report, kept: place });
    expect([other.status, other.to]).toEqual([303, one.to]);
  });

  it('is dropped by whoever does not want it, and after a week by itself', async () => {
    const { ports, keep, kept } = await begin();
    await keep();
    await keep({ drop: 'yes' });
    expect(await kept()).toBe(204);
    await keep();
    ports.clock.advance(6 * 86_400_000);
    expect(await kept()).toEqual(fields);
    ports.clock.advance(86_400_001);
    expect(await kept()).toBe(204);
  });

  it.each([
    ['comes without the token of a form of ours, from elsewhere', 403, { csrf: 'of-another' }, 'cross-site'],
    ['comes from a page of ours opened before signing in again', 204, { csrf: 'of-before' }, 'same-origin'],
    ['names no form of ours', 422, { place: 'https://other.example' }, 'same-origin'],
    ['is no list of fields', 422, { fields: '{"a":1}' }, 'same-origin'],
    ['is no JSON', 422, { fields: 'x' }, 'same-origin'],
    ['is larger than any form', 413, { fields: JSON.stringify([['a', 'x'.repeat(100_001)]]) }, 'same-origin'],
  ])('that %s is answered %d', async (_what, status, said, site) => {
    const { keep } = await begin();
    expect((await keep(said, { 'sec-fetch-site': site })).status).toBe(status);
  });

  it('is kept of no sealed case', async () => {
    const ports = await createTestPorts();
    const named = createReaders(ports).as(people.wardSealedOfficer);
    const id = await draftNomination(ports, { sealed: true });
    const part = `/cases/${id}/edit/achievement`;
    const { html } = await named.get(part);
    expect(formsIn(html).map(({ action }) => action)).toContain(part);
    expect(html).not.toContain('data-keep');
  });
});
