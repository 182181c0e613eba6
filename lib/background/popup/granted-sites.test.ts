import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  allowedHosts,
  everySite,
  formatSitePattern,
  readAlways,
  readNoLonger,
} from '../../settings/allowed-hosts.ts';
import { registerGrantedSites } from './granted-sites.ts';

interface Script {
  id: string;
  matches: string[];
}

let granted: string[];
let registered: Script[];

beforeEach(() => {
  fakeBrowser.reset();
  granted = [];
  registered = [];
  Object.assign(fakeBrowser, {
    permissions: {
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(origins.every((one) => granted.includes(one))),
      request: vi.fn(({ origins }: { origins: string[] }) => Promise.resolve(granted.push(...origins) > 0)),
      remove: ({ origins }: { origins: string[] }) => {
        granted = granted.filter((one) => !origins.includes(one));
        return Promise.resolve(true);
      },
    },
    scripting: {
      getRegisteredContentScripts: () => Promise.resolve(registered),
      registerContentScripts: (scripts: Script[]) => Promise.resolve(void registered.push(...scripts)),
      updateContentScripts: (scripts: Script[]) => Promise.resolve(void (registered = scripts)),
      unregisterContentScripts: () => Promise.resolve(void (registered = [])),
    },
  });
  fakeBrowser.runtime.getManifest = () =>
    ({ content_scripts: [{ matches: ['*://*.imdb.com/*'], js: [] }] }) as unknown as ReturnType<
      typeof fakeBrowser.runtime.getManifest
    >;
});

test.each([
  ['https://blog.example/a?b#c', '*://blog.example/*'],
  ['http://blog.example:8080/', '*://blog.example/*'],
  ['chrome://extensions', null],
  ['file:///a.html', null],
  ['nonsense', null],
])('the pattern of %s is %s', (url, pattern) => {
  expect(formatSitePattern(url)).toBe(pattern);
});

test('a site that was asked for and granted gets the content script, outside the sites that have it anyway', async () => {
  expect(await readAlways('*://blog.example/*')).toBe(true);
  await registerGrantedSites();
  expect(registered).toMatchObject([
    { matches: ['*://blog.example/*'], excludeMatches: ['*://*.imdb.com/*'] },
  ]);
});

test('a second site joins the first, and one taken back leaves', async () => {
  await readAlways('*://blog.example/*');
  await registerGrantedSites();
  await readAlways(everySite);
  await registerGrantedSites();
  expect(registered[0]?.matches).toEqual(['*://blog.example/*', everySite]);
  await readNoLonger('*://blog.example/*');
  await registerGrantedSites();
  expect(registered[0]?.matches).toEqual([everySite]);
  await readNoLonger(everySite);
  await registerGrantedSites();
  expect(registered).toEqual([]);
});

test('a request that the browser declines is forgotten', async () => {
  Object.assign(fakeBrowser.permissions, { request: () => Promise.resolve(false) });
  expect(await readAlways('*://blog.example/*')).toBe(false);
  expect(await allowedHosts.getValue()).toEqual([]);
});

test('a permission that was given for something else is no request to have a site read', async () => {
  granted = ['*://api.example/*'];
  await registerGrantedSites();
  expect(registered).toEqual([]);
});

test('a permission that the browser took away ends the reading', async () => {
  await readAlways('*://blog.example/*');
  await registerGrantedSites();
  granted = [];
  await registerGrantedSites();
  expect(registered).toEqual([]);
});
