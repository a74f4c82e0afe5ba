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

/** Where each role goes; `first:` follows the first link of that kind on the page before. */
const tours: Readonly<Record<string, readonly string[]>> = {
  'sodau.canbo': [
    '/',
    '/inbox',
    '/cases',
    'first:/cases/',
    '/cases/new',
    '/models/new',
    '/lists',
    'first:/lists/',
    '/rounds',
    '/notices',
  ],
  'sodau.chutich': ['/', '/inbox', '/lists', 'first:/lists/'],
  'congan.thamdinh': ['/', '/inbox', 'first:/cases/', '/lists', 'first:/lists/'],
  'quan.thuky': ['/', '/inbox', '/lists', 'first:/lists/'],
  'quan.chutich': ['/', '/inbox', 'first:/lists/'],
  'quan.canbo': ['/', '/inbox', '/lists', 'first:/lists/', '/rounds', 'first:/rounds/'],
  'quan.tochuc': ['/', '/ceremonies', 'first:/ceremonies/', '/ceremonies/new'],
};

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.locator(`button[name=account][value="${username}"]`).click();
  await page.waitForLoadState();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  process.stdout.write(`${name}.png${Number(overflow) > 0 ? `  WIDER THAN THE SCREEN by ${String(overflow)}px` : ''}\n`);
}

async function tour(
  browser: Browser,
  username: string,
  stops: readonly string[],
  size: (typeof sizes)[number],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
  const page = await context.newPage();
  await signIn(page, username);
  for (const [index, stop] of stops.entries()) {
    if (stop.startsWith('first:')) {
      const link = page.locator(`main a[href^="${stop.slice(6)}"]:not([href$="/new"])`).first();
      if ((await link.count()) === 0) continue;
      await page.goto(origin + ((await link.getAttribute('href')) ?? ''));
    } else await page.goto(origin + stop);
    await shoot(page, `${username}-${String(index)}-${stop.replace(/\W+/g, '-')}-${size.name}`);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const size of sizes) {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
  const page = await context.newPage();
  for (const stop of ['/', '/sign-in', '/follow', '/mailbox', '/nowhere']) {
    await page.goto(origin + stop);
    await shoot(page, `nobody-${stop.replace(/\W+/g, '-')}-${size.name}`);
  }
  await context.close();
  for (const [username, stops] of Object.entries(tours)) await tour(browser, username, stops, size);
}
await browser.close();
