import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { WatchEntry, OwnRecord } from '../../lib/watchlog/types.ts';
import { OwnPanel } from './OwnPanel.tsx';

afterEach(cleanup);

const today = '2026-11-22';
const own: OwnRecord = {
  filmId: 'f1',
  rating: 9,
  isRated: true,
  criteria: {},
  watchedCount: 2,
  finished: true,
  lastWatchedOn: '2025-03',
  onWatchlist: true,
  liked: false,
};
const entry: WatchEntry = {
  id: 'e1',
  filmId: 'f1',
  stamps: {},
  deleted: null,
  importId: null,
  watchedOn: today,
  rewatch: true,
  finished: true,
  rating: 9,
  tags: ['cinema'],
  note: 'Loud.',
  review: '',
  reviewHasSpoilers: false,
  place: '',
  company: '',
  loggedAt: 0,
  origin: 'popup',
};

function mount(changes: Partial<Parameters<typeof OwnPanel>[0]> = {}) {
  const on = {
    onRate: vi.fn(),
    onWatchedToday: vi.fn(),
    onWatchlist: vi.fn(),
    onOpenForm: vi.fn(),
    onSaveEntry: vi.fn(),
    onUndo: vi.fn(),
  };
  const given = { title: 'Her', own, entries: [], today, status: null, form: null, canWrite: true };
  render(<OwnPanel {...given} {...on} {...changes} />);
  return on;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('one press logs today', () => {
  const { onWatchedToday } = mount();
  fireEvent.click(button('Watched today'));
  expect(onWatchedToday).toHaveBeenCalledOnce();
});

test("once today is logged, the button opens today's entry instead of logging it again", () => {
  const { onWatchedToday, onOpenForm } = mount({ entries: [entry] });
  fireEvent.click(button('Logged today'));
  expect(onWatchedToday).not.toHaveBeenCalled();
  expect(onOpenForm).toHaveBeenCalledExactlyOnceWith('today');
});

test('the watchlist button is pressed for a listed film and takes it off the list', () => {
  const { onWatchlist } = mount();
  expect(button('Watchlist').getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button('Watchlist'));
  expect(onWatchlist).toHaveBeenCalledExactlyOnceWith(false);
});

test('shows how often and when the film was seen, as exactly as known', () => {
  mount();
  expect(screen.getByText('Seen 2 times, last on March 2025')).toBeTruthy();
});

test('the status appears once, with Undo', () => {
  const { onUndo } = mount({ status: { kind: 'done', text: 'Saved', canUndo: true } });
  expect(screen.getByRole('status').textContent).toBe('Saved');
  fireEvent.click(button('Undo'));
  expect(onUndo).toHaveBeenCalledOnce();
});

test('an entry on another day is saved with all fields of the form', () => {
  const { onSaveEntry } = mount({ form: 'new' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Watched' }), { target: { value: 'year' } });
  fireEvent.input(screen.getByRole('spinbutton', { name: 'Year' }), { target: { value: '2019' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'I did not finish it' }));
  fireEvent.input(screen.getByRole('textbox', { name: /Tags/ }), { target: { value: 'tv, #TV' } });
  fireEvent.input(screen.getByRole('textbox', { name: /note/ }), { target: { value: ' Fell asleep. ' } });
  fireEvent.click(button('Add to diary'));
  expect(onSaveEntry).toHaveBeenCalledExactlyOnceWith(
    { watchedOn: '2019', rewatch: true, finished: false, tags: ['tv'], note: 'Fell asleep.', rating: 9 },
    null,
  );
});

test('a new entry does not take over the rating of an earlier entry', () => {
  const { onSaveEntry } = mount({ form: 'new', own: { ...own, isRated: false } });
  fireEvent.click(button('Add to diary'));
  expect(onSaveEntry.mock.calls[0]?.[0]).toMatchObject({ rating: null });
});

test('an unknown date is saved as null', () => {
  const { onSaveEntry } = mount({ form: 'new' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Watched' }), { target: { value: 'unknown' } });
  fireEvent.click(button('Add to diary'));
  expect(onSaveEntry).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ watchedOn: null }), null);
});

test("today's entry is changed, not logged a second time", () => {
  const { onSaveEntry } = mount({ form: 'today', entries: [entry] });
  fireEvent.input(screen.getByRole('textbox', { name: /note/ }), { target: { value: 'Quiet.' } });
  fireEvent.click(button('Save changes'));
  expect(onSaveEntry).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ watchedOn: today, note: 'Quiet.', tags: ['cinema'] }),
    'e1',
  );
});

test('the buttons are disabled while nothing can be saved', () => {
  mount({ canWrite: false });
  for (const name of ['Watched today', 'Watchlist', 'Add a day, tags or a note']) {
    expect(button(name).hasAttribute('disabled')).toBe(true);
  }
});
