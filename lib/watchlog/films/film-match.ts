import { emptyFilm } from '../../films/make-film.ts';
import { listLookupRefs } from '../../films/film-lookup.ts';
import { isSameFilm, joinRefs, mayBeSameFilm, relateIds, type FilmAccount } from '../../films/same-film.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import type { FilmInput, FilmRow } from '../types.ts';
import { limits } from '../../text/log-limits.ts';

/** Finds the rows of films that have a ref. */
export type FindByRef = (ref: FilmRef) => Promise<FilmRow[]>;

const listNames = (refs: readonly FilmRef[]): FilmRef[] => refs.filter(isTitleRef);

/** The description of a row's film, with every title under which the film was logged. */
export const accountOfRow = (row: FilmRow): FilmAccount => ({ ...row, names: listNames(row.refs) });

/** The description of a film that is to be written. */
export const accountOfInput = (film: FilmInput): FilmAccount => ({ ...film, names: listNames(film.refs) });

/** The description of a film of which only refs are known. */
export const accountOfRefs = (refs: readonly FilmRef[]): FilmAccount => ({
  refs,
  title: null,
  year: null,
  names: listNames(refs),
});

/**
 * The rows of a film: first those with one of its ids, in the order of the ids, then those with its title.
 * Skips a row that is a different film from an earlier one, so that two films are never joined: a title
 * without ids or people matches every film of that title.
 */
export async function listRowsOfFilm(account: FilmAccount, findByRef: FindByRef): Promise<FilmRow[]> {
  const lists = await Promise.all(listLookupRefs(account).map(findByRef));
  const found: FilmRow[] = [];
  const isById = (row: FilmRow): boolean => relateIds(account, row) === 'same';
  const areOne = (one: FilmRow, other: FilmRow): boolean =>
    isById(one) && isById(other) ? relateIds(one, other) !== 'different' : mayBeSameFilm(one, other);
  for (const row of lists.flat()) {
    const isNew = !found.some(({ id }) => id === row.id);
    const fits = isNew && found.every((other) => areOne(other, row));
    if (fits && isSameFilm(account, accountOfRow(row))) found.push(row);
  }
  return found;
}

const fieldNames = Object.keys(emptyFilm) as (keyof Film)[];

const isUnknown = (value: Film[keyof Film]): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

function fillField<K extends keyof Film>(row: FilmRow & Film, film: Film, field: K): void {
  const known: Film = row;
  known[field] = film[field];
}

/** The row with the refs of both that do not contradict, and with the fields that only the film has. */
export function fillFilmRow(row: FilmRow, film: Film): FilmRow {
  const filled: FilmRow = { ...row };
  for (const field of fieldNames) if (isUnknown(filled[field])) fillField(filled, film, field);
  filled.refs = joinRefs(row, film).slice(0, limits.refs);
  return filled;
}
