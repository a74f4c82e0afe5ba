import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seats } from '../../support/at-the-screen.ts';
import { openStage, withoutBrowser, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
}, 120_000);
afterAll(async () => {
  if (!withoutBrowser) await stage.close();
});

describe.skipIf(withoutBrowser)('the first page of an officer who is signed in', () => {
  it('comes with no more than a hundred kilobytes, of them fifteen of script, all from our own origin', async () => {
    const { screen } = await stage.sit('haly.canbo', seats.phone);
    const context = await stage.browser.newContext({
      storageState: await screen.page.context().storageState(),
    });
    const page = await context.newPage();
    const loaded: { path: string; bytes: number }[] = [];
    page.on('response', (response) => {
      const url = new URL(response.url());
      expect(url.origin).toBe(stage.origin);
      // Fonts are compressed already; the rest goes over the wire as gzip makes it.
      const packed = (body: Buffer): number =>
        url.pathname.endsWith('.woff2') ? body.length : gzipSync(body).length;
      const heard = response.body().then((body) => loaded.push({ path: url.pathname, bytes: packed(body) }));
      heard.catch(() => undefined);
    });
    await page.goto(stage.origin, { waitUntil: 'networkidle' });
    const sum = (part: string) =>
      loaded.filter(({ path }) => path.endsWith(part)).reduce((total, { bytes }) => total + bytes, 0);
    expect(loaded.map(({ path }) => path)).toContain('/');
    expect(sum('.js')).toBeGreaterThan(0);
    expect(sum('.js')).toBeLessThanOrEqual(15_000);
    expect(sum('')).toBeLessThanOrEqual(100_000);
    await context.close();
  });
});
