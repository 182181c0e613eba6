import { expect, test } from 'vitest';
import { createEntryFields, createNewEntry, entryFieldNames } from './entry-fields.ts';
import type { OwnRecord } from './types.ts';

const own: OwnRecord = {
  filmId: 'f1',
  rating: 9,
  isRated: true,
  criteria: {},
  watchedCount: 1,
  finished: true,
  lastWatchedOn: null,
  onWatchlist: false,
  liked: false,
};

test.each<[string, OwnRecord | null, object]>([
  ['of a film that is not in the log', null, { rewatch: false, rating: null }],
  ['of a rated film', own, { rewatch: true, rating: 9 }],
  [
    'of a film that is rated in an earlier entry only',
    { ...own, isRated: false },
    { rewatch: true, rating: null },
  ],
  ['of a rated film that was not seen', { ...own, watchedCount: 0 }, { rewatch: false, rating: 9 }],
])('a new entry %s has its day, and the defaults for the rest', (_film, record, expected) => {
  const made = createNewEntry('2026-11-22', record);
  expect(made).toEqual({ ...createEntryFields(), watchedOn: '2026-11-22', ...expected });
  expect(Object.keys(made)).toEqual(entryFieldNames);
});
