import { describe, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Match } from '../../films/types.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
import type { OwnRecord } from '../../watchlog/types.ts';
import { makeBadgeView, makeOwnView } from './badge-views.ts';
import type { Identified } from './identify.ts';
import { makeHint, makeScore } from '../testing/films.ts';

const plain = {
  preferredScore: 'critics',
  badgeSource: '',
  scoreScale: 'own',
  hideScoresUntilSeen: false,
  badgesWithoutScore: true,
} as const;
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'], directors: ['Spike Jonze'] });
const critics = makeScore(95);
const audience = makeScore(82, { kind: 'audience' });
const known: Match = { kind: 'film', film: her, reason: 'ref', certainty: 'sure' };
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
  stated?: SourceScore[];
}

function identified(known: Known): Identified {
  const { match, isSubject = false, scores = [], own: record, reviews = [], stated = [] } = known;
  const status = { source: 'test', sourceName: 'Test', state: 'ok', until: null } as const;
  const answers = match.kind === 'film' ? [{ status, films: [{ film: match.film, scores }], reviews }] : [];
  return { sighted: makeHint({ title: 'Her' }, { isSubject }), match, answers, own: record ?? null, stated };
}

test.each<[string, Known, string | null]>([
  ['an ambiguous subject', { match: ambiguous, isSubject: true }, 'ambiguous'],
  ['an ambiguous title in a list', { match: ambiguous }, null],
  ['an unknown subject', { match: unknown, isSubject: true }, null],
  ['an unknown title in a list', { match: unknown }, null],
  ['a subject without scores', { match: known, isSubject: true }, 'no-score'],
  ['a film in a list without scores', { match: known }, 'no-score'],
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
    isUnsure: false,
    hidesScores: false,
    label: {
      name: 'Her: critics 95%, Rotten Tomatoes 2020; your rating 4½ stars; seen',
      marks: [
        { glyph: 'pen', text: '95' },
        { glyph: 'star', text: '4½' },
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

test('a figure with a day stands before one of a year, within its kind', () => {
  const today = makeScore(7.9, { kind: 'audience', source: 'imdb', best: 10, asOf: '2026-11-29' });
  const sourcesOf = (badgeSource: string) => {
    const scores = [critics, audience, today];
    const view = makeBadgeView(identified({ match: known, scores }), { ...plain, badgeSource });
    return view?.kind === 'film' && view.scores.map(({ source, kind }) => `${source} ${kind}`);
  };
  expect(sourcesOf('')).toEqual(['rottentomatoes critics', 'imdb audience', 'rottentomatoes audience']);
  expect(sourcesOf('rottentomatoes')).toEqual([
    'rottentomatoes critics',
    'rottentomatoes audience',
    'imdb audience',
  ]);
});

test('the source that the user prefers goes before the preferred kind', () => {
  const imdb = makeScore(80, { kind: 'audience', source: 'imdb' });
  const view = makeBadgeView(identified({ match: known, scores: [critics, audience, imdb] }), {
    ...plain,
    badgeSource: 'imdb',
  });
  expect(view?.kind === 'film' && view.scores).toEqual([imdb, critics, audience]);
});

test('scores are put on one scale where the user wants that', () => {
  const imdb = makeScore(8.2, { kind: 'audience', source: 'imdb', worst: 1, best: 10 });
  const view = makeBadgeView(identified({ match: known, scores: [imdb] }), {
    ...plain,
    scoreScale: 'hundred',
  });
  expect(view).toMatchObject({ scores: [{ value: 80, worst: 0, best: 100 }] });
});

test('films without a score can be left out, rated or not', () => {
  const settings = { ...plain, badgesWithoutScore: false };
  expect(makeBadgeView(identified({ match: known }), settings)).toBeNull();
  expect(makeBadgeView(identified({ match: known, scores: [critics] }), settings)).not.toBeNull();
  const rated = identified({ match: known, own: own({ rating: 9 }) });
  expect(makeOwnView(identified({ match: known }), rated, settings)).toBeNull();
});

test('a match that rests on the title alone is marked as unsure', () => {
  const unsure = { ...known, certainty: 'unsure' } as Match;
  expect(makeBadgeView(identified({ match: unsure }), plain)).toMatchObject({ isUnsure: true });
  expect(makeBadgeView(identified({ match: known }), plain)).toMatchObject({ isUnsure: false });
});

const corrected: Match = { ...known, reason: 'correction' };
const dismissed: Match = { kind: 'unknown', reason: 'correction' };
const reviewed = identified({ match: known, reviews: [makeReview({ value: 4, worst: 0, best: 5 })] });

test.each<[string, Identified, Identified, object | null]>([
  [
    'a rating',
    identified({ match: known }),
    identified({ match: known, own: own({ rating: 9 }) }),
    { own: { rating: 9 } },
  ],
  ['a film not in the log', identified({ match: known }), identified({ match: known }), null],
  [
    'another film that the user chose',
    identified({ match: known }),
    identified({ match: corrected }),
    { kind: 'no-score' },
  ],
  [
    'the film that the user chose among several',
    identified({ match: ambiguous, isSubject: true }),
    identified({ match: corrected, isSubject: true }),
    { kind: 'no-score' },
  ],
  [
    'what the user said is not a film',
    identified({ match: known }),
    identified({ match: dismissed }),
    { kind: 'dismissed' },
  ],
  [
    'the score of a kept review',
    identified({ match: known }),
    reviewed,
    { kind: 'film', scores: [{ value: 4 }] },
  ],
  [
    'a rated film that only the log knows',
    identified({ match: unknown }),
    identified({ match: known, own: own({ rating: 9 }) }),
    null,
  ],
  [
    'a rated film among several of a list',
    identified({ match: ambiguous }),
    identified({ match: corrected }),
    null,
  ],
])('of %s a badge that is there shows: %#', (_what, open, found, view) => {
  const made = makeOwnView(open, found, plain);
  if (view) expect(made).toMatchObject(view);
  else expect(made).toBeNull();
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

describe('scores that visited pages stated', () => {
  const stated = [
    { ...critics, value: 4.2, best: 5, source: 'letterboxd', sourceName: 'Letterboxd', asOf: '2026-11-30' },
  ];

  test.each<[string, Known]>([
    ['a film in a list without scores', { match: known }],
    ['a subject without scores', { match: known, isSubject: true }],
    ['a film with scores', { match: known, scores: [critics] }],
    [
      'a film with an older score of that site',
      { match: known, scores: [{ ...critics, source: 'letterboxd' }] },
    ],
    ['a rated film', { match: known, scores: [critics], own: own({ rating: 9 }) }],
    ['an unknown subject', { match: unknown, isSubject: true }],
  ])('change neither the presence nor the label of the badge of %s', (_what, what) => {
    const settings = { ...plain, badgeSource: 'letterboxd', preferredScore: 'audience' as const };
    const [without, having] = [[], stated].map((scores) =>
      makeBadgeView(identified({ ...what, stated: scores }), settings),
    );
    expect(having?.label).toEqual(without?.label);
    expect(having?.kind).toBe(without?.kind);
  });

  test('are among the scores in the details, the newest of each site', () => {
    const old = { ...critics, value: 3.9, best: 5, source: 'letterboxd', asOf: '2024' };
    const view = makeBadgeView(identified({ match: known, scores: [critics, old], stated }), plain);
    expect(view?.kind === 'film' && view.scores).toEqual([critics, ...stated]);
  });

  test('are in the details of a film without other scores, unless scores are hidden', () => {
    const film = { match: known, isSubject: true, stated };
    expect(makeBadgeView(identified(film), plain)).toMatchObject({ kind: 'no-score', stated });
    expect(makeBadgeView(identified(film), { ...plain, hideScoresUntilSeen: true })).toMatchObject({
      stated: [],
    });
  });
});

test('a badge has the film’s prizes for its details, and its label is the same with and without them', () => {
  const what = identified({ match: known, scores: [critics] });
  const [answer] = what.answers;
  const [found] = answer?.films ?? [];
  if (!answer || !found) throw new Error('a known film has an answer');
  const awards = [{ award: 'Oscar', category: 'Original Screenplay', year: 2013, isWon: true }];
  const view = makeBadgeView({ ...what, answers: [{ ...answer, films: [{ ...found, awards }] }] }, plain);
  expect(view).toMatchObject({ awards: 'Oscar: Original Screenplay' });
  expect(view?.label).toEqual(makeBadgeView(what, plain)?.label);
});

test('a badge says the year of figures of which only the year is known', () => {
  const view = makeBadgeView(identified({ match: known, scores: [{ ...critics, asOf: '2020' }] }), plain);
  expect(view?.label.name).toContain('Rotten Tomatoes 2020');
  const today = makeBadgeView(
    identified({ match: known, scores: [{ ...critics, asOf: '2026-11-30' }] }),
    plain,
  );
  expect(today?.label.name).not.toContain('2026');
});
