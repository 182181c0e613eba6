import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { createNewEntry } from '../../lib/watchlog/entry-fields.ts';
import type { WatchEntry, OwnRecord } from '../../lib/watchlog/types.ts';
import { OwnPanel, type OpenForm } from './OwnPanel.tsx';

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

const newEntry = createNewEntry(today, own);

const makeHandlers = () => ({
  onRate: vi.fn(),
  onWatchedToday: vi.fn(),
  onWatchlist: vi.fn(),
  onOpenForm: vi.fn(),
  onSaveEntry: vi.fn(),
  onUndo: vi.fn(),
});

function mount(changes: Partial<Parameters<typeof OwnPanel>[0]> = {}) {
  const on = makeHandlers();
  const given = { title: 'Her', own, entries: [], today, newEntry, status: null, form: null, canWrite: true };
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

test.each([
  ['Logged today', 'today'],
  ['Add a day, tags or a note', 'new'],
] as const)('the focus returns to "%s" when its form is cancelled', (name, opened) => {
  let form: OpenForm = null;
  const given = { title: 'Her', own, today, newEntry, status: null, canWrite: true, ...makeHandlers() };
  const draw = () => <OwnPanel {...given} entries={[entry]} form={form} onOpenForm={open} />;
  const open = (next: OpenForm): void => {
    form = next;
    rerender(draw());
  };
  const { rerender } = render(draw());
  const opener = button(name);
  opener.focus();
  fireEvent.click(opener);
  expect(form).toBe(opened);
  expect(document.activeElement?.tagName).toBe('SELECT');
  button('Cancel').focus();
  fireEvent.click(button('Cancel'));
  expect(document.activeElement).toBe(opener);
});

test('the focus stays in the panel when the undo is done', async () => {
  const given = {
    title: 'Her',
    own,
    entries: [],
    today,
    newEntry,
    form: null,
    canWrite: true,
    ...makeHandlers(),
  };
  const draw = (canUndo: boolean) => (
    <OwnPanel {...given} status={{ kind: 'done', text: 'Saved', canUndo }} />
  );
  const { rerender } = render(draw(true));
  button('Undo').focus();
  rerender(draw(false));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Your rating' })),
  );
});
