import { compareText } from '../compare-text.ts';
import { readTitle } from '../source-film.ts';
import type { SourceFiles } from '../types.ts';
import { readOmdbRows } from './omdb-rows.ts';

/** The job of a director in omdb.org's job_names. */
const directorJob = '21';

/** Directors by omdb.org's id of the film, if its files of people and casts are there. Sorted by name. */
export function readOmdbDirectors(files: SourceFiles): Map<string, string[]> {
  const names = new Map(readOmdbRows(files, 'all_people').map((row) => [row('id'), readTitle(row('name'))]));
  const directors = new Map<string, string[]>();
  for (const row of readOmdbRows(files, 'all_casts')) {
    const name = row('job_id') === directorJob ? names.get(row('person_id')) : null;
    if (name) directors.set(row('movie_id'), [...(directors.get(row('movie_id')) ?? []), name]);
  }
  for (const [id, list] of directors) directors.set(id, [...new Set(list)].sort(compareText));
  return directors;
}
