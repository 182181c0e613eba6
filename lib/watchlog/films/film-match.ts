import { isTitleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import { hasConflict } from './film-input.ts';
import type { FilmRow } from '../types.ts';
import { limits } from '../store/validate.ts';

/** Finds the rows of films that bear a ref. */
export type FindByRef = (ref: FilmRef) => Promise<FilmRow[]>;

/**
 * The rows that refs can mean: those that bear one of the ids, then those of the same title and year whose ids do not
 * disagree; none that contradicts one before it. Ids come in the order of `refs`.
 */
export async function listRowsOfRefs(refs: readonly FilmRef[], findByRef: FindByRef): Promise<FilmRow[]> {
  const ordered = [...refs.filter((ref) => !isTitleRef(ref)), ...refs.filter(isTitleRef)];
  const lists = await Promise.all(ordered.map(findByRef));
  const found: FilmRow[] = [];
  for (const [at, ref] of ordered.entries()) {
    for (const row of lists[at] ?? []) {
      if (found.some(({ id }) => id === row.id)) continue;
      const agrees = [refs, ...found.map((other) => other.refs)].every(
        (known) => !hasConflict(known, row.refs),
      );
      // An id is proof even if another id disagrees, but only for the first row: never to join two films.
      if (agrees || (found.length === 0 && !isTitleRef(ref))) found.push(row);
    }
  }
  return found;
}

const listFields = [
  'alternativeTitles',
  'releases',
  'directors',
  'writers',
  'cast',
  'genres',
  'countries',
  'languages',
] as const satisfies (keyof Film)[];
const singleFields = ['originalTitle', 'year', 'runtimeMinutes'] as const satisfies (keyof Film)[];

function fillField<K extends keyof Film>(row: FilmRow & Film, film: Film, field: K): void {
  const known: Film = row;
  known[field] = film[field];
}

/** The row with the refs of both, and with what the film tells where the row tells nothing. */
export function fillFilmRow(row: FilmRow, film: Film): FilmRow {
  const filled: FilmRow = { ...row };
  for (const field of singleFields) if (filled[field] === null) fillField(filled, film, field);
  for (const field of listFields) if (filled[field].length === 0) fillField(filled, film, field);
  const refs = hasConflict(row.refs, film.refs) ? row.refs : [...row.refs, ...film.refs];
  filled.refs = [...new Set(refs)].slice(0, limits.refs);
  return filled;
}
