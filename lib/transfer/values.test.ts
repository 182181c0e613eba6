import { expect, test } from 'vitest';
import { listIdRefs } from './values.ts';

test.each<[ids: Parameters<typeof listIdRefs>[0], refs: string[]]>([
  [
    { imdb: 'tt1798709', tmdb: '152601', trakt: 'her-2013' },
    ['imdb:tt1798709', 'tmdb:152601', 'trakt:her-2013'],
  ],
  [{ imdb: '111161', tmdb: '278.0', trakt: '234' }, ['imdb:tt0111161', 'tmdb:278', 'trakt:234']],
  [{ imdb: 'TT0111161', trakt: 'Her-2013' }, ['imdb:tt0111161', 'trakt:her-2013']],
  [{ imdb: 'tt0000000', tmdb: '0', trakt: 'trending' }, []],
  [{ imdb: 'tt12345678901', tmdb: '1234567890', trakt: 'her 2013' }, []],
  [{ imdb: 'nm0005069', tmdb: '15.5', trakt: '' }, []],
  [{}, []],
])('makes of the ids %j the refs %j', (ids, refs) => {
  expect(listIdRefs(ids)).toEqual(refs);
});
