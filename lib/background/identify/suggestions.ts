import { foldTitle, foldWholeTitle, titleKey } from '../../films/titles/title-key.ts';
import { parseTitle } from '../../films/titles/title-parse.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import { makeFilm } from '../../films/make-film.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { FilmSuggestion } from '../../messaging/protocol.ts';
import { findOwnRecordsOfFilms } from '../../watchlog/queries/queries.ts';
import type { LogDatabase } from '../../watchlog/store/schema.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { findFilmsByKeys, toFilm } from './log-films.ts';
import { parseTypedId } from './parse-film-text.ts';
import type { CatalogueLookUp } from './catalogue-lookup.ts';
import type { FindTitles } from './title-searches.ts';

/** Suggestions at most; browsers show 5 to 8. */
const maxSuggestions = 8;
/** Films of the log that come before those of the catalogues. */
const maxOwnFirst = 3;
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

/** A title and year that a text may name. */
interface Naming {
  title: string;
  year: number | null;
}

/** What the text may name: as it stands, and where it ends with a bare year ("her 2013") that too. */
function listNamings(text: string): Naming[] {
  const [, before, bare] = /^(.*\S)\s+((?:18|19|20)\d\d)\s*$/.exec(text) ?? [];
  const { title, year } = parseTitle(text);
  const asTitle = { title, year };
  const withYear = before === undefined ? [] : [{ title: before, year: Number(bare) }];
  return [asTitle, ...withYear].filter((naming) => foldTitle(naming.title) !== '');
}

/** What suggestions are made from. */
export interface SuggestionSources {
  readLog: ReadLog;
  lookUp: CatalogueLookUp;
  findTitles: FindTitles;
}

type Named = Omit<FilmSuggestion, 'own'>;

/** The films of catalogues that have a whole title like the text, for catalogues without a search. */
async function findWholeTitles(namings: Naming[], lookUp: CatalogueLookUp): Promise<Film[]> {
  const answers = await lookUp.find(namings.map(({ title }) => [titleKey(title)]));
  return namings.flatMap(({ year }, at) =>
    (answers[at] ?? [])
      .flatMap((answer) => answer.films)
      .flatMap(({ film }) => (year === null || film.year === year ? [film] : [])),
  );
}

/** The films of the log whose titles begin with the text. */
async function findOwnFilms(namings: Naming[], readLog: ReadLog): Promise<Film[]> {
  const found = await readLog((db) => Promise.all(namings.map(({ title }) => findByPrefix(db, title))));
  return namings.flatMap(({ year }, at) =>
    (found?.[at] ?? []).filter((film) => year === null || film.year === year),
  );
}

/** The films that a search by words finds, with what the catalogues know of them. */
async function findByWords(text: string, { lookUp, findTitles }: SuggestionSources): Promise<Named[]> {
  const matches = await findTitles(text, maxSuggestions);
  const answers = await lookUp.find(
    matches.map(({ ref }) => [ref]),
    { isPassing: true },
  );
  return matches.map(({ title, year, ref, otherTitle }, at) => {
    const [known] = (answers[at] ?? []).flatMap((answer) => answer.films);
    return { film: known?.film ?? makeFilm({ title, year, refs: [ref] }), otherTitle };
  });
}

/** The film with an id, of the log and the catalogues. */
async function findById(ref: FilmRef, { readLog, lookUp }: SuggestionSources): Promise<Film[]> {
  const [own, answers] = await Promise.all([
    readLog((db) => findFilmsByKeys(db, [ref])),
    lookUp.find([[ref]], { isPassing: true }),
  ]);
  return [
    ...(own?.get(ref) ?? []).map(toFilm),
    ...answers
      .flat()
      .flatMap(({ films }) => films)
      .map(({ film }) => film),
  ];
}

/** Each film once: of two that are one, the first. */
function dropRepeated(suggestions: Named[]): Named[] {
  const kept: Named[] = [];
  for (const suggestion of suggestions)
    if (!kept.some(({ film }) => isSameFilm(film, suggestion.film))) kept.push(suggestion);
  return kept.slice(0, maxSuggestions);
}

const asNamed = (film: Film): Named => ({ film, otherTitle: null });

/** The films that the words of a text may mean, each once. */
async function findNamed(text: string, sources: SuggestionSources): Promise<Named[]> {
  const { readLog, lookUp, findTitles } = sources;
  const namings = listNamings(text);
  // The field has the focus: what is typed next needs the titles.
  if (namings.length === 0) return findTitles('', 0).then(() => []);
  const [own, byWords, whole] = await Promise.all([
    findOwnFilms(namings, readLog),
    findByWords(text, sources),
    findWholeTitles(namings, lookUp),
  ]);
  return dropRepeated([
    ...own.slice(0, maxOwnFirst).map(asNamed),
    ...byWords,
    ...[...whole, ...own.slice(maxOwnFirst)].map(asNamed),
  ]);
}

/**
 * Films that typed text may mean, at most 8: the one with an id or an address, or else first those of the log whose titles
 * begin with the text, at most 3 if others fit too, then the best of all catalogues.
 */
export async function suggestFilms(text: string, sources: SuggestionSources): Promise<FilmSuggestion[]> {
  const { readLog } = sources;
  const typed = parseTypedId(text);
  const byId = typed === null ? [] : dropRepeated((await findById(typed.ref, sources)).map(asNamed));
  const found = byId.length > 0 ? byId : await findNamed(typed?.words ?? text, sources);
  const records = await readLog((db) =>
    findOwnRecordsOfFilms(
      db,
      found.map(({ film: { refs, title, year } }) => ({ refs, title, year })),
    ),
  );
  return found.map((suggestion, at) => ({ ...suggestion, own: records?.[at] ?? null }));
}

/**
 * The film that is meant when the text is entered as it is: the only one with that title, else null if several have it
 * (then the user is asked), else the first suggestion, so that half a word never becomes a film.
 */
export function chooseEntered(text: string, suggestions: FilmSuggestion[]): Film | null {
  const folds = new Set(listNamings(text).map(({ title }) => foldTitle(title)));
  const whole = suggestions.filter(({ film }) =>
    [film.title, ...film.alternativeTitles].some((title) => folds.has(foldTitle(title))),
  );
  if (whole.length > 1) return null;
  return (whole[0] ?? suggestions[0])?.film ?? null;
}
