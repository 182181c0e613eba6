import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { createPopupModel } from '../popup-model.ts';
import { fetchCovers } from './cover-fetching.ts';

const film = { refs: [], title: 'Her', year: 2013 };
const found = { picture: 'data:image/jpeg;base64,AAAA', isFromTmdb: true };
const fetch = vi.fn(() => [found]);
let isPrivate: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  fetch.mockClear();
  isPrivate = false;
  Object.assign(fakeBrowser.tabs, { get: () => Promise.resolve({ incognito: isPrivate }) });
  onMessage('fetchCovers', fetch);
});
afterEach(removeAllListeners);

test('the popup has covers fetched, but none of a page in a private window', async () => {
  const model = createPopupModel();
  model.tabId.value = 7;
  expect(await fetchCovers(model, [film])).toEqual([found]);
  isPrivate = true;
  expect(await fetchCovers(model, [film])).toBeNull();
  expect(fetch).toHaveBeenCalledOnce();
});
