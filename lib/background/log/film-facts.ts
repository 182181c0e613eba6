import { narrowAnswer } from '../../reviews/answers.ts';
import { fillFacts, findFacts, lacksFacts } from '../../watchlog/commands/fill-facts.ts';
import type { Log } from '../../watchlog/log.ts';
import type { FilmRow } from '../../watchlog/types.ts';
import type { CatalogueLookUp } from '../identify/catalogue-lookup.ts';
import { toFilm } from '../identify/log-films.ts';
import { getLog } from '../messages/log-access.ts';

/** As many films are looked up, and written, at once. */
const filmsAtOnce = 200;

/** The films with an id after `after` that lack facts, at most `filmsAtOnce`, and the id to continue after; null at the end. */
async function listLacking(
  log: Pick<Log, 'read'>,
  after: string,
): Promise<{ rows: FilmRow[]; last: string | null }> {
  const read = await log.read((db) =>
    db.getAll('films', IDBKeyRange.lowerBound(after, true), filmsAtOnce * 5),
  );
  const lacking = read.filter(lacksFacts);
  const rows = lacking.slice(0, filmsAtOnce);
  const isCut = lacking.length > rows.length;
  return { rows, last: (isCut ? rows : read).at(-1)?.id ?? null };
}

/** The first film of the catalogues that is the film of a row and has something that the row lacks. */
async function findFilms(rows: FilmRow[], lookUp: CatalogueLookUp): Promise<Parameters<typeof fillFacts>[0]> {
  const answers = await lookUp.find(
    rows.map(({ refs }) => refs),
    { isPassing: true },
  );
  return rows.flatMap((row, at) => {
    const film = toFilm(row);
    const found = (answers[at] ?? []).flatMap((answer) => narrowAnswer(film, answer).films);
    return found
      .filter((known) => findFacts(row, known.film) !== null)
      .slice(0, 1)
      .map((known) => ({ id: row.id, film: known.film }));
  });
}

/**
 * Fills in what films of the log lack and the catalogues on this machine know, such as lengths and directors. Sends no
 * request. Returns how many films it was.
 */
export async function fillFilmFacts(lookUp: CatalogueLookUp, notify: () => void): Promise<number> {
  const log = await getLog();
  let filled = 0;
  for (let after: string | null = ''; after !== null;) {
    const { rows, last } = await listLacking(log, after);
    const films = rows.length === 0 ? [] : await findFilms(rows, lookUp);
    if (films.length > 0) await log.write(fillFacts(films));
    filled += films.length;
    after = last;
  }
  if (filled > 0) notify();
  return filled;
}
