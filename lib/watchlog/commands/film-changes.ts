import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { Command } from '../store/commit.ts';
import type { FilmChanges } from './edit-types.ts';
import { LogError } from '../errors.ts';
import { cleanFilmInput } from '../films/film-input.ts';
import type { FilmRow } from '../types.ts';

/** The row with the changes, cleaned like every film's facts, and with a new title ref. */
function changeRow(row: FilmRow, changes: FilmChanges): FilmRow {
  const former = titleRef(row.title, row.year);
  const refs = row.refs.filter((ref) => ref !== former);
  const facts = cleanFilmInput({ ...row, ...changes, refs });
  // A film with ids keeps them; a film known only by its title gets the new title ref.
  const hasIds = refs.some((ref) => !isTitleRef(ref));
  return { ...row, ...facts, refs: hasIds ? facts.refs : [titleRef(facts.title, facts.year)] };
}

/**
 * Corrects facts of a film: title, year, people, running time, genres, countries, languages. Throws
 * `LogError`: `not-found` if there is no film with that id, `bad-film` if the title is empty.
 */
export function changeFilm(request: { id: string; changes: FilmChanges }): Command {
  return async (commit) => {
    const row = await commit.find('films', request.id);
    if (row === null || row.deleted !== null) throw new LogError('not-found', 'There is no such film.');
    await commit.save('films', changeRow(row, request.changes));
    return row.id;
  };
}
