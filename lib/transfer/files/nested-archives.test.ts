import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { maxZipDepth, maxZipEntries } from '../../tables/limits.ts';
import type { Reading } from '../types.ts';
import { readFiles } from './read-files.ts';

const diary = strToU8(
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-03-11,Her,2013,https://boxd.it/a,5,,,2024-03-10\n',
);
const likes = strToU8('Date,Name,Year,Letterboxd URI\n2024-03-11,Up,2009,https://boxd.it/b\n');
const netflix = strToU8('Title,Date\n"Ash","12/31/24"\n');

const read = (files: Record<string, Uint8Array>): Reading =>
  readFiles([{ name: 'all.zip', bytes: zipSync(files) }], { timeZone: 'UTC' });

/** A file in so many archives in each other. */
function nest(depth: number): Uint8Array {
  let bytes = diary;
  for (let level = 1; level <= depth; level += 1)
    bytes = zipSync({ [level === 1 ? 'diary.csv' : 'inner.zip']: bytes });
  return bytes;
}

test('exports that are packed together are read together', () => {
  const reading = read({
    'letterboxd.zip': zipSync({ 'diary.csv': diary, 'likes/films.csv': likes }),
    'netflix.zip': zipSync({ 'CONTENT/NetflixViewingHistory.csv': netflix }),
  });
  expect(reading.entries.map(({ film }) => film.title)).toEqual(['Her', 'Ash']);
  expect(reading.liked.map(({ film }) => film.title)).toEqual(['Up']);
  expect(reading.error).toBeNull();
});

test('an archive is opened whatever its name is, and the folder around it counts', () => {
  expect(read({ 'export.csv': zipSync({ 'diary.csv': diary }) }).entries).toHaveLength(1);
  expect(
    read({ 'deleted/old.zip': zipSync({ 'diary.csv': diary }), 'diary.csv': diary }).entries,
  ).toHaveLength(1);
});

test('archives are opened as deep as is allowed, and no deeper', () => {
  const open = (depth: number): Reading =>
    readFiles([{ name: 'all.zip', bytes: nest(depth) }], { timeZone: 'UTC' });
  expect(open(maxZipDepth)).toMatchObject({ error: null, entries: [{}] });
  expect(open(maxZipDepth + 1)).toMatchObject({
    error: { errorClass: 'bad-zip', detail: ['nested-archive'] },
    entries: [],
  });
});

test('a path that leads out of an inner archive is refused, and the rest is read', () => {
  const reading = read({ 'inner.zip': zipSync({ '../../evil.csv': diary, 'diary.csv': diary }) });
  expect(reading.error).toMatchObject({ errorClass: 'bad-zip', detail: ['unsafe-path'] });
  expect(reading.entries).toHaveLength(1);
});

test('a damaged inner archive does not stop the others', () => {
  const damaged = zipSync({ 'diary.csv': diary }).slice(0, -8);
  const reading = read({ 'bad.zip': damaged, 'good.zip': zipSync({ 'diary.csv': diary }) });
  expect(reading.error).toMatchObject({ errorClass: 'bad-zip', file: 'bad.zip', detail: ['cut-off'] });
  expect(reading.entries).toHaveLength(1);
});

test('the files of all archives count together', () => {
  const many = Object.fromEntries(
    Array.from({ length: maxZipEntries / 2 }, (_, at) => [`${at}.png`, new Uint8Array()]),
  );
  const inner = zipSync({ ...many, 'diary.csv': diary }, { level: 0 });
  expect(read({ 'a.zip': inner }).error).toBeNull();
  expect(read({ 'a.zip': inner, 'b.zip': inner })).toMatchObject({
    error: { errorClass: 'too-large', detail: ['too-many-files', maxZipEntries] },
    entries: [],
  });
});
