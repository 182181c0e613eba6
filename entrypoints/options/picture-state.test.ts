import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readItem } from '../../lib/settings/read-item.ts';
import { tmdbPicturesOn } from '../../lib/settings/source-settings.ts';
import { createPictureState } from './picture-state.ts';

const origins = ['https://image.tmdb.org/*'];
let isGranted: boolean;
const request = vi.fn<(asked: object) => Promise<boolean>>();
const remove = vi.fn<(given: object) => Promise<boolean>>();

beforeEach(() => {
  fakeBrowser.reset();
  isGranted = false;
  request.mockReset().mockImplementation(() => Promise.resolve((isGranted = true)));
  remove.mockReset().mockImplementation(() => Promise.resolve(!(isGranted = false)));
  const contains = () => Promise.resolve(isGranted);
  Object.assign(browser.permissions, { contains, request, remove });
});

test('covers from TMDB are off at first, and ask for the origin of pictures alone once they are switched on', async () => {
  const state = createPictureState();
  await state.refreshPictures();
  expect([state.pictures.value, request.mock.calls]).toEqual(['off', []]);
  await state.switchPictures(true);
  expect(request.mock.calls).toEqual([[expect.objectContaining({ origins }) as unknown]]);
  expect([state.pictures.value, await readItem(tmdbPicturesOn)]).toEqual(['on', true]);
});

test('they stay off if the user declines, which is said', async () => {
  request.mockResolvedValue(false);
  const state = createPictureState();
  await state.switchPictures(true);
  expect([state.pictures.value, await readItem(tmdbPicturesOn)]).toEqual(['off', false]);
  expect(state.picturesAnswer.value).toContain('does not allow it');
});

test('switching them off gives the permission back', async () => {
  const state = createPictureState();
  await state.switchPictures(true);
  await state.switchPictures(false);
  expect(remove.mock.calls).toEqual([[{ origins }]]);
  expect([state.pictures.value, await readItem(tmdbPicturesOn)]).toEqual(['off', false]);
});

test('without the permission, which the browser can take back, the state says so', async () => {
  const state = createPictureState();
  await state.switchPictures(true);
  isGranted = false;
  await state.refreshPictures();
  expect(state.pictures.value).toBe('not-allowed');
});
