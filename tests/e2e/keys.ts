// Operates a page by keyboard: Tab until an element has the focus, then a key.
import type { Locator, Page } from 'playwright-core';

export interface Keys {
  /** Presses Tab until the element has the focus. Throws if Tab does not reach it. */
  tabTo: (target: Locator) => Promise<void>;
  /** Moves to the element with Tab, then presses a key on it. */
  press: (target: Locator, key?: string) => Promise<void>;
  /** Presses keys one after another on the focused element. */
  keys: (...names: string[]) => Promise<void>;
  /** Moves to the field with Tab, then types into it. */
  type: (target: Locator, text: string) => Promise<void>;
}

const mostTabs = 120;

/** Returns the keyboard of a page. */
export function createKeys(page: Page): Keys {
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(target)}.`);
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
