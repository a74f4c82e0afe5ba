import type { Locator, Page } from 'playwright-core';
import { unfold, type Camera } from './camera.ts';
import type { Stop } from './stop.ts';

export interface Walk {
  readonly camera: Camera;
  /** The id of what the season calls so. */
  idOf(key: string): string;
}

/** No link of the page leads on as the stop says. */
export class NothingThere extends Error {}

type Way = Pick<Stop, 'as' | 'go' | 'find'>;

/** @throws NothingThere */
export async function take(walk: Walk, stop: Stop): Promise<void> {
  const seat = await walk.camera.seat(stop);
  const { page } = seat;
  if (stop.followed !== undefined) await page.goto(`/follow/${await readPublicCode(walk, stop.followed)}`);
  if (stop.invitedBy !== undefined) await page.goto(await readInvitation(walk, stop.invitedBy));
  await lead(walk, page, stop);
  if (stop.send !== undefined) await send(walk, page, stop.send);
  if (stop.open === true) await unfold(page);
  await page.emulateMedia({ media: stop.printed === true ? 'print' : 'screen' });
  await walk.camera.shoot(seat, stop);
}

async function lead(walk: Walk, page: Page, { go, find }: Way): Promise<void> {
  if (go !== undefined) await page.goto(withIds(walk, go));
  if (find === undefined) return;
  const links = page.locator(`main a[href^="${find.to}"]`);
  // Where it isn't said which, a record is meant and no form for a new one.
  const record = page.locator(':not([href$="/new"]):not([href*="/start/"])');
  const link = (find.says === undefined ? links.and(record) : links.filter({ hasText: find.says })).first();
  const href = (await link.count()) === 0 ? null : await link.getAttribute('href');
  if (href === null) throw new NothingThere(`no link to ${find.to} ${find.says?.source ?? ''}`);
  await page.goto(href);
}

/** As it stood on the notice; it is shown once. */
const invitations = new Map<string, string>();

async function readInvitation(walk: Walk, as: string): Promise<string> {
  const known = invitations.get(as);
  if (known !== undefined) return known;
  const { page } = await walk.camera.seat({ as });
  const link = /\/propose\/[0-9A-Z]{16}/.exec(await page.locator('main').innerText())?.[0];
  if (link === undefined) throw new NothingThere('the page shows no link for slips');
  invitations.set(as, link);
  return link;
}

/** As the page of the case says it. */
async function readPublicCode(walk: Walk, way: Way): Promise<string> {
  const { page } = await walk.camera.seat(way);
  await lead(walk, page, way);
  const code = /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]\b/.exec(await page.locator('main').innerText())?.[0];
  if (code === undefined) throw new NothingThere('the page of the case says no public code');
  return code;
}

const withIds = ({ idOf }: Pick<Walk, 'idOf'>, text: string): string =>
  text.replace(/\{([^}]+)\}/g, (_, key: string) => idOf(key));

async function send(
  walk: Walk,
  page: Page,
  { form, of, typed = {}, to }: NonNullable<Stop['send']>,
): Promise<void> {
  await unfold(page);
  const names = Object.keys(typed).map((name) => page.locator(fieldNamed(withIds(walk, name))));
  const all = page.locator(
    form.endsWith('*') ? `main form[action*="${form.slice(0, -1)}"]` : `main form[action$="${form}"]`,
  );
  const fitting = names.reduce((forms, has) => forms.filter({ has }), all);
  const own =
    of === undefined ? fitting : fitting.filter({ has: page.locator(`[value="${walk.idOf(of)}"]`) });
  for (const [name, value] of Object.entries(typed))
    await type(
      own.first(),
      withIds(walk, name),
      [value].flat().map((one) => withIds(walk, one)),
    );
  const button = to === undefined ? 'button[type=submit]:not([formaction])' : `button[formaction$="${to}"]`;
  await own.first().locator(button).last().click();
  await page.waitForLoadState();
}

const fieldNamed = (name: string): string =>
  name.endsWith('*') ? `[name^="${name.slice(0, -1)}"]` : `[name="${name}"]`;

async function type(form: Locator, name: string, values: readonly string[]): Promise<void> {
  const fields = form.locator(fieldNamed(name));
  const kind = await fields.first().getAttribute('type');
  if (kind === 'radio' || kind === 'checkbox') {
    for (const value of values)
      await form
        .locator(`${fieldNamed(name)}[value="${value}"]`)
        .first()
        .check();
  } else if (kind === 'file') {
    const mimeType = 'application/pdf';
    await fields
      .first()
      .setInputFiles(values.map((file) => ({ name: file, mimeType, buffer: Buffer.from('%PDF-1.4\n') })));
  } else if ((await form.locator(`select${fieldNamed(name)}`).count()) > 0) {
    await fields.first().selectOption([...values]);
  } else {
    await fields.first().fill(values.join('\n'));
  }
}
