import { foldLetters } from '../../text/text.ts';
import type { FilmRef } from '../../films/types.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { FilmAward } from '../../films/review-types.ts';
import type { FilmForm } from '../types.ts';
import type { FilmRecord, ScoreKindRecord } from '../format.ts';
import type { BuiltInFilm } from './built-in-film.ts';

// A film has a line of titles and a line of facts, with a tab between cells. Empty cells at the end are left out.

/** Between the values of a cell. */
const separator = '|';
const firstYear = 1870;
/** Numbers that do not fit into a byte are in the line of facts. */
const maxByte = 255;

const score = { source: 'rottentomatoes', sourceName: 'Rotten Tomatoes', worst: 0, best: 100 } as const;
const terms = { licence: 'CC0-1.0', asOf: '2020', note: null };

/** The scores of the built-in catalogue: Rotten Tomatoes' of 2020, by critics and by its audience. */
export const builtInScoreKinds: ScoreKindRecord[] = [
  { ...score, ...terms, kind: 'critics' },
  { ...score, ...terms, kind: 'audience' },
] satisfies Partial<SourceScore>[];

/** A cell has no control characters. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
const joinCells = (cells: string[]): string => cells.map(clean).join('\t').trimEnd();
const joinValues = (values: string[]): string =>
  values.map((value) => value.replaceAll(separator, '/')).join(separator);
const splitValues = (cell: string | undefined): string[] =>
  cell === undefined || cell === '' ? [] : cell.split(separator);
const formatNumber = (value: number | null): string => (value === null ? '' : String(value));

/** The slugs that Rotten Tomatoes makes of a title, the most usual first: `titanic`, `titanic_1997`. */
function guessSlugs(title: string, year: string): string[] {
  const toSlug = (text: string): string => text.replace(/[^a-z\d]+/g, '_').replace(/^_|_$/g, '');
  const folded = foldLetters(title).replace(/['’]/g, '');
  const slugs = [toSlug(folded), toSlug(folded.replace(/^(the|an?) /, ''))];
  return [...slugs, ...slugs.map((slug) => `${slug}_${year}`)];
}

/** A slug, or `=` and the number of the guess that it equals. */
function shortenSlug(slug: string | null, title: string, year: number | null): string {
  if (slug === null) return '';
  const guess = guessSlugs(title, formatNumber(year)).indexOf(slug);
  return guess < 0 ? slug : `=${guess}`;
}

function expandSlug(cell: string, title: string, year: number | null): string {
  return cell.startsWith('=') ? (guessSlugs(title, formatNumber(year))[Number(cell.slice(1))] ?? '') : cell;
}

/** The line of titles: the title, the original one (empty if it is the same), the others. */
export function formatTitleLine({ title, originalTitle, otherTitles }: BuiltInFilm): string {
  return joinCells([
    title,
    originalTitle ?? '',
    ...otherTitles.filter((other) => clean(other).trim() !== ''),
  ]);
}

/** Formats the line of facts. `kindOf` numbers the awards. */
export function formatFactLine(film: BuiltInFilm, kindOf: (award: FilmAward) => number): string {
  const awards = film.awards.map((award) => `${kindOf(award)}${award.isWon ? 'w' : 'n'}${award.year}`);
  return joinCells([
    film.imdb?.slice(2) ?? '',
    joinValues(film.countries),
    joinValues(film.languages),
    joinValues(film.directors),
    film.wikidata?.slice(1) ?? '',
    film.tmdb ?? '',
    shortenSlug(film.rottentomatoes, film.title, film.year),
    formatNumber(film.critics),
    formatNumber(film.audience),
    film.form === null ? '' : film.form.charAt(0),
    joinValues(awards),
    formatByte(film.minutes, 1) === 0 ? formatNumber(film.minutes) : '',
    formatByte(film.year, firstYear) === 0 ? formatNumber(film.year) : '',
  ]);
}

/** A number from `first` on as one byte; 0 if it is not known or does not fit. */
function formatByte(value: number | null, first: number): number {
  const byte = value === null ? 0 : value - first + 1;
  return Number.isInteger(byte) && byte >= 1 && byte <= maxByte ? byte : 0;
}

/** The year as one byte; 0 if it is not known or in the line of facts. */
export const formatYearByte = ({ year }: Pick<BuiltInFilm, 'year'>): number => formatByte(year, firstYear);
/** The length in minutes as one byte; 0 if it is not known or in the line of facts. */
export const formatMinutesByte = ({ minutes }: Pick<BuiltInFilm, 'minutes'>): number =>
  formatByte(minutes, 1);
/** The year of a byte; null if it is not known or in the line of facts. */
export const parseYearByte = (byte: number): number | null => (byte === 0 ? null : byte + firstYear - 1);

/** What is stored of a film. */
export interface StoredFilm {
  titles: string;
  facts: string;
  yearByte: number;
  minutesByte: number;
}

/** The main title of a line of titles. */
export const parseMainTitle = (titles: string): string => titles.split('\t', 1)[0] ?? '';

const parseNumber = (cell: string | undefined): number | null =>
  cell === undefined || !/^\d{1,9}$/.test(cell) ? null : Number(cell);

const forms: Record<string, FilmForm> = { s: 'short', t: 'tv' };

/** What a record does not have. */
export interface FilmExtras {
  form: FilmForm | null;
  /** The numbers of the awards' kinds, with year and result. */
  awards: { kind: number; year: number; isWon: boolean }[];
}

function parseAwards(cell: string | undefined): FilmExtras['awards'] {
  return splitValues(cell).flatMap((award) => {
    const [, kind, result, year] = /^(\d{1,4})([wn])(\d{4})$/.exec(award) ?? [];
    return kind === undefined ? [] : [{ kind: Number(kind), year: Number(year), isWon: result === 'w' }];
  });
}

function listRefs(cells: string[], title: string, year: number | null): FilmRef[] {
  const [imdb = '', , , , wikidata = '', tmdb = '', slug = ''] = cells;
  const rottentomatoes = expandSlug(slug, title, year);
  return [
    ...(imdb === '' ? [] : [`imdb:tt${imdb}` as const]),
    ...(wikidata === '' ? [] : [`wikidata:Q${wikidata}` as const]),
    ...(tmdb === '' ? [] : [`tmdb:${tmdb}` as const]),
    ...(rottentomatoes === '' ? [] : [`rottentomatoes:${rottentomatoes}` as const]),
  ];
}

/** Reads what is stored of a film as a record that is still to be checked. */
export function parseStoredFilm(stored: StoredFilm): { record: FilmRecord; extras: FilmExtras } {
  const [title = '', original = '', ...alternativeTitles] = stored.titles.split('\t');
  const cells = stored.facts.split('\t');
  const [, countries, languages, directors, , , , critics, audience, form = '', awards, minutes, longYear] =
    cells;
  const year = parseYearByte(stored.yearByte) ?? parseNumber(longYear);
  const scores = [parseNumber(critics), parseNumber(audience)].flatMap((value, kind) =>
    value === null ? [] : [[kind, value, null, null] as [number, number, null, null]],
  );
  const record: FilmRecord = {
    refs: listRefs(cells, title, year),
    title,
    originalTitle: original === '' ? null : original,
    alternativeTitles,
    year,
    directors: splitValues(directors),
    runtimeMinutes: stored.minutesByte === 0 ? parseNumber(minutes) : stored.minutesByte,
    countries: splitValues(countries),
    languages: splitValues(languages),
    scores,
  };
  return { record, extras: { form: forms[form] ?? null, awards: parseAwards(awards) } };
}
