import { browser } from 'wxt/browser';

/** What Firefox asks consent for besides origins: a request tells the service which film the user looks at. */
export const dataConsents = ['websiteContent', 'searchTerms'];

/** Asks the browser to let us write files into the folder for downloads. Must be called in a click, like `askPermission`. */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/**
 * Asks the browser for origins (in Firefox, also for the consent that a film's name is sent there). Must be called in a
 * click, before anything is awaited. True at once where all is granted already; false where the user declines.
 */
export function askPermission(origins: string[]): Promise<boolean> {
  const consents = import.meta.env.FIREFOX ? { data_collection: dataConsents } : {};
  return browser.permissions.request({ origins, ...consents });
}
