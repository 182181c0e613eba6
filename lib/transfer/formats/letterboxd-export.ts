import { findRefInUrl } from '../../films/refs.ts';
import type { FilmInput, RatingValue } from '../../watchlog/types.ts';
import { toNoon } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { ImportBuilder } from '../import-builder.ts';
import type { Table, TableRow } from '../../tables/table.ts';
import { scaleOf, type ServiceForm } from '../tables/service-table.ts';
import { readRating, readTitle, readYear, starScale } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { ReadEntry } from '../types.ts';
import type { LetterboxdRole } from './letterboxd-roles.ts';

/** What the columns of the tables are. */
export const letterboxdForm: ServiceForm = {
  columns: {
    title: 'Name',
    year: 'Year',
    url: 'Letterboxd URI',
    watchedOn: 'Watched Date',
    rating: 'Rating',
    rewatch: 'Rewatch',
    tags: 'Tags',
    review: 'Review',
  },
  scale: starScale,
};

/** A file of the export, its role, and its table; a feed and a table to upload have none here. */
export interface LetterboxdPart {
  role: LetterboxdRole | null;
  file: SourceFile;
  table: Table | null;
}

/**
 * The names that have two addresses in one file about films: two different films. Between two files a difference means
 * nothing: one file may be older, or made by another program.
 */
export function listSharedNames(parts: LetterboxdPart[]): Set<string> {
  const shared = new Set<string>();
  for (const { role, table } of parts) {
    if (table === null) continue;
    if (role === null || !['ratings', 'watched', 'watchlist', 'likes'].includes(role)) continue;
    const addresses = new Map<string, string>();
    for (const row of table.rows) {
      const year = /^\d{4}$/.test(row.text('Year')) ? Number(row.text('Year')) : null;
      const name = nameOf(row.text('Name'), year);
      const address = row.text('Letterboxd URI');
      if ((addresses.get(name) ?? address) !== address) shared.add(name);
      addresses.set(name, address);
    }
  }
  return shared;
}

/** State shared between the files of one export during reading. */
export interface LetterboxdExport {
  builder: ImportBuilder;
  /** Entries by the address that the diary and the reviews share. */
  byAddress: Map<string, ReadEntry[]>;
  /** Names that the feed marks as series. */
  series: Set<string>;
  /** Names that two films share in one file about films. */
  sharedNames: Set<string>;
  /** The address of the first film with a shared name. */
  firstAddress: Map<string, string>;
  /** The other films with a shared name, by address. */
  twins: Map<string, FilmInput>;
  /** Entries that an item of the feed has confirmed. */
  confirmed: Set<ReadEntry>;
}

/** A key made of title and year. */
export const nameOf = (title: string, year: number | null): string => `${title}\n${year ?? ''}`;

/** The film's id, from the addresses in older exports: `letterboxd.com/film/her/`. */
function listRefs(row: TableRow): FilmInput['refs'] {
  const address = row.text('Letterboxd URI');
  const ref = address.includes('letterboxd.com/') ? findRefInUrl(address) : null;
  return ref?.startsWith('letterboxd:') === true ? [ref] : [];
}

/**
 * The film of a row. Short addresses do not identify it: they are the entry's in the diary and the reviews, and the
 * film's in other files. Throws `RowFault`.
 */
export function readFilm({ builder, series }: LetterboxdExport, row: TableRow): FilmInput {
  const title = readTitle(row.text('Name'), row.column('Name'));
  const year = readYear(row.text('Year'), row.column('Year'));
  if (series.has(nameOf(title, year))) {
    throw new RowFault('series', row.column('Name'), 'series', shorten(title));
  }
  return builder.film({ title, year, refs: listRefs(row) });
}

/** The rating of a row in half stars; null when the cell is empty. Throws `RowFault` `bad-rating`. */
export function readStars(row: TableRow): RatingValue | null {
  const raw = row.text('Rating');
  return raw === '' ? null : readRating(raw, row.column('Rating'), scaleOf(row, starScale)).value;
}

/** When the row was logged, in milliseconds since 1970; null when unknown. Throws `RowFault` `bad-date`. */
export function readLoggedAt({ builder }: LetterboxdExport, row: TableRow): number | null {
  return toNoon(row.day('Date', builder.findDay)?.day ?? null);
}

/**
 * The film of a row in a file about films, where two addresses under one name are two films. Rows of the diary belong
 * to the first of them. Throws `RowFault`.
 */
export function readNamedFilm(files: LetterboxdExport, row: TableRow): FilmInput {
  const film = readFilm(files, row);
  const address = row.text('Letterboxd URI');
  const name = nameOf(film.title, film.year);
  if (address === '' || !files.sharedNames.has(name)) return film;
  const first = files.firstAddress.get(name) ?? address;
  files.firstAddress.set(name, first);
  if (first === address) return film;
  const twin = files.twins.get(address) ?? { title: film.title, year: film.year, refs: listRefs(row) };
  files.twins.set(address, twin);
  return twin;
}
