import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { joinFilms } from '../films/film-join.ts';
import { splitJoined } from '../films/film-split.ts';
import type { Command, Commit } from '../store/commit.ts';
import type { FilmInput, FilmRow } from '../types.ts';
import { findEntry, findRowOfFilm } from './rows-of-film.ts';

async function requireFilm(commit: Commit, id: string): Promise<FilmRow> {
  const row = await commit.find('films', id);
  if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such film.');
  return row;
}

/**
 * Joins a film to another that the user says is the same: `into` keeps its facts and gets the entries, ids, tags, lists and
 * reviews of `from`. `ratingOf` is the film whose rating stays; without it the newer one does. Throws `LogError`:
 * `not-found` if one is not in the log, `bad-film` if both are one row.
 */
export function mergeFilms(request: { into: string; from: string; ratingOf?: string }): Command {
  return async (commit) => {
    const { into, from, ratingOf } = request;
    if (into === from) throw new LogError('bad-film', 'A film cannot be joined to itself.');
    const kept = await requireFilm(commit, into);
    const other = await requireFilm(commit, from);
    const isOfBoth = ratingOf === into || ratingOf === from;
    const rating = isOfBoth ? await findRowOfFilm(commit, 'ratings', ratingOf) : null;
    const joined = await joinFilms(commit, kept, other, { rating: rating?.id ?? null, keepsAllRefs: true });
    return joined.id;
  };
}

/** Splits a film off again that was joined to another, by its own id. Throws `LogError` `not-found`. */
export function splitFilm(request: { id: string }): Command {
  return async (commit) => (await splitJoined(commit, request.id)).id;
}

/** A film without some of its ids; with its title as a ref if it has no id left. */
function dropRefs(film: FilmRow, refs: readonly FilmRef[]): FilmRow {
  const left = film.refs.filter((ref) => !refs.includes(ref));
  const hasIds = left.some((ref) => !isTitleRef(ref));
  return { ...film, refs: hasIds || left.length > 0 ? left : [titleRef(film.title, film.year)] };
}

/**
 * Moves entries and ids of a film to another film, which is found or created. Throws `LogError`: `not-found` if the film is
 * not in the log, `bad-film` if the other film turns out to be the same, `bad-value` if there is nothing to move.
 */
export function moveToFilm(request: {
  id: string;
  entries: string[];
  refs: FilmRef[];
  film: FilmInput;
}): Command {
  return async (commit) => {
    const film = await requireFilm(commit, request.id);
    const refs = film.refs.filter((ref) => request.refs.includes(ref) && !isTitleRef(ref));
    const entries = (await Promise.all(request.entries.map((id) => findEntry(commit, id)))).filter(
      (entry) => entry?.filmId === film.id,
    );
    if (refs.length + entries.length === 0) throw new LogError('bad-value', 'There is nothing to move.');
    // First, so that the other film is not found by an id that it is about to get.
    if (refs.length > 0) await commit.save('films', dropRefs(film, refs));
    const input = { ...request.film, refs: [...new Set([...request.film.refs, ...refs])] };
    const filmId = await ensureFilm(commit, input);
    if (filmId === film.id) throw new LogError('bad-film', 'The other film is the same film.');
    for (const entry of entries) if (entry) await commit.save('entries', { ...entry, filmId });
    return filmId;
  };
}
