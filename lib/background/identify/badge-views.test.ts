import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { starterNote } from '../../catalogue/built-in.ts';
import type { Match } from '../../films/types.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
import type { OwnRecord } from '../../watchlog/types.ts';
import { makeBadgeView } from './badge-views.ts';
import type { Identified } from './identify.ts';
import { makeHint, makeScore } from '../testing/films.ts';

const plain = {
  preferredScore: 'critics',
  badgeSource: '',
  scoreScale: 'own',
  hideScoresUntilSeen: false,
} as const;
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'], directors: ['Spike Jonze'] });
const critics = makeScore(95);
const audience = makeScore(82, { kind: 'audience' });
const known: Match = { kind: 'film', film: her, reason: 'ref' };
const ambiguous: Match = { kind: 'ambiguous', candidates: [her, her], reason: 'same-title-several-films' };
const unknown: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };

function own(record: Partial<OwnRecord>): OwnRecord {
  return {
    filmId: 'f',
    rating: null,
    isRated: false,
    criteria: {},
    watchedCount: 0,
    finished: false,
    lastWatchedOn: null,
    onWatchlist: false,
    liked: false,
    ...record,
  };
}

function makeReview(score: StoredReview['score']): StoredReview {
  const { title, year, releases, directors, writers, cast, genres, refs } = her;
  return {
    source: 'page',
    url: 'https://reviews.example/her',
    siteName: 'Frame and Field',
    film: { title, year, releases, directors, writers, cast, genres, refs },
    headline: 'Her – Review',
    author: null,
    date: '2014-03-19',
    language: 'en',
    score,
    score100: null,
    criteria: [],
    readers: null,
    verdict: 'It glows.',
    pros: [],
    cons: [],
    excerpt: null,
    text: null,
    commentsCount: null,
    evidence: ['json-ld'],
    fetchedAt: 0,
  };
}

interface Known {
  match: Match;
  isSubject?: boolean;
  scores?: SourceScore[];
  own?: OwnRecord;
  reviews?: StoredReview[];
}

function identified({ match, isSubject = false, scores = [], own: record, reviews = [] }: Known): Identified {
  const status = { source: 'test', sourceName: 'Test', state: 'ok', until: null } as const;
  const answers = match.kind === 'film' ? [{ status, films: [{ film: match.film, scores }], reviews }] : [];
  return { sighted: makeHint({ title: 'Her' }, { isSubject }), match, answers, own: record ?? null };
}

test.each<[string, Known, string | null]>([
  ['an ambiguous subject', { match: ambiguous, isSubject: true }, 'ambiguous'],
  ['an ambiguous title in a list', { match: ambiguous }, null],
  ['an unknown subject', { match: unknown, isSubject: true }, null],
  ['an unknown title in a list', { match: unknown }, null],
  ['a subject without scores', { match: known, isSubject: true }, 'no-score'],
  ['a film in a list without scores', { match: known }, null],
  [
    'a film in a list without scores that was seen',
    { match: known, own: own({ watchedCount: 1 }) },
    'no-score',
  ],
  [
    'a film in a list without scores on the watchlist',
    { match: known, own: own({ onWatchlist: true }) },
    null,
  ],
  ['a film with scores', { match: known, scores: [critics] }, 'film'],
])('%s is shown as %j: %s', (_what, what, kind) => {
  expect(makeBadgeView(identified(what), plain)?.kind ?? null).toBe(kind);
});

test('a badge has the public facts, the scores and what is the user’s own of it, and no more', () => {
  const view = makeBadgeView(
    identified({ match: known, scores: [critics], own: own({ rating: 9, watchedCount: 2 }) }),
    plain,
  );
  expect(view).toEqual({
    kind: 'film',
    film: {
      refs: ['imdb:tt1798709'],
      title: 'Her',
      year: 2013,
      directors: ['Spike Jonze'],
      runtimeMinutes: null,
    },
    scores: [critics],
    own: { rating: 9, watched: true },
    quote: null,
    hidesScores: false,
    label: {
      name: 'Her: your rating 4½ stars; seen',
      marks: [
        { glyph: 'star', text: '4½' },
        { glyph: 'tick', text: '' },
      ],
    },
  });
});

test.each([
  ['critics', ['critics', 'audience']],
  ['audience', ['audience', 'critics']],
] as const)('with %s first the scores stand as %j', (preferredScore, kinds) => {
  const view = makeBadgeView(identified({ match: known, scores: [critics, audience] }), {
    ...plain,
    preferredScore,
  });
  expect(view?.kind === 'film' && view.scores.map(({ kind }) => kind)).toEqual(kinds);
});

test('the source that the user prefers goes before the preferred kind', () => {
  const imdb = makeScore(80, { kind: 'audience', source: 'imdb' });
  const view = makeBadgeView(identified({ match: known, scores: [critics, audience, imdb] }), {
    ...plain,
    badgeSource: 'imdb',
  });
  expect(view?.kind === 'film' && view.scores).toEqual([imdb, critics, audience]);
});

test('scores and the quotation are put on one scale where the user wants that', () => {
  const imdb = makeScore(8.2, { kind: 'audience', source: 'imdb', worst: 1, best: 10 });
  const view = makeBadgeView(
    identified({ match: known, scores: [imdb], reviews: [makeReview({ value: 4, worst: 0, best: 5 })] }),
    { ...plain, scoreScale: 'hundred' },
  );
  expect(view).toMatchObject({
    scores: [{ value: 80, worst: 0, best: 100 }],
    quote: { text: 'It glows.', score: '80/100' },
  });
});

test.each([
  [{}, true],
  [{ onWatchlist: true }, true],
  [{ watchedCount: 1 }, false],
  [{ rating: 7 } as const, false],
])('scores hidden until the film was seen: with %j they are hidden is %s', (record, hidden) => {
  const view = makeBadgeView(identified({ match: known, scores: [critics], own: own(record) }), {
    ...plain,
    hideScoresUntilSeen: true,
  });
  expect(view?.kind === 'film' && view.hidesScores).toBe(hidden);
});

test('the note of the built-in catalogue is put into the user’s language, any other stays', () => {
  const scores = [
    { ...critics, note: starterNote },
    { ...audience, note: 'as of the festival' },
  ];
  const view = makeBadgeView(identified({ match: known, scores }), plain);
  expect(view?.kind === 'film' && view.scores.map(({ note }) => note)).toEqual([
    'score from 2010, not today’s',
    'as of the festival',
  ]);
});
