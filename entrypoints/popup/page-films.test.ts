import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { makeSure, makeUnknown } from '../../lib/films/match-title.ts';
import type { Match } from '../../lib/films/types.ts';
import { onMessage, removeAllListeners } from '../../lib/messaging/messages.ts';
import type { FilmDescription, PageFilm, TabReading } from '../../lib/messaging/protocol.ts';
import { findAskedFilm } from './page-films.ts';
import { createPopupState } from './popup-state.ts';

const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] });
const row = (title: string, match: Match): PageFilm => ({
  sighted: { ...formatTypedHint(title, null), isSubject: false },
  match,
  own: null,
  score: null,
});
const known = row('Heat', makeSure(heat, 'ref'));
const unknown = row('Quiet Harbour', makeUnknown('no-film-of-that-name'));
const unsure = row('Heat', { kind: 'film', film: heat, reason: 'only-film-of-title', certainty: 'unsure' });
const alone = row('Heat', { kind: 'ambiguous', candidates: [heat], reason: 'title-alone' });
const several = row('Heat', {
  kind: 'ambiguous',
  candidates: [heat, heat],
  reason: 'same-title-several-films',
});
const reading: TabReading = {
  url: 'https://films.example/',
  title: 'Films',
  subject: null,
  films: [known.sighted, unknown.sighted, unknown.sighted],
  nonfilms: [],
  review: null,
};

let inTab: TabReading;
let described: FilmDescription;
let written: unknown[];

/** Registers the background's message handlers. */
function listen(): void {
  const receive = (name: string, data: unknown) => {
    written.push([name, data]);
    return { filmId: 'f1', sequence: 1, undo: 'u' as never };
  };
  onMessage('getLogHealth', () => ({ state: 'ok' }));
  onMessage('takePendingPopupFilm', () => null);
  onMessage('listSources', () => []);
  onMessage('listFollowedSites', () => []);
  onMessage('describeFilm', () => described);
  onMessage('listPageFilms', ({ data }) => (data.hints.length > 0 ? [known, unknown] : []));
  onMessage('rateFilm', ({ data }) => receive('rateFilm', data));
  onMessage('setWatchlist', ({ data }) => receive('setWatchlist', data));
  onMessage('correctMatch', ({ data }) => receive('correctMatch', data));
}

beforeEach(() => {
  fakeBrowser.reset();
  [inTab, written] = [reading, []];
  described = { match: known.match, summary: null, own: null, entries: [] };
  Object.assign(fakeBrowser, { scripting: { executeScript: () => Promise.resolve([]) } });
  Object.assign(fakeBrowser.tabs, {
    query: () => Promise.resolve([{ id: 7 }]),
    sendMessage: () => Promise.resolve({ res: inTab }),
  });
});
afterEach(removeAllListeners);

/** Opens a popup on the tab; one that was open before is gone. */
async function open() {
  removeAllListeners();
  listen();
  const state = createPopupState(7);
  await state.open();
  return state;
}

test('the count of films is that of the list, on the list and on a film', async () => {
  const state = await open();
  expect([state.view.value.kind, state.countPageFilms()]).toEqual(['page', 2]);
  await state.openPageFilm(known);
  expect([state.view.value.kind, state.countPageFilms()]).toEqual(['film', 2]);
});

test('a row is rated and put on the watchlist, a film that no catalogue knows as the page names it', async () => {
  const state = await open();
  await state.ratePageFilm(known, 8);
  await state.listPageFilm(unknown, true);
  expect(written).toMatchObject([
    ['rateFilm', { film: { title: 'Heat', year: 1995 }, value: 8 }],
    ['setWatchlist', { film: { title: 'Quiet Harbour', refs: ['title:quiet-harbour'] }, listed: true }],
  ]);
  expect(state.status.value).toMatchObject({ kind: 'done', canUndo: true });
});

test.each([
  ['a sure film', known, null],
  ['an unknown film', unknown, null],
  ['several films', several, null],
  ['an unsure film', unsure, heat],
  ['one film by its title alone', alone, heat],
])('asks whether it is the film before writing: %s', async (_, asking, asked) => {
  expect(findAskedFilm(asking)).toBe(asked);
  if (!asked) return;
  const state = await open();
  await state.ratePageFilm(asking, 8);
  expect(written).toEqual([]);
  await state.answerPageFilm(asking, asked);
  await state.answerPageFilm(asking, null);
  expect(written).toMatchObject([
    ['correctMatch', { keys: ['title:heat'], film: { title: 'Heat' } }],
    ['correctMatch', { film: null }],
  ]);
});

test('the way back leads from a film of the list to the list, and from a search to the page’s film', async () => {
  const state = await open();
  expect(state.canGoBack()).toBe(false);
  await state.openPageFilm(known);
  expect(state.canGoBack()).toBe(true);
  await state.goBack();
  expect([state.view.value.kind, state.canGoBack()]).toEqual(['page', false]);

  inTab = { ...reading, subject: known.sighted };
  const ofFilm = await open();
  expect([ofFilm.view.value.kind, ofFilm.canGoBack()]).toEqual(['film', false]);
  await ofFilm.showFilm(heat);
  expect(ofFilm.view.value).toMatchObject({ kind: 'film', namedBy: 'user' });
  await ofFilm.goBack();
  expect(ofFilm.view.value).toMatchObject({ kind: 'film', namedBy: 'page' });
  ofFilm.showPage();
  expect(ofFilm.view.value.kind).toBe('page');
});

test('a page about a series says so, and shows it as a film if it is one', async () => {
  inTab = { ...reading, title: 'Dark', films: [], nonfilms: [{ title: 'Dark', kind: 'series' }] };
  expect((await open()).view.value).toEqual({ kind: 'series', title: 'Dark', hint: null });

  const { sighted } = unknown;
  inTab = { ...reading, subject: sighted };
  described = { ...described, match: unknown.match, isSeries: true };
  const state = await open();
  expect(state.view.value).toEqual({ kind: 'series', title: 'Quiet Harbour', hint: sighted });
  described = { ...described, isSeries: false };
  await state.showAsFilm(sighted);
  expect(state.view.value).toMatchObject({ kind: 'film', hint: { hint: { kind: 'film' } } });
});
