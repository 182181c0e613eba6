import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { LogHealth } from '../../lib/watchlog/types.ts';
import { DiaryList } from '../lists/DiaryList.tsx';
import { DayHeatMap } from './DayHeatMap.tsx';
import { RatingsPanel } from './RatingsPanel.tsx';
import { Recovery } from './Recovery.tsx';
import type { DiaryHeading, ListedEntry, ListedFilm } from '../../lib/watchlog/search/item-types.ts';
import { YearPanel } from './YearPanel.tsx';

afterEach(cleanup);

// jsdom does not implement dialogs.
beforeAll(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
});

function formatEntry(id: string, title: string, changes: Partial<ListedEntry>): ListedEntry {
  const film: ListedFilm = {
    id: `f-${id}`,
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
    viewings: 1,
    lastWatched: null,
  };
  return {
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
    ...changes,
  };
}

function mountDiary(entries: ListedEntry[], heading: DiaryHeading, selected: Set<string> | null = null) {
  const on = { onOpen: vi.fn(), onSelect: vi.fn() };
  render(
    <DiaryList
      lines={[-1, ...entries.keys()]}
      headings={[heading]}
      hasNote={() => false}
      entryAt={(place) => entries[place]!}
      selected={selected}
      {...on}
    />,
  );
  return on;
}

test('the diary shows month, day and film, and each day once', () => {
  const { onOpen } = mountDiary(
    [
      formatEntry('1', 'Her', { watchedOn: '2026-11-21', rewatch: true, rating: 9, tags: ['sci-fi'] }),
      formatEntry('2', 'Inception', { watchedOn: '2026-11-21', finished: false, place: 'Odeon' }),
    ],
    { period: '2026-11', viewings: 2, sumMinutes: () => 200 },
  );
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('November 20262 films · 3 h');
  const [, first, second] = screen.getAllByRole('listitem');
  expect(within(first!).getByText('21')).toBeTruthy();
  expect(within(first!).getByRole('img', { name: '4½ stars' })).toBeTruthy();
  expect(first!.textContent).toContain('rewatch');
  expect(within(second!).queryByText('21')).toBeNull();
  expect(within(second!).getByText('21 November 2026').className).toBe('hidden-text');
  expect(second!.textContent).toContain('Odeon · not finished');
  fireEvent.click(within(second!).getByRole('button', { name: 'Inception 2013' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('2');
});

test('entries without a date have their own heading', () => {
  mountDiary([formatEntry('1', 'Her', {})], { period: null, viewings: 1, sumMinutes: () => 0 });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Date unknown1 film');
});

test('a line is selected by its checkbox, which is labelled with the title', () => {
  const { onSelect } = mountDiary(
    [formatEntry('1', 'Her', {})],
    { period: null, viewings: 1, sumMinutes: () => 0 },
    new Set(),
  );
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Her' }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('1');
});

test('the year has four figures, with a mean only if something is rated', () => {
  const { rerender } = render(
    <YearPanel totals={{ viewings: 96, minutes: 11220, meanRating: 7.4, rewatches: 1 }} />,
  );
  const read = (): (string | null)[] => screen.getAllByRole('definition').map((figure) => figure.textContent);
  expect(read()).toEqual(['96', '187 h', '3.7', '1']);
  rerender(<YearPanel totals={{ viewings: 0, minutes: 0, meanRating: null, rewatches: 0 }} />);
  expect(read()).toEqual(['0', '0 min', '–', '0']);
});

test('each chart has a label that describes it in words', () => {
  render(
    <>
      <RatingsPanel counts={[0, 0, 0, 0, 0, 0, 0, 1, 2, 0]} />
      <DayHeatMap
        days={[
          { day: '2026-11-09', viewings: 2 },
          { day: '2026-11-10', viewings: 0 },
        ]}
      />
    </>,
  );
  expect(screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'))).toEqual([
    '4 stars: 1 film; 4½ stars: 2 films',
    '2 films on 1 day since 9 November 2026',
  ]);
});

const backups = [
  { id: 'b2', madeAt: Date.UTC(2026, 10, 21, 12), films: 1, ratings: 2, entries: 3 },
  { id: 'b1', madeAt: Date.UTC(2026, 10, 20, 12), films: 1, ratings: 1, entries: 1 },
];

function mountRecovery(health: Exclude<LogHealth, { state: 'ok' }>, fault: string | null = null) {
  const on = { onRestore: vi.fn(), onAccept: vi.fn() };
  render(<Recovery health={health} isBusy={false} fault={fault} {...on} />);
  return on;
}

test('shows the number of missing rows, and can restore a backup', () => {
  const { onRestore } = mountRecovery({ state: 'damaged', promisedRows: 3456, foundRows: 1203, backups });
  expect(screen.getByText(/3,456 expected, 1,203 found/)).toBeTruthy();
  const rows = within(screen.getByRole('table', { name: 'Backups on this device' })).getAllByRole('row');
  expect(rows[1]!.textContent).toContain('3 entries · 2 ratings · 1 film');
  fireEvent.click(within(rows[2]!).getByRole('button', { name: 'Restore' }));
  expect(onRestore).toHaveBeenCalledExactlyOnceWith('b1');
});

test('asks before it continues without the missing entries', () => {
  const { onAccept } = mountRecovery({ state: 'damaged', promisedRows: 2, foundRows: 1, backups: [] });
  expect(screen.getByText('There is no backup on this device.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries…' }));
  expect(onAccept).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries' }));
  expect(onAccept).toHaveBeenCalledOnce();
});

test('offers no repair for a log of a newer version', () => {
  mountRecovery({ state: 'newer', version: 7 });
  expect(screen.getByText(/version 7/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('says why a restore failed', () => {
  mountRecovery({ state: 'unreadable', code: 'unreadable', backups }, 'disk full');
  expect(screen.getByRole('alert').textContent).toBe('That did not work. disk full');
});
