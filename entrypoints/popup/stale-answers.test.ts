// Answers that arrive too late: for a film, or a page of the tab, that the popup no longer shows.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import type { PageReview } from '../../lib/films/review-types.ts';
import type { Match, SightedHint } from '../../lib/films/types.ts';
import { onMessage, removeAllListeners, sendMessage } from '../../lib/messaging/messages.ts';
import type { FilmDescription, TabReading } from '../../lib/messaging/protocol.ts';
import { allowedHosts } from '../../lib/settings/allowed-hosts.ts';
import type { LogHealth } from '../../lib/watchlog/types.ts';
import { createPopupState } from './popup-state.ts';

const ambiguous: Match = { kind: 'ambiguous', candidates: [], reason: 'same-title-several-films' };
const describedAs = (match: Match): FilmDescription => ({ match, summary: null, own: null, entries: [] });
const unknown = describedAs({ kind: 'unknown', reason: 'no-film-of-that-name' });

const readingOf = (title: string, host: string): TabReading => ({
  url: `https://${host}/${title}`,
  subject: formatTypedHint(title, null),
  title,
  films: [],
  nonfilms: [],
  review: null,
});

const review: PageReview = {
  url: 'https://a.example/Her',
  siteName: null,
  film: {
    title: 'Her',
    year: null,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    genres: [],
    refs: [],
  },
  headline: null,
  author: null,
  date: null,
  language: null,
  score: null,
  criteria: [],
  readers: null,
  verdict: 'It glows.',
  pros: [],
  cons: [],
  excerpt: null,
  text: null,
  commentsCount: null,
  evidence: [],
};

/** A request to the background or the tab, which the test answers later. */
interface Request<Answer> {
  about: string;
  answer: (value: Answer) => void;
}
let toDescribe: Request<FilmDescription>[];
let toRead: Request<TabReading | null>[];
let toRunScript: Request<unknown>[];
let toListSites: Request<{ url: string }[]>[];
let toGrant: Request<boolean>[];

function ask<Answer>(queue: Request<Answer>[], about = ''): Promise<Answer> {
  return new Promise((answer) => queue.push({ about, answer }));
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Answers a request, by default the first, and waits until its effects are done. */
async function answer<Answer>(queue: Request<Answer>[], value: Answer, at = 0): Promise<void> {
  const [request] = queue.splice(at, 1);
  if (!request) throw new Error('there is no request');
  request.answer(value);
  await settle();
}

beforeEach(() => {
  fakeBrowser.reset();
  [toDescribe, toRead, toRunScript, toListSites, toGrant] = [[], [], [], [], []];
  onMessage('getLogHealth', (): LogHealth => ({ state: 'ok' }));
  onMessage('takePendingPopupFilm', (): SightedHint | null => null);
  onMessage('listSources', () => []);
  onMessage('listFollowedSites', () => ask(toListSites) as never);
  onMessage('describeFilm', ({ data }) => ask(toDescribe, data.hint.hint.title));
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: ({ files: [file = ''] }: { files: string[] }) =>
        file.includes('content')
          ? Promise.resolve([])
          : ask(toRunScript, file).then((result) => [{ result }]),
    },
  });
  Object.assign(fakeBrowser.permissions, {
    contains: ({ origins: [origin] }: { origins: string[] }) => ask(toGrant, origin),
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ content_scripts: [] }) });
  Object.assign(fakeBrowser.tabs, {
    query: () => Promise.resolve([{ id: 7 }]),
    sendMessage: () => ask(toRead).then((reading) => (reading ? { res: reading } : undefined)),
  });
});
afterEach(removeAllListeners);

function titleOf({ view }: ReturnType<typeof createPopupState>): string {
  return view.value.kind === 'film' ? view.value.hint.hint.title : view.value.kind;
}

async function openPopup(reading: TabReading | null) {
  const state = createPopupState(7);
  void state.open();
  await settle();
  await answer(toRead, reading);
  return state;
}

test('drops the answer for a film after a search for another', async () => {
  const state = await openPopup(readingOf('Her', 'a.example'));
  void state.find('Heat');
  await settle();
  expect(toDescribe.map(({ about }) => about)).toEqual(['Her', 'Heat']);
  await answer(toDescribe, unknown, 1);
  await answer(toDescribe, unknown);
  expect(titleOf(state)).toBe('Heat');
});

test('drops an answer from before a change of the log', async () => {
  const state = await openPopup(readingOf('Her', 'a.example'));
  await answer(toDescribe, unknown);
  void sendMessage('logChanged', undefined);
  await settle();
  void sendMessage('logChanged', undefined);
  await settle();
  await answer(toDescribe, describedAs(ambiguous), 1);
  await answer(toDescribe, unknown);
  expect(state.view.value).toMatchObject({ description: { match: ambiguous } });
});

test('drops an answer that arrives after the user chose "none of these"', async () => {
  const state = await openPopup(readingOf('Her', 'a.example'));
  await answer(toDescribe, unknown);
  void state.find('King Kong');
  await settle();
  await answer(toDescribe, describedAs(ambiguous));
  void state.refresh();
  await settle();
  await state.choose(null);
  await answer(toDescribe, describedAs(ambiguous));
  expect(state.view.value).toMatchObject({ description: { match: { kind: 'unknown' } } });
});

test('a slow page reading does not replace the film that the user searched for in the meantime', async () => {
  const state = await openPopup(null);
  expect(titleOf(state)).toBe('unread');
  void state.readPage();
  await settle();
  void state.find('Heat');
  await settle();
  await answer(toDescribe, unknown);
  await answer(toRead, readingOf('Her', 'a.example'));
  expect(toDescribe).toEqual([]);
  expect(titleOf(state)).toBe('Heat');
  // The reading itself is still stored.
  expect(state.reading.value?.url).toBe('https://a.example/Her');
});

test('drops the older of two readings of a tab when it arrives last', async () => {
  const state = await openPopup(null);
  void state.readPage();
  await settle();
  void state.readPage();
  await settle();
  await answer(toRead, readingOf('Heat', 'b.example'), 1);
  await answer(toDescribe, unknown);
  await answer(toRead, readingOf('Her', 'a.example'));
  expect(titleOf(state)).toBe('Heat');
  expect(state.reading.value?.url).toBe('https://b.example/Heat');
});

/** Opens the popup on a page, describes its film, then moves to another page in the same tab. */
async function openAndNavigate(beforeMoving: () => Promise<void> = () => Promise.resolve()) {
  const state = await openPopup(readingOf('Her', 'a.example'));
  await answer(toDescribe, unknown);
  await beforeMoving();
  state.reading.value = readingOf('Heat', 'b.example');
  await settle();
  return state;
}

test('drops the review of the previous page', async () => {
  const state = await openAndNavigate();
  await answer(toRunScript, review);
  expect(state.pageReview.value).toBeNull();
});

test('drops the feed of the previous page', async () => {
  const state = await openAndNavigate(() => answer(toRunScript, null));
  await answer(toRunScript, 'feed');
  expect([state.feedKind.value, toListSites]).toEqual([null, []]);
});

test('drops the followed site of the previous page', async () => {
  const state = await openAndNavigate(async () => {
    await answer(toRunScript, null);
    await answer(toRunScript, 'feed');
  });
  await answer(toListSites, [{ url: 'https://a.example/' }]);
  expect(state.followed.value).toBeNull();
});

test('drops the access to the previous page’s site', async () => {
  await allowedHosts.setValue(['*://b.example/*']);
  const state = await openAndNavigate();
  expect(toGrant).toHaveLength(2);
  await answer(toGrant, true, 1);
  expect(state.access.value).toBe('site');
  await answer(toGrant, false);
  expect(state.access.value).toBe('site');
});
