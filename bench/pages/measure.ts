import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ducNhuanSeason as season } from '#local/demo/seasons/duc-nhuan-2026/season.ts';
import { openDemo } from '#local/demo/open-demo.ts';
import { playSeason } from '#local/demo/player.ts';
import { instantAt } from '#local/home.ts';
import { caseCommands } from '#shared/domain/case-command.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { readHistory } from '#shared/records/history-record.ts';
import { createReaders } from '#tests/support/page-reader.ts';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { people } from '#tests/support/small-directory.ts';
import { asks, draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

const runs = 60;
const atMost = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);

async function measure(what: string, ask: () => Promise<unknown>, times = runs): Promise<void> {
  const took: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  console.log(`${what}: p50 ${atMost(took, 0.5)} ms, p90 ${atMost(took, 0.9)} ms of ${String(times)}`);
}

export async function caseOfAHundredEntries(): Promise<void> {
  const home = await createTestHome();
  const id = await draftNomination(home.ports);
  for (let version = 1; version < 100; version += 1) {
    const command = caseCommands.edit.parse({ content: { report: `Lần sửa thứ ${String(version)}` } });
    await actOnCase(home.ports, asks(people.wardOfficer, { ifVersion: version }), id, 'edit', command);
  }
  await home.settle();
  const { pages } = createReaders(home.ports);
  const headers = { 'x-person': people.wardOfficer.id, cookie: 'vd-lang=vi' };
  const ask = async () => (await pages.app.request(`/cases/${id}`, { headers })).text();
  await ask();
  await measure('its history read alone', () => readHistory(home.ports.store, `CASE#${id}`));
  await measure('the page of a case with 100 entries', ask);
}

export async function firstPage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-pages-'));
  const home = await openDemo({ folder, host: '127.0.0.1', port: 0, log: () => undefined }, season);
  const browser = await launchBrowser();
  try {
    await playSeason({
      baseUrl: home.url,
      season,
      tokenOf: home.tokenOf,
      settle: home.dependencies.settle,
      advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
      progress: () => undefined,
    });
    for (const slow of [false, true]) {
      const context = await browser.newContext({ baseURL: home.url, viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
      await page.locator('button[name=account]').first().click();
      await page.waitForURL((url) => url.pathname === '/');
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      if (slow) {
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 400,
          downloadThroughput: 50_000,
          uploadThroughput: 50_000,
        });
      }
      const open = async () => {
        await page.goto('/', { waitUntil: 'domcontentloaded' });
        await page.locator('main a').first().waitFor();
      };
      await measure(slow ? 'the first page, 4 × CPU, slow 3G, nothing cached' : 'the first page', open, 7);
      await context.close();
    }
  } finally {
    await browser.close();
    await home.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
