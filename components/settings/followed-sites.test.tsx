import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { FollowedSiteOverview, UnmatchedPost } from '../../lib/messaging/source-protocol.ts';
import { parseAddress } from './sites/AddressForm.tsx';
import { FollowedSites } from './sites/FollowedSites.tsx';
import { UnmatchedPosts } from './sites/UnmatchedPosts.tsx';

afterEach(cleanup);

const site: FollowedSiteOverview = {
  id: 's1',
  url: 'https://reviews.example/',
  name: 'Frame and Field',
  feedKind: 'wordpress',
  paused: false,
  origins: ['https://reviews.example/*'],
  hasPermission: true,
  reviews: 34,
  unmatched: 2,
  lastFetchedAt: Date.UTC(2026, 10, 22),
  error: null,
  restUntil: null,
  past: null,
};

function show(sites: FollowedSiteOverview[], busy: string | null = null, readingPast: string | null = null) {
  const on = {
    onUndo: vi.fn(),
    onFollow: vi.fn(),
    onAllow: vi.fn(),
    onFetch: vi.fn(),
    onPast: vi.fn(),
    onPause: vi.fn(),
    onRemove: vi.fn(),
  };
  render(
    <FollowedSites sites={sites} fault={null} busy={busy} readingPast={readingPast} status={null} {...on} />,
  );
  return on;
}

test.each<[Partial<FollowedSiteOverview>, RegExp]>([
  [{}, /^Marquee checks for new reviews/],
  [{ paused: true }, /^Paused\. /],
  [{ hasPermission: false }, /does not allow reviews\.example/],
  [{ error: 'offline' }, /^The last try failed\. You are offline\.$/],
  [{ error: 'unreachable' }, /^The last try failed\. The server could not be reached\.$/],
  [{ error: 'failed', restUntil: Date.UTC(2026, 10, 23) }, /Paused until .*2026/],
])('describes the state of a site with %j', (changes, words) => {
  show([{ ...site, ...changes }]);
  expect(screen.getByText(words)).toBeTruthy();
});

test('shows a site’s kind of feed, its number of reviews and when it was checked', () => {
  show([site]);
  expect(screen.getByText(/^WordPress · 34 reviews · 2 without a film · checked .*2026/)).toBeTruthy();
});

test.each<[FollowedSiteOverview['past'], RegExp]>([
  [{ read: 20, total: 1950 }, /^20 of 1,950 posts were read\.$/],
  [{ read: 1, total: null }, /^1 post was read\.$/],
])('says how many of a site’s posts were read: %j', (past, words) => {
  show([{ ...site, past }]);
  expect(screen.getByText(words)).toBeTruthy();
});

test('offers to read all posts, then to stop, and nothing if all were read', () => {
  const past = { read: 20, total: 50 };
  const on = show([{ ...site, past }]);
  fireEvent.click(screen.getByRole('button', { name: 'Read all posts: Frame and Field' }));
  expect(on.onPast).toHaveBeenCalledOnce();
  cleanup();
  const reading = show([{ ...site, past }], null, site.id);
  fireEvent.click(screen.getByRole('button', { name: 'Stop reading: Frame and Field' }));
  expect(reading.onPast).toHaveBeenCalledOnce();
  cleanup();
  show([site]);
  expect(screen.queryByRole('button', { name: /Read all posts/ })).toBeNull();
});

test('each button names its site', () => {
  const on = show([site, { ...site, id: 's2', name: 'Other', paused: true }]);
  fireEvent.click(screen.getByRole('button', { name: 'Check now: Frame and Field' }));
  fireEvent.click(screen.getByRole('button', { name: 'Pause: Frame and Field' }));
  fireEvent.click(screen.getByRole('button', { name: 'Resume: Other' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove: Other' }));
  expect(on.onFetch).toHaveBeenCalledExactlyOnceWith(site);
  expect(on.onPause).toHaveBeenNthCalledWith(1, site, true);
  expect(on.onPause).toHaveBeenNthCalledWith(2, expect.objectContaining({ id: 's2' }), false);
  expect(on.onRemove).toHaveBeenCalledOnce();
});

test('the button of a site that is being fetched says "Checking…" and does nothing', () => {
  const on = show([site], site.id);
  const button = screen.getByRole('button', { name: 'Checking… Frame and Field' });
  expect(button.textContent).toBe('Checking…');
  fireEvent.click(button);
  expect(on.onFetch).not.toHaveBeenCalled();
});

test.each([
  ['reviews.example', 'https://reviews.example/'],
  [' http://reviews.example/her ', 'http://reviews.example/her'],
  ['localhost:8080', 'https://localhost:8080/'],
  ['her', null],
  ['a film site', null],
  ['', null],
])('parseAddress reads %j as %j', (typed, address) => {
  expect(parseAddress(typed)).toBe(address);
});

test('the follow button is enabled for a valid address', () => {
  const on = show([]);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Follow' });
  expect(button.disabled).toBe(true);
  fireEvent.input(screen.getByLabelText('Address of a review site'), {
    target: { value: 'reviews.example' },
  });
  fireEvent.click(button);
  expect(on.onFollow).toHaveBeenCalledExactlyOnceWith('https://reviews.example/');
});

const kong = (year: number) => ({
  refs: [`title:king kong:${year}` as const],
  title: 'King Kong',
  originalTitle: null,
  alternativeTitles: [],
  year,
  releases: [],
  directors: [],
  writers: [],
  cast: [],
  runtimeMinutes: null,
  genres: [],
  countries: [],
  languages: [],
});
const post: UnmatchedPost = {
  siteId: 's1',
  siteName: 'Frame and Field',
  url: 'https://reviews.example/kong/',
  heading: 'The ape returns',
  date: '2026-11-03',
  title: 'King Kong',
  year: null,
  candidates: [kong(1933), kong(1976)],
};

test('another film begins with the title and year that were found', () => {
  const on = { onAssign: vi.fn(), onName: vi.fn() };
  render(<UnmatchedPosts posts={[{ ...post, title: 'Kong', year: 1933 }]} maxYear={2030} {...on} />);
  fireEvent.click(screen.getByRole('button', { name: 'Choose another film…' }));
  fireEvent.submit(screen.getByRole('textbox'));
  expect(on.onName).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Kong', 1933);
});

test('a post without a film gets one of its candidates, another film by title, or none', () => {
  const on = { onAssign: vi.fn(), onName: vi.fn() };
  render(<UnmatchedPosts posts={[post]} maxYear={2031} {...on} />);
  const list = within(screen.getByRole('list'));
  fireEvent.click(list.getByRole('button', { name: 'King Kong (1976)' }));
  fireEvent.click(list.getByRole('button', { name: 'Not about a film: The ape returns' }));
  expect(on.onAssign.mock.calls).toEqual([
    [post, kong(1976)],
    [post, null],
  ]);
  fireEvent.click(list.getByRole('button', { name: 'Choose another film…' }));
  fireEvent.input(list.getByLabelText('Title'), { target: { value: 'Mighty Joe Young' } });
  fireEvent.click(list.getByRole('button', { name: 'Find' }));
  expect(on.onName).toHaveBeenCalledExactlyOnceWith(post, 'Mighty Joe Young', null);
});
