import type { Locator, Page } from 'playwright-core';

/** More stops than any page of ours has. */
const mostStops = 600;

const here = 'document.activeElement';

const isFocused = (one: { readonly ownerDocument: { readonly activeElement: unknown } | null }): boolean =>
  one.ownerDocument?.activeElement === one;

/** Somebody who has no mouse: whatever can't be reached by Tab can't be used. */
export function byKeys(page: Page) {
  /** @throws Error naming what Tab never came to */
  async function reach(target: Locator): Promise<void> {
    // Found once: to ask by role and name again at each stop takes longer than the stop.
    const element = await target.elementHandle({ timeout: 5_000 });
    await come(String(target), () => element.evaluate(isFocused));
  }

  async function come(to: string, isThere: () => Promise<unknown>): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      if ((await isThere()) === true) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${to}`);
  }

  return {
    async press(target: Locator, key: 'Enter' | 'Space') {
      await reach(target);
      await page.keyboard.press(key);
    },
    async type(field: Locator, value: string) {
      await reach(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(value);
    },
    /** Of radio buttons Tab comes to one; arrows go on from there, and choose. */
    async check(field: Locator) {
      if ((await field.getAttribute('type')) !== 'radio') {
        await reach(field);
        if (!(await field.isChecked())) await page.keyboard.press('Space');
        return;
      }
      const name = (await field.getAttribute('name')) ?? '';
      const group = page.locator(`input[name="${name}"]`);
      await come(name, async () => page.evaluate(`${here}?.name === ${JSON.stringify(name)}`));
      await page.keyboard.press('Space');
      for (let step = await group.count(); step > 0 && !(await field.isChecked()); step -= 1)
        await page.keyboard.press('ArrowDown');
    },
    async select(field: Locator, words: string) {
      await reach(field);
      await page.keyboard.press('Home');
      const chosen = () => field.locator('option:checked').innerText();
      for (let step = await field.locator('option').count(); step > 0; step -= 1) {
        if ((await chosen()).trim() === words.trim()) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`no key chooses ${words}`);
    },
  };
}
