import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { Command } from '../store/commit.ts';
import type { FilmChanges } from './edit-types.ts';
import { LogError } from '../errors.ts';
import { cleanFilmInput } from '../films/film-input.ts';
import type { FilmRow } from '../types.ts';

/** The row with the changes cleaned as every film's facts are, and its name by title and year made anew. */
function changeRow(row: FilmRow, changes: FilmChanges): FilmRow {
  const former = titleRef(row.title, row.year);
  const refs = row.refs.filter((ref) => ref !== former);
  const facts = cleanFilmInput({ ...row, ...changes, refs });
  // A film that has ids keeps them; one that is known by its title alone is then known by the new one.
  const hasIds = refs.some((ref) => !isTitleRef(ref));
  return { ...row, ...facts, refs: hasIds ? facts.refs : [titleRef(facts.title, facts.year)] };
}

/**
 * Puts facts of a film right: title, year, people, running time, genres, countries, languages. Throws `LogError`:
 * `not-found` where there is no film of that id, `bad-film` where the title is empty.
 */
export function changeFilm(request: { id: string; changes: FilmChanges }): Command {
  return async (commit) => {
    const row = await commit.find('films', request.id);
    if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such film.');
    await commit.save('films', changeRow(row, request.changes));
    return row.id;
  };
}
