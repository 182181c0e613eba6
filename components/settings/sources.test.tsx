import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { formatSourceState } from './source-words.ts';
import { Sources } from './Sources.tsx';
import { TmdbPictures, type PicturesState } from './TmdbPictures.tsx';

afterEach(cleanup);

const until = Date.UTC(2026, 10, 23, 0, 0);
const omdb: SourceOverview = {
  id: 'omdb',
  name: 'OMDb',
  on: false,
  needsKey: true,
  hasKey: false,
  origins: ['https://www.omdbapi.com/*'],
  hasPermission: false,
  state: 'not-asked',
  until: null,
  usedToday: 12,
  leftToday: 988,
  lastAnswerAt: null,
};

function show(source: SourceOverview, answer?: string) {
  const on = { onSwitch: vi.fn(), onSetKey: vi.fn(), onRemoveKey: vi.fn() };
  const answers = answer === undefined ? {} : { [source.id]: answer };
  render(<Sources sources={[source]} fault={null} busy={null} answers={answers} {...on} />);
  return on;
}

test.each<[Partial<SourceOverview>, RegExp]>([
  [{}, /^Switched off\. Nothing is sent/],
  [{ on: true, state: 'not-asked' }, /^Switched on\. Not used yet/],
  [{ on: true, state: 'ok', lastAnswerAt: until }, /^Switched on\. Last answer: /],
  [{ on: true, state: 'no-permission' }, /does not allow www\.omdbapi\.com/],
  [{ on: true, state: 'no-key' }, /needs your API key/],
  [{ on: true, state: 'no-key', hasKey: true }, /does not accept your API key/],
  [{ on: true, state: 'limit-reached', until }, /^Limit reached until .*2026/],
  [{ on: true, state: 'offline', lastAnswerAt: until }, /^Offline\. Last answer: /],
  [{ on: true, state: 'failed', until }, /paused until .*2026/],
  [{ on: true, state: 'failed' }, /tries again when you open a film/],
])('describes the state of a source with %j', (changes, words) => {
  expect(formatSourceState({ ...omdb, ...changes })).toMatch(words);
});

test('a source shows what it provides, what is sent to it, its use today and its terms', () => {
  show(omdb);
  const card = within(screen.getByRole('list'));
  expect(card.getByText(/Today’s scores from IMDb/)).toBeTruthy();
  expect(card.getByText(/^Sends .* to omdbapi\.com/)).toBeTruthy();
  expect(card.getByText(/12 requests today, 988 left/)).toBeTruthy();
  expect(card.getByRole('link', { name: /^Data from OMDb/ })).toBeTruthy();
});

test('the switch passes on its source', () => {
  const on = show(omdb);
  fireEvent.click(screen.getByRole('switch', { name: 'OMDb', checked: false }));
  expect(on.onSwitch).toHaveBeenCalledExactlyOnceWith(omdb, true);
});

test('trims a key, and empties the field afterwards', () => {
  const on = show(omdb);
  const field = screen.getByLabelText<HTMLInputElement>('Your API key for OMDb');
  expect(field.type).toBe('password');
  fireEvent.input(field, { target: { value: ' abc123 ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check and save' }));
  expect(on.onSetKey).toHaveBeenCalledExactlyOnceWith(omdb, 'abc123');
  expect(field.value).toBe('');
});

test('a saved key is not shown, and can be replaced and removed', () => {
  const on = show({ ...omdb, hasKey: true }, 'The API key works. It is saved, and the service is on.');
  expect(screen.queryByLabelText('Your API key for OMDb')).toBeNull();
  expect(
    screen.getByText('The API key works. It is saved, and the service is on.').getAttribute('role'),
  ).toBe('status');
  fireEvent.click(screen.getByRole('button', { name: 'Replace' }));
  expect(screen.getByLabelText('Your API key for OMDb')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Remove: API key for OMDb' }));
  expect(on.onRemoveKey).toHaveBeenCalledOnce();
});

test('a source that is on without permission has a button that requests it', () => {
  const on = show({ ...omdb, on: true, state: 'no-permission' });
  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
  expect(on.onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'omdb' }), true);
});

test('says why the sources cannot be shown', () => {
  const on = { onSwitch: vi.fn(), onSetKey: vi.fn(), onRemoveKey: vi.fn() };
  render(<Sources sources={null} fault="no answer" busy={null} answers={{}} {...on} />);
  expect(screen.getByText('This cannot be shown. no answer')).toBeTruthy();
});

const tmdb: SourceOverview = {
  ...omdb,
  id: 'tmdb',
  name: 'TMDB',
  on: true,
  hasKey: true,
  hasPermission: true,
  state: 'ok',
};

function showPictures(source: SourceOverview, state: PicturesState, answer = '') {
  const onSwitch = vi.fn();
  const on = { onSwitch: vi.fn(), onSetKey: vi.fn(), onRemoveKey: vi.fn() };
  const more = { tmdb: <TmdbPictures state={state} answer={answer} onSwitch={onSwitch} /> };
  render(<Sources sources={[omdb, source]} fault={null} busy={null} answers={{}} more={more} {...on} />);
  return onSwitch;
}

test('covers from TMDB are a switch of their own, which says what is sent, while TMDB is on', () => {
  const onSwitch = showPictures(tmdb, 'off');
  expect(screen.getByText(/fetches it from image\.tmdb\.org\. TMDB then learns which films/)).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: 'Covers from TMDB', checked: false }));
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true);
  cleanup();
  showPictures({ ...tmdb, on: false }, 'off');
  expect(screen.queryByRole('switch', { name: 'Covers from TMDB' })).toBeNull();
});

test('covers from TMDB that the browser no longer allows can be allowed again', () => {
  const onSwitch = showPictures(tmdb, 'not-allowed');
  expect(screen.getByText(/the browser does not allow image\.tmdb\.org/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true);
});
