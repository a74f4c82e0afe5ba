import type { Browser, Locator, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { byKeys } from './by-keys.ts';

/** How somebody sits in front of the screen. */
export interface Seat {
  readonly width: number;
  readonly height: number;
  /** Whether scripts run. */
  readonly script: boolean;
  /** Nothing but the keyboard is touched. */
  readonly keyboard: boolean;
}

export const seats = {
  desk: { width: 1366, height: 900, script: true, keyboard: false },
  phone: { width: 360, height: 740, script: true, keyboard: false },
  'desk without script': { width: 1366, height: 900, script: false, keyboard: false },
  'phone without script': { width: 360, height: 740, script: false, keyboard: false },
  'desk with keys only': { width: 1366, height: 900, script: true, keyboard: true },
} as const satisfies Readonly<Record<string, Seat>>;

/** Somebody in front of a browser: reads, fills in what has a label, and clicks what can be seen. */
export class AtTheScreen {
  readonly page: Page;
  readonly #tally: Tally;
  readonly #seat: Seat;
  /** The folded part in which somebody is at work; else the whole page. */
  #part: Locator | undefined;

  private constructor(page: Page, tally: Tally, seat: Seat) {
    this.page = page;
    this.#tally = tally;
    this.#seat = seat;
  }

  static async sitDown(
    browser: Browser,
    origin: string,
    tally: Tally,
    seat: Seat = seats['desk without script'],
  ): Promise<AtTheScreen> {
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: seat.script,
      locale: 'vi-VN',
      viewport: { width: seat.width, height: seat.height },
    });
    return new AtTheScreen(await context.newPage(), tally, seat);
  }

  async open(address: string): Promise<void> {
    await this.#arrive(this.page.goto(address));
  }

  /** A link or button that bears exactly these words, or the first of several. */
  async click(words: string | RegExp): Promise<void> {
    this.#tally.clicks += 1;
    const called = { name: words, exact: true };
    const button = (this.#part ?? this.page.locator('main')).getByRole('button', called);
    const target = ((await button.count()) > 0 ? button : this.page.getByRole('link', called)).first();
    await this.#arrive(
      Promise.all([this.page.waitForEvent('load', { timeout: 10_000 }), this.#press(target, 'Enter')]),
    );
  }

  /** A file behind a link. */
  async download(words: string | RegExp): Promise<Buffer<ArrayBuffer>> {
    this.#tally.clicks += 1;
    const link = this.page.getByRole('link', { name: words, exact: true }).first();
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.#press(link, 'Enter')]);
    return readFile(await file.path());
  }

  /** A part of the page that is folded. */
  async unfold(words: string): Promise<void> {
    this.#tally.clicks += 1;
    await this.#press(this.page.locator('summary', { hasText: words }).first(), 'Enter');
  }

  /** What is done in a part that is unfolded first, where others have the same labels. */
  async inside(words: string | RegExp, act: () => Promise<void>): Promise<void> {
    const summary = this.page.locator('summary', { hasText: words }).first();
    this.#tally.clicks += 1;
    await this.#press(summary, 'Enter');
    this.#part = summary.locator('xpath=..');
    await act();
    this.#part = undefined;
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.#type(this.#here().getByLabel(label, { exact: true }).first(), value);
    this.#tally.fields += 1;
  }

  async choose(label: string | RegExp, option?: string | RegExp): Promise<void> {
    const field = this.#here().getByLabel(label, { exact: true }).first();
    this.#tally.clicks += 1;
    if (option !== undefined) {
      const words = await field.locator('option', { hasText: option }).first().innerText();
      if (this.#seat.keyboard) await byKeys(this.page).select(field, words);
      else await field.selectOption(words);
    } else if (this.#seat.keyboard) await byKeys(this.page).check(field);
    else await field.check({ timeout: 5_000 });
  }

  /** Day, month and year under one question. */
  async date(question: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    const group = this.page.getByRole('group', { name: question, exact: true });
    for (const [label, value] of [
      ['Ngày', dayOfMonth],
      ['Tháng', month],
      ['Năm', year],
    ] as const)
      await this.#type(group.getByLabel(label), value);
    this.#tally.fields += 3;
  }

  async attach(
    label: string,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ) {
    this.#tally.clicks += 1;
    await this.page.getByLabel(label, { exact: true }).setInputFiles(file);
  }

  says(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  #here(): Locator | Page {
    return this.#part ?? this.page;
  }

  async #press(target: Locator, key: 'Enter' | 'Space'): Promise<void> {
    if (this.#seat.keyboard) await byKeys(this.page).press(target, key);
    else await target.click({ timeout: 5_000 });
  }

  async #type(field: Locator, value: string): Promise<void> {
    if (this.#seat.keyboard) await byKeys(this.page).type(field, value);
    else await field.fill(value, { timeout: 5_000 });
  }

  async #arrive(going: Promise<unknown>): Promise<void> {
    await going;
    this.#tally.pages += 1;
    await this.#tally.picture?.(this.page, this.#tally.pages);
  }
}

/** What a walk asked of its people. */
export interface Tally {
  pages: number;
  clicks: number;
  fields: number;
  readonly picture?: (page: Page, number: number) => Promise<void>;
}
