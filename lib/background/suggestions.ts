import { foldTitle, foldWholeTitle, titleKey } from '../films/title-key.ts';
import { parseTitle } from '../films/title-parse.ts';
import type { Film } from '../films/types.ts';
import { isSameFilm } from '../films/merging.ts';
import type { LogDatabase } from '../watchlog/schema.ts';
import type { ReadLog } from './identify.ts';
import { toFilm } from './log-films.ts';
import type { ShelfLookUp } from './shelf-look-up.ts';

/** Suggestions at most; browsers show 5 to 8. */
const maxSuggestions = 8;
const rowsAsked = 40;

/** Films of the log whose title begins so, in the order of their folded titles. */
async function findByPrefix(db: LogDatabase, text: string): Promise<Film[]> {
  const folds = [...new Set([foldTitle(text), foldWholeTitle(text)])].filter((fold) => fold !== '');
  const byRef = db.transaction('films').store.index('byRef');
  const lists = await Promise.all(
    folds.map((fold) => byRef.getAll(IDBKeyRange.bound(`title:${fold}`, `title:${fold}\uffff`), rowsAsked)),
  );
  const live = lists.flat().filter(({ deleted }) => deleted === null);
  return [...new Map(live.map((row) => [row.id, toFilm(row)])).values()];
}

/** Films that what is being typed may mean: of the log by the beginning of their titles, of the shelves by whole titles. */
export async function suggestFilms(
  text: string,
  { readLog, lookUp }: { readLog: ReadLog; lookUp: ShelfLookUp },
): Promise<Film[]> {
  const { title, year } = parseTitle(text);
  if (foldTitle(title) === '') return [];
  const [own, findings] = await Promise.all([
    readLog((db) => findByPrefix(db, title)),
    lookUp.find([[titleKey(title)]]),
  ]);
  const ofShelves = (findings[0] ?? []).flatMap(({ films }) => films ?? []).map(({ film }) => film);
  const films: Film[] = [];
  for (const film of [...(own ?? []), ...ofShelves]) {
    if (!films.some((known) => isSameFilm(known, film))) films.push(film);
  }
  const fits = (film: Film): boolean => year === null || film.year === year;
  return films.filter(fits).slice(0, maxSuggestions);
}
