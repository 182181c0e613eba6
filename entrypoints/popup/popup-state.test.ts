import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatHintAsFilm, formatTypedHint } from '../../lib/films/hint-film.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { SightedHint } from '../../lib/films/types.ts';
import type { PopupTask } from '../../lib/messaging/log-protocol.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import type { PageReview } from '../../lib/films/review-types.ts';
import { keepReviewsByItself } from '../../lib/settings/source-settings.ts';
import { createEntryFields } from '../../lib/watchlog/entry-fields.ts';
import type { LogHealth, UndoToken, WatchEntry } from '../../lib/watchlog/types.ts';
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
  title: 'Her',
  films: [her],
  nonfilms: [],
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
  past: null,
};

/** The results of scripts run in the tab, by file. */
let answers: Record<string, unknown>;
/** The answer of the tab's content script, or null if there is none. */
let inTab: TabReading | null;
/** The error that the background throws at a write, or null. */
let fault: Error | null;
/** The film whose badge opened the popup. */
let asked: SightedHint | null;
/** Whether logging the film takes it off the watchlist. */
let leftWatchlist: boolean;
/** The description of the film. */
let described: FilmDescription;
/** The followed sites. */
let followedSites: (typeof site)[];
let written: { name: string; data: unknown }[];

/** Registers the background's message handlers. */
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
  onMessage('logEntry', ({ data }) => ({ ...receive('logEntry', data), entryId: 'e1', leftWatchlist }));
  onMessage('changeEntry', ({ data }) => receive('changeEntry', data));
  onMessage('deleteEntry', ({ data }) => receive('deleteEntry', data));
  onMessage('setLiked', ({ data }) => receive('setLiked', data));
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

/** Opens another popup on the same tab, as after the first was closed. */
async function openAgain(): Promise<void> {
  removeAllListeners();
  listen();
  await createPopupState(7).open();
}

beforeEach(() => {
  fakeBrowser.reset();
  fault = null;
  leftWatchlist = false;
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
    // The browser gives no answer when no script listens in the tab.
    sendMessage: () => Promise.resolve(inTab ? { res: inTab } : undefined),
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
])('parseTabId reads the tab from the address: %o', (search, tab) => {
  expect(parseTabId(search)).toBe(tab);
});

test.each([
  ['stated', 'film'],
  ['possible', 'page'],
] as const)('for a %s title without a match the popup shows %s', async (certainty, kind) => {
  inTab = { ...reading, subject: { ...her, certainty } };
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value.kind).toBe(kind);
});

test('a double click logs one entry', async () => {
  const state = createPopupState(7);
  await state.open();
  await Promise.all([state.logOn('2026-11-21'), state.logOn('2026-11-21')]);
  expect(written.map(({ name }) => name)).toEqual(['logEntry']);
  await state.logOn('2026-11-21');
  expect(written).toHaveLength(2);
});

test('opens on the film that the page is about', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'film', hint: her, namedBy: 'page', description: unknown });
  expect(state.findShownFilm()?.refs).toEqual(['title:her:2013']);
});

test('prefers the film whose badge opened the popup to the film of the page', async () => {
  const inception = formatTypedHint('Inception', 2010);
  asked = inception;
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toMatchObject({ kind: 'film', hint: inception });
});

test('shows that a page is not read by a script', async () => {
  inTab = null;
  const unread = createPopupState(7);
  await unread.open();
  expect(unread.view.value).toEqual({ kind: 'unread', refused: false });
});

test('shows that a page has no film', async () => {
  inTab = { ...reading, subject: null };
  const state = createPopupState(7);
  await state.open();
  expect(state.view.value).toEqual({ kind: 'page' });
});

test('does not offer to read a page again that the browser protects', async () => {
  inTab = null;
  Object.assign(fakeBrowser, {
    scripting: { executeScript: () => Promise.reject(new Error('Cannot access')) },
  });
  const state = createPopupState(7);
  await state.open();
  await state.readPage();
  expect(state.view.value).toEqual({ kind: 'unread', refused: true });
});

test('says what was done to a film only while that film is shown', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  await state.refresh();
  expect(state.status.value?.text).toBe('Saved');
  await state.describe(formatTypedHint('Heat', 1995), 'user');
  expect(state.status.value).toBeNull();
});

test('writes a rating for the film as the page names it, and can undo it once', async () => {
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
  'an entry of today gets the film’s own rating, not that of an earlier entry: isRated %s',
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
    await state.logOn(state.today());
    expect(written).toMatchObject([{ name: 'logEntry', data: { entry: { rating, rewatch: true } } }]);
  },
);

const entryOf = (id: string, watchedOn: string | null, loggedAt = 0): WatchEntry => ({
  ...createEntryFields(),
  ...{ id, watchedOn, loggedAt, filmId: 'f1', stamps: {}, deleted: null, importId: null, origin: 'popup' },
});

/** Opens the popup on a film with entries, which the background describes as they are at the time. */
async function openWith(...entries: WatchEntry[]) {
  described = { ...unknown, entries };
  const state = createPopupState(7, lateEvening);
  await state.open();
  return state;
}

test('what was just logged is the viewing that is shown, on whatever day, and a note goes to it', async () => {
  const state = await openWith(entryOf('e0', '2026-11-21', 5));
  described = { ...unknown, entries: [entryOf('e1', null), entryOf('e0', '2026-11-21', 5)] };
  await state.logOn(null);
  expect(state.findViewing()?.id).toBe('e1');
  state.openViewing(true);
  await state.changeViewing({ note: 'Loud.' });
  await state.changeViewing({ note: 'Loud. Fine.' });
  expect(written.map(({ name }) => name)).toEqual(['logEntry', 'changeEntry', 'changeEntry']);
  expect(written.at(-1)?.data).toEqual({ id: 'e1', changes: { note: 'Loud. Fine.' } });
  expect(state.status.value).toEqual({ kind: 'done', text: 'Saved', canUndo: true });
  await state.undo();
  expect(state.isViewingOpen.value).toBe(false);
  expect(written.slice(3).map(({ name }) => name)).toEqual(['undoWrite', 'undoWrite']);
});

test('a rating is given for the viewing that is shown, and its entry gets it too', async () => {
  const state = await openWith(entryOf('e0', '2026-11-20', 5));
  await state.rate(8);
  described = { ...unknown, entries: [entryOf('e1', null), entryOf('e0', '2026-11-20', 5)] };
  await state.logOn(null);
  await state.rate(9);
  await state.rate(null);
  expect(written.filter(({ name }) => name === 'rateFilm').map(({ data }) => data)).toMatchObject([
    { value: 8 },
    { value: 9, entry: 'e1' },
    { value: null, entry: 'e1' },
  ]);
  expect(written[0]?.data).not.toHaveProperty('entry');
});

test('what the popup was opened for is asked for once, and says where an entry is from', async () => {
  let task: PopupTask | null = { act: 'log', origin: 'command' };
  onMessage('takePopupTask', () => task);
  const state = await openWith();
  expect(state.task.value).toEqual(task);
  await state.logOn('2026-11-21');
  expect(written).toMatchObject([{ name: 'logEntry', data: { origin: 'command' } }]);
  removeAllListeners();
  listen();
  task = null;
  onMessage('takePopupTask', () => task);
  const byHand = await openWith();
  expect(byHand.task.value).toEqual({ act: 'show', origin: 'popup' });
});

test.each<[string, WatchEntry[], string | null]>([
  ['none where there is none', [], null],
  ['none where the film was seen on other days', [entryOf('e1', '2026-11-20'), entryOf('e2', null)], null],
  ['the one logged last of today', [entryOf('e1', '2026-11-21', 1), entryOf('e2', '2026-11-21', 2)], 'e2'],
  ['none that is deleted', [{ ...entryOf('e1', '2026-11-21'), deleted: 'x' }], null],
])('a popup that is opened shows as viewing %s', async (_which, entries, id) => {
  expect((await openWith(...entries)).findViewing()?.id ?? null).toBe(id);
});

test('a viewing whose form is open is the same one when its day is changed', async () => {
  const state = await openWith(entryOf('e1', '2026-11-21'));
  state.openViewing(true);
  described = { ...unknown, entries: [entryOf('e1', '2020')] };
  await state.changeViewing({ watchedOn: '2020' });
  expect(state.findViewing()?.id).toBe('e1');
  await state.removeViewing();
  expect(written.at(-1)).toEqual({ name: 'deleteEntry', data: { id: 'e1' } });
  expect(state.isViewingOpen.value).toBe(false);
});

test('the viewing of one film is not that of the next', async () => {
  const state = await openWith(entryOf('e1', '2020'));
  await state.logOn('2020');
  state.openViewing(true);
  expect(state.findViewing()?.id).toBe('e1');
  await state.find('Heat 1995');
  expect([state.findViewing(), state.isViewingOpen.value]).toEqual([null, false]);
});

test.each([
  [false, 'Added to your diary'],
  [true, 'Added to your diary and taken off your watchlist'],
])('says whether the film left the watchlist: %s', async (left, text) => {
  leftWatchlist = left;
  const state = await openWith();
  await state.logOn('2026-11-21');
  expect(state.status.value?.text).toBe(text);
});

test("today is the user's local day", async () => {
  const state = createPopupState(7, lateEvening);
  await state.open();
  await state.logOn(state.today());
  expect(written).toMatchObject([
    { name: 'logEntry', data: { entry: { watchedOn: '2026-11-21', rewatch: false }, origin: 'popup' } },
  ]);
});

test('says why a write failed, and offers no undo', async () => {
  fault = new Error('no such luck');
  const state = createPopupState(7);
  await state.open();
  await state.rate(9);
  expect(state.status.value).toEqual({
    kind: 'failed',
    text: 'Not saved. Something unexpected went wrong. Try again.',
    canUndo: false,
  });
});

test('saves the choice of a film under the page’s title', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.choose(null);
  expect(written).toEqual([{ name: 'correctMatch', data: { keys: ['title:her:2013'], film: null } }]);
});

test('a choice among search results does not correct a page', async () => {
  const state = createPopupState(7);
  await state.open();
  await state.find('King Kong');
  const film = formatHintAsFilm({ ...her.hint, refs: ['imdb:tt0360717'], title: 'King Kong', year: 2005 });
  await state.choose(film);
  expect(written).toEqual([]);
  expect(state.view.value).toMatchObject({ namedBy: 'user', hint: { hint: { refs: ['imdb:tt0360717'] } } });
});

test('switches badges off for the site of the page', async () => {
  const state = createPopupState(7);
  await state.open();
  expect(state.findSite()).toBe('films.example');
  expect(state.hasBadges()).toBe(true);
  await state.setBadges(false);
  expect(state.hasBadges()).toBe(false);
});

test('without a tab in its address it shows the active tab', async () => {
  const query = vi.spyOn(fakeBrowser.tabs, 'query');
  const state = createPopupState(null);
  await state.open();
  expect(query).toHaveBeenCalledOnce();
  expect(state.view.value.kind).toBe('film');
});

test('a click saves the page’s review for the film of the page, without its text', async () => {
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

test('saves a review on a page without a film for the film that the review names', async () => {
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
  'ignores a malformed review: %j',
  async (answer) => {
    answers['/page-review.js'] = answer;
    const state = createPopupState(7);
    await state.open();
    expect(state.pageReview.value).toBeNull();
    expect(state.canKeep()).toBe(false);
  },
);

test('saves a review automatically if the setting is on, and not again after an undo', async () => {
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

test('a click follows a site that has a feed, with an undo', async () => {
  answers['/page-feeds.js'] = 'wordpress';
  const state = createPopupState(7);
  await state.open();
  expect([state.feedKind.value, state.followed.value]).toEqual(['wordpress', null]);
  await state.followSite();
  expect(written).toEqual([{ name: 'followSite', data: { url: 'https://films.example/her' } }]);
  expect(state.followed.value).toEqual(site);
  expect(state.followStatus.value).toEqual({ kind: 'done', text: 'You now follow Films', canUndo: true });
});

test.each([
  [['https://films.example/', 'https://films.example/her'], 'https://films.example/her'],
  [['https://films.example/', 'https://films.example/anna/'], 'https://films.example/'],
  [['https://films.example/anna/'], null],
])('of the followed sites %j of one origin, the page is of %j', async (urls, url) => {
  followedSites = urls.map((one) => ({ ...site, url: one }));
  answers['/page-feeds.js'] = 'feed';
  const state = createPopupState(7);
  await state.open();
  expect(state.followed.value?.url ?? null).toBe(url);
});

test('continues to follow a site in the next popup when the permission prompt closed the first', async () => {
  answers['/page-feeds.js'] = 'feed';
  Object.assign(fakeBrowser.permissions, { request: () => new Promise(() => undefined) });
  const closed = createPopupState(7);
  await closed.open();
  void closed.followSite();
  await vi.waitFor(async () => {
    expect(await fakeBrowser.storage.session.get('pendingFollow')).toEqual({
      pendingFollow: 'https://films.example/her',
    });
  });
  await openAgain();
  expect(written).toEqual([{ name: 'followSite', data: { url: 'https://films.example/her' } }]);
});

test('does not follow a site when the user declines', async () => {
  Object.assign(fakeBrowser.permissions, { request: () => Promise.resolve(false) });
  const state = createPopupState(7);
  await state.open();
  await state.followSite();
  expect(written).toEqual([]);
  expect(state.followStatus.value?.kind).toBe('failed');
});
