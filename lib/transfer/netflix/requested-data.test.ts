import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import {
  describeEntries,
  describeRatings,
  describeSkipped,
  describeWatchlist,
} from '../fixtures/describe-reading.ts';
import { textFile } from '../fixtures/load.ts';
import type { ReadOptions } from '../types.ts';

const header =
  'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n';
const read = (text: string, options: Partial<ReadOptions> = {}) =>
  readFiles([textFile('data.csv', text)], { timeZone: 'UTC', ...options });

describe('the history that Netflix sends on request', () => {
  const activity =
    `${header}Ana,2024-05-20 19:00:00,0:40:00,,Low Tide,,TV,1:30:00,1:30:00,XX\n` +
    'Ana,2024-05-21 19:00:00,0:00:12,Autoplayed: user action: None;,Low Tide,,TV,0:00:12,0:00:12,XX\n' +
    'Ana,2024-05-02 23:30:00,0:50:00,,Low Tide,,TV,0:50:00,Not latest view,XX\n' +
    'Ana,2022-05-02 20:00:00,1:30:00,,Low Tide,,TV,1:30:00,Not latest view,XX\n' +
    'Ben,2024-05-20 19:00:00,1:20:00,,Low Tide,,TV,1:20:00,1:20:00,XX\n' +
    'Ana,2024-06-01 19:00:00,0:04:00,,Tin Harbour,,TV,0:04:00,0:04:00,XX\n' +
    'Ana,2024-06-02 19:00:00,1:35:00,View was hidden,Fog,,TV,1:35:00,1:35:00,XX\n' +
    'Ana,2024-06-03 19:00:00,0:01:00,,Season 2 Trailer: Amber,TRAILER,TV,0:01:00,0:01:00,XX\n' +
    'Ana,2024-06-04 19:00:00,0:42:00,,Amber: Ash (Episode 4),,TV,0:42:00,0:42:00,XX\n';

  test('joins sittings, and leaves out what is no viewing of the profile', () => {
    const reading = read(activity, { profile: 'ana' });
    expect(describeEntries(reading)).toEqual([
      'Low Tide (?) | 2024-05-20 | - | rewatch',
      'Low Tide (?) | 2022-05-02 | -',
    ]);
    expect(describeSkipped(reading)).toEqual([
      'data.csv 6 Profile Name other-profile',
      'data.csv 8 Attributes hidden',
      'data.csv 9 Supplemental Video Type trailer',
      'data.csv 10 Title episode',
      'data.csv 4 - duplicate',
      'data.csv 3 Duration short-play',
      'data.csv 7 Duration short-play',
    ]);
  });

  test('reads every profile if none is chosen', () => {
    expect(read(activity).entries).toHaveLength(3);
  });

  test('a moment is in UTC also after a spreadsheet has rewritten it', () => {
    const rows = `${header}Ana,11/19/2023 23:30,1:30:00,,Fog,,TV,1:30:00,1:30:00,XX\n`;
    expect(read(rows, { timeZone: 'Asia/Tokyo' }).entries[0]?.watchedOn).toBe('2023-11-20');
    expect(read(rows).entries[0]?.watchedOn).toBe('2023-11-19');
  });
});

test('stars are ratings, the latest counts, a thumb up is a like and a thumb down is told', () => {
  const reading = read(
    'Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts,Region View Date\n' +
      'Ana,Fog,star,2,,TV,2015-01-01 10:00:00,\nAna,Fog,star,4,2,TV,2016-01-01 10:00:00,\n' +
      'Ana,Reed,thumb,,3,TV,2024-01-01 10:00:00,\nAna,Ash,thumb,,1,TV,2024-01-01 10:00:00,\n',
  );
  expect(describeRatings(reading)).toEqual(['Fog (?) | 4']);
  expect(reading.liked.map(({ film }) => film.title)).toEqual(['Fog', 'Reed']);
  expect(describeSkipped(reading)).toEqual(['data.csv 5 Thumbs Value thumb']);
});

test('the list is the watchlist', () => {
  const reading = read(
    'Profile Name,Title Name,Country,Utc Title Add Date\nAna,Fog,XX,2022-10-21\nAna,Reed,XX,2022-10-20\n',
  );
  expect(describeWatchlist(reading)).toEqual(['Fog', 'Reed']);
});

describe('the history that anybody can download', () => {
  test('is known by its name where its words are not', () => {
    const text = 'Dráma,Lá\nFog,2024-12-28\nAmber: Season 1: Ash,2024-12-27\n';
    const files = [textFile('NetflixViewingHistory (1).csv', text)];
    const reading = readFiles(files, { timeZone: 'UTC' });
    expect(reading.format).toBe('netflix');
    expect(describeEntries(reading)).toEqual(['Fog (?) | 2024-12-28 | -']);
  });

  test('Korean days begin with the year', () => {
    const reading = read('제목,날짜\n"안개","24. 12. 3."\n"등대","21. 11. 17."\n');
    expect(reading.entries.map(({ watchedOn }) => watchedOn)).toEqual(['2024-12-03', '2021-11-17']);
  });

  test.each([
    ['Thai', '28/12/2567', '5/1/2567'],
    ['Arabic', '٢٨/١٢/٢٠٢٤', '٥/١/٢٠٢٤'],
    ['Croatian', '28. 12. 2024.', '5. 1. 2024.'],
    ['Hungarian', '2024. 12. 28.', '2024. 1. 5.'],
    ['Chinese', '2024年12月28日', '2024年1月5日'],
  ])('%s days are read', (_, first, second) => {
    const reading = read(`Title,Date\nFog,"${first}"\nReed,"${second}"\n`);
    expect(reading.entries.map(({ watchedOn }) => watchedOn)).toEqual(['2024-12-28', '2024-01-05']);
  });

  test('days that can be read in two ways are asked about, and read once the order is given', () => {
    const text = 'Title,Date\nFog,05/06/2024\nReed,03/04/2024\n';
    expect(read(text)).toMatchObject({ entries: [], error: { errorClass: 'ambiguous-date' } });
    expect(read(text, { dateOrder: 'mdy' }).entries[0]?.watchedOn).toBe('2024-05-06');
  });
});

test('a list to see with the columns of a history is no history of Netflix', () => {
  const text = 'Title,Date\n"Her","2024-05-06"\n"Up","2024-05-17"\n';
  const readNamed = (name: string) => readFiles([textFile(name, text)], { timeZone: 'UTC' });
  expect(readNamed('watchlist.csv')).toMatchObject({ format: 'generic', entries: [] });
  expect(describeWatchlist(readNamed('watchlist.csv'))).toHaveLength(2);
  expect(readNamed('NetflixViewingHistory.csv')).toMatchObject({ format: 'netflix', watchlist: [] });
});
