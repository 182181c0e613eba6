// What a person does who has no mouse: on with Tab until the thing has the focus, then a key.
import type { Locator, Page } from 'playwright-core';

export interface Keys {
  /** Goes on with Tab until the element has the focus: it must be reached so. */
  tabTo: (target: Locator) => Promise<void>;
  /** Presses what Tab leads to. */
  press: (target: Locator, key?: string) => Promise<void>;
  /** Presses keys one after the other, on what has the focus. */
  keys: (...names: string[]) => Promise<void>;
  /** Types into the field that Tab leads to. */
  type: (target: Locator, text: string) => Promise<void>;
}

const mostTabs = 120;

/** The keyboard of a page. */
export function createKeys(page: Page): Keys {
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${String(target)}.`);
  };
  return {
    tabTo,
    press: async (target, key = 'Enter') => {
      await tabTo(target);
      await page.keyboard.press(key);
    },
    keys: async (...names) => {
      for (const name of names) await page.keyboard.press(name);
    },
    type: async (target, text) => {
      await tabTo(target);
      await page.keyboard.type(text);
    },
  };
}
