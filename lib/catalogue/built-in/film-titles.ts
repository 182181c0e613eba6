import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { FilmTitles, TitleReading } from '../search/types.ts';
import { maxSymbolBytes } from './symbols.ts';
import type { StoredFilms } from './stored-films.ts';

/** The numbers of the films, the best known first, equal ones in the order of the file. */
function sortByKnown(films: StoredFilms): Uint32Array {
  const next = new Uint32Array(257);
  for (let film = 0; film < films.count; film += 1) {
    const place = 256 - films.readKnown(film);
    next[place] = (next[place] ?? 0) + 1;
  }
  for (let place = 1; place <= 256; place += 1) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const order = new Uint32Array(films.count);
  for (let film = 0; film < films.count; film += 1) {
    const place = 255 - films.readKnown(film);
    const at = next[place] ?? 0;
    order[at] = film;
    next[place] = at + 1;
  }
  return order;
}

/** Films whose titles are decoded before others may have their turn: less than a millisecond. */
const filmsPerSlice = 1000;

/** Decodes the titles of the films, in this order. */
async function decodeTitles(
  { titles }: StoredFilms,
  order: Uint32Array,
  pause: () => Promise<void>,
): Promise<Uint8Array> {
  const starts = titles.listStarts();
  const rangeOf = (film: number): readonly [from: number, to: number] => [
    starts[film] ?? 0,
    starts[film + 1] ?? 0,
  ];
  let codes = 0;
  for (const film of order) codes += rangeOf(film)[1] - rangeOf(film)[0];
  const text = new Uint8Array(codes * maxSymbolBytes);
  let end = 0;
  for (const [at, film] of order.entries()) {
    end = titles.copy(rangeOf(film), text, end);
    if (at % filmsPerSlice === filmsPerSlice - 1) await pause();
  }
  return text.slice(0, end);
}

/** Decodes all titles, or those of the best known films. Rejects with `CatalogueError` if they are damaged. All lines must be in memory. */
export async function readFilmTitles(
  films: StoredFilms,
  { most = films.count, pause = () => Promise.resolve() }: TitleReading = {},
): Promise<FilmTitles> {
  const order = sortByKnown(films).subarray(0, most);
  const text = await decodeTitles(films, order, pause);
  return {
    text,
    years: Uint16Array.from(order, (film) => films.readYear(film) ?? 0),
    known: Uint8Array.from(order, (film) => films.readKnown(film)),
    refOf(at) {
      const film = order[at];
      const found = film === undefined ? null : films.read(film);
      const { title, year, refs } = found?.film ?? { title: '', year: null, refs: [] };
      return refs.find((ref) => !isTitleRef(ref)) ?? titleRef(title, year);
    },
  };
}
