import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { BulkBar } from './BulkBar.tsx';
import { addMonths, DiaryCalendar, listWeeks } from './DiaryCalendar.tsx';
import { FilmGrid } from '../lists/FilmGrid.tsx';
import { FilmTable } from '../lists/FilmTable.tsx';
import { FilterChips } from './FilterChips.tsx';
import { ReviewCards } from '../lists/ReviewCards.tsx';
import { TrashRows } from '../lists/TrashRows.tsx';
import type { ListedEntry, ListedFilm } from '../../lib/watchlog/search/item-types.ts';
import { WatchlistRows } from '../lists/WatchlistRows.tsx';

afterEach(cleanup);

// jsdom does not implement dialogs or scrolling.
beforeAll(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  window.scrollTo = () => undefined;
});

function formatFilm(id: string, title: string, facts: Partial<ListedFilm> = {}): ListedFilm {
  return {
    id,
    refs: [],
    title,
    originalTitle: null,
    year: 2013,
    directors: [],
    genres: [],
    runtimeMinutes: null,
    liked: false,
    tags: [],
    rating: null,
    isRated: false,
    criteria: {},
    priority: null,
    reason: '',
    listedAt: null,
    entryCount: 1,
    lastWatched: null,
    ...facts,
  };
}
const formatEntry = (id: string, film: ListedFilm, fields: Partial<ListedEntry> = {}): ListedEntry => ({
  id,
  film,
  watchedOn: null,
  rewatch: false,
  finished: true,
  rating: null,
  tags: [],
  note: '',
  place: '',
  company: '',
  hasReview: false,
  ...fields,
});

const her = formatFilm('f1', 'Her', { rating: 9, liked: true, entryCount: 2, lastWatched: '2026-11-21' });
const ran = formatFilm('f2', 'Ran', { year: 1985, priority: 3, reason: 'the battle' });
const filmAt = (position: number): ListedFilm => [her, ran][position]!;

test('covers show rating, like and number of entries in words, and open their film', () => {
  const onOpen = vi.fn();
  render(<FilmGrid positions={[0, 1]} filmAt={filmAt} selected={null} onSelect={vi.fn()} onOpen={onOpen} />);
  const [first] = screen.getAllByRole('listitem');
  expect(within(first!).getByRole('img', { name: '4½ stars' })).toBeTruthy();
  expect(first!.textContent).toContain('liked');
  expect(first!.textContent).toContain('Seen 2 times');
  fireEvent.click(screen.getByRole('button', { name: 'Ran 1985' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('f2');
});

test('renders the first row of covers first, and keeps a cover’s element when it moves to another row', async () => {
  const films = Array.from({ length: 9 }, (_, at) => formatFilm(`f${at}`, `Film ${at}`));
  const rest = {
    filmAt: (position: number) => films[position]!,
    selected: null,
    onSelect: vi.fn(),
    onOpen: vi.fn(),
  };
  const cellOf = (title: string) => screen.getByRole('button', { name: `${title} 2013` }).closest('li');
  const { rerender } = render(<FilmGrid positions={[0, 1, 2, 3, 4, 5, 6, 7]} {...rest} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  await screen.findByRole('button', { name: 'Film 4 2013' });
  const fifth = cellOf('Film 4');
  expect(fifth?.dataset.index).toBe('1');
  rerender(<FilmGrid positions={[3, 4, 8]} {...rest} />);
  expect(cellOf('Film 4')).toBe(fifth);
  expect(fifth?.dataset.index).toBe('0');
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});

test('the table shows its sort order, and its headings sort it', () => {
  const onSort = vi.fn();
  render(
    <FilmTable
      positions={[0, 1]}
      filmAt={filmAt}
      selected={null}
      sorting={{ key: 'year', isDescending: true }}
      onSelect={vi.fn()}
      onOpen={vi.fn()}
      onSort={onSort}
    />,
  );
  expect(screen.getByRole('columnheader', { name: 'Year' }).getAttribute('aria-sort')).toBe('descending');
  expect(screen.getByRole('columnheader', { name: 'Title' }).hasAttribute('aria-sort')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Rating' }));
  expect(onSort).toHaveBeenCalledExactlyOnceWith('rating');
});

test('the watchlist shows the reason, changes the priority and marks a film as seen', () => {
  const on = { onPriority: vi.fn(), onSeen: vi.fn(), onSelect: vi.fn(), onOpen: vi.fn() };
  render(<WatchlistRows positions={[1]} filmAt={filmAt} selected={null} canWrite {...on} />);
  expect(screen.getByText('the battle')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Priority of Ran' }), { target: { value: '1' } });
  expect(on.onPriority).toHaveBeenCalledExactlyOnceWith(ran, 1);
  fireEvent.click(screen.getByRole('button', { name: 'Mark as seen' }));
  expect(on.onSeen).toHaveBeenCalledExactlyOnceWith(ran);
});

test('a review with spoilers stays folded until it is opened', () => {
  render(
    <ReviewCards
      positions={[0]}
      entryAt={() => formatEntry('e1', her)}
      textOf={() => ({ review: 'She leaves.', hasSpoilers: true })}
      onOpen={vi.fn()}
    />,
  );
  expect(screen.queryByText('She leaves.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /spoilers/ }));
  expect(screen.getByText('She leaves.')).toBeTruthy();
});

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2024-03', -14, '2023-01'],
])('addMonths: %s and %i months give %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected);
});

test('listWeeks splits a month into weeks from Monday', () => {
  const weeks = listWeeks('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
});

test('the calendar shows films on their days, and films of an unknown day below', () => {
  const onMonth = vi.fn();
  render(
    <DiaryCalendar
      month="2026-10"
      today="2026-11-22"
      entries={[
        formatEntry('e1', her, { watchedOn: '2026-10-05', rating: 9 }),
        formatEntry('e2', ran, { watchedOn: '2026-10' }),
      ]}
      onMonth={onMonth}
      onOpen={vi.fn()}
    />,
  );
  const cell = screen.getByText('5 October 2026').closest('td');
  expect(within(cell!).getByRole('button', { name: 'Her, 4½' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ran' }).closest('td')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Next month' }));
  expect(onMonth).toHaveBeenCalledExactlyOnceWith('2026-11');
});

test('a chip removes its filter', () => {
  const onFilter = vi.fn();
  const none = { year: null, seenIn: null, rating: null, tag: null, genre: null, director: null };
  const flags = { rewatch: false, unfinished: false, liked: true };
  render(<FilterChips values={{ ...none, ...flags, decade: 1990 }} onFilter={onFilter} />);
  expect(screen.getAllByRole('button').map((chip) => chip.textContent)).toEqual(['1990s', 'Liked']);
  fireEvent.click(screen.getByRole('button', { name: 'Remove the filter “1990s”' }));
  expect(onFilter).toHaveBeenCalledExactlyOnceWith({ decade: null });
});

test('what is selected is put on a list, or on a new one, in one step', async () => {
  const winter = { id: 'l1', name: 'Winter', ranked: false, films: 3, isOn: false };
  const on = { onAll: vi.fn(), onEdit: vi.fn(), onEnd: vi.fn(), loadLists: () => Promise.resolve([winter]) };
  render(<BulkBar of="films" count={2} total={5} {...on} />);
  fireEvent.click(screen.getByRole('button', { name: 'Add to list' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Winter/ }));
  expect(on.onEdit).toHaveBeenCalledExactlyOnceWith({ kind: 'add-to-list', list: winter });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Add to list' }));
  fireEvent.input(screen.getByRole('textbox', { name: 'Find or name a list' }), {
    target: { value: 'Summer' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'New list “Summer”' }));
  expect(on.onEdit).toHaveBeenLastCalledWith({ kind: 'new-list', name: 'Summer' });
});

test('bulk edits ask for their values, and are disabled without a selection', () => {
  const on = { onAll: vi.fn(), onEdit: vi.fn(), onEnd: vi.fn(), loadLists: () => Promise.resolve([]) };
  const { rerender } = render(<BulkBar of="entries" count={0} total={5} {...on} />);
  expect(screen.getByRole('button', { name: 'Delete' }).hasAttribute('disabled')).toBe(true);
  rerender(<BulkBar of="entries" count={2} total={5} {...on} />);
  fireEvent.click(screen.getByRole('button', { name: 'Edit tags' }));
  fireEvent.input(screen.getByLabelText('Add tags, separated by commas'), {
    target: { value: '#best, cinema' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(on.onEdit).toHaveBeenCalledExactlyOnceWith({ kind: 'tags', add: ['best', 'cinema'], remove: [] });
  fireEvent.click(screen.getByRole('button', { name: 'Select all 5' }));
  expect(on.onAll).toHaveBeenCalledOnce();
});

test('items deleted together can be restored together or one by one', () => {
  const item = {
    store: 'entries',
    stamp: 's1',
    deletedAt: 0,
    filmId: 'f',
    year: 2013,
    watchedOn: null,
  } as const;
  const items = [
    { ...item, id: 'e1', title: 'Her', rating: 9 as const, text: 'a note' },
    { ...item, id: 'e2', title: 'Ran', rating: null, text: '' },
  ];
  const on = { onRestore: vi.fn(), onPurge: vi.fn() };
  render(<TrashRows items={items} canWrite {...on} />);
  fireEvent.click(screen.getByRole('button', { name: 'Restore all of these' }));
  expect(on.onRestore).toHaveBeenLastCalledWith(items);
  fireEvent.click(screen.getByRole('button', { name: 'Restore Ran' }));
  expect(on.onRestore).toHaveBeenLastCalledWith([items[1]]);
  fireEvent.click(screen.getByRole('button', { name: 'Delete Her permanently' }));
  expect(on.onPurge).toHaveBeenCalledExactlyOnceWith([items[0]]);
});
