import { foldTitle, foldWholeTitle, titleKey } from '../../films/titles/title-key.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import type { Film } from '../../films/types.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { toFilm } from './log-films.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';

/** Suggestions at most; browsers show 5 to 8. */
const maxSuggestions = 8;
const rowsAsked = 40;

/** Films of the log whose title begins with the text, sorted by folded title. */
async function findByPrefix(db: LogDatabase, text: string): Promise<Film[]> {
  const folds = [...new Set([foldTitle(text), foldWholeTitle(text)])].filter((fold) => fold !== '');
  const byRef = db.transaction('films').store.index('byRef');
  const lists = await Promise.all(
    folds.map((fold) => byRef.getAll(IDBKeyRange.bound(`title:${fold}`, `title:${fold}\uffff`), rowsAsked)),
  );
  const live = lists.flat().filter(({ deleted }) => deleted === null);
  return [...new Map(live.map((row) => [row.id, toFilm(row)])).values()];
}

/** What the text may name: as it stands, and where it ends with a bare year ("her 2013") that too. */
function listNamings(text: string): { title: string; year: number | null }[] {
  const [, before, bare] = /^(.*\S)\s+((?:18|19|20)\d\d)\s*$/.exec(text) ?? [];
  const { title, year } = parseTitle(text);
  const asTitle = { title, year };
  const withYear = before === undefined ? [] : [{ title: before, year: Number(bare) }];
  return [asTitle, ...withYear].filter((naming) => foldTitle(naming.title) !== '');
}

/** Films that typed text may mean: from the log by the start of their titles, from the catalogues by whole titles. */
export async function suggestFilms(
  text: string,
  { readLog, lookUp }: { readLog: ReadLog; lookUp: CatalogueLookUp },
): Promise<Film[]> {
  const namings = listNamings(text);
  const [own, answers] = await Promise.all([
    readLog((db) => Promise.all(namings.map(({ title }) => findByPrefix(db, title)))),
    lookUp.find(namings.map(({ title }) => [titleKey(title)])),
  ]);
  const films: Film[] = [];
  for (const [at, { year }] of namings.entries()) {
    const ofCatalogues = (answers[at] ?? []).flatMap((answer) => answer.films).map(({ film }) => film);
    for (const film of [...(own?.[at] ?? []), ...ofCatalogues]) {
      const fits = year === null || film.year === year;
      if (fits && !films.some((known) => isSameFilm(known, film))) films.push(film);
    }
  }
  return films.slice(0, maxSuggestions);
}
