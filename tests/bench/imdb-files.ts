// Makes films in the format of IMDb's data sets, always the same ones: `title.basics.tsv.gz` and `title.ratings.tsv.gz`.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';

const words = (
  'the dark river night of lost king and summer amélie queen iii house blood love story morning silver road winter last ' +
  'train island garden bridge stranger letter ocean fire stone shadow light paper moon city wolf'
).split(' ');
const genres = ['Drama', 'Comedy', 'Action,Crime', 'Documentary', '\\N'];

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The id of the film in a row, counted from 1. */
export function imdbId(row: number): string {
  return `tt${String(row).padStart(7, '0')}`;
}

function openGzip(
  path: string,
  header: string,
): { write: (line: string) => Promise<void>; close: () => Promise<void> } {
  const gzip: Gzip = createGzip({ level: 6 });
  const file = gzip.pipe(createWriteStream(path));
  gzip.write(`${header}\n`);
  return {
    async write(line) {
      if (!gzip.write(`${line}\n`)) await once(gzip, 'drain');
    },
    async close() {
      gzip.end();
      await finished(file);
    },
  };
}

/** Writes both files, six films of ten rated; gives their paths. */
export async function writeImdbFiles(folder: string, films: number): Promise<string[]> {
  const paths = ['title.basics.tsv.gz', 'title.ratings.tsv.gz'].map((name) => join(folder, name));
  const [basicsPath = '', ratingsPath = ''] = paths;
  const basics = openGzip(
    basicsPath,
    'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
  );
  const ratings = openGzip(ratingsPath, 'tconst\taverageRating\tnumVotes');
  const next = createNumbers(7);
  const pick = (list: string[]): string => list[Math.floor(next() * list.length)] ?? '';
  for (let row = 1; row <= films; row += 1) {
    const title = Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(words)).join(' ');
    const year = 1900 + Math.floor(next() * 125);
    const facts = `0\t${year}\t\\N\t${60 + Math.floor(next() * 120)}\t${pick(genres)}`;
    await basics.write(`${imdbId(row)}\tmovie\t${title}\t${title}\t${facts}`);
    const votes = 5 + Math.floor(1 / (next() + 1e-6));
    if (next() < 0.6) await ratings.write(`${imdbId(row)}\t${(1 + next() * 9).toFixed(1)}\t${votes}`);
  }
  await Promise.all([basics.close(), ratings.close()]);
  return paths;
}
