// Generates reproducible films in the format of IMDb's data sets: `title.basics.tsv.gz` and `title.ratings.tsv.gz`.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { makeImdbFilm } from './imdb-film.ts';

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

/** Writes both files, with ratings for six films of ten. Returns their paths. */
export async function writeImdbFiles(folder: string, films: number): Promise<string[]> {
  const paths = ['title.basics.tsv.gz', 'title.ratings.tsv.gz'].map((name) => join(folder, name));
  const [basicsPath = '', ratingsPath = ''] = paths;
  const basics = openGzip(
    basicsPath,
    'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
  );
  const ratings = openGzip(ratingsPath, 'tconst\taverageRating\tnumVotes');
  for (let row = 1; row <= films; row += 1) {
    const { id, title, year, runtime, genres, rating, votes } = makeImdbFilm(row);
    await basics.write(`${id}\tmovie\t${title}\t${title}\t0\t${year}\t\\N\t${runtime}\t${genres}`);
    if (rating !== null) await ratings.write(`${id}\t${rating}\t${votes}`);
  }
  await Promise.all([basics.close(), ratings.close()]);
  return paths;
}
