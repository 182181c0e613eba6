import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { LogHealth, Witness } from '../../lib/watchlog/types.ts';
import { DiaryList } from '../lists/DiaryList.tsx';
import { DayHeatMap } from './DayHeatMap.tsx';
import { RatingsPanel } from './RatingsPanel.tsx';
import { HealthNotice } from './HealthNotice.tsx';
import { Recovery } from './Recovery.tsx';
import type { WritableHealth } from '../../lib/watchlog/health.ts';
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
    entryCount: 1,
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
      entryAt={(position) => entries[position]!}
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
    { period: '2026-11', entryCount: 2, sum: () => ({ films: 2, minutes: 200, timed: 2, untimed: 3 }) },
  );
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('November 20262 films · 3 h for 2 of 5');
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
  mountDiary([formatEntry('1', 'Her', {})], {
    period: null,
    entryCount: 1,
    sum: () => ({ films: 1, minutes: 0, timed: 0, untimed: 1 }),
  });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Date unknown1 film');
});

test('a line is selected by its checkbox, which is labelled with the title', () => {
  const { onSelect } = mountDiary(
    [formatEntry('1', 'Her', {})],
    { period: null, entryCount: 1, sum: () => ({ films: 1, minutes: 0, timed: 0, untimed: 1 }) },
    new Set(),
  );
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Her' }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('1');
});

test('the year has four figures, with a mean only if something is rated, and hours of what is known', () => {
  const totals = {
    ...{ entryCount: 0, films: 0, minutes: 0, timed: 0, untimed: 0 },
    ...{ meanRating: null, rewatches: 0 },
  };
  const { rerender } = render(
    <YearPanel totals={{ ...totals, films: 95, minutes: 11220, timed: 96, meanRating: 7.4, rewatches: 1 }} />,
  );
  const read = (): (string | null)[] => screen.getAllByRole('definition').map((figure) => figure.textContent);
  expect(read()).toEqual(['95', '187 h', '3.7', '1']);
  expect(screen.getByText('watched')).toBeTruthy();
  rerender(<YearPanel totals={totals} />);
  expect(read()).toEqual(['0', '0 min', '–', '0']);
  rerender(<YearPanel totals={{ ...totals, minutes: 90, timed: 1, untimed: 2 }} />);
  expect(screen.getByText('watched (length known for 1 of 3 entries)')).toBeTruthy();
  rerender(<YearPanel totals={{ ...totals, untimed: 2 }} />);
  expect(read()[1]).toBe('–');
});

test('each chart has a label that describes it in words', () => {
  render(
    <>
      <RatingsPanel counts={[0, 0, 0, 0, 0, 0, 0, 1, 2, 0]} />
      <DayHeatMap
        days={[
          { day: '2026-11-09', entryCount: 2 },
          { day: '2026-11-10', entryCount: 0 },
        ]}
      />
    </>,
  );
  expect(screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'))).toEqual([
    '4 stars: 1 film; 4½ stars: 2 films',
    '2 entries on 1 day since 9 November 2026',
  ]);
});

const backups = [
  { id: 'b2', madeAt: Date.UTC(2026, 10, 21, 12), films: 1, ratings: 2, entries: 3 },
  { id: 'b1', madeAt: Date.UTC(2026, 10, 20, 12), films: 1, ratings: 1, entries: 1 },
];

function mountRecovery(health: Exclude<LogHealth, WritableHealth>, fault: string | null = null) {
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
  expect(screen.getByText(/^There is no backup on this device\. If you saved a file/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries…' }));
  expect(onAccept).not.toHaveBeenCalled();
  expect(screen.getByText(/no backup on this device that could bring the rest back/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries' }));
  expect(onAccept).toHaveBeenCalledOnce();
});

test('says that the backups stay, where there are some', () => {
  mountRecovery({ state: 'damaged', promisedRows: 2, foundRows: 1, backups });
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries…' }));
  expect(screen.getByText(/The backups listed here stay/)).toBeTruthy();
  expect(screen.queryByText(/no backup on this device/)).toBeNull();
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

test('says what a restore could not bring back and of which time, until it is dismissed', () => {
  const onDismiss = vi.fn();
  const missing = {
    rows: [
      { store: 'films' as const, count: 1 },
      { store: 'ratings' as const, count: 2 },
      { store: 'watchlist' as const, count: 3 },
    ],
    commits: 2,
    since: Date.UTC(2026, 10, 20, 12),
    until: Date.UTC(2026, 10, 21, 12),
  };
  render(<HealthNotice health={{ state: 'incomplete', missing }} onDismiss={onDismiss} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain('Missing: 1 film · 2 ratings · 3 other items.');
  expect(text).toContain('2 changes could not be read.');
  expect(text).toMatch(/between .*20.* and .*21/);
  fireEvent.click(screen.getByRole('button', { name: 'Continue without these entries' }));
  expect(onDismiss).toHaveBeenCalledOnce();
});

test.each([
  [{ since: null, until: 5 }, /before/],
  [{ since: 5, until: null }, /after/],
])('says before or after which time missing changes were made', (time, words) => {
  const missing = { rows: [], commits: 1, ...time };
  render(<HealthNotice health={{ state: 'incomplete', missing }} onDismiss={vi.fn()} />);
  expect(screen.getByRole('alert').textContent).toMatch(words);
  expect(screen.getByRole('alert').textContent).not.toContain('Missing:');
});

const witness: Witness = {
  kind: 'file',
  at: Date.UTC(2026, 10, 20, 12),
  installId: 'i',
  sequence: 9,
  rows: 9,
  films: 4,
  ratings: 3,
  entries: 2,
};

test('a log that vanished with its backups says when a file was saved and what it had', () => {
  mountRecovery({ state: 'damaged', promisedRows: 9, foundRows: 0, backups: [], witness });
  expect(
    screen.getByText(/20.*2026.*saved a file with your log: 2 entries · 3 ratings · 4 films/),
  ).toBeTruthy();
});

test('a log that is older than a saved file says of which day it is, and can be kept', () => {
  const onDismiss = vi.fn();
  const older = { changedAt: Date.UTC(2026, 9, 3, 12), witness };
  render(<HealthNotice health={{ state: 'ok', older }} onDismiss={onDismiss} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toMatch(/last change is of .*3.*2026/);
  expect(text).toContain('2 entries · 3 ratings · 4 films');
  fireEvent.click(screen.getByRole('button', { name: 'Keep this log' }));
  expect(onDismiss).toHaveBeenCalledOnce();
});
