import { t } from '../../lib/i18n/messages.ts';

type Names = readonly (readonly [name: string, sign: RegExp])[];

/** Those that name others too come first: Edge and Opera name Chrome, all but Firefox name Safari. */
const browsers: Names = [
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\//],
];

/** Android names Linux, and an iPad may name a Mac. */
const systems: Names = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
];

const find = (names: Names, userAgent: string): string | undefined =>
  names.find(([, sign]) => sign.test(userAgent))?.[0];

/** What this device is called until the user names it: "Firefox on Linux", or "This computer". */
export function nameDevice(userAgent: string): string {
  const browser = find(browsers, userAgent);
  const system = find(systems, userAgent);
  return browser === undefined || system === undefined
    ? t('syncDeviceAny')
    : t('syncDeviceDefault', browser, system);
}
