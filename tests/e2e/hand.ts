// Does a task by mouse or by keyboard alone, and counts what it takes.
import type { Locator, Page } from 'playwright-core';
import { createKeys } from './keys.ts';

/** A user with a mouse, or with a keyboard only. */
export interface Hand {
  /** Opens the popup for a page, which counts as one: the toolbar button, or its shortcut. */
  open: (opening: Promise<Page>) => Promise<Page>;
  /** Presses a control: one click, or one key on it after moving there. Moving with Tab and arrows is not counted. */
  press: (target: Locator, key?: string) => Promise<void>;
  /** Presses a key on what has the focus. */
  key: (name: string) => Promise<void>;
  /** Chooses a line of an open menu. */
  choose: (target: Locator) => Promise<void>;
  /** Rates with so many whole stars: one click on the star, or one digit. */
  rate: (slider: Locator, stars: number) => Promise<void>;
  /** Types letters into what has the focus, which are not counted. */
  type: (letters: string) => Promise<void>;
  /** The clicks or acting keys since this was last called. */
  count: () => number;
}

type Device = 'mouse' | 'keyboard';
export const devices: Device[] = ['mouse', 'keyboard'];

/** Returns a hand that counts. */
export function createHand(device: Device): Hand {
  let acts = 0;
  let page: Page | null = null;
  const here = (): Page => {
    if (!page) throw new Error('Nothing is open.');
    return page;
  };
  const press: Hand['press'] = async (target, key = 'Enter') => {
    acts += 1;
    if (device === 'mouse') await target.click();
    else await createKeys(here()).press(target, key);
  };
  return {
    press,
    async open(opening) {
      acts += 1;
      page = await opening;
      return page;
    },
    async key(name) {
      acts += 1;
      await here().keyboard.press(name);
    },
    async choose(target) {
      if (device === 'mouse') return press(target);
      acts += 1;
      const isThere = () => target.evaluate((line) => line === document.activeElement);
      for (let tries = 0; tries < 10 && !(await isThere()); tries += 1)
        await here().keyboard.press('ArrowDown');
      await here().keyboard.press('Enter');
    },
    async rate(slider, stars) {
      if (device === 'keyboard') return press(slider, String(stars));
      acts += 1;
      const box = await slider.boundingBox();
      if (!box) throw new Error('The stars are not visible.');
      // Half a star before the first one clears the rating.
      await slider.click({ position: { x: (box.width * (2 * stars + 0.5)) / 11, y: box.height / 2 } });
    },
    type: (letters) => here().keyboard.type(letters),
    count() {
      const counted = acts;
      acts = 0;
      return counted;
    },
  };
}
