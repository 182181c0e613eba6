import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import type { PageReview } from '../../lib/films/review-types.ts';
import { keepReviewsByItself } from '../../lib/settings/source-settings.ts';
import type { LogHealth, UndoToken } from '../../lib/watchlog/types.ts';
import { createPopupState, parseTabId } from './popup-state.ts';

const her = formatTypedHint('Her', 2013);
const unknown: FilmDescription = {
  match: { kind: 'unknown', reason: 'no-film-of-that-name' },
  summary: null,
  own: null,
  entries: [],
};
const token: UndoToken = 'token';
const reading: TabReading = {
  url: 'https://films.example/her',
  subject: her,
  mentions: [],
  badgeCount: 1,
  review: null,
};

const review: PageReview = {
  url: 'https://films.example/her',
  siteName: 'Films',
  film: {
    title: 'Her',
    year: 2013,
    releases: [],
    directors: ['Spike Jonze'],
    writers: [],
    cast: [],
    genres: [],
    refs: [],
  },
  headline: 'Her – Review',
  author: null,
  date: null,
  language: 'en',
  score: { value: 4, worst: 0, best: 5 },
  criteria: [],
  readers: null,
  verdict: null,
  pros: [],
  cons: [],
  excerpt: null,
  text: 'It glows.',
  commentsCount: null,
  evidence: ['json-ld'],
};
const site = {
  id: 's1',
  url: 'https://films.example/',
  name: 'Films',
  feedKind: 'wordpress' as const,
  paused: false,
  origins: ['https://films.example/*'],
  hasPermission: true,
  reviews: 0,
  unmatched: 0,
  lastFetchedAt: null,
  error: null,
  restUntil: null,
};

/** What scripts answer that are put into the tab, by their file. */
let answers: Record<string, unknown>;
/** The tab's content script: what it says when asked, or null where there is none. */
let inTab: TabReading | null;
/** What the background says instead of writing. */
let fault: Error | null;
/** The film whose badge opened the popup. */
let asked: SightedHint | null;
/** What is known of the film. */
let described: FilmDescription;
/** The sites that are followed. */
let followedSites: (typeof site)[];
let written: { name: string; data: unknown }[];

/** The background, as the popup meets it. */
function listen(): void {
  const receive = (name: string, data: unknown) => {
    if (fault) throw fault;
    written.push({ name, data });
    return { filmId: 'f1', sequence: written.length, undo: token };
  };
  onMessage('getLogHealth', (): LogHealth => ({ state: 'ok' }));
  onMessage('takePendingPopupFilm', () => asked);
  onMessage('describeFilm', () => described);
  onMessage('rateFilm', ({ data }) => receive('rateFilm', data));
  onMessage('logEntry', ({ data }) => receive('logEntry', data));
  onMessage('correctMatch', ({ data }) => receive('correctMatch', data));
  onMessage('undoWrite', ({ data }) => receive('undoWrite', data));
  onMessage('keepReview', ({ data }) => receive('keepReview', data));
  onMessage('forgetReview', ({ data }) => receive('forgetReview', data));
  onMessage('listSources', () => []);
  onMessage('listFollowedSites', () => followedSites);
  onMessage('followSite', ({ data }) => {
    followedSites = [site];
    return { state: 'followed', site, receipt: receive('followSite', data) };
  });
}

/** Another popup on the same tab, as after the first was closed. */
async function openAgain(): Promise<void> {
  removeAllListeners();
  listen();
  await createPopupState(7).open();
}

beforeEach(() => {
  fakeBrowser.reset();
  fault = null;
  asked = null;
  described = unknown;
  inTab = reading;
  written = [];
  answers = {};
  followedSites = [];
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: ({ files }: { files: string[] }) =>
        Promise.resolve([{ result: answers[files.at(-1) ?? ''] ?? null }]),
    },
  });
  Object.assign(fakeBrowser.permissions, { request: () => Promise.resolve(true) });
  Object.assign(fakeBrowser.tabs, {
    query: () => Promise.resolve([{ id: 7 }]),
    // The browser calls back without an answer where no script listens in the tab.
    sendMessage: (_tab: number, _message: unknown, _options: unknown, answer: (response: unknown) => void) =>
      answer(inTab ? { res: inTab } : undefined),
  });
  listen();
});

afterEach(removeAllListeners);

const lateEvening = () => new Date(2026, 10, 21, 23, 50);

test.each([
  ['?tab=12', 12],
  ['', null],
  ['?tab=-1', null],
  ['?tab=1e3', null],
])('the tab is read out of the address: %o', (search, tab) => {
  expect(parseTabId(search)).toBe(tab);
});

test.each([
  ['stated', 'film'],
  ['possible', 'no-film'],
] as const)('a %s name that no film bears: the popup says %s', async (certainty, kind) => {
  inTab = { ...reading, subject: { ...her, certainty } };
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value.kind).toBe(kind);
});

test('a double click logs one viewing', async () => {
  const state = createPopupState(7);
  await state.open();
  await Promise.all([state.watchedToday(), state.watchedToday()]);
  expect(written.map(({ name }) => name)).toEqual(['logEntry']);
  await state.watchedToday();
  expect(written).toHaveLength(2);
});

test('opens on the film that the page is about', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'film', hint: her, namedBy: 'page', description: unknown });
  expect(state.findShownFilm()?.refs).toEqual(['title:her:2013']);
});

test('the film whose badge opened the popup goes before the film of the page', async () => {
  const inception = formatTypedHint('Inception', 2010);
  asked = inception;
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toMatchObject({ kind: 'film', hint: inception });
});

test('a page that no script reads says so', async () => {
  inTab = null;
  const unread = createPopupState(7);
  await unread.open();
  expect(unread.view.value).toEqual({ kind: 'unread', refused: false });
});

test('a page without a film says so', async () => {
  inTab = { ...reading, subject: null };
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'no-film' });
});

test('a page that the browser keeps to itself is not asked for twice', async () => {
  inTab = null;
  Object.assign(fakeBrowser, {
    scripting: { executeScript: () => Promise.reject(new Error('Cannot access')) },
  });
  const state = createPopupState(7);
  await state.open();
  await state.readPage();
  expect(state.view.value).toEqual({ kind: 'unread', refused: true });
});

test('a rating is written for the film as the page names it, and can be taken back once', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  expect(written).toEqual([
    {
      name: 'rateFilm',
      data: { film: expect.objectContaining({ title: 'Her', year: 2013 }) as unknown, value: 9 },
    },
  ]);
  expect(state.status.value).toEqual({ kind: 'done', text: 'Saved', canUndo: true });
  await state.undo();
  expect(written.at(-1)).toEqual({ name: 'undoWrite', data: token });
  expect(state.status.value).toEqual({ kind: 'done', text: 'Undone', canUndo: false });
  await state.undo();
  expect(written).toHaveLength(2);
});

test.each([
  [true, 9],
  [false, null],
])(
  'a viewing of today bears the film’s own rating, not an earlier viewing’s: isRated %s',
  async (isRated, rating) => {
    const own = {
      ...{ filmId: 'f1', rating: 9 as const, isRated, criteria: {}, watchedCount: 1, finished: true },
      ...{ lastWatchedOn: '2020', onWatchlist: false, liked: false },
    } as const;
    removeAllListeners();
    described = { ...unknown, own };
    listen();
    const state = createPopupState(7);
    await state.open();
    await state.watchedToday();
    expect(written).toMatchObject([{ name: 'logEntry', data: { entry: { rating, rewatch: true } } }]);
  },
);

test("today is the day of the user's own calendar", async () => {
  const state = createPopupState(7, lateEvening);
  await state.open();
  await state.watchedToday();
  expect(written).toMatchObject([
    { name: 'logEntry', data: { entry: { watchedOn: '2026-11-21', rewatch: false }, origin: 'popup' } },
  ]);
});

test('a write that fails says why and offers no undo', async () => {
  fault = new Error('disk full');
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  expect(state.status.value).toEqual({
    kind: 'failed',
    text: 'Not saved. Something unexpected went wrong. Try again.',
    canUndo: false,
  });
});

test('the choice of film is remembered under the names that the page gave', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.choose(null);
  expect(written).toEqual([{ name: 'correctMatch', data: { keys: ['title:her:2013'], film: null } }]);
});

test('a choice among films that the user looked for is no correction of a page', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.find('King Kong', null);
  const film = formatHintAsFilm({ ...her.hint, refs: ['imdb:tt0360717'], title: 'King Kong', year: 2005 });
  await state.choose(film);
  expect(written).toEqual([]);
  expect(state.view.value).toMatchObject({ namedBy: 'user', hint: { hint: { refs: ['imdb:tt0360717'] } } });
});

test('badges are switched off for the site of the page', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.findSite()).toBe('films.example');
  expect(state.hasBadges()).toBe(true);
  await state.setBadges(false);
  expect(state.hasBadges()).toBe(false);
});

test('without a tab in its address it is about the tab in front', async () => {
  const query = vi.spyOn(fakeBrowser.tabs, 'query');
  const state = createPopupState(null);
  await state.open();
  expect(query).toHaveBeenCalledOnce();
  expect(state.view.value.kind).toBe('film');
});

test('the review of the page is kept for the film that the page is about, on a click and without its text', async () => {
  answers['/page-review.js'] = review;
  const state = createPopupState(7);
  await state.open();
  expect(written).toEqual([]);
  expect(state.canKeep()).toBe(true);
  await state.keepReview();
  expect(written).toMatchObject([
    { name: 'keepReview', data: { film: { title: 'Her', year: 2013 }, review, withText: false } },
  ]);
  expect(state.reviewStatus.value).toEqual({ kind: 'done', text: 'Saved', canUndo: true });
});

test('a review of a page without a film is kept for the film that it names', async () => {
  inTab = { ...reading, subject: null };
  answers['/page-review.js'] = review;
  const state = createPopupState(7);
  await state.open();
  await state.keepReview();
  expect(written).toMatchObject([
    { data: { film: { title: 'Her', directors: ['Spike Jonze'], refs: ['title:her:2013'] } } },
  ]);
});

test.each([[null], [{ ...review, score: { value: 9, worst: 0, best: 5 } }], [{ title: 'Her' }], ['Her']])(
  'what a page answers that is no review is none: %j',
  async (answer) => {
    answers['/page-review.js'] = answer;
    const state = createPopupState(7);
    await state.open();
    expect(state.pageReview.value).toBeNull();
    expect(state.canKeep()).toBe(false);
  },
);

test('a review is kept by itself where the user wants that, and not again once it was taken back', async () => {
  await keepReviewsByItself.setValue(true);
  answers['/page-review.js'] = review;
  const state = createPopupState(7);
  await state.open();
  expect(written.map(({ name }) => name)).toEqual(['keepReview']);
  expect(state.reviewStatus.value?.text).toBe('Saved automatically');
  await state.undoReview();
  await openAgain();
  expect(written.map(({ name }) => name)).toEqual(['keepReview', 'undoWrite']);
});

test('a site that offers its posts is followed on a click, with an undo', async () => {
  answers['/page-feeds.js'] = 'wordpress';
  const state = createPopupState(7);
  await state.open();
  expect([state.feedKind.value, state.followed.value]).toEqual(['wordpress', null]);
  await state.followSite();
  expect(written).toEqual([{ name: 'followSite', data: { url: 'https://films.example/her' } }]);
  expect(state.followed.value).toEqual(site);
  expect(state.followStatus.value).toEqual({ kind: 'done', text: 'You now follow Films', canUndo: true });
});

test('where the question of the browser closed the popup, the next one goes on with the wish', async () => {
  answers['/page-feeds.js'] = 'feed';
  Object.assign(fakeBrowser.permissions, { request: () => new Promise(() => undefined) });
  const closed = createPopupState(7);
  await closed.open();
  void closed.followSite();
  await vi.waitFor(async () => {
    expect(await fakeBrowser.storage.session.get('followWish')).toEqual({
      followWish: 'https://films.example/her',
    });
  });
  await openAgain();
  expect(written).toEqual([{ name: 'followSite', data: { url: 'https://films.example/her' } }]);
});

test('a site is not followed where the user declines', async () => {
  Object.assign(fakeBrowser.permissions, { request: () => Promise.resolve(false) });
  const state = createPopupState(7);
  await state.open();
  await state.followSite();
  expect(written).toEqual([]);
  expect(state.followStatus.value?.kind).toBe('failed');
});
