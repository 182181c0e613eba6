import type { FilmRef } from '../../films/types.ts';
import { titleRef } from '../../films/titles/title-key.ts';
import { packTitles, type TitledFilm } from './film-titles.ts';
import type { FilmTitles } from './types.ts';

/** The titles of a table of films in the form of `data/films.tsv`. */
export function readFilmTable(text: string): FilmTitles {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  const films = lines.map((line): TitledFilm => {
    const cells = new Map(line.split('\t').map((cell, at) => [columns[at], cell]));
    const cell = (name: string): string => cells.get(name) ?? '';
    const year = cell('year') === '' ? null : Number(cell('year'));
    const ref: FilmRef = cell('imdb') === '' ? titleRef(cell('title'), year) : `imdb:${cell('imdb')}`;
    const otherTitles = [cell('original'), ...cell('others').split('|')];
    return { title: cell('title'), otherTitles, year, known: Number(cell('known')), ref };
  });
  return packTitles(films);
}
