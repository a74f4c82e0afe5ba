import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser-launch.ts';

/**
 * `npm run gallery [-- http://localhost:8080]`: a picture of every page of a running demo, as each role sees it, at
 * the width of a phone and of an office PC; written to .build/gallery.
 */
const origin = process.argv[2] ?? 'http://localhost:8080';
const folder = '.build/gallery';
const sizes = [
  { name: '360', width: 360, height: 740 },
  { name: '1366', width: 1366, height: 900 },
];

/** What of a page is looked for: the first link there that begins so, and says so. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly says?: RegExp;
}
type Stop = string | Link;

const first = (from: string, to: string, says?: RegExp): Link => ({
  from,
  to,
  ...(says === undefined ? {} : { says }),
});
const aList = first('/lists', '/lists/');
const sealed = /Trường hợp bảo mật/;
/** Of the season that the demo plays. */
const sentCase = first('/cases', '/cases/', /Đinh Thị Mỹ/);

/** Where each role goes. */
const tours: Readonly<Record<string, readonly Stop[]>> = {
  'sodau.canbo': [
    '/',
    '/inbox',
    '/cases',
    sentCase,
    '/cases/new',
    '/models/new',
    '/lists',
    aList,
    '/rounds',
    first('/rounds', '/rounds/'),
    '/notices',
    '/mailbox',
    first('/cases', '/cases/', sealed),
  ],
  'bcd.thuongtruc': ['/cases', first('/cases', '/cases/')],
  'sodau.chutich': ['/', '/inbox', '/lists', aList],
  'sodau.phochutich': ['/inbox', '/lists', first('/lists', '/lists/', /bảo mật/)],
  'congan.thamdinh': ['/', '/inbox', '/lists', aList],
  'quan.thuky': ['/', '/inbox', '/lists', first('/lists?kind=session', '/lists/')],
  'quan.chutich': ['/', '/inbox', first('/inbox', '/lists/')],
  'quan.canbo': ['/', '/inbox', '/lists', aList, '/rounds', first('/rounds', '/rounds/', /tổng kết/)],
  'quan.vanthu': ['/', '/inbox', '/lists'],
  'quan.tochuc': ['/', '/ceremonies', first('/ceremonies', '/ceremonies/'), '/ceremonies/new'],
};

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  const account = page.locator(`button[name=account][value="${username}"]`);
  await page.evaluate('for (const group of document.querySelectorAll("details")) group.open = true');
  await account.click();
  await page.waitForLoadState();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  process.stdout.write(
    `${name}.png${Number(overflow) > 0 ? `  WIDER THAN THE SCREEN by ${String(overflow)}px` : ''}\n`,
  );
}

/** @returns false where there is no such link today */
async function visit(page: Page, stop: Stop): Promise<boolean> {
  if (typeof stop === 'string') {
    await page.goto(origin + stop);
    return true;
  }
  await page.goto(origin + stop.from);
  const links = page.locator(`main a[href^="${stop.to}"]:not([href$="/new"]):not([href*="/start/"])`);
  const link = (stop.says === undefined ? links : links.filter({ hasText: stop.says })).first();
  if ((await link.count()) === 0) return false;
  await page.goto(origin + ((await link.getAttribute('href')) ?? ''));
  return true;
}

const nameOf = (stop: Stop): string => {
  const words = typeof stop === 'string' ? stop : `first ${stop.to} ${stop.says?.source ?? ''}`;
  return words.normalize('NFD').replace(/\W+/g, '-');
};

async function tour(
  browser: Browser,
  username: string,
  stops: readonly Stop[],
  size: (typeof sizes)[number],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
  const page = await context.newPage();
  await signIn(page, username);
  for (const [index, stop] of stops.entries()) {
    const name = `${username}-${String(index)}-${nameOf(stop)}-${size.name}`;
    if (await visit(page, stop)) await shoot(page, name);
    else process.stdout.write(`${name}: nothing there\n`);
  }
  await context.close();
}

/** The public code of a case that was sent, as its page says it. */
async function readPublicCode(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'sodau.canbo');
  await visit(page, sentCase);
  const code = /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]\b/.exec(await page.locator('main').innerText())?.[0];
  await context.close();
  if (code === undefined) throw new Error('the page of the case says no public code');
  return code;
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
const code = await readPublicCode(browser);
for (const size of sizes) {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
  const page = await context.newPage();
  for (const stop of ['/', '/sign-in', '/follow', `/follow/${code}`, '/nowhere']) {
    await page.goto(origin + stop);
    await shoot(page, `nobody-${nameOf(stop.replace(code, 'code'))}-${size.name}`);
  }
  await context.close();
  for (const [username, stops] of Object.entries(tours)) await tour(browser, username, stops, size);
}
await browser.close();
