import { makeFilm } from '../../films/make-film.ts';
import type { FilmRef } from '../../films/types.ts';
import type { Catalogue } from '../types.ts';
import type { CatalogueInfo } from './build-catalogue.ts';
import { addTitle } from './imdb-akas.ts';
import { imdbTerms } from './imdb-rating-rows.ts';
import { readImdbRows } from './imdb-table.ts';
import type { ImdbFilms } from './imdb.ts';
import { dayOf, type InputFile } from './input-file.ts';

/** The catalogue of other titles alone. */
export const otherTitlesId = 'imdb-titles';

/** What other catalogues know of a film. */
interface KnownFilm {
  title: string;
  year: number | null;
}

/** Films by their IMDb ids. */
export type KnownFilms = ReadonlyMap<FilmRef, KnownFilm>;

/** Describes the catalogue that `title.akas` makes alone. */
export const describeOtherTitles = (akas: InputFile): CatalogueInfo => ({
  id: otherTitlesId,
  name: 'IMDb: other titles',
  asOf: dayOf(akas),
  ...imdbTerms,
  note: null,
});

/** The films of catalogues that have an IMDb id; of two with one id the first. Rejects if a catalogue is damaged. */
export async function listKnownFilms(catalogues: Pick<Catalogue, 'readTitles'>[]): Promise<KnownFilms> {
  const known = new Map<FilmRef, KnownFilm>();
  for (const catalogue of catalogues) {
    const titles = await catalogue.readTitles?.();
    if (!titles) continue;
    for (const [film, line] of new TextDecoder().decode(titles.text).split('\n').entries()) {
      const ref = titles.refOf(film);
      const [title = ''] = line.split('\t', 1);
      const year = titles.years[film] ?? 0;
      if (title !== '' && ref.startsWith('imdb:') && !known.has(ref))
        known.set(ref, { title, year: year === 0 ? null : year });
    }
  }
  return known;
}

/**
 * Reads the other titles of known films, a few hundred rows at a time. The rows of a film follow one another, as IMDb has
 * them. Rejects with `ImportError`, which has the row, if the file is cut off, and with the signal's reason.
 */
export async function* readOtherTitles(
  file: InputFile,
  known: KnownFilms,
  signal: AbortSignal,
): AsyncGenerator<ImdbFilms> {
  let id = '';
  let titles = new Set<string>();
  const take = (): ImdbFilms['films'] => {
    const ref: FilmRef = `imdb:${id}`;
    const film = known.get(ref);
    const alternativeTitles = [...titles].filter((title) => title !== film?.title);
    if (!film || alternativeTitles.length === 0) return [];
    return [{ film: makeFilm({ ...film, refs: [ref], alternativeTitles }), scores: [] }];
  };
  let progress: Omit<ImdbFilms, 'films'> = { rowsRead: 0, rowsInAll: 0, skipped: {} };
  for await (const { rows, rowsRead, bytesRead } of readImdbRows(file, 'akas')) {
    signal.throwIfAborted();
    const films: ImdbFilms['films'] = [];
    for (const row of rows) {
      if (row.titleId !== id) {
        films.push(...take());
        id = row.titleId;
        titles = new Set();
      }
      if (known.has(`imdb:${id}`)) addTitle(titles, row);
    }
    progress = {
      rowsRead,
      rowsInAll: Math.max(rowsRead, Math.round((rowsRead * file.size) / bytesRead)),
      skipped: {},
    };
    yield { films, ...progress };
  }
  yield { films: take(), ...progress };
}
