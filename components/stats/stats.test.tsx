import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { listCalendar } from '../../lib/stats/calendar.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { HeatMap } from './HeatMap.tsx';
import { RankTable } from './RankTable.tsx';

afterEach(cleanup);

test('a chart has a sentence and a table; without data, only the sentence', () => {
  const table = { columns: ['Year', 'Films'], rows: [['2025', '12']] };
  const { rerender } = render(
    <ChartFrame title="Films" summary="Most in 2025." table={table}>
      <i>{'picture'}</i>
    </ChartFrame>,
  );
  const region = screen.getByRole('region', { name: 'Films' });
  expect(region.textContent).toContain('Most in 2025.');
  expect(within(region).getByRole('rowheader', { name: '2025' })).toBeTruthy();
  rerender(
    <ChartFrame title="Films" summary="Nothing." table={{ ...table, rows: [] }}>
      <i>{'picture'}</i>
    </ChartFrame>,
  );
  expect(screen.queryByText('picture')).toBeNull();
});

test('the heat map has a square per day, with a tooltip on days with entries, and a legend', () => {
  const days = listCalendar(new Map([['2024-02-29', 2]]), 2024);
  const { container } = render(<HeatMap name="2024" days={days} />);
  expect(container.querySelectorAll('.heat-year .heat-day')).toHaveLength(366);
  expect(container.querySelector('.heat-legend')?.textContent).toBe('Entries a day:0123 or more');
  expect(screen.getByTitle('29 February 2024: 2 entries').className).toContain('heat-2');
});

test('a ranking shows ten names at first, and a name can be chosen', () => {
  const onChoose = vi.fn();
  const rows = Array.from({ length: 12 }, (_, at) => ({
    ...{
      key: `k${at}`,
      name: `Name ${at}`,
      films: 12 - at,
      minutes: 100,
      timed: 1,
      untimed: 2,
      meanRating: at === 0 ? 8 : null,
    },
  }));
  render(<RankTable name="Directors" rows={rows} onChoose={onChoose} />);
  expect(screen.getAllByRole('rowheader')).toHaveLength(10);
  expect(screen.getByRole('row', { name: /Name 0/ }).textContent).toContain('2 h for 1 of 3★ 4.0');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(12);
  fireEvent.click(screen.getByRole('button', { name: 'Name 3' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('k3');
});
