import type { FilmAward } from '../../films/review-types.ts';
import type { BuiltInFilm } from './built-in-film.ts';

/** The texts of the tables in `data/`. */
export interface FilmTables {
  films: string;
  awards: string;
}

type Row = Record<string, string>;

/** The rows of a table with a line of column names and a tab between cells; cells that are missing are empty. */
export function parseTable(text: string): Row[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

const toText = (cell = ''): string | null => (cell === '' ? null : cell);
const toNumber = (cell = ''): number | null => (/^\d+$/.test(cell) ? Number(cell) : null);
const toList = (cell = ''): string[] => cell.split('|').filter((value) => value !== '');

/** The name by which a row of another table means a film: its IMDb id, else title and year. */
const nameFilm = ({ imdb, title, year }: Row): string =>
  imdb !== undefined && imdb !== '' ? imdb : `${title ?? ''}\t${year ?? ''}`;

function readAwards(table: string): Map<string, FilmAward[]> {
  const byFilm = new Map<string, FilmAward[]>();
  for (const row of parseTable(table)) {
    const name = nameFilm(row);
    const year = toNumber(row.awardYear);
    if (year === null) continue;
    const award = {
      award: row.award ?? '',
      category: toText(row.category),
      year,
      isWon: row.result === 'won',
    };
    byFilm.set(name, [...(byFilm.get(name) ?? []), award]);
  }
  return byFilm;
}

function readFilm(row: Row, awards: FilmAward[]): BuiltInFilm {
  const { form } = row;
  return {
    title: row.title ?? '',
    originalTitle: toText(row.original),
    otherTitles: toList(row.others),
    year: toNumber(row.year),
    imdb: toText(row.imdb),
    wikidata: toText(row.wikidata),
    tmdb: toText(row.tmdb),
    rottentomatoes: toText(row.rottentomatoes),
    directors: toList(row.directors),
    minutes: toNumber(row.minutes),
    countries: toList(row.countries),
    languages: toList(row.languages),
    form: form === 'short' || form === 'tv' ? form : null,
    critics: toNumber(row.critics),
    audience: toNumber(row.audience),
    known: toNumber(row.known) ?? 0,
    awards,
  };
}

/** The films of the tables, with their awards. */
export function readFilmTables({ films, awards }: FilmTables): BuiltInFilm[] {
  const byFilm = readAwards(awards);
  return parseTable(films).map((row) => readFilm(row, byFilm.get(nameFilm(row)) ?? []));
}
