// Answers that come too late: for a film, or a page of the tab, that the popup no longer shows.
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
  mentions: [],
  badgeCount: 1,
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

/** A question to the background or the tab that the test answers when it likes. */
interface Question<Answer> {
  of: string;
  answer: (value: Answer) => void;
}
let toDescribe: Question<FilmDescription>[];
let toRead: Question<TabReading | null>[];
let toRunScript: Question<unknown>[];
let toListSites: Question<{ url: string }[]>[];
let toGrant: Question<boolean>[];

function ask<Answer>(queue: Question<Answer>[], of = ''): Promise<Answer> {
  return new Promise((answer) => queue.push({ of, answer }));
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Answers a question, by default the first, and lets what follows happen. */
async function answer<Answer>(queue: Question<Answer>[], value: Answer, at = 0): Promise<void> {
  const [question] = queue.splice(at, 1);
  if (!question) throw new Error('nothing was asked');
  question.answer(value);
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
    sendMessage: (_tab: number, _message: unknown, _options: unknown, done: (response: unknown) => void) =>
      void ask(toRead).then((reading) => done(reading ? { res: reading } : undefined)),
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

test('the answer for a film is dropped once another was looked for', async () => {
  const state = await openPopup(readingOf('Her', 'a.example'));
  void state.find('Heat', null);
  await settle();
  expect(toDescribe.map(({ of }) => of)).toEqual(['Her', 'Heat']);
  await answer(toDescribe, unknown, 1);
  await answer(toDescribe, unknown);
  expect(titleOf(state)).toBe('Heat');
});

test('an answer from before a change of the log is dropped', async () => {
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

test('an answer that comes after the user said that no film fits is dropped', async () => {
  const state = await openPopup(readingOf('Her', 'a.example'));
  await answer(toDescribe, unknown);
  void state.find('King Kong', null);
  await settle();
  await answer(toDescribe, describedAs(ambiguous));
  void state.refresh();
  await settle();
  await state.choose(null);
  await answer(toDescribe, describedAs(ambiguous));
  expect(state.view.value).toMatchObject({ description: { match: { kind: 'unknown' } } });
});

test('a page that is read slowly does not take the place of the film that the user looked for meanwhile', async () => {
  const state = await openPopup(null);
  expect(titleOf(state)).toBe('unread');
  void state.readPage();
  await settle();
  void state.find('Heat', null);
  await settle();
  await answer(toDescribe, unknown);
  await answer(toRead, readingOf('Her', 'a.example'));
  expect(toDescribe).toEqual([]);
  expect(titleOf(state)).toBe('Heat');
  // What the page is, is known all the same.
  expect(state.reading.value?.url).toBe('https://a.example/Her');
});

test('of two readings of a tab the first is dropped where it comes last', async () => {
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

/** The popup on a page whose film was described, then on another page of the same tab. */
async function moveOn(beforeMoving: () => Promise<void> = () => Promise.resolve()) {
  const state = await openPopup(readingOf('Her', 'a.example'));
  await answer(toDescribe, unknown);
  await beforeMoving();
  state.reading.value = readingOf('Heat', 'b.example');
  await settle();
  return state;
}

test('the review of the page before is dropped', async () => {
  const state = await moveOn();
  await answer(toRunScript, review);
  expect(state.pageReview.value).toBeNull();
});

test('the feed of the page before is dropped', async () => {
  const state = await moveOn(() => answer(toRunScript, null));
  await answer(toRunScript, 'feed');
  expect([state.feedKind.value, toListSites]).toEqual([null, []]);
});

test('that the site of the page before is followed is dropped', async () => {
  const state = await moveOn(async () => {
    await answer(toRunScript, null);
    await answer(toRunScript, 'feed');
  });
  await answer(toListSites, [{ url: 'https://a.example/' }]);
  expect(state.followed.value).toBeNull();
});

test('what is granted for the site of the page before is dropped', async () => {
  await allowedHosts.setValue(['*://b.example/*']);
  const state = await moveOn();
  expect(toGrant).toHaveLength(2);
  await answer(toGrant, true, 1);
  expect(state.access.value).toBe('site');
  await answer(toGrant, false);
  expect(state.access.value).toBe('site');
});
