import { idForms, readId, readTitle, readYear, sourceFilm } from '../source-film.ts';
import type { SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { drop } from '../source-film.ts';
import { commonDialect, readRows, readValues, type Row } from './rows.ts';

/** Minutes of a length such as "2h 8m"; null if the text is not one. */
function readLength(text: string): number | null {
  const [, hours, minutes] = /^(?:(\d+)h)?\s*(?:(\d+)m)?$/.exec(text) ?? [];
  const length = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return length > 0 ? length : null;
}

/** The films in competition at Cannes, in the file's order, with the year of the festival. */
export function readCannes(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  for (const row of readRows(files, { path: 'great-tables-cannes/films.csv', dialect: commonDialect })) {
    const film = readFilm(row);
    if (film) reading.films.push(film);
    else drop(reading, 'no title');
  }
  return reading;
}

function readFilm(row: Row): SourceFilm | null {
  const imdb = readId(/tt\d+/.exec(row('imdb_url'))?.[0] ?? '', idForms.imdb);
  const [english, original] = [readTitle(row('title')), readTitle(row('original_title'))];
  const year = readYear(row('year'));
  if (english === null) return null;
  return sourceFilm('cannes', imdb ?? `${row('year')} ${english}`, {
    english,
    original: original ?? english,
    year,
    imdb,
    directors: readValues(row('director'), ','),
    minutes: readLength(row('run_time')),
    countries: readValues(row('countries_of_origin'), ','),
    languages: readValues(row('languages'), ',').filter((code) => /^[a-z]{2}$/.test(code)),
  });
}
