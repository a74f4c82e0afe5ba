import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.ts';
import { watch, type Watched } from './watch.ts';
import { nobody, type Stop } from './stop.ts';

const sizes = [
  { name: '360', width: 360, height: 740 },
  { name: '1366', width: 1366, height: 900 },
] as const;
const paper = [{ name: 'A4', width: 794, height: 1123 }] as const;
/** What only programs say: codes, days as they are stored. */
const raw = /\b(?:[A-Z]+_[A-Z_]+|[a-z]+[A-Z][A-Za-z]*|\d{4}-\d\d-\d\d|undefined|null|NaN)\b|\[object/g;
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

export interface CameraOptions {
  readonly browser: Browser;
  readonly origin: string;
  readonly folder: string;
  /** What a picture must not show, or a page must not do. */
  readonly complain: (trouble: string) => void;
}

/** A browser a reader, each signed in once; pictures at the width of a phone and of an office PC. */
export class Camera {
  readonly #options: CameraOptions;
  readonly #seats = new Map<string, Watched>();
  #taken = 0;

  constructor(options: CameraOptions) {
    this.#options = options;
  }

  /** The browser in front of which somebody sits. */
  async seat({ as, language }: Pick<Stop, 'as' | 'language'>): Promise<Watched> {
    const key = `${as} ${language ?? ''}`;
    const known = this.#seats.get(key);
    if (known !== undefined) return known;
    const context = await this.#options.browser.newContext({ baseURL: this.#options.origin });
    const seat = watch(await context.newPage());
    if (as !== nobody) await signIn(seat.page, as);
    if (language !== undefined) await seat.page.goto(`/?lang=${language}`);
    this.#seats.set(key, seat);
    return seat;
  }

  async shoot(
    seat: Watched,
    { as, page: name, language, printed = false, answers = 200 }: Stop,
  ): Promise<void> {
    const { folder, complain } = this.#options;
    this.#taken += 1;
    const number = String(this.#taken).padStart(3, '0');
    const title = [number, as, name, language].filter((part) => part !== undefined).join('-');
    const status = seat.status();
    if (status !== answers) complain(`${title}: answered ${String(status)}, not ${String(answers)}`);
    for (const complaint of seat.complaints()) complain(`${title}: ${complaint}`);
    const said = await seat.page.locator('main').innerText();
    for (const [code] of said.matchAll(raw)) complain(`${title}: says ${code}`);
    for (const { name: size, ...viewport } of printed ? paper : sizes) {
      const file = `${title}-${size}.png`;
      await seat.page.setViewportSize(viewport);
      await seat.page.screenshot({ path: `${folder}/${file}`, fullPage: true });
      process.stdout.write(`${file}\n`);
      const wider = Number(await seat.page.evaluate(overflow));
      if (wider > 0) complain(`${file}: WIDER THAN THE SCREEN by ${String(wider)}px`);
      if (printed) continue;
      for (const fault of await accessibilityFaults(seat.page)) complain(`${file}: ${fault}`);
    }
  }
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await unfold(page);
  await page.locator(`button[name=account][value="${username}"]`).click();
  await page.waitForLoadState();
}

export const unfold = (page: Page): Promise<unknown> =>
  page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
