import { browser } from 'wxt/browser';
import { reportFault } from '../messages/report-fault.ts';

/** Opens the welcome page in front after the installation, but not after an update. */
export function registerToInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    const url = browser.runtime.getURL('/welcome.html');
    browser.tabs.create({ url, active: true }).catch((error: unknown) => reportFault('welcome', error));
  });
}
