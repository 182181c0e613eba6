// @module-tag slow
// Files that are made to stop an import, or to take the memory and time of the browser.
import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createImportBuilder } from './import-builder.ts';
import {
  createReadBudget,
  maxCountedPlays,
  maxFileBytes,
  maxRows,
  maxTotalBytes,
  maxZipEntries,
} from '../tables/limits.ts';
import { textFile } from './fixtures/load.ts';
import { openFile } from './files/source-files.ts';
import { readFiles, type AnyImportFile } from './files/read-files.ts';

const read = (...files: AnyImportFile[]) => readFiles(files, { timeZone: 'UTC' });
const jsonFile = (name: string, value: unknown) => textFile(name, JSON.stringify(value));
const table = 'Title,Year,Rating\nHer,2013,4\n';

describe('a title that is too long', () => {
  const longTitle = (length: number): string => 'A very long tale of '.repeat(40).slice(0, length - 1) + 'x';
  const trakt = (title: string, id: number) => ({
    id,
    watched_at: '2024-01-01T12:00:00Z',
    type: 'movie',
    movie: { title, year: 2013, ids: {} },
  });
  const simkl = (title: string) => ({ status: 'completed', movie: { title, year: 2013 } });
  const item = (title: string, day: string) =>
    `<item><guid>${day}</guid><letterboxd:filmTitle>${title}</letterboxd:filmTitle>` +
    `<letterboxd:watchedDate>${day}</letterboxd:watchedDate><letterboxd:filmYear>2013</letterboxd:filmYear></item>`;
  const makers: [string, (title: string) => AnyImportFile, number][] = [
    [
      'a table',
      (title) =>
        textFile('a.csv', `Title,Year,Watched Date\n"${title}",2013,2024-01-01\nHer,2013,2024-01-02\n`),
      2,
    ],
    [
      'a diary of Letterboxd',
      (title) =>
        textFile(
          'diary.csv',
          'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n' +
            `2024-01-02,Her,2013,https://boxd.it/a,,,,2024-01-01\n2024-01-02,"${title}",2013,https://boxd.it/b,,,,2024-01-01\n`,
        ),
      3,
    ],
    [
      'a history of Netflix',
      (title) => textFile('NetflixViewingHistory.csv', `Title,Date\n"${title}",1/13/24\nHer,1/14/24\n`),
      2,
    ],
    [
      'a history of Trakt',
      (title) => jsonFile('watched-history-1.json', [trakt('Her', 1), trakt(title, 2)]),
      2,
    ],
    ['a backup of Simkl', (title) => jsonFile('backup.json', { movies: [simkl(title), simkl('Her')] }), 1],
    [
      'a feed of Letterboxd',
      (title) =>
        textFile(
          'rss.xml',
          `<?xml version="1.0"?><rss xmlns:letterboxd="https://letterboxd.com"><channel>` +
            `${item('Her', '2024-01-01')}${item(title, '2024-01-02')}</channel></rss>`,
        ),
      2,
    ],
  ];

  test.each(makers)('in %s leaves out its row alone', (_name, make, row) => {
    const reading = read(make(longTitle(501)));
    expect(reading.error).toBeNull();
    expect(reading.entries.map(({ film }) => film.title)).toEqual(['Her']);
    expect(reading.skipped).toMatchObject([
      { row, reasonKind: 'too-long', detail: ['too-long', expect.any(String), 500] },
    ]);
    expect(read(make(longTitle(500))).entries).toHaveLength(2);
  });
});

describe('a file in two encodings', () => {
  const line = (text: string, encoding: 'utf8' | 'latin1') => Buffer.from(text, encoding);
  const head = line('Title,Year,Rating\n', 'utf8');
  const readLines = (...lines: Buffer[]) => {
    const { ratings, notices } = read({
      name: 'films.csv',
      bytes: new Uint8Array(Buffer.concat([head, ...lines])),
    });
    return {
      titles: ratings.map(({ film }) => film.title),
      notices: notices.map(({ row, detail }) => [row, ...detail]),
    };
  };

  test('is read line by line, and the rows to check are named', () => {
    const found = readLines(
      line('Amélie,2001,4\n', 'utf8'),
      line('Françoise,1994,5\r\n', 'latin1'),
      line('Plain,2005,3\n', 'utf8'),
      line('千と千尋の神隠し,2001,5\n', 'utf8'),
      line('"Two\nlines é",1963,4\n', 'latin1'),
      line('Léon,1994,4', 'utf8'),
    );
    expect(found).toEqual({
      titles: ['Amélie', 'Françoise', 'Plain', '千と千尋の神隠し', 'Two lines é', 'Léon'],
      notices: [
        [3, 'other-encoding', 'Françoise'],
        [6, 'other-encoding', 'Two\nlines é'],
      ],
    });
  });

  test('names the rows of the rarer one', () => {
    const old = ['Léon', 'Señor', 'Müller'].map((name) => line(`${name},2001,4\n`, 'latin1'));
    expect(readLines(...old, line('Amélie,2001,4\n', 'utf8'))).toEqual({
      titles: ['Léon', 'Señor', 'Müller', 'Amélie'],
      notices: [[5, 'other-encoding', 'Amélie']],
    });
  });

  test('names a row of which one letter is damaged', () => {
    const damaged = line('Amélie à la carte é,2001,4\n', 'utf8');
    damaged[3] = 0x41;
    const { notices } = readLines(line('Léon,1994,4\n', 'utf8'), damaged);
    expect(notices).toEqual([[3, 'other-encoding', expect.stringContaining('à la carte é')]]);
  });

  /** The notices of a file that is not a table. */
  const openLines = (...lines: Buffer[]) =>
    openFile({ name: 'films', bytes: new Uint8Array(Buffer.concat(lines)) }, createReadBudget()).notices;

  test.each([
    ['JSON', (film: string) => `    {"title": "${film}", "year": 1994},`],
    ['JSON with quotes in a text', (film: string) => `{"title": "${film} \\"", "year": 1994},`],
    ['JSON with line breaks in a text', (film: string) => `{"title": "${film}", "note": "a\\n\\"b"},`],
  ])('that is %s has its lines to check', (_what, format) => {
    const notices = openLines(
      line(`[\n${format('Amélie')}\n`, 'utf8'),
      line(`${format('Françoise')}\n`, 'latin1'),
      line(`${format('千と千尋の神隠し')}\n{}]`, 'utf8'),
    );
    expect(notices.map(({ row, detail }) => [row, detail[0]])).toEqual([[3, 'other-encoding']]);
    expect(notices[0]?.detail[1]).toMatch(/^Françoise/);
  });

  test('that is markup has its lines to check', () => {
    const notices = openLines(
      line('<rss>\n<title>"Amélie</title>\n', 'utf8'),
      line('<title>Léon, "1994</title>\n', 'latin1'),
      line('<title>千と千尋の神隠し</title>\n</rss>', 'utf8'),
    );
    expect(notices.map(({ row, detail }) => [row, ...detail])).toEqual([
      [3, 'other-encoding', expect.stringContaining('Léon')],
    ]);
  });

  test.each(['utf8', 'latin1'] as const)('has no row to check if all lines are %s', (encoding) => {
    const lines = ['Amélie', 'Léon'].map((name) => line(`${name},2001,4\n`, encoding));
    expect(readLines(...lines)).toEqual({ titles: ['Amélie', 'Léon'], notices: [] });
  });
});

interface Packed {
  path: string;
  size: number;
  packed: Buffer;
  crc: number;
}
type Listed = Packed & { offset: number; packedSize: number };

function formatHeader({ path, size, packed, crc }: Packed, packedSize = packed.length): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, Buffer.from(path)]);
}

/** An archive of these bytes with these entries; its end states `count` of them, modulo 65,536. */
function formatArchive(body: Buffer, entries: Listed[], count = entries.length): AnyImportFile {
  const records = entries.map(({ path, size, crc, offset, packedSize }) => {
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(packedSize, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(path.length, 28);
    record.writeUInt32LE(offset, 42);
    return Buffer.concat([record, Buffer.from(path)]);
  });
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return { name: 'export.zip', bytes: new Uint8Array(Buffer.concat([body, directory, end])) };
}

function pack(path: string, content: Buffer): Packed {
  return { path, size: content.length, packed: deflateRawSync(content), crc: crc32(content) };
}

/** An archive whose entries all have the packed bytes of one file. */
function shareBytes(count: number, content: Buffer): AnyImportFile {
  const one = pack('0.csv', content);
  const listed = Array.from({ length: count }, (_, at) => ({
    ...one,
    path: `${at}.csv`,
    offset: 0,
    packedSize: one.packed.length,
  }));
  return formatArchive(Buffer.concat([formatHeader(one), one.packed]), listed);
}

/** An archive each of whose entries quotes the header of the next one, so that the last one's bytes belong to all. */
function quoteHeaders(count: number, content: Buffer): AnyImportFile {
  const one = pack('end.csv', content);
  let { size } = one;
  let body = Buffer.concat([formatHeader(one), one.packed]);
  let packedSize = one.packed.length;
  let listed: Listed[] = [{ ...one, offset: 0, packedSize }];
  for (let at = 1; at < count; at += 1) {
    const quoted = body.length - packedSize;
    const block = Buffer.alloc(5);
    block.writeUInt16LE(quoted, 1);
    block.writeUInt16LE(~quoted & 0xffff, 3);
    packedSize += block.length + quoted;
    size += quoted;
    const path = `${at}.csv`;
    const front = Buffer.concat([formatHeader({ ...one, path, size }, packedSize), block]);
    listed = listed.map((entry) => ({ ...entry, offset: entry.offset + front.length }));
    listed.unshift({ ...one, path, size, offset: 0, packedSize });
    body = Buffer.concat([front, body]);
  }
  return formatArchive(body, listed);
}

/** An archive of equal files, and the number of them that its end states. */
function repeatFile(count: number, stated = count): AnyImportFile {
  const one = pack('a.csv', Buffer.from(table));
  const body = Buffer.concat([formatHeader(one), one.packed]);
  const listed = Array.from({ length: count }, (_, at) => ({
    ...one,
    offset: at * body.length,
    packedSize: one.packed.length,
  }));
  return formatArchive(Buffer.concat(Array.from({ length: count }, () => body)), listed, stated);
}

describe('an archive', () => {
  test.each([
    ['share the bytes of one file', () => shareBytes(9000, Buffer.alloc(25_000, 'a,b\n'))],
    ['quote each other', () => quoteHeaders(200, Buffer.alloc(600_000, 'a,b\n'))],
    ['are two, of which one begins inside the other', () => quoteHeaders(2, Buffer.from(table))],
  ])('whose entries %s is refused before any is unpacked', (_what, make) => {
    expect(read(make())).toMatchObject({
      entries: [],
      ratings: [],
      error: { errorClass: 'bad-zip', detail: ['damaged'] },
    });
  });

  test.each([65_536, 65_537, 70_000, maxZipEntries + 1])(
    'of %i entries says that they are too many',
    (count) => {
      expect(read(repeatFile(count)).error).toEqual({
        errorClass: 'too-large',
        file: null,
        detail: ['too-many-files', maxZipEntries],
      });
    },
  );

  test('of another number of entries than its end states is refused', () => {
    expect(read(repeatFile(2)).ratings).toHaveLength(1);
    for (const stated of [0, 1, 3])
      expect(read(repeatFile(2, stated)).error).toMatchObject({ errorClass: 'bad-zip' });
  });

  test.each([
    '../../../etc/films.csv',
    'a/../films.csv',
    '..\\films.csv',
    '/root/films.csv',
    '\\\\host\\films.csv',
    'C:\\x\\films.csv',
    'c:films.csv',
  ])('does not read %s, and says so', (path) => {
    const error = { errorClass: 'bad-zip', file: path, detail: ['unsafe-path'] };
    const evil = strToU8(table.replace('Her', 'Evil'));
    const alone = read({ name: 'export.zip', bytes: zipSync({ [path]: evil }) });
    expect(alone).toMatchObject({ ratings: [], error });
    const beside = read({ name: 'export.zip', bytes: zipSync({ [path]: evil, 'b.csv': strToU8(table) }) });
    expect(beside.ratings.map(({ film }) => film.title)).toEqual(['Her']);
    expect(beside).toMatchObject({ error });
  });
});

describe('the limits hold over all files of an import together', () => {
  const small = textFile('films.csv', table);

  test('what archives unpack to', () => {
    const [films, content] = [pack('films.csv', Buffer.from(table)), Buffer.alloc(maxTotalBytes / 16, 'a')];
    // Eight files of an eighth of the half, each too small for its ratio to count.
    const files = [films, ...Array.from({ length: 8 }, (_, at) => pack(`${at}.bin`, content))];
    const parts = files.map((file) => Buffer.concat([formatHeader(file), file.packed]));
    const listed = files.map((file, at) => ({
      ...file,
      offset: parts.slice(0, at).reduce((sum, { length }) => sum + length, 0),
      packedSize: file.packed.length,
    }));
    const archive = formatArchive(Buffer.concat(parts), listed);
    expect(read(archive)).toMatchObject({ error: null, ratings: [{}] });
    expect(read(archive, { ...archive, name: 'b.zip' })).toMatchObject({
      error: { errorClass: 'too-large', file: '7.bin', detail: ['packed-too-large'] },
      ratings: [{}],
    });
  });

  test('the size of files', () => {
    const half = new Uint8Array(maxFileBytes / 2 + 1);
    const [a, b] = ['a.csv', 'b.csv'].map((name) => ({ name, bytes: half }));
    const reading = read(small, a as AnyImportFile, b as AnyImportFile);
    expect(reading.ratings).toHaveLength(1);
    const all = [a, b, small].map((file) => file as AnyImportFile);
    expect(read(...all).ratings).toEqual([]);
  });

  test('the number of files in archives', () => {
    const count = maxZipEntries / 2 + 1;
    const names = Array.from({ length: count }, (_, at) => [`${at}.png`, new Uint8Array(1)] as const);
    const bytes = zipSync({ ...Object.fromEntries(names), 'films.csv': strToU8(table) }, { level: 0 });
    expect(read({ name: 'a.zip', bytes })).toMatchObject({ error: null, ratings: [{}] });
    expect(read({ name: 'a.zip', bytes }, { name: 'b.zip', bytes })).toMatchObject({
      error: { errorClass: 'too-large', detail: ['too-many-files', maxZipEntries] },
      ratings: [{}],
    });
  });
});

test.each<[string, (plays: number) => string]>([
  ['a table', (plays) => `Title,Year,Plays\n${listFilms((film) => `${film},2001,${plays}`)}`],
  [
    'aggregates of Trakt',
    (plays) =>
      `[${listFilms(
        (title) =>
          `{"plays":${plays},"last_watched_at":"2024-01-01T12:00:00Z","movie":{"title":"${title}","year":2001,"ids":{}}}`,
        ',',
      )}]`,
  ],
  [
    'TV Time',
    (plays) =>
      `movie_name,series_name,created_at,key,release_date,rewatch_count\n${listFilms((film) => `${film},,2024-01-01 10:00:00,watch-x,2001-01-01,${plays - 1}`)}`,
  ],
])('numbers of plays do not fill the memory: %s', (_, write) => {
  const files = (plays: number) => {
    const text = write(plays);
    return textFile(text.startsWith('[') ? 'watched-movies.json' : 'films.csv', text);
  };
  expect(read(files(2))).toMatchObject({ error: null, entries: { length: 600 } });
  const reading = read(files(500));
  expect(reading.error).toMatchObject({
    errorClass: 'too-large',
    detail: ['too-many-rows', maxCountedPlays],
  });
  expect(reading.entries).toHaveLength(300 + maxCountedPlays);
});

function listFilms(write: (title: string) => string, separator = '\n'): string {
  return Array.from({ length: 300 }, (_, at) => write(`Film ${at}`)).join(separator);
}

test('a file of JSON has at most as many items as a table has rows', () => {
  const builder = createImportBuilder('ryot', { timeZone: 'UTC' });
  const readItem = (row: number) => () =>
    builder.attempt({ file: 'a.json', row }, () => {
      builder.addEntry({
        film: { title: 'Her', year: 2013, refs: [] },
        watchedOn: null,
        from: { file: 'a.json', row },
      });
    });
  expect(readItem(maxRows)).not.toThrow();
  expect(readItem(maxRows + 1)).toThrow(expect.objectContaining({ detail: ['too-many-rows', maxRows] }));
});

test('a long file name is cut, and of many files the first 1,000 are named', () => {
  const name = `${'n'.repeat(1001)}.csv`;
  const reading = read(textFile(name, `${table}Heat,1995,x\n`));
  expect(reading.fileNames).toEqual(['n'.repeat(255)]);
  expect(reading.skipped[0]?.file).toBe('n'.repeat(255));
  const many = Array.from({ length: 2000 }, (_, at) =>
    textFile(`${at}.csv`, `Title,Year,Rating\nFilm ${at},2013,4\n`),
  );
  const all = read(...many);
  expect(all.fileNames).toHaveLength(1000);
  expect(all.ratings).toHaveLength(2000);
});
