import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

const noBrowser =
  'No browser started. `npm ci` brings one (@sparticuz/chromium, Linux on x64); elsewhere name your own Chromium or Chrome: CHROMIUM_PATH=/path/to/chrome. BROWSER_TESTS=off leaves the tests of pages in a browser out, and says how many.';

/** Chromium from npm, or the one that CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  if (own !== undefined && !existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
  try {
    return await playwright.launch({ executablePath: own ?? (await chromium.executablePath()), args: flags });
  } catch (error) {
    throw new Error(noBrowser, { cause: error });
  }
}
