// Reads data/films.tsv, the facts of the built-in catalogue, for the commands that learn from it and measure with it.
import { filmDataIdKinds } from '../../lib/films/find-id.ts';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeFilm } from '../../lib/films/make-film.ts';
import type { Film, FilmRef } from '../../lib/films/types.ts';

/** The table of the built-in catalogue. */
export const builtInTable = resolve(import.meta.dirname, '../../data/films.tsv');

/** A film of the table. */
export interface TableFilm {
  film: Film;
  /** '' for a feature film, `short`, or `tv` for a film made for television. */
  form: string;
}

const split = (cell: string): string[] => cell.split('|').filter((value) => value !== '');

function toTableFilm(cell: (column: string) => string): TableFilm {
  const refs = filmDataIdKinds.flatMap((kind): FilmRef[] =>
    cell(kind) === '' ? [] : [`${kind}:${cell(kind)}`],
  );
  const film = makeFilm({
    refs,
    title: cell('title'),
    originalTitle: cell('original') || null,
    alternativeTitles: split(cell('others')),
    year: cell('year') === '' ? null : Number(cell('year')),
    directors: split(cell('directors')),
  });
  return { film, form: cell('form') };
}

/** Returns the films of the table in its order. Rejects if the file cannot be read or has no column of titles. */
export async function readFilmsTable(path: string): Promise<TableFilm[]> {
  const [head = '', ...lines] = (await readFile(path, 'utf8')).split('\n');
  const columns = new Map(head.split('\t').map((name, at) => [name, at]));
  if (!columns.has('title')) throw new Error(`${path}: no column "title"`);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return toTableFilm((column) => cells[columns.get(column) ?? -1] ?? '');
    });
}
