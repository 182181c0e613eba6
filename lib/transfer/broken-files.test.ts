import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadFixtures, textFile } from './fixtures/load.ts';
import { isClearRating } from '../tables/columns/ratings.ts';
import { maxFileBytes } from '../tables/limits.ts';
import { readFiles, type AnyImportFile } from './files/read-files.ts';

const timeZone = 'UTC';
const read = (...files: AnyImportFile[]) => readFiles(files, { timeZone });
const ratings = (...files: AnyImportFile[]) =>
  read(...files).ratings.map(({ film, value }) => [film.title, film.year, value]);

const amelie = 'Name;Year;Rating\nAmélie;2001;4\n';
const inUtf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return bytes;
};
const inLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ['UTF-8', strToU8(amelie)],
  ['UTF-8 with a mark', strToU8(`\ufeff${amelie}`)],
  ['UTF-16 with a mark', inUtf16(`\ufeff${amelie}`, false)],
  ['UTF-16, the other way round', inUtf16(`\ufeff${amelie}`, true)],
  ['UTF-16 without a mark', inUtf16(amelie, false)],
  ['Windows-1252', inLatin1(amelie)],
  ['CRLF', strToU8(amelie.replaceAll('\n', '\r\n'))],
  ['CR alone', strToU8(amelie.replaceAll('\n', '\r'))],
  ['tabs', strToU8(amelie.replaceAll(';', '\t'))],
  ['a line that names the delimiter', strToU8(`sep=;\n${amelie}`)],
  ['a delimiter too many in each line', strToU8(amelie.replaceAll('\n', ';\n'))],
])('a table in %s is read', (_, bytes) => {
  expect(ratings({ name: 'films.csv', bytes })).toEqual([['Amélie', 2001, 8]]);
});

const head = 'Title,Year,Rating,Review\n';

test.each([
  [
    'a quote that never closes',
    'A,2001,4,\n"B,2002,4,\nC,2003,4,"x"\n',
    [[3, 'Title', 'unclosed-quote']],
    ['A', 'C'],
  ],
  ['one at the end of the file', 'A,2001,4,\nB,2002,4,"\n', [[3, 'Review', 'unclosed-quote']], ['A']],
  ['a comma without quotes', 'A, B,2001,4,\nC,2003,4,\n', [[2, null, 'too-many-columns']], ['C']],
  ['columns that are missing', 'A,2001\nC,2003,4,\n', [[2, 'Rating', 'too-few-columns']], ['C']],
  [
    'words for numbers',
    'A,2001,four,\nB,two,4,\nC,2003,4,\n',
    [
      [2, 'Rating', 'bad-rating'],
      [3, 'Year', 'bad-year'],
    ],
    ['C'],
  ],
  [
    'a rating off the scale',
    'A,2001,11,\n'.repeat(1) + 'B,2002,4,\n'.repeat(1) + listMany(),
    [[2, 'Rating', 'bad-rating']],
    ['B'],
  ],
  ['an empty line, which counts', 'A,2001,4,\n\nB,2001,9x,\n', [[4, 'Rating', 'bad-rating']], ['A']],
  ['no title', ',2001,4,\nC,2003,4,\n', [[2, 'Title', 'missing-title']], ['C']],
  ['quotes, commas and new lines in a cell', '"A ""b"", c",2001,4,"x\ny"\n', [], ['A "b", c']],
  ['quotes inside quotes that are not doubled', '"A "b" c",2001,4,x\n', [], ['A "b" c']],
])('%s: the right rows stay', (_, rows, skipped, titles) => {
  const reading = read(textFile('films.csv', head + rows));
  expect(reading.skipped.map(({ row, column, reasonKind }) => [row, column, reasonKind])).toEqual(skipped);
  expect(reading.ratings.map(({ film }) => film.title).filter((title) => !title.startsWith('Many'))).toEqual(
    titles,
  );
});

/** Enough rows on the scale of five stars for another to stand out. */
function listMany(): string {
  return Array.from({ length: 20 }, (_, at) => `Many ${at},2001,${1 + (at % 5)},\n`).join('');
}

test('a line of ten million letters is one row, and the rows before it stay', () => {
  const reading = read(textFile('films.csv', `${head}A,2001,4,\nB,2002,4,"${'x'.repeat(10_000_000)}`));
  expect(reading.ratings.map(({ film }) => film.title)).toContain('A');
  expect(reading.skipped.map(({ row, reasonKind }) => [row, reasonKind])).toEqual([[3, 'unclosed-quote']]);
});

test.each(['films.csv', 'backup.json', 'export.zip'])('a file over all bounds is refused: %s', (name) => {
  const reading = read({ name, bytes: new Uint8Array(maxFileBytes + 1) });
  expect(reading.error).toMatchObject({ errorClass: 'too-large', file: name });
  expect(reading.entries).toEqual([]);
});

test('of two members of one name the last counts, as everywhere', () => {
  const text =
    '{"movies":[{"status":"completed","status":"completed","movie":{"title":"Other","title":"Her","year":2013}}]}';
  expect(read(textFile('backup.json', text)).entries.map(({ film }) => film.title)).toEqual(['Her']);
});

test('of two columns of one name the first counts', () => {
  expect(ratings(textFile('films.csv', 'Name,Name,Year,Rating\nHer,Other,2013,4\n'))).toEqual([
    ['Her', 2013, 8],
  ]);
});

test.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['0000-00-00', null],
  ['2024-01-01T23:30:00+14:00', '2024-01-01'],
  ['2024-01-01T00:30:00-12:00', '2024-01-01'],
  ['2024-01-01 23:59:60Z', '2024-01-01'],
  ['2024-01-01T25:00:00Z', null],
  ['0202-05-05', null],
])('the date %s is %s', (date, day) => {
  const reading = read(textFile('diary.csv', `Title,Watched Date\nHer,${date}\n`));
  expect(reading.entries.map(({ watchedOn }) => watchedOn)).toEqual(day === null ? [] : [day]);
  expect(reading.skipped.map(({ reasonKind }) => reasonKind)).toEqual(day === null ? ['bad-date'] : []);
});

const diary = loadFixtures('./letterboxd/diary.csv')[0]?.bytes ?? new Uint8Array();
const zip = zipSync({ 'diary.csv': diary });
const zeros = zipSync({ 'diary.csv': new Uint8Array(40_000_000) });

/** The archive with other words on the size of its one file. */
function lie(bytes: Uint8Array, size: number): Uint8Array {
  const changed = bytes.slice();
  const at = changed.findLastIndex((_, index) => String(changed.subarray(index, index + 4)) === '80,75,1,2');
  new DataView(changed.buffer).setUint32(at + 24, size, true);
  return changed;
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

test.each([
  ['cut in half', zip.slice(0, zip.length / 2), 'bad-zip'],
  ['without its last bytes', zip.slice(0, -8), 'bad-zip'],
  ['with a byte turned over', flip(zip, 80), 'bad-zip'],
  ['that is damaged in an archive', zipSync({ 'inner.zip': flip(zip, 80) }), 'bad-zip'],
  ['that unpacks to a thousand times its size in an archive', zipSync({ 'inner.zip': zeros }), 'too-large'],
  ['that lies about its size in an archive', zipSync({ 'inner.zip': lie(zeros, 1000) }), 'too-large'],
  ['that unpacks to a thousand times its size', zeros, 'too-large'],
  ['that lies about its size', lie(zeros, 1000), 'too-large'],
  ['that says it is over all bounds', lie(zip, 0xfffffff0), 'too-large'],
  ['with nothing in it', zipSync({}), 'empty'],
])('an archive %s is refused', (_, bytes, errorClass) => {
  const reading = read({ name: 'export.zip', bytes });
  expect(reading.error?.errorClass).toBe(errorClass);
  expect(reading.entries).toEqual([]);
});

test.each(['letterboxd-me/diary.csv', 'letterboxd-me\\diary.csv', 'a..b/..c/diary.csv', './diary.csv'])(
  'the path %s is a name and no more',
  (path) => {
    const reading = read({ name: 'export.zip', bytes: zipSync({ [path]: diary }) });
    expect(reading.error).toBeNull();
    expect(reading.entries.length).toBeGreaterThan(5);
    expect(new Set(reading.skipped.map(({ file }) => file))).toEqual(new Set(['diary.csv']));
  },
);

test('a file with the wrong ending is known by what is in it', () => {
  expect(read({ name: 'diary.txt', bytes: zip }).format).toBe('letterboxd');
  expect(read({ name: 'export.zip', bytes: diary }).format).toBe('letterboxd');
});

test.each([
  ['nothing', '', 'empty'],
  ['white space', ' \n\n', 'empty'],
  ['a header alone', 'Title,Date\n', 'empty'],
  ['an empty list', '[]', 'unknown-format'],
  ['JSON that is cut off', '[{"id":1', 'unreadable'],
  ['JSON 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'unreadable'],
  ['JSON of another kind', '{"name":"x"}', 'unknown-format'],
  ['prose', 'Dear diary\nI saw a film.\n', 'unknown-format'],
  ['a table without titles', 'a,b\n1,2\n', 'unknown-format'],
  ['bytes that are no text', 'PNG\0\0\0', 'unknown-format'],
  ['a log of a newer version', '{"format":"marquee-log","version":99,"schema":1,"log":{}}', 'unreadable'],
])('%s: the error says so', (_, text, errorClass) => {
  expect(read(textFile('file', text)).error).toMatchObject({ errorClass });
});

test('a file that cannot be read does not take the others with it', () => {
  const reading = read(textFile('diary.csv', new TextDecoder().decode(diary)), textFile('ratings.csv', ''));
  expect(reading.entries.length).toBeGreaterThan(5);
  expect(reading.error).toEqual({ errorClass: 'empty', file: 'ratings.csv', detail: ['empty'] });
});

test('names that objects inherit do not count as members', () => {
  const text =
    '{"__proto__":{"format":"marquee-log"},"movies":[{"status":"completed","movie":{"title":"Her","year":2013,"__proto__":{"ids":{"imdb":"tt1"}}}}]}';
  const reading = read(textFile('backup.json', text));
  expect(reading.format).toBe('simkl');
  expect(reading.entries[0]?.film).toMatchObject({ title: 'Her', refs: [] });
  expect(Object.hasOwn(Object.prototype, 'format')).toBe(false);
});

test.each(['constructor', '__proto__', 'valueOf', 'Completed'])(
  'a status "%s" of Simkl’s table',
  (status) => {
    const text = `Title,Year,Watchlist,LastEpWatched,WatchedDate\nHer,2013,${status},,\n`;
    const { entries, skipped } = read(textFile('simkl.csv', text));
    expect([entries.length, skipped.length]).toEqual(status === 'Completed' ? [1, 0] : [0, 1]);
  },
);

test.each(['constructor', '__proto__', 'toString', 'B+'])('a rating "%s"', (rating) => {
  expect(isClearRating(rating)).toBe(rating === 'B+');
});

test('the work for 100,000 rows is done once for each', { tags: 'slow' }, () => {
  let calls = 0;
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    calls += 1;
    return `2024-01-02,"Film, ${at % 3000}",2013,https://boxd.it/f${at},4.5,,"a, b",2024-01-01\n`;
  });
  const text = `Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n${rows.join('')}`;
  const reading = read(textFile('diary.csv', text));
  expect(reading.entries).toHaveLength(calls);
  expect(new Set(reading.entries.map(({ film }) => film)).size).toBe(3000);
});
