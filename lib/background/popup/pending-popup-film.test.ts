import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetTab, openPopup, savePendingPopupFilm, takePendingPopupFilm } from './pending-popup-film.ts';
import { makeHint } from '../testing/films.ts';

beforeEach(() => fakeBrowser.reset());

const hint = makeHint({ title: 'Her', year: 2013 });

test('a tab’s film is given once, to that tab', async () => {
  await savePendingPopupFilm(7, hint);
  expect(await takePendingPopupFilm(8)).toBeNull();
  expect(await takePendingPopupFilm(7)).toEqual(hint);
  expect(await takePendingPopupFilm(7)).toBeNull();
});

test('nothing is kept for a tab that is gone', async () => {
  await savePendingPopupFilm(7, hint);
  await forgetTab(7);
  expect(await takePendingPopupFilm(7)).toBeNull();
});

test('the popup opens over the tab’s window, and no window besides', async () => {
  const open = vi.spyOn(browser.action, 'openPopup').mockResolvedValue(undefined);
  const create = vi.spyOn(browser.windows, 'create');
  await openPopup({ tabId: 7, windowId: 3 });
  expect(open).toHaveBeenCalledWith({ windowId: 3 });
  expect(create).not.toHaveBeenCalled();
});

test('where the browser cannot open it, one small window a tab does instead', async () => {
  vi.spyOn(browser.action, 'openPopup').mockRejectedValue(new Error('no user gesture'));
  const create = vi.spyOn(browser.windows, 'create');
  const remove = vi.spyOn(browser.windows, 'remove');
  await openPopup({ tabId: 7, windowId: null });
  await openPopup({ tabId: 7, windowId: null });
  const url = browser.runtime.getURL('/popup.html?tab=7');
  expect(create.mock.calls.map(([what]) => what)).toMatchObject([
    { url, type: 'popup' },
    { url, type: 'popup' },
  ]);
  expect(remove).toHaveBeenCalledTimes(1);
});
