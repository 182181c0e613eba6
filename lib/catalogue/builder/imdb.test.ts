import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ImportError } from '../errors.ts';
import type { CatalogueFilm } from '../types.ts';
import {
  describeImdbCatalogue,
  readImdbFilms,
  requireBasics,
  sortImdbFiles,
  type ImdbFilms,
} from './imdb.ts';
import type { InputFile } from './input-file.ts';

const basicsHeader =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres';
const ratingsHeader = 'tconst\taverageRating\tnumVotes';
const akasHeader = 'titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle';

function file(name: string, bytes: Uint8Array): InputFile {
  const blob = new Blob([new Uint8Array(bytes)]);
  return { name, size: blob.size, lastModified: Date.UTC(2026, 9, 1), stream: () => blob.stream() };
}

const pack = (name: string, ...lines: string[]) => file(name, gzipSync(`${lines.join('\n')}\n`));

const basics = pack(
  'title.basics.tsv.gz',
  basicsHeader,
  'tt0113277\tmovie\tHeat\tHeat\t0\t1995\t\\N\t170\tAction,Crime,Drama',
  "tt0211915\tmovie\tAmélie\tLe fabuleux destin d'Amélie Poulain\t0\t2001\t\\N\t122\tComedy,Romance",
  'tt0000005\tshort\t"Blacksmith" Scene\t"Blacksmith" Scene\t0\t1893\t\\N\t1\tShort',
  'tt0098904\ttvSeries\tSeinfeld\tSeinfeld\t0\t1989\t1998\t22\tComedy',
  'tt0697764\ttvEpisode\tThe Parking Garage\tThe Parking Garage\t0\t1991\t\\N\t23\tComedy',
  'tt0068646\ttvMovie\tDuel "\tDuel "\t0\t1971\t\\N\t\\N\t\\N',
  'tt0800001\tvideoGame\tHeat\tHeat\t0\t1999\t\\N\t\\N\tAction',
  'tt0800002\tvideo\tHeat\tHeat\t0\t1999\t\\N\t\\N\tAction',
  'tt0800003\tmovie\tNot for everybody\tNot for everybody\t1\t1999\t\\N\t90\tAdult',
  'tt0800004\tmovie\t\\N\t\\N\t0\t1999\t\\N\t90\tDrama',
  'tt0800005\tmovie\ttoo few cells',
  'nm0000001\tmovie\tA person\tA person\t0\t1999\t\\N\t90\tDrama',
  'tt1798709\tmovie\tHer\tHer\t0\t\\N\t\\N\t126\tDrama',
);
const ratings = pack(
  'title.ratings.tsv.gz',
  ratingsHeader,
  'tt0113277\t8.3\t750000',
  'tt0068646\t11.0\t5',
  'tt0211915\t\\N\t\\N',
  'tt1798709\t8.0\t1,234',
  'tt0000005\t6.2\t2900',
);
const akas = pack(
  'title.akas.tsv.gz',
  akasHeader,
  "tt0211915\t1\tLe fabuleux destin d'Amélie Poulain\tFR\t\\N\toriginal\t\\N\t1",
  'tt0211915\t2\tAmélie von "Montmartre"\tDE\t\\N\timdbDisplay\t\\N\t0',
  'tt0211915\t3\tAmélie von "Montmartre"\tAT\t\\N\timdbDisplay\t\\N\t0',
  'tt0211915\t4\t\\N\tAT\t\\N\timdbDisplay\t\\N\t0',
  'tt0098904\t1\tDie Seinfelds\tDE\t\\N\t\\N\t\\N\t0',
  'tt1798709\t1\tElla\tMX\t\\N\t\\N\t\\N\t0',
);

async function read(...files: InputFile[]): Promise<{ films: CatalogueFilm[]; last: ImdbFilms | null }> {
  const sorted = requireBasics(await sortImdbFiles(files));
  const films: CatalogueFilm[] = [];
  let last: ImdbFilms | null = null;
  for await (const batch of readImdbFilms(sorted, { info: describeImdbCatalogue(sorted) })) {
    films.push(...batch.films);
    last = batch;
  }
  return { films, last };
}

test('keeps films, short films and television films, with their ratings', async () => {
  const { films, last } = await read(ratings, basics);
  expect(
    films.map(({ film, scores }) => [film.title, film.year, scores[0]?.value, scores[0]?.count]),
  ).toEqual([
    ['Heat', 1995, 8.3, 750000],
    ['Amélie', 2001, undefined, undefined],
    ['"Blacksmith" Scene', 1893, 6.2, 2900],
    ['Duel "', 1971, undefined, undefined],
    ['Her', null, undefined, undefined],
  ]);
  expect(last).toMatchObject({
    rowsRead: 13,
    rowsInAll: 13,
    skipped: { 'not-a-film': 4, adult: 1, 'missing-title': 1, 'malformed-row': 2 },
  });
});

test("a film has its fields, and a score with IMDb's scale, terms and date", async () => {
  const { films } = await read(basics, ratings);
  expect(films[0]).toMatchObject({
    film: {
      refs: ['imdb:tt0113277'],
      originalTitle: null,
      runtimeMinutes: 170,
      genres: ['Action', 'Crime', 'Drama'],
    },
    scores: [{ source: 'imdb', kind: 'audience', worst: 1, best: 10, asOf: '2026-10-01' }],
  });
  expect(films[0]?.scores[0]?.licence).toContain('non-commercial');
  expect(films[1]?.film.originalTitle).toBe("Le fabuleux destin d'Amélie Poulain");
  expect(films[3]?.film).toMatchObject({ runtimeMinutes: null, genres: [] });
});

test('reads other titles from akas, each once and without the film’s own', async () => {
  const { films } = await read(basics, ratings, akas);
  expect(films.map(({ film }) => film.alternativeTitles)).toEqual([
    [],
    ['Amélie von "Montmartre"'],
    [],
    [],
    ['Ella'],
  ]);
});

const large = (rows: string[]): InputFile => {
  const whole = pack('title.akas.tsv.gz', akasHeader, ...rows);
  return { ...whole, size: 3_000_000 };
};
const akaRow = (id: string, title: string) => `${id}\t1\t${title}\tDE\t\\N\t\\N\t\\N\t0`;
const sortedBasics = pack(
  'title.basics.tsv.gz',
  basicsHeader,
  'tt0000001\tmovie\tOne\tOne\t0\t1990\t\\N\t90\tDrama',
  'tt0000003\tmovie\tThree\tThree\t0\t1990\t\\N\t90\tDrama',
);

test('reads a large akas file in step with the films', async () => {
  const rows = [akaRow('tt0000001', 'Eins'), akaRow('tt0000002', 'Zwei'), akaRow('tt0000003', 'Drei')];
  const { films } = await read(sortedBasics, ratings, large(rows));
  expect(films.map(({ film }) => film.alternativeTitles)).toEqual([['Eins'], ['Drei']]);
});

test('rejects a large akas file that is not sorted, as titles would be lost', async () => {
  const rows = [akaRow('tt0000003', 'Drei'), akaRow('tt0000001', 'Eins')];
  await expect(read(sortedBasics, ratings, large(rows))).rejects.toMatchObject({ reason: 'not-sorted' });
});

async function bytesOf(input: InputFile): Promise<Uint8Array> {
  return new Uint8Array(await new Response(input.stream()).arrayBuffer());
}

test.each([0.3, 0.7, 0.98])(
  'rejects a gzip file cut off at %d of its length, with file name and row',
  async (part) => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) =>
        `tt${String(at + 1).padStart(7, '0')}\tmovie\tFilm ${at * 7919}\tFilm ${at}\t0\t1990\t\\N\t90\tDrama`,
    );
    const bytes = await bytesOf(pack('x', basicsHeader, ...rows));
    const cut = file('title.basics.tsv.gz', bytes.subarray(0, Math.floor(bytes.length * part)));
    const fault = await read(cut, ratings).catch((error: unknown) => error as ImportError);
    expect(fault).toMatchObject({ reason: 'cut-off', file: 'title.basics.tsv.gz' });
    const { row } = fault as ImportError;
    expect(row).toBeGreaterThan(20_000 * part * 0.5);
    expect(row).toBeLessThan(20_000);
  },
);

test('rejects an uncompressed file that ends inside a row, but not one without a last line break', async () => {
  const text = [basicsHeader, 'tt0113277\tmovie\tHeat\tHeat\t0\t1995\t\\N\t170\tDrama'].join('\n');
  const encode = (part: string) => file('title.basics.tsv', new TextEncoder().encode(part));
  expect((await read(encode(text), ratings)).films).toHaveLength(1);
  await expect(read(encode(text.slice(0, -12)), ratings)).rejects.toMatchObject({
    reason: 'cut-off',
    row: 0,
  });
});

test('rejects a damaged gzip file', async () => {
  const bytes = await bytesOf(ratings);
  await expect(
    read(basics, file('title.ratings.tsv.gz', bytes.with(14, 255).with(15, 255))),
  ).rejects.toMatchObject({
    file: 'title.ratings.tsv.gz',
  });
});

test.each<[string, InputFile[], string]>([
  ['other titles without basics', [ratings, akas], 'missing-file'],
  ['other titles alone', [akas], 'missing-file'],
  ['nothing', [], 'missing-file'],
  ['no basics', [ratings], 'missing-file'],
  ['basics twice', [basics, basics, ratings], 'not-imdb'],
  [
    'another file',
    [basics, ratings, file('login.html', new TextEncoder().encode('<!doctype html>\n'))],
    'not-imdb',
  ],
  ['an empty file', [basics, file('title.ratings.tsv.gz', new Uint8Array())], 'not-imdb'],
])('rejects %s', async (_what, files, reason) => {
  await expect(read(...files)).rejects.toMatchObject({ reason });
});
