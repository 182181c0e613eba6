import { beforeEach, afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatTypedHint } from '../../../lib/films/hint-film.ts';
import type { SightedHint } from '../../../lib/films/types.ts';
import type { ShownPoster } from '../../../lib/detect/poster/types.ts';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import type { FilmDescription } from '../../../lib/messaging/protocol.ts';
import { loadSettings } from '../../../lib/settings/settings.ts';
import { takeCover } from './cover-taking.ts';
import { createPopupModel, type PopupModel } from '../popup-model.ts';

// A canvas draws nothing in these tests.
const crop = vi.fn(() => Promise.resolve('data:image/webp;base64,AAAA'));

const harbour = formatTypedHint('The Long Harbour', 2025);
const described: FilmDescription = {
  match: { kind: 'unknown', reason: 'no-film-of-that-name' },
  summary: null,
  own: null,
  entries: [],
};
const poster: ShownPoster = {
  box: { x: 20, y: 30, width: 200, height: 300 },
  view: { width: 1000, height: 800 },
  names: ['The Long Harbour'],
  isDeclared: false,
};

let kept: unknown[];
let posters: unknown[];
let tab: { active: boolean; incognito: boolean; windowId: number };
let capture: () => Promise<string>;

beforeEach(() => {
  fakeBrowser.reset();
  crop.mockClear();
  kept = [];
  posters = [[poster], [poster]];
  tab = { active: true, incognito: false, windowId: 3 };
  capture = vi.fn(() => Promise.resolve('data:image/png;base64,BBBB'));
  Object.assign(fakeBrowser, {
    scripting: { executeScript: () => Promise.resolve([{ result: posters.shift() }]) },
  });
  Object.assign(fakeBrowser.tabs, {
    get: () => Promise.resolve(tab),
    captureVisibleTab: (windowId: number) =>
      windowId === 3 ? capture() : Promise.reject(new Error('no window')),
  });
  onMessage('keepCover', ({ data }) => void kept.push(data));
});
afterEach(removeAllListeners);

/** The popup of a page about one film, which shows that or another. */
async function openOn(shown: SightedHint, namedBy: 'page' | 'user' = 'page'): Promise<PopupModel> {
  const model = createPopupModel();
  model.tabId.value = 7;
  model.settings.value = await loadSettings();
  model.reading.value = {
    ...{
      url: 'https://films.example/harbour',
      title: 'The Long Harbour',
      films: [],
      nonfilms: [],
      review: null,
    },
    subject: harbour,
  };
  model.view.value = { kind: 'film', hint: shown, namedBy, description: described };
  return model;
}

test('keeps the poster of the film that the page is about, with the film', async () => {
  await takeCover(await openOn(harbour), crop);
  expect(crop).toHaveBeenCalledExactlyOnceWith('data:image/png;base64,BBBB', poster);
  expect(kept).toEqual([
    {
      film: expect.objectContaining({ title: 'The Long Harbour', year: 2025 }) as unknown,
      picture: 'data:image/webp;base64,AAAA',
    },
  ]);
});

test.each<[string, () => void]>([
  ['has no poster on the screen', () => (posters = [[]])],
  [
    'moves while the picture is taken',
    () => (posters = [[poster], [{ ...poster, box: { ...poster.box, y: 10 } }]]),
  ],
  ['answers with something else', () => (posters = [[{ ...poster, box: { ...poster.box, width: '200' } }]])],
  ['is not in front', () => (tab.active = false)],
  ['is private', () => (tab.incognito = true)],
  ['may not be looked at', () => (capture = () => Promise.reject(new Error('not allowed')))],
])('keeps nothing of a page that %s', async (_why, change) => {
  change();
  await takeCover(await openOn(harbour), crop);
  expect(kept).toEqual([]);
});

test('keeps nothing for a film that the user searched for, or that the page only names, and does not look at the page', async () => {
  const scripts = vi.spyOn(fakeBrowser.scripting, 'executeScript');
  await takeCover(await openOn(harbour, 'user'), crop);
  await takeCover(await openOn(formatTypedHint('Past Lives', 2023)), crop);
  expect([kept, scripts.mock.calls, vi.mocked(capture).mock.calls]).toEqual([[], [], []]);
});

test('keeps nothing where the user has switched covers off', async () => {
  const model = await openOn(harbour);
  model.settings.value = { ...(await loadSettings()), keepsCovers: false };
  await takeCover(model, crop);
  expect([kept, vi.mocked(capture).mock.calls]).toEqual([[], []]);
});
