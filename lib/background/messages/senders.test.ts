import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { findContentSender, isOwnPage } from './senders.ts';

const id = browser.runtime.id;
const page = { id, url: browser.runtime.getURL('/popup.html'), origin: `chrome-extension://${id}` };
const content = {
  id,
  url: 'https://films.example:8443/her',
  origin: 'https://films.example:8443',
  frameId: 0,
  tab: { id: 7, windowId: 3, active: true },
};

test.each([
  ['the popup', page, true],
  [
    'a page of ours in a tab',
    { ...page, url: browser.runtime.getURL('/popup.html?tab=7'), tab: { id: 9 }, frameId: 0 },
    true,
  ],
  ['a browser that tells no origin', { id, url: page.url }, true],
  ['a content script', content, false],
  ['another extension', { ...page, id: 'other' }, false],
  ["another extension's page", { ...page, url: 'chrome-extension://other/popup.html' }, false],
  ['a page that only begins like ours', { ...page, url: `chrome-extension://${id}.evil.example/` }, false],
  ['a web page with our address and its own origin', { ...page, origin: 'https://films.example' }, false],
  ['a sandboxed frame', { ...page, origin: 'null' }, false],
  ['nobody', {}, false],
  ['no sender at all', null, false],
  ['an address that is none', { ...page, url: 'popup.html' }, false],
])('%s is a page of ours: %#', (_who, sender, isOurs) => {
  expect(isOwnPage(sender)).toBe(isOurs);
});

test('a content script is known by its tab, its window, its document, and the address and host of its page', () => {
  const known = {
    tabId: 7,
    windowId: 3,
    host: 'films.example:8443',
    url: 'https://films.example:8443/her',
    isPrivate: false,
    isActive: true,
  };
  expect(findContentSender(content)).toEqual({ ...known, page: content.url });
  expect(findContentSender({ ...content, documentId: 'D1' })).toEqual({ ...known, page: 'D1' });
});

test('a content script in a private window is known as such', () => {
  const tab = { ...content.tab, incognito: true };
  expect(findContentSender({ ...content, tab })?.isPrivate).toBe(true);
});

test.each([
  ['another extension', { ...content, id: 'other' }],
  ['a frame inside a page', { ...content, frameId: 4 }],
  ['no tab', { ...content, tab: undefined }],
  ['a page of ours', { ...content, url: page.url, origin: page.origin }],
  ['a data address', { ...content, url: 'data:text/html,x' }],
])('%s is no content script of a page', (_who, sender) => {
  expect(findContentSender(sender)).toBeNull();
});
