import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFiles } from './files/read-files.ts';
import { describeEntries, describeSkipped, describeWatchlist } from './fixtures/describe-reading.ts';

const diary =
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n' +
  '2024-03-11,Fog,2001,https://boxd.it/a,5,,,2024-03-10\n';
const watchlist = 'Date,Name,Year,Letterboxd URI\n2024-03-11,Reed,2002,https://boxd.it/b\n';
const netflix = 'Title,Date\n"Ash","12/31/24"\n"Amber: Season 1: Soot","12/30/24"\n';
const bank = 'Date,Title,Amount\n2024-01-01,Groceries,12.50\n';

const readArchive = (files: Record<string, string>) => {
  const packed = Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, strToU8(text)]);
  return readFiles([{ name: 'films.zip', bytes: zipSync(Object.fromEntries(packed)) }], { timeZone: 'UTC' });
};

describe('an archive', () => {
  test('with exports of several services, each in folders of its own, is read whole', () => {
    const reading = readArchive({
      'mine/letterboxd/letterboxd-ana/diary.csv': diary,
      'mine/letterboxd/letterboxd-ana/watchlist.csv': watchlist,
      'mine/netflix/NetflixViewingHistory.csv': netflix,
    });
    expect(reading).toMatchObject({ format: 'letterboxd', error: null });
    expect(describeEntries(reading)).toEqual(['Fog (2001) | 2024-03-10 | 5', 'Ash (?) | 2024-12-31 | -']);
    expect(describeWatchlist(reading)).toEqual(['Reed']);
    expect(reading.skipped.map(({ file }) => file)).toEqual(['NetflixViewingHistory.csv']);
  });

  test('keeps what it can read of one service when another’s days are ambiguous', () => {
    const reading = readArchive({
      'a/diary.csv': diary,
      'b/NetflixViewingHistory.csv': 'Title,Date\nAsh,05/06/2024\n',
    });
    expect(describeEntries(reading)).toEqual(['Fog (2001) | 2024-03-10 | 5']);
    expect(reading.error?.errorClass).toBe('ambiguous-date');
  });

  test('does not read tables of no service beside an export', () => {
    const reading = readArchive({ 'diary.csv': diary, 'ACCOUNT/payments.csv': bank });
    expect(reading).toMatchObject({ format: 'letterboxd', error: null });
    expect(reading.entries).toHaveLength(1);
  });

  test('reads the other files when a path leads out of it, and names that path', () => {
    const reading = readArchive({ 'diary.csv': diary, '../../netflix.csv': netflix });
    expect(describeEntries(reading)).toEqual(['Fog (2001) | 2024-03-10 | 5']);
    expect(reading.error).toMatchObject({ errorClass: 'bad-zip', detail: ['unsafe-path'] });
  });

  test.each([
    [
      'the same day',
      '2024-03-10',
      2001,
      ['Fog (2001) | 2024-03-10 | 5'],
      ['watched-history-1.json 1 - duplicate'],
    ],
    ['another day', '2024-03-12', 2001, ['Fog (2001) | 2024-03-10 | 5', 'Fog (2001) | 2024-03-12 | -'], []],
    ['another film', '2024-03-10', 1980, ['Fog (2001) | 2024-03-10 | 5', 'Fog (1980) | 2024-03-10 | -'], []],
  ])('has a viewing that two services know once: %s', (_, day, year, entries, skipped) => {
    const movie = { title: 'Fog', year, ids: {} };
    const history = [{ id: 1, watched_at: `${day}T12:00:00.000Z`, type: 'movie', movie }];
    const reading = readArchive({
      'a/diary.csv': diary,
      'b/watched-history-1.json': JSON.stringify(history),
    });
    expect(describeEntries(reading)).toEqual(entries);
    expect(describeSkipped(reading)).toEqual(skipped);
  });
});
