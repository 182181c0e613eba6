// Fills the log of a browser's extension directly.
import type { LongLogOptions } from '../logs/long-log.ts';
import type { ExtensionBrowser } from './browser.ts';
import { bundleForPage } from './bundle.ts';
import { messagePattern } from './messages.ts';

/** Fills the log of a browser. The log must be empty. */
export async function fillLog(browser: ExtensionBrowser, options: LongLogOptions): Promise<void> {
  const filling = await bundleForPage('tests/logs/fill-log.ts', 'filling');
  const page = await browser.openOwn('log.html');
  await page.getByRole('button', { name: messagePattern('logAdd') }).waitFor();
  await page.goto(page.url().replace(/log\.html.*$/, 'manifest.json'));
  await page.evaluate(filling);
  await page.evaluate(async (wanted) => {
    interface Filling {
      filling: { fillLog(options: object): Promise<void> };
    }
    await (globalThis as unknown as Filling).filling.fillLog(wanted);
  }, options);
  await page.close();
}
