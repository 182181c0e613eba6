import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeFilm } from '../../../lib/films/make-film.ts';
import type { SourceScore, SourceStatus } from '../../../lib/films/review-types.ts';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { loadSettings, saveSettings } from '../../../lib/settings/settings.ts';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { FactsPanel } from './FactsPanel.tsx';
import type { FilmPartProps } from './film-part.ts';
import type { KnownFilm } from './film-page-data.ts';
import { ListsPanel } from './ListsPanel.tsx';
import { ScoresPanel } from './ScoresPanel.tsx';
import { Timeline } from './Timeline.tsx';

const listed: ListedFilm = {
  ...{ id: 'f1', refs: [], title: 'Home', originalTitle: null, year: 2008, directors: [], genres: [] },
  ...{ runtimeMinutes: null, liked: false, tags: [], rating: 9, isRated: true, criteria: {} },
  ...{ priority: null, reason: '', listedAt: null, entryCount: 2, lastWatched: null },
};
const row = { stamps: {}, deleted: null, importId: null };
const entry: WatchEntry = {
  ...{ ...row, id: 'e1', filmId: 'f1', watchedOn: '2024-02-03', rewatch: true, finished: true, rating: 9 },
  ...{ tags: ['festival'], note: 'Quieter.', review: '', reviewHasSpoilers: false, place: 'Odeon' },
  ...{ company: 'Anna', loggedAt: 0, origin: 'log' },
};
const film = {
  ...row,
  ...makeFilm({
    title: 'Home',
    refs: ['imdb:tt1014762', 'filmweb:444', 'wikipedia:en:Home_(2008_film)', 'title:home:2008'],
  }),
  ...{ id: 'f1', liked: false, tags: [] },
};

/** The props of a part, with a page of which only the given actions exist. */
const propsWith = (
  acts: Partial<LogPageState> = {},
  more: Partial<FilmPartProps['rows']> = {},
): FilmPartProps => ({
  state: acts as LogPageState,
  canWrite: true,
  listed,
  rows: { film, entries: [], keptReviews: [], lists: [], ...more },
});

const imdb: SourceScore = {
  ...{ source: 'imdb', sourceName: 'IMDb', kind: 'audience', value: 7.6, worst: 1, best: 10 },
  ...{ count: 218_604, url: null, licence: null, asOf: '2026-11-22', note: null },
};
const knownWith = async (scores: SourceScore[], statuses: SourceStatus[] = []): Promise<KnownFilm> => ({
  settings: await loadSettings(),
  description: {
    match: { kind: 'unknown', reason: 'no-film-of-that-name' },
    summary: { film, scores, reviews: [], awards: [], statuses },
    own: null,
    entries: [],
  },
});

beforeEach(() => {
  fakeBrowser.reset();
  onMessage('listSources', () => []);
  onMessage('getRatings', () => {
    throw new Error('not here');
  });
});
afterEach(() => {
  cleanup();
  removeAllListeners();
});

test('lists the entries on a line, with a hollow dot for one that was not finished', () => {
  const openDialog = vi.fn();
  const unfinished = {
    ...entry,
    id: 'e2',
    finished: false,
    watchedOn: null,
    place: '',
    company: '',
    tags: [],
  };
  render(<Timeline {...propsWith({ openDialog }, { entries: [entry, unfinished] })} />);
  const items = screen.getAllByRole('listitem');
  expect(items.map((item) => item.className)).toEqual(['', 'unfinished']);
  expect(items[0]?.textContent).toMatch(/3 February 2024.*Odeon · with Anna · rewatch · festival.*Quieter\./);
  fireEvent.click(screen.getByRole('button', { name: 'Edit the entry of 3 February 2024' }));
  fireEvent.click(screen.getByRole('button', { name: 'Log another' }));
  expect(openDialog.mock.calls).toEqual([
    [{ kind: 'entry', id: 'e1' }],
    [{ kind: 'new-entry', filmId: 'f1' }],
  ]);
});

test('says how to log a film without an entry', () => {
  render(<Timeline {...propsWith()} />);
  expect(screen.queryByRole('list')).toBeNull();
  expect(screen.getByText(/^None yet\./)).toBeTruthy();
});

test('links to the film elsewhere by its ids, where an address can be made of one', () => {
  render(
    <FactsPanel {...propsWith()} known={makeFilm({ title: 'Home', refs: ['tmdb:1'], languages: ['fr'] })} />,
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'https://www.imdb.com/title/tt1014762/',
    'https://en.wikipedia.org/wiki/Home_(2008_film)',
  ]);
  expect(screen.getByText('fr')).toBeTruthy();
});

test('lists where the film is on the user’s lists, and the place on a ranked one', () => {
  const openPage = vi.fn();
  const lists = [
    { id: 'l1', name: 'Courtrooms', isRanked: true, place: 2, count: 14 },
    { id: 'l2', name: 'For winter', isRanked: false, place: 1, count: 3 },
  ];
  render(<ListsPanel {...propsWith({ openPage }, { lists })} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Courtrooms2 of 14',
    'For winter',
  ]);
  fireEvent.click(screen.getByRole('link', { name: 'Courtrooms' }), { button: 0 });
  expect(openPage).toHaveBeenCalledExactlyOnceWith('list', 'l1');
});

test('shows scores with count and date, and the line of the first audience, the first critics and the user', async () => {
  const critics: SourceScore = {
    ...imdb,
    source: 'rottentomatoes',
    sourceName: 'Rotten Tomatoes',
    kind: 'critics',
  };
  const scores = [
    { ...critics, value: 96, worst: 0, best: 100, asOf: '2026-11-28' },
    { ...critics, source: 'metacritic', sourceName: 'Metacritic', value: 86, worst: 0, best: 100 },
    imdb,
  ];
  render(<ScoresPanel own={listed} known={await knownWith(scores)} onAgain={vi.fn()} />);
  const names = screen.getByRole('img').getAttribute('aria-label');
  expect(names).toContain('Audience IMDb 7.6');
  expect(names).toContain('You 4½');
  expect(names).toContain('Critics Rotten Tomatoes 96%');
  expect(names).not.toContain('Metacritic');
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toHaveLength(3);
  expect(rows[2]).toMatch(/IMDb, 218,604 votes.*22 Nov 2026.*7\.6/);
});

test.each<[SourceStatus['state'], RegExp, boolean]>([
  ['not-asked', /^OMDb: loading…$/, false],
  ['stale', /^OMDb: an older score, being updated$/, false],
  ['offline', /^OMDb: offline$/, true],
  ['failed', /^OMDb: could not be reached$/, true],
])('says that a service is %s, and keeps the known scores', async (state, words, canAskAgain) => {
  const onAgain = vi.fn();
  const status = { source: 'omdb', sourceName: 'OMDb', state, until: null };
  render(<ScoresPanel own={listed} known={await knownWith([imdb], [status])} onAgain={onAgain} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText(/218,604 votes/)).toBeTruthy();
  const again = screen.queryByRole('button', { name: 'Try again' });
  expect(again !== null).toBe(canAskAgain);
  if (again) fireEvent.click(again);
  expect(onAgain).toHaveBeenCalledTimes(canAskAgain ? 1 : 0);
});

test('says that there is no score', async () => {
  render(<ScoresPanel own={listed} known={await knownWith([])} onAgain={vi.fn()} />);
  expect(screen.getByText('No score for this film yet.')).toBeTruthy();
});

test('hides the scores of a film that was not seen where the settings say so, until they are asked for', async () => {
  await saveSettings({ hideScoresUntilSeen: true });
  const unseen = { ...listed, entryCount: 0, rating: null };
  render(<ScoresPanel own={unseen} known={await knownWith([imdb])} onAgain={vi.fn()} />);
  expect(screen.queryByText(/218,604 votes/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show scores' }));
  expect(screen.getByText(/218,604 votes/)).toBeTruthy();
});
