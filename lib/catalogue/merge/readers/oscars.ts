import type { CsvDialect } from '../../../tables/csv.ts';
import { drop, idForms, readId, readTitle, readYear, sourceFilm } from '../source-film.ts';
import type { SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { readRows, readValues, type Row } from './rows.ts';

/** One film in one nomination for an Academy Award. */
export interface Nomination {
  title: string;
  imdb: string | null;
  /** The category in plain words: "Original Screenplay". */
  category: string;
  /** The year whose films the ceremony honours; of "1927/28" the later one. */
  year: number;
  isWon: boolean;
  directors: string[];
  isShort: boolean;
}

/** Of "WRITING (Original Screenplay)" the bracket names the category; of others it says of which kind it is. */
const namedByBracket = /^(?:WRITING|MUSIC) \(([^)]+)\)$/;

/** Roman numerals of classes. */
const keptWords = /^I+$/;

const lowerWord = (word: string): string =>
  /^(?:OR|AND|IN|OF)$/.test(word) ? word.toLowerCase() : word.slice(0, 1) + word.slice(1).toLowerCase();

function nameCategory(canonical: string): string {
  const [, named] = namedByBracket.exec(canonical) ?? [];
  if (named !== undefined) return named;
  return canonical
    .replace(/[A-Z][A-Z]+/g, (word) => (keptWords.test(word) ? word : lowerWord(word)))
    .replace(/\bA(?= Leading| Supporting)/, 'a');
}

function readNominations(row: Row): Nomination[] {
  const years = row('Year').split('/');
  const first = readYear(years[0] ?? '');
  if (first === null) return [];
  const canonical = row('CanonicalCategory');
  const ids = row('FilmId').split('|');
  const titles = row('Film').split('|').map(readTitle);
  return titles.flatMap((title, at) =>
    title === null
      ? []
      : [
          {
            title,
            imdb: readId(ids[at] ?? '', idForms.imdb),
            category: nameCategory(canonical),
            year: years.length > 1 ? first + 1 : first,
            isWon: row('Winner') === 'True',
            directors:
              canonical.startsWith('DIRECTING') && titles.length === 1
                ? readValues(row('Nominees'), '|')
                : [],
            isShort: /\bshort\b/i.test(canonical),
          },
        ],
  );
}

/** All nominations in the file's order; a film that a nomination names beside others has one of its own. */
export function readOscarNominations(files: SourceFiles): Nomination[] {
  const dialect: CsvDialect = { delimiter: '\t', escapeChar: '\\' };
  const table = { path: 'oscars-dlu/oscars.csv', dialect, hasShortRows: true };
  return readRows(files, table).flatMap(readNominations);
}

/** The film of the nominations that name it. The title is of unknown language: "Sirāt" beside "Parasite". */
function readFilm(key: string, nominations: Nomination[]): SourceFilm {
  const titles = [...new Set(nominations.map(({ title }) => title))].sort();
  return sourceFilm('oscars', key, {
    others: titles,
    year: Math.min(...nominations.map(({ year }) => year)),
    imdb: nominations[0]?.imdb ?? null,
    directors: [...new Set(nominations.flatMap(({ directors }) => directors))].sort(),
    form: nominations.some(({ isShort }) => isShort) ? 'short' : null,
    fame: { nominations: nominations.length, wins: nominations.filter(({ isWon }) => isWon).length },
  });
}

/** The films with an Oscar or a nomination. Those without an IMDb id are dropped: their titles are often songs. */
export function readOscars(files: SourceFiles): SourceReading {
  const reading: SourceReading = { films: [], dropped: {} };
  const byFilm = new Map<string, Nomination[]>();
  for (const nomination of readOscarNominations(files)) {
    const { imdb } = nomination;
    if (imdb === null) drop(reading, 'no IMDb id');
    else byFilm.set(imdb, [...(byFilm.get(imdb) ?? []), nomination]);
  }
  for (const [imdb, nominations] of byFilm) reading.films.push(readFilm(imdb, nominations));
  return reading;
}
