import { describe, expect, test } from 'vitest';
import { compareEntries, decideFilmRating, type RatedEntry } from './film-rating.ts';
import type { RatingValue } from './types.ts';

type Given = [id: string, watchedOn: string | null, loggedAt: number, rating: RatingValue | null];

const toEntry = ([id, watchedOn, loggedAt, rating]: Given): RatedEntry => ({
  id,
  watchedOn,
  loggedAt,
  rating,
});

const cases: { says: string; present?: RatingValue; entries: Given[]; value: RatingValue | null }[] = [
  { says: 'nothing without a rating and an entry', entries: [], value: null },
  { says: 'nothing where no entry is rated', entries: [['a', '2024-01-01', 1, null]], value: null },
  { says: "the film's own rating", present: 3, entries: [], value: 3 },
  {
    says: "the film's own rating before that of a later entry",
    present: 3,
    entries: [['a', '2024-01-01', 9, 8]],
    value: 3,
  },
  {
    says: 'the rating of the later day',
    entries: [
      ['a', '2024-01-02', 1, 8],
      ['b', '2024-01-01', 2, 6],
    ],
    value: 8,
  },
  {
    says: 'the last rating, though a later entry has none',
    entries: [
      ['a', '2024-01-01', 1, 6],
      ['b', '2024-01-02', 2, null],
    ],
    value: 6,
  },
  {
    says: 'of one day the rating that was logged later, whatever the order of the rows',
    entries: [
      ['a', '2024-01-01', 2, 8],
      ['b', '2024-01-01', 1, 6],
    ],
    value: 8,
  },
  {
    says: 'of one day and one time the rating of the later row',
    entries: [
      ['a', '2024-01-01', 1, 6],
      ['b', '2024-01-01', 1, 8],
    ],
    value: 8,
  },
  {
    says: 'a day of a month after the month, and the month after the year',
    entries: [
      ['a', '2024-01-01', 1, 8],
      ['b', '2024-01', 2, 6],
      ['c', '2024', 3, 4],
    ],
    value: 8,
  },
  {
    says: 'an entry of unknown time before all others',
    entries: [
      ['a', '1999', 1, 8],
      ['b', null, 2, 6],
    ],
    value: 8,
  },
  {
    says: 'of entries of unknown time the one that was logged later',
    entries: [
      ['a', null, 2, 8],
      ['b', null, 1, 6],
    ],
    value: 8,
  },
];

describe('the rating of a film is', () => {
  test.each(cases)('$says', ({ present = null, entries, value }) => {
    const rows = entries.map(toEntry);
    expect(decideFilmRating(present, rows)?.value ?? null).toBe(value);
    expect(decideFilmRating(present, rows.toReversed())?.value ?? null).toBe(value);
  });
});

test('returns the entry of the rating, and none for the film’s own rating', () => {
  const [first, last] = [toEntry(['a', '2024-01-01', 1, 6]), toEntry(['b', '2024-01-02', 1, 8])];
  expect(decideFilmRating(null, [first, last])).toEqual({ value: 8, entry: last });
  expect(decideFilmRating(2, [first, last])).toEqual({ value: 2, entry: null });
});

test('sorts entries by the time they were watched', () => {
  const given: Given[] = [
    ['d', '2024-01-01', 2, null],
    ['c', '2024-01-01', 1, null],
    ['b', '2024-01-01', 1, null],
    ['a', null, 9, null],
  ];
  expect(
    given
      .map(toEntry)
      .sort(compareEntries)
      .map(({ id }) => id),
  ).toEqual(['a', 'b', 'c', 'd']);
});
