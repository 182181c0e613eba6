import { browser } from 'wxt/browser';
import { dataConsents } from './data-consents.ts';

/** Asks the browser to let us write files into the folder for downloads. Must be called in a click, like `askPermission`. */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/**
 * Asks the browser for origins (in Firefox, also for the consent to what is sent there: a film's name, unless `consents` says
 * otherwise). Must be called in a click, before anything is awaited. True at once where all is granted already; false where the
 * user declines.
 */
export function askPermission(origins: string[], consents = dataConsents): Promise<boolean> {
  const data = import.meta.env.FIREFOX ? { data_collection: consents } : {};
  return browser.permissions.request({ origins, ...data });
}
