import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OwnRecord, WatchEntry } from '../../../lib/watchlog/types.ts';
import { OwnPanel } from './OwnPanel.tsx';

afterEach(cleanup);
beforeEach(() => void vi.useRealTimers());

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
const viewing: WatchEntry = {
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

type Props = Parameters<typeof OwnPanel>[0];

function mount(changes: Partial<Props> = {}) {
  const on = {
    ...{ onRate: vi.fn(), onLike: vi.fn(), onLog: vi.fn(), onWatchlist: vi.fn() },
    ...{ onToggle: vi.fn(), onChange: vi.fn(), onRemove: vi.fn(), onUndo: vi.fn() },
  };
  const given: Props = {
    ...{ title: 'Her', own, viewing: null, isOpen: false, today, status: null, canWrite: true },
    ...on,
    ...changes,
  };
  const { rerender } = render(<OwnPanel {...given} />);
  const draw = (next: Partial<Props>) => rerender(<OwnPanel {...given} {...next} />);
  return { ...on, draw };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const chip = () => button('Watched today, edit this entry');
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
const type = (name: string | RegExp, value: string) => fireEvent.input(field(name), { target: { value } });

test('one press logs today', () => {
  const { onLog } = mount();
  fireEvent.click(button('Watched today'));
  expect(onLog).toHaveBeenCalledExactlyOnceWith(today);
});

test.each([
  [/^Today/, today],
  [/^Yesterday/, '2026-11-21'],
  ['Some time, day unknown', null],
])('the menu logs %s', (line, day) => {
  const { onLog } = mount();
  fireEvent.click(button('Watched on another day'));
  fireEvent.click(screen.getByRole('menuitem', { name: line }));
  expect(onLog).toHaveBeenCalledExactlyOnceWith(day);
});

test('"Another day" asks for a day, month or year up to today, and logs nothing before', () => {
  const { onLog } = mount();
  const open = () => {
    fireEvent.click(button('Watched on another day'));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Another day…' }));
  };
  open();
  fireEvent.input(screen.getByLabelText('Day'), { target: { value: '2026-11-23' } });
  expect(button('Add to diary').hasAttribute('disabled')).toBe(true);
  fireEvent.keyDown(screen.getByLabelText('Day'), { key: 'Escape' });
  open();
  fireEvent.change(screen.getByRole('combobox', { name: 'Watched' }), { target: { value: 'year' } });
  fireEvent.input(screen.getByRole('spinbutton', { name: 'Year' }), { target: { value: '2019' } });
  expect(onLog).not.toHaveBeenCalled();
  fireEvent.submit(button('Add to diary').closest('form')!);
  expect(onLog).toHaveBeenCalledExactlyOnceWith('2019');
});

test.each([
  [today, 'Watched today, edit this entry'],
  ['2026-11-21', 'Watched yesterday, edit this entry'],
  ['2019-05', 'Watched May 2019, edit this entry'],
  [null, 'Watched, day unknown, edit this entry'],
])('a viewing of %s takes the place of "Watched" as one chip, which opens it', (watchedOn, name) => {
  const { onToggle, onLog } = mount({ viewing: { ...viewing, watchedOn } });
  expect(screen.queryByRole('button', { name: 'Watched today' })).toBeNull();
  expect(button(name).getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button(name));
  expect(onToggle).toHaveBeenCalledExactlyOnceWith(true);
  expect(onLog).not.toHaveBeenCalled();
});

test('what is typed into the form changes that viewing by itself, only what was touched, and begins with the note', () => {
  vi.useFakeTimers();
  const { onChange } = mount({ viewing, isOpen: true });
  expect(document.activeElement).toBe(field('Note, only for you'));
  type('Note, only for you', 'Quiet');
  type('Note, only for you', 'Quiet. ');
  expect(onChange).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ note: 'Quiet.' });
  type('With whom', 'Anna');
  type(/^Tags/, 'cinema, #Odeon, CINEMA');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Did not finish' }));
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(onChange.mock.lastCall).toEqual([
    { note: 'Quiet.', company: 'Anna', tags: ['cinema', 'Odeon'], finished: false },
  ]);
});

test('what is stored is not saved again, and what another window changed stays', () => {
  vi.useFakeTimers();
  const { onChange, draw } = mount({ viewing, isOpen: true });
  type('Where', 'Odeon');
  vi.runAllTimers();
  draw({ viewing: { ...viewing, place: 'Odeon', note: 'Changed elsewhere.' }, isOpen: true });
  type('Where', 'Odeon ');
  type('Where', 'Odeon');
  vi.runAllTimers();
  expect(onChange.mock.calls).toEqual([[{ place: 'Odeon' }]]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Rewatch' }));
  vi.runAllTimers();
  expect(onChange.mock.lastCall).toEqual([{ rewatch: false }]);
});

test('a day that is none yet, or after today, is not saved; the rest is', () => {
  vi.useFakeTimers();
  const { onChange } = mount({ viewing, isOpen: true });
  for (const value of ['', '2026-11-23'])
    fireEvent.input(screen.getByLabelText('Day'), { target: { value } });
  vi.runAllTimers();
  expect(onChange).not.toHaveBeenCalled();
  type('Where', 'Odeon');
  vi.runAllTimers();
  expect(onChange.mock.calls).toEqual([[{ place: 'Odeon' }]]);
});

test.each<[string, (draw: (next: Partial<Props>) => void) => void]>([
  ['the popup is closed', () => window.dispatchEvent(new Event('pagehide'))],
  ['the form is closed', (draw) => draw({ viewing, isOpen: false })],
  ['the field is left', () => fireEvent.blur(field('Note, only for you'))],
])('what was typed last is saved when %s', (_why, close) => {
  vi.useFakeTimers();
  const { onChange, draw } = mount({ viewing, isOpen: true });
  type('Note, only for you', 'Last words');
  close(draw);
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ note: 'Last words' });
});

test('Escape and "Done" close the form and return the focus to the chip; the viewing can be removed', () => {
  const { onToggle, onRemove, draw } = mount({ viewing });
  chip().focus();
  draw({ viewing, isOpen: true });
  fireEvent.keyDown(field('Where'), { key: 'Escape' });
  fireEvent.click(button('Done'));
  expect(onToggle.mock.calls).toEqual([[false], [false]]);
  fireEvent.click(button('Remove this entry'));
  expect(onRemove).toHaveBeenCalledOnce();
  expect(button('Watched today, close this entry').getAttribute('aria-expanded')).toBe('true');
  field('Where').focus();
  draw({ viewing, isOpen: false });
  expect(document.activeElement).toBe(chip());
});

test('the watchlist button is pressed for a listed film and takes it off the list', () => {
  const { onWatchlist } = mount();
  expect(button('Watchlist').getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button('Watchlist'));
  expect(onWatchlist).toHaveBeenCalledExactlyOnceWith(false);
});

test('one press likes the film, and another takes that back', () => {
  const { onLike, draw } = mount();
  fireEvent.click(button('Like'));
  draw({ own: { ...own, liked: true } });
  expect(button('Like').getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button('Like'));
  expect(onLike.mock.calls).toEqual([[true], [false]]);
});

test('the value stands right after the stars, and the button that clears it after that', () => {
  mount();
  const [figure, clear] = [screen.getByText('4½'), button('Clear rating')];
  const stars = screen.getByRole('slider');
  expect(stars.compareDocumentPosition(figure)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(figure.compareDocumentPosition(clear)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('the status appears once, with Undo', () => {
  const { onUndo } = mount({ status: { kind: 'done', text: 'Saved', canUndo: true } });
  expect(screen.getByRole('status').textContent).toBe('Saved');
  fireEvent.click(button('Undo'));
  expect(onUndo).toHaveBeenCalledOnce();
});

test.each([null, viewing])('the buttons are disabled while nothing can be saved: %#', (shown) => {
  mount({ canWrite: false, viewing: shown });
  const names = shown ? ['Watched today, edit this entry'] : ['Watched today', 'Watched on another day'];
  for (const name of [...names, 'Like', 'Watchlist'])
    expect(button(name).hasAttribute('disabled')).toBe(true);
});

test('the focus stays in the panel when the undo is done', async () => {
  const { draw } = mount({ status: { kind: 'done', text: 'Saved', canUndo: true } });
  button('Undo').focus();
  draw({ status: { kind: 'done', text: 'Undone', canUndo: false } });
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Your rating' })),
  );
});

test('where the popup was opened to log the film, what logs it has the focus, else nothing has', () => {
  mount();
  expect(document.activeElement).toBe(document.body);
  cleanup();
  mount({ beginsWithLog: true });
  expect(document.activeElement?.textContent).toBe('Watched');
  cleanup();
  mount({ beginsWithLog: true, viewing });
  expect(document.activeElement).toBe(chip());
});

test('what logs the film gets the focus once it can be pressed, and takes it from nothing afterwards', () => {
  const { draw } = mount({ beginsWithLog: true, canWrite: false });
  expect(document.activeElement).toBe(document.body);
  draw({ canWrite: true });
  expect(document.activeElement?.textContent).toBe('Watched');
  button('Watchlist').focus();
  draw({});
  draw({ canWrite: true });
  expect(document.activeElement?.textContent).not.toBe('Watched');
});
