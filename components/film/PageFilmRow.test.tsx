import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { formatTypedHint } from '../../lib/films/hint-film.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { makeSure } from '../../lib/films/match-title.ts';
import type { Film } from '../../lib/films/types.ts';
import type { PageFilm } from '../../lib/messaging/protocol.ts';
import { CoverPicturesContext, createCoverPictures } from '../ui/cover/cover-pictures.ts';
import { PageFilmRow } from './PageFilmRow.tsx';

afterEach(cleanup);

const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'], directors: ['Michael Mann'] });
const known: PageFilm = {
  sighted: formatTypedHint('Heat', null),
  match: makeSure(heat, 'ref'),
  own: null,
  score: null,
};

function mount(row: Partial<PageFilm>, asked: Film | null = null) {
  const on = {
    onOpen: vi.fn(),
    onRate: vi.fn(),
    onWatchlist: vi.fn(),
    onAnswer: vi.fn(),
    suggest: vi.fn(() => Promise.resolve([])),
  };
  render(<PageFilmRow row={{ ...known, ...row }} asked={asked} canWrite {...on} />);
  return on;
}

test('rates and puts on the watchlist with one action each, and opens the film', () => {
  const on = mount({});
  fireEvent.change(screen.getByRole('slider', { name: /Heat/ }), { target: { value: '9' } });
  expect(on.onRate).toHaveBeenCalledExactlyOnceWith(9);
  fireEvent.click(screen.getByRole('button', { name: 'Heat: watchlist' }));
  expect(on.onWatchlist).toHaveBeenCalledExactlyOnceWith(true);
  fireEvent.click(screen.getByRole('button', { name: 'Heat' }));
  expect(on.onOpen).toHaveBeenCalledTimes(1);
});

test('shows an unknown film as the page names it, with the same controls', () => {
  mount({
    sighted: formatTypedHint('Quiet Harbour', 2025),
    match: { kind: 'unknown', reason: 'no-film-of-that-name' },
  });
  expect(screen.getByText('2025')).toBeTruthy();
  expect(screen.getByRole('slider', { name: /Quiet Harbour/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Quiet Harbour: watchlist' })).toBeTruthy();
});

test('asks whether it is the film before it offers to rate', () => {
  const on = mount(
    { match: { kind: 'film', film: heat, reason: 'only-film-of-title', certainty: 'unsure' } },
    heat,
  );
  expect(screen.queryByRole('slider')).toBeNull();
  expect(screen.queryByRole('button', { name: /watchlist/ })).toBeNull();
  expect(screen.getByText(/1995 · Michael Mann/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Yes/ }));
  expect(on.onAnswer.mock.calls).toEqual([[heat]]);
});

test('asks which film it is after a no, and changes nothing before an answer', () => {
  const on = mount(
    { match: { kind: 'film', film: heat, reason: 'only-film-of-title', certainty: 'unsure' } },
    heat,
  );
  const no = () => fireEvent.click(screen.getByRole('button', { name: /^No, another/ }));
  no();
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'Heat');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(on.onAnswer).not.toHaveBeenCalled();
  no();
  fireEvent.click(screen.getByRole('button', { name: /^None/ }));
  expect(on.onAnswer.mock.calls).toEqual([[null]]);
});

test('leads to the question where several films have the title', () => {
  const on = mount({ match: { kind: 'ambiguous', candidates: [], reason: 'same-title-several-films' } });
  expect(screen.queryByRole('slider')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Which one is it?' }));
  expect(on.onOpen).toHaveBeenCalledTimes(1);
});

test('a film of the page’s list is not looked up at TMDB', async () => {
  const find = vi.fn((asked: object[]) => Promise.resolve(asked.map(() => null)));
  const fetch = vi.fn(() => Promise.resolve(null));
  const pictures = createCoverPictures({ find, most: 100, fetch, mostFetched: 2 });
  const on = { onOpen: vi.fn(), onRate: vi.fn(), onWatchlist: vi.fn(), onAnswer: vi.fn(), suggest: vi.fn() };
  render(
    <CoverPicturesContext.Provider value={pictures}>
      <PageFilmRow row={known} asked={null} canWrite {...on} />
    </CoverPicturesContext.Provider>,
  );
  await waitFor(() => expect(find).toHaveBeenCalledOnce());
  await Promise.all(find.mock.results.map(({ value }) => value as Promise<unknown>));
  await Promise.resolve();
  expect(fetch).not.toHaveBeenCalled();
});
