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

/** Chromium from npm, or the one that CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  if (own !== undefined && !existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
  return playwright.launch({ executablePath: own ?? (await chromium.executablePath()), args: flags });
}
