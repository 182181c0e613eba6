// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { SourceScore } from '../../lib/reviews/types.ts';
import { listSpreadPoints, ScoreList } from './ScoreList.tsx';

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
  note: '2010 sample, not today’s figure',
};

test('each score stands with its source, count, own scale and date', () => {
  render(<ScoreList scores={[critics, audience]} statuses={[]} own={null} />);
  const [first, second] = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(first).toBe('Critics Rotten Tomatoes, 287 reviewsas of 22 Nov 202695%');
  expect(second).toBe('Audience IMDb, 1 vote2010 sample, not today’s figure8.0\u2009/10');
});

test('an address that is not of the web is no link', () => {
  render(<ScoreList scores={[critics, audience]} statuses={[]} own={null} />);
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Rotten Tomatoes']);
});

test('you, audience and critics stand on one line from 0 to 100', () => {
  render(<ScoreList scores={[critics, audience]} statuses={[]} own={9} />);
  const line = screen.getByRole('img');
  expect(line.getAttribute('aria-label')).toBe(
    'On a scale from 0 to 100, low to high: Audience 8.0, You 4½, Critics 95%',
  );
});

test('a scale that begins at one is laid out from one', () => {
  expect(listSpreadPoints([audience], null)[0]?.at).toBeCloseTo(77.78, 2);
  expect(listSpreadPoints([{ ...audience, best: 1 }], null)).toEqual([]);
});

test('without scores it says so, and says of each source why', () => {
  const statuses = [
    { source: 'omdb', sourceName: 'OMDb', state: 'no-key', until: null },
    { source: 'starter', sourceName: 'Starter shelf', state: 'ok', until: null },
  ] as const;
  render(<ScoreList scores={[]} statuses={[...statuses]} own={9} />);
  expect(screen.getByText('No source has a score for this film.')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['OMDb: needs your key']);
  expect(screen.queryByRole('img')).toBeNull();
});
