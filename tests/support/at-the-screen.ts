import type { Browser, Page } from 'playwright-core';

/** Somebody in front of a browser without script: reads, fills in what has a label, and clicks what can be seen. */
export class AtTheScreen {
  readonly page: Page;
  readonly #tally: Tally;

  private constructor(page: Page, tally: Tally) {
    this.page = page;
    this.#tally = tally;
  }

  static async sitDown(browser: Browser, origin: string, tally: Tally): Promise<AtTheScreen> {
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: false,
      locale: 'vi-VN',
      viewport: { width: 1366, height: 900 },
    });
    return new AtTheScreen(await context.newPage(), tally);
  }

  async open(address: string): Promise<void> {
    await this.#arrive(this.page.goto(address));
  }

  /** A link or button that bears exactly these words, or the first of several. */
  async click(words: string | RegExp): Promise<void> {
    this.#tally.clicks += 1;
    const called = { name: words, exact: true };
    const button = this.page.locator('main').getByRole('button', called);
    const target = (await button.count()) > 0 ? button : this.page.getByRole('link', called);
    await this.#arrive(
      Promise.all([
        this.page.waitForEvent('load', { timeout: 10_000 }),
        target.first().click({ timeout: 5_000 }),
      ]),
    );
  }

  /** A part of the page that is folded. */
  async unfold(words: string): Promise<void> {
    this.#tally.clicks += 1;
    await this.page.locator('summary', { hasText: words }).first().click({ timeout: 5_000 });
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).first().fill(value, { timeout: 5_000 });
    this.#tally.fields += 1;
  }

  async choose(label: string | RegExp, option?: string | RegExp): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true }).first();
    this.#tally.clicks += 1;
    if (option === undefined) await field.check({ timeout: 5_000 });
    else await field.selectOption(await field.locator('option', { hasText: option }).first().innerText());
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
      await group.getByLabel(label).fill(value, { timeout: 5_000 });
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
