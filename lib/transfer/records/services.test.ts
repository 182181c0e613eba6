import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import {
  describeEntries,
  describeRatings,
  describeSkipped,
  describeWatchlist,
} from '../fixtures/describe-reading.ts';
import { loadFixtures } from '../fixtures/load.ts';
import { serviceReadings } from '../fixtures/service-readings.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

test.each(Object.entries(serviceReadings))('%s is read film by film', (id, expected) => {
  const paths = globSync(`${id}/*`, { cwd: fixtures }).toSorted();
  const reading = readFiles(loadFixtures(...paths.map((path) => `./${path}`)), { timeZone: 'UTC' });
  expect(reading).toMatchObject({ format: id, error: null });
  expect({
    entries: describeEntries(reading),
    ratings: describeRatings(reading),
    watchlist: describeWatchlist(reading),
    liked: reading.liked.map(({ film }) => film.title),
    skipped: describeSkipped(reading),
  }).toEqual(expected);
});
