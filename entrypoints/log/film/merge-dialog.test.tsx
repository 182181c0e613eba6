import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeFilm } from '../../../lib/films/make-film.ts';
import { onMessage, removeAllListeners } from '../../../lib/messaging/messages.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import { formatEntryRow, formatFilmRow, formatIndex } from '../../../lib/watchlog/testing/index-rows.ts';
import type { OwnRecord, RatingValue } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { MergeDialog } from './MergeDialog.tsx';

const own = (filmId: string): OwnRecord => ({
  ...{ filmId, rating: null, isRated: false, criteria: {}, watchedCount: 1, finished: true },
  ...{ lastWatchedOn: null, onWatchlist: false, liked: false },
});
const suggestion = (title: string, filmId: string | null) => ({
  film: makeFilm({ title, year: 2000, refs: [`title:${title.toLowerCase()}:2000`] }),
  otherTitle: null,
  own: filmId === null ? null : own(filmId),
});

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  onMessage('suggestFilms', () => [
    suggestion('Home again', null),
    suggestion('Home', 'f1'),
    suggestion('Heimat', 'f2'),
  ]);
});
afterEach(() => {
  cleanup();
  removeAllListeners();
});

/** Opens the dialog of "Home", rated `rating`, and chooses "Heimat", rated 8. */
async function chooseOther(rating: RatingValue) {
  const index = formatIndex({
    films: [formatFilmRow('f1', 'Home'), formatFilmRow('f2', 'Heimat')],
    entries: [
      formatEntryRow('e1', 'f1'),
      formatEntryRow('e2', 'f2', { review: 'Fine.' }),
      formatEntryRow('e3', 'f2'),
    ],
    ratings: [
      { filmId: 'f1', value: rating },
      { filmId: 'f2', value: 8 },
    ],
  });
  const mergeFilms = vi.fn(() => Promise.resolve());
  const state = { index: () => index, mergeFilms } as unknown as LogPageState;
  const onClose = vi.fn();
  render(<MergeDialog state={state} film={toListedFilm(index, 0)} onClose={onClose} />);
  fireEvent.input(screen.getByRole('combobox'), { target: { value: 'hei' } });
  const options = await screen.findAllByRole('option');
  // Only films of the log, and not the film itself.
  expect(options.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Heimat')]);
  fireEvent.click(options[0]!);
  await waitFor(() => expect(screen.getByText('Home (2000) will have 3 entries, 1 review.')).toBeTruthy());
  return { mergeFilms, onClose };
}

test('shows what the result has, and keeps the chosen of two ratings', async () => {
  const { mergeFilms, onClose } = await chooseOther(9);
  const [keep, take] = screen.getAllByRole<HTMLInputElement>('radio');
  expect([keep?.checked, take?.checked]).toEqual([true, false]);
  fireEvent.click(screen.getByLabelText('Take 4'));
  fireEvent.click(screen.getByRole('button', { name: 'Merge the two' }));
  expect(mergeFilms).toHaveBeenCalledExactlyOnceWith({ into: 'f1', from: 'f2', ratingOf: 'f2' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('asks nothing where both ratings are the same', async () => {
  const { mergeFilms } = await chooseOther(8);
  expect(screen.queryByRole('radio')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Merge the two' }));
  expect(mergeFilms).toHaveBeenCalledExactlyOnceWith({ into: 'f1', from: 'f2' });
});
