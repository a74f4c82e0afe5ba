import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemo } from '#local/demo/open-demo.ts';
import { playSeason } from '#local/demo/player.ts';
import { inOrder, type Season } from '#local/demo/season-event.ts';
import { rounds } from '#local/demo/seasons/hong-bang-2020/rounds.ts';
import { hongBangWorld } from '#local/demo/worlds/hong-bang-2020.ts';
import { instantAt } from '#local/home.ts';
import { requireBuilt } from '#local/settings.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { unfold } from '../../e2e/gallery/camera.ts';
import { accessibilityFaults } from '../../e2e/gallery/accessibility.ts';
import { AtTheScreen, type Seat, type Tally } from '../../support/at-the-screen.ts';
import { launchBrowser } from '../../support/browser-launch.ts';

/** Only said in so many words are these tests left out; vitest counts them. */
export const withoutBrowser = process.env['BROWSER_TESTS'] === 'off';

/** A Thursday in the December round of 2020. */
const firstDay = civilDateSchema.parse('2020-10-01');

export interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  /** Sits down in front of the demo and signs in; every page that is opened is looked at by axe. */
  sit(username: string, seat: Seat): Promise<Seated>;
  settle(): Promise<void>;
  advanceTo(day: string, time: string): Promise<void>;
  close(): Promise<void>;
}

export interface Seated {
  readonly screen: AtTheScreen;
  readonly tally: Tally;
  /** Clicks and fields since it was asked last. */
  actions(): number;
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What every page is held to, whoever opens it. */
async function lookAt(page: Page, { script }: Seat): Promise<void> {
  // Where no script runs, axe’s own doesn’t end; the page is the same.
  const faults = script ? await accessibilityFaults(page) : [];
  const wider = Number(await page.evaluate(overflow));
  expect([page.url(), faults, wider > 0]).toEqual([page.url(), [], false]);
}

/** A home in which the rounds of a season are open and nobody has been nominated yet; or what else was played up to a day. */
export async function openStage(events = rounds, begins = firstDay, world = hongBangWorld): Promise<Stage> {
  const season: Season = {
    key: 'stage',
    title: 'Quận Hồng Bàng, mùa xét 2020',
    world,
    events: inOrder(events),
  };
  requireBuilt();
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-browser-'));
  const home = await openDemo({ folder, host: '127.0.0.1', port: 0, log: () => undefined }, season);
  const { settle } = home.dependencies;
  const advanceTo = (day: string, time: string) =>
    home.advanceTo(instantAt(civilDateSchema.parse(day), time));
  await playSeason({
    baseUrl: home.url,
    season,
    until: begins,
    tokenOf: home.tokenOf,
    settle,
    advanceTo,
    progress: () => undefined,
  });
  await advanceTo(begins, '09:00');
  return {
    browser,
    origin: home.url,
    settle,
    advanceTo,
    async sit(username, seat) {
      const tally: Tally = {
        pages: 0,
        clicks: 0,
        fields: 0,
        picture: async (page) => {
          await settle();
          await lookAt(page, seat);
        },
      };
      const screen = await AtTheScreen.sitDown(browser, home.url, tally, seat);
      await screen.page.goto('/sign-in');
      await unfold(screen.page);
      await screen.page.locator(`button[name=account][value="${username}"]`).click();
      await screen.page.waitForURL((url) => url.pathname === '/');
      let before = 0;
      const actions = (): number => {
        const now = tally.clicks + tally.fields;
        const since = now - before;
        before = now;
        return since;
      };
      return { screen, tally, actions };
    },
    async close() {
      await browser.close();
      await home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
