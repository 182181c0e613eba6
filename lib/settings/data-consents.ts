// What Firefox asks consent for besides origins, by its categories: data that leaves the browser counts, whoever has the
// server (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). Nothing is asked at installation.

/** A request to a service tells it which film the user looks at. */
export const dataConsents = ['websiteContent', 'searchTerms'];

/**
 * Sync sends the user name and password of the server, the names of devices and of people in the log, the addresses of sites
 * that are followed and of reviews that are kept, and these reviews. With a passphrase the server reads none of the log, and
 * it leaves the browser all the same.
 */
export const syncConsents = [
  'authenticationInfo',
  'personallyIdentifyingInfo',
  'browsingActivity',
  'websiteContent',
];

/** All of them, for the manifest. */
export const allConsents = [...new Set([...dataConsents, ...syncConsents])];
