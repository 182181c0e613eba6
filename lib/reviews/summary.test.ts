import { expect, test } from 'vitest';
import { makeFilm } from '../films/make-film.ts';
import { mergeReviews, mergeScores, mergeSummary, listAwards } from './summary.ts';
import type { FilmAward, SourceScore, StoredReview } from '../films/review-types.ts';

const score = (value: number, more: Partial<SourceScore> = {}): SourceScore => ({
  source: 'rottentomatoes',
  sourceName: 'Rotten Tomatoes',
  kind: 'critics',
  value,
  worst: 0,
  best: 100,
  count: null,
  url: null,
  licence: null,
  asOf: '2020',
  note: null,
  ...more,
});

const review = (url: string, more: Partial<StoredReview> = {}): StoredReview => ({
  url,
  source: 'page',
  siteName: null,
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
  headline: null,
  author: null,
  date: null,
  language: null,
  score: null,
  score100: null,
  criteria: [],
  readers: null,
  verdict: null,
  pros: [],
  cons: [],
  excerpt: null,
  text: null,
  commentsCount: null,
  evidence: [],
  fetchedAt: 0,
  ...more,
});

test('keeps the newer of two scores of one source and kind, the first if they have the same date', () => {
  const scores = [
    score(90, { asOf: '2010' }),
    score(95, { asOf: '2024-05-01' }),
    score(94, { asOf: '2024-05-01' }),
  ];
  expect(mergeScores(scores).map(({ value }) => value)).toEqual([95]);
});

test('keeps critics, audience and different sources apart', () => {
  const scores = [
    score(95),
    score(82, { kind: 'audience' }),
    score(8, { source: 'imdb', kind: 'audience', worst: 1, best: 10 }),
  ];
  expect(mergeScores(scores)).toEqual(scores);
});

test('sorts reviews by date, newest first, and keeps the one fetched last of each address', () => {
  const reviews = [
    review('https://a.example/', { date: '2014-01-01' }),
    review('https://b.example/'),
    review('https://c.example/', { date: '2020-02-02', fetchedAt: 1, headline: 'old' }),
    review('https://c.example/', { date: '2020-02-02', fetchedAt: 2, headline: 'new' }),
  ];
  expect(mergeReviews(reviews).map(({ url, headline }) => [url, headline])).toEqual([
    ['https://c.example/', 'new'],
    ['https://a.example/', null],
    ['https://b.example/', null],
  ]);
});

test('prefers the user’s copy of a review to a later one of the site', () => {
  const kept = review('https://a.example/', { source: 'page', fetchedAt: 1 });
  const fetched = review('https://a.example/', { source: 'a.example', fetchedAt: 2 });
  expect(mergeReviews([kept, fetched])).toEqual([kept]);
  expect(mergeReviews([fetched, kept])).toEqual([kept]);
});

test('lists each prize once, as won if any source knows it as won', () => {
  const film = makeFilm({ title: 'Her' });
  const status = { source: 'x', sourceName: 'X', state: 'ok', until: null } as const;
  const award = (category: string, isWon: boolean) => ({ award: 'Oscar', category, year: 2013, isWon });
  const answer = (...awards: FilmAward[]) => ({ status, films: [{ film, scores: [], awards }], reviews: [] });
  const answers = [
    answer(award('Original Screenplay', false), award('Original Song', false)),
    answer(award('Original Screenplay', true)),
    { status, films: [{ film, scores: [] }], reviews: [] },
  ];
  expect(listAwards(answers)).toEqual([award('Original Screenplay', true), award('Original Song', false)]);
});

test('a summary has the status of every source, also of those without an answer', () => {
  const film = makeFilm({ title: 'Her' });
  const none = { source: 'x', sourceName: 'X', state: 'none', until: null } as const;
  const summary = mergeSummary(film, [{ status: none, films: [], reviews: [] }]);
  expect(summary).toEqual({ film, scores: [], reviews: [], awards: [], statuses: [none] });
});
