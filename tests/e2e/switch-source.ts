// Switches a source on in the options through the controls.
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';

/** Enters a key, which switches the source on, or presses the switch. Returns the options page, which stays open. */
export async function switchSourceOn(browser: ExtensionBrowser, source: string, key?: string): Promise<Page> {
  const options = await browser.openOwn('options.html');
  const card = options.locator(`#source-${source}`);
  if (key !== undefined) {
    await card.getByLabel(messagePattern('keyLabel')).fill(key);
    await card.getByRole('button', { name: messagePattern('keySet') }).click();
    await card.getByText(messagePattern('keyWorks')).waitFor();
  }
  const button = card.getByRole('switch').first();
  if (key === undefined) await button.click();
  await options.waitForFunction((one) => (one as HTMLInputElement).checked, await button.elementHandle());
  return options;
}
