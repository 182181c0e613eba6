import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ratingsFaultCodes, type RatingsOverview } from '../../lib/messaging/ratings-protocol.ts';
import type { RatingsActions } from '../../lib/messaging/ratings-actions.ts';
import { Ratings } from '../settings/catalogues/Ratings.tsx';
import { createRatingsState } from '../ui/ratings-state.ts';
import { TodaysScores } from './TodaysScores.tsx';

afterEach(cleanup);

const none: RatingsOverview = {
  on: false,
  origins: ['https://datasets.imdbws.com/*'],
  table: null,
  progress: null,
  fault: null,
  nextAt: null,
  checkedAt: null,
};
const table = { ratings: 1_600_000, asOf: '2026-11-29', bytes: 7_000_000, savedAt: 0 };

function show(ratings: Partial<RatingsOverview>, sawProgress = false) {
  const on = { onStart: vi.fn(), onStop: vi.fn(), onBring: vi.fn() };
  render(<TodaysScores ratings={{ ...none, ...ratings }} sawProgress={sawProgress} {...on} />);
  return on;
}
const text = (): string => document.body.textContent;

test('before the first time it says what happens, and one click starts it', () => {
  const { onStart } = show({});
  expect(text()).toContain('Nothing about you or your films is sent.');
  fireEvent.click(screen.getByRole('button', { name: 'Get today’s scores' }));
  expect(onStart).toHaveBeenCalledOnce();
});

test('progress is a bar with its figure in words, and can be stopped', () => {
  const { onStop } = show({ progress: { done: 3_140_000, of: 8_000_000 } }, true);
  expect(screen.getByRole('status').textContent).toBe('Getting today’s scores');
  expect(text()).toContain('3.1 of 8 MB');
  expect(text()).toContain('You can close this. It carries on by itself.');
  const bar = screen.getByRole('progressbar', { name: 'Getting today’s scores' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3140000', '8000000']);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledOnce();
});

test('without a known size the bar has no end, and the words say what has come', () => {
  show({ progress: { done: 3_140_000, of: null } });
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  expect(text()).toContain('3.1 MB');
});

test('that the scores are here is said where they were seen coming', () => {
  show({ table, on: true }, true);
  expect(screen.getByRole('status').textContent).toBe('Scores are here');
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  show({ table, on: true });
  expect(screen.getByRole('status').textContent).toBe('');
});

test.each(ratingsFaultCodes)('the fault %s has words of its own, and a way forward', (code) => {
  const status = code === 'server' || code === 'forbidden' ? 503 : null;
  const { onStart } = show({ fault: { code, status } });
  const isOwn = code === 'cancelled' || code === 'declined';
  const said = isOwn ? screen.getAllByRole('status').at(-1) : screen.getByRole('alert');
  expect(said?.textContent.length).toBeGreaterThan(20);
  if (status !== null) expect(said?.textContent).toContain('(error 503)');
  fireEvent.click(screen.getByRole('button', { name: isOwn ? 'Get today’s scores' : 'Try now' }));
  expect(onStart).toHaveBeenCalledOnce();
});

test('a fault does not hide that the former scores stay, and offers to bring the file', () => {
  const { onBring } = show({ table, fault: { code: 'offline', status: null } });
  expect(screen.getByRole('alert').textContent).toMatch(/Marquee still uses the scores of .*2026\.$/);
  fireEvent.click(screen.getByRole('button', { name: 'Choose the file yourself' }));
  expect(onBring).toHaveBeenCalledOnce();
});

test('the options say how many scores there are, of which day, and on which terms', () => {
  const on = {
    onStart: vi.fn(),
    onStop: vi.fn(),
    onBring: vi.fn(),
    onSwitchOff: vi.fn(),
    onRemove: vi.fn(),
  };
  const ratings = { ...none, on: true, table, nextAt: Date.UTC(2026, 11, 6, 12) };
  render(<Ratings ratings={ratings} sawProgress={false} {...on} />);
  expect(screen.getByText(/^1,600,000 titles · 7 MB · as of .*2026 · Next on .*2026$/)).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toContain('developer.imdb.com');
  expect(text()).toContain('For personal and non-commercial use.');
  fireEvent.click(screen.getByRole('switch', { name: 'Fetch new scores every week' }));
  expect(on.onSwitchOff).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Remove: IMDb’s scores' }));
  expect(on.onRemove).toHaveBeenCalledOnce();
});

function makeActions(answers: { granted: boolean }) {
  const calls: string[] = [];
  const answer = (name: string, overview = none): Promise<RatingsOverview> => {
    calls.push(name);
    return Promise.resolve(overview);
  };
  const actions: RatingsActions = {
    load: () => answer('load'),
    start: () => answer('start', { ...none, progress: { done: 0, of: null } }),
    stop: (reason) => answer(`stop ${reason}`),
    switchOff: () => answer('off'),
    remove: () => answer('remove'),
    ask: (origins) => {
      calls.push(`ask ${origins.join(' ')}`);
      return Promise.resolve(answers.granted);
    },
    listen: () => undefined,
  };
  return { actions, calls };
}

test.each([
  [true, 'start'],
  [false, 'stop declined'],
])('a click asks in its own task and tells the background at once (granted: %s)', async (granted, then) => {
  const { actions, calls } = makeActions({ granted });
  const state = createRatingsState(actions);
  await state.openRatings();
  const started = state.startRatings();
  expect(calls).toEqual(['load', 'ask https://datasets.imdbws.com/*', 'start']);
  await started;
  expect(calls.slice(3)).toEqual([then]);
  expect(state.sawProgress.value).toBe(true);
});
