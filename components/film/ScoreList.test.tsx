import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { SourceScore, SourceStatus, StoredReview } from '../../lib/films/review-types.ts';
import { KeepReview } from './KeepReview.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { listOtherScores, ScoreList } from './ScoreList.tsx';
import { formatSourceStatus, SourceStates } from './SourceStates.tsx';

afterEach(cleanup);

const critics: SourceScore = {
  source: 'rottentomatoes',
  sourceName: 'Rotten Tomatoes',
  kind: 'critics',
  value: 95,
  worst: 0,
  best: 100,
  count: 287,
  url: 'https://www.rottentomatoes.com/m/her',
  licence: null,
  asOf: '2026-11-22',
  note: null,
};
const audience: SourceScore = {
  ...critics,
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 8,
  worst: 1,
  best: 10,
  count: 1,
  url: 'javascript:alert(1)',
  note: 'score from 2010, not today’s',
};

const review: StoredReview = {
  source: 'page',
  url: 'https://reviews.example/her/',
  siteName: 'Frame and Field',
  film: {
    title: 'Her',
    year: 2013,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    genres: [],
    refs: [],
  },
  headline: 'Her – Review',
  author: { name: 'Mirona Nicola', role: null, url: null },
  date: '2014-03-19',
  language: 'en',
  score: { value: 4.1, worst: 0, best: 5 },
  score100: 82,
  criteria: [{ name: 'Sound & Music', score: { value: 80, worst: 0, best: 100 } }],
  readers: { score: { value: 4.4, worst: 0, best: 5 }, count: 31 },
  verdict: null,
  pros: [],
  cons: [],
  excerpt: 'A film that wears its heart on its sleeve.',
  text: null,
  commentsCount: null,
  evidence: ['json-ld'],
  fetchedAt: 0,
};

test('shows each score with its source, count, own scale and date', () => {
  render(<ScoreList ofPage={null} scores={[critics, audience]} />);
  const [first, second] = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(first).toBe('Critics Rotten Tomatoes, 287 reviewsas of 22 Nov 202695%');
  expect(second).toBe('Audience IMDb, 1 votescore from 2010, not today’s8.0\u2009/10');
});

test('shows no link for an address that is not http or https', () => {
  render(<ScoreList ofPage={null} scores={[critics, audience]} />);
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Rotten Tomatoes']);
});

test('shows the date of a score and no licence code', () => {
  render(<ScoreList ofPage={null} scores={[{ ...critics, licence: 'CC0-1.0' }]} />);
  expect(screen.getByText('as of 22 Nov 2026')).toBeTruthy();
  expect(document.body.textContent).not.toContain('CC0');
});

test('says that there are no scores', () => {
  render(<ScoreList ofPage={null} scores={[]} />);
  expect(screen.getByText('No score for this film yet.')).toBeTruthy();
});

const omdb = { source: 'omdb', sourceName: 'OMDb', until: null };
const at = Date.UTC(2026, 10, 22, 9, 30);

test.each<[Partial<SourceStatus>, RegExp | null]>([
  [{ state: 'ok', fetchedAt: at }, null],
  [{ state: 'none', fetchedAt: at }, /^OMDb: no score for this film$/],
  [{ state: 'none' }, null],
  [{ state: 'stale', fetchedAt: at }, /^OMDb: as of .*2026.*, being updated$/],
  [{ state: 'not-asked' }, /^OMDb: loading…$/],
  [{ state: 'limit-reached', until: at }, /^OMDb: limit reached until .*2026/],
  [{ state: 'no-permission' }, /^OMDb: needs your permission$/],
  [{ state: 'no-key' }, /^OMDb: needs your API key$/],
  [{ state: 'offline', fetchedAt: at }, /^OMDb: offline, as of .*2026/],
  [{ state: 'offline' }, /^OMDb: offline$/],
  [{ state: 'failed' }, /^OMDb: could not be reached$/],
  [{ state: 'failed', until: at }, /paused until .*2026/],
])('describes a source with %j in words', (status, words) => {
  const sentence = formatSourceStatus({ ...omdb, state: 'ok', ...status });
  if (words === null) expect(sentence).toBeNull();
  else expect(sentence).toMatch(words);
});

test('links a state that the user can fix to the options', () => {
  const onOptions = vi.fn();
  const statuses: SourceStatus[] = [
    { ...omdb, state: 'no-key' },
    { ...omdb, source: 'tmdb', sourceName: 'TMDB', state: 'ok', hasData: true },
    { ...omdb, source: 'wikidata', sourceName: 'Wikidata', state: 'ok', hasData: true },
  ];
  render(<SourceStates statuses={statuses} off={['Wikidata']} onOptions={onOptions} />);
  fireEvent.click(screen.getByRole('button', { name: 'Add an API key' }));
  fireEvent.click(screen.getByRole('button', { name: 'Choose services' }));
  expect(onOptions.mock.calls).toEqual([['omdb'], [null]]);
  const links = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(links).toEqual([expect.stringMatching(/not endorsed, certified, or otherwise approved by TMDB/)]);
});

test('a saved review shows its score, criteria, readers’ score and link, and can be removed', () => {
  const onRemove = vi.fn();
  render(<ReviewCard review={review} onRemove={onRemove} />);
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://reviews.example/her/');
  expect(screen.getByText('4.1')).toBeTruthy();
  expect(screen.getByText('Sound & Music')).toBeTruthy();
  expect(screen.getByText('Readers 4.4 of 5, 31 votes')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Remove: Her – Review' }));
  expect(onRemove).toHaveBeenCalledOnce();
});

test('summarises a page’s review before it is saved', () => {
  const onKeep = vi.fn();
  const { rerender } = render(
    <KeepReview review={{ ...review, text: null }} disabled={false} onKeep={onKeep} />,
  );
  expect(screen.getByText('4.1 of 5 · Mirona Nicola · Frame and Field · 19 Mar 2014')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Save this review' }));
  expect(onKeep).toHaveBeenCalledOnce();
  rerender(<KeepReview review={{ ...review, text: null, score: null }} disabled onKeep={onKeep} />);
  expect(screen.getByText(/^no score given/)).toBeTruthy();
});

test('shows the score that the page states last, with today, in place of the same site’s', () => {
  const ofPage: SourceScore = { ...critics, value: 96, asOf: '2026-11-30' };
  render(<ScoreList scores={[critics, audience]} ofPage={ofPage} />);
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('IMDb');
  expect(rows[1]).toMatch(/Critics On this page: Rotten Tomatoes, 287 reviews.*today.*96/);
});

test('shows the score that the page states when there is no other', () => {
  render(<ScoreList scores={[]} ofPage={audience} />);
  expect(screen.queryByText('No score for this film yet.')).toBeNull();
  expect(screen.getByText('On this page: IMDb', { exact: false })).toBeTruthy();
});

test('a film has no other score than that of the open page, though it is kept too', () => {
  expect(listOtherScores([critics], { ...critics, value: 96, asOf: '2026-11-30' })).toEqual([]);
  expect(listOtherScores([critics, audience], critics)).toEqual([audience]);
  expect(listOtherScores([critics], null)).toEqual([critics]);
});
