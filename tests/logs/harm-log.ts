// Runs inside a page of the extension: damages the log as the browser does, reads it, and sends messages to the background.
import { openDatabase } from '../../lib/watchlog/store/database.ts';
import { readAllRows } from '../../lib/watchlog/store/read-all-rows.ts';
import { titleRef } from '../../lib/films/titles/title-key.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { ImportStep } from '../../lib/watchlog/imports/imports.ts';
import type { FilmInput, LogHealth, RatingValue } from '../../lib/watchlog/types.ts';

const year = 2001;
const makeFilm = (title: string): FilmInput => ({ title, year, refs: [titleRef(title, year)] });

/** Reports on the console that the background has acknowledged ratings. */
function acknowledge(titles: string[]): void {
  console.log(`acknowledged ${JSON.stringify(titles)}`);
}

/** Rates films, one write each. */
export async function rateFilms(titles: string[], value: RatingValue): Promise<void> {
  for (const title of titles) {
    await sendMessage('rateFilm', { film: makeFilm(title), value });
    acknowledge([title]);
  }
}

/** Imports a rating and an entry of each film, in chunks. */
export async function importFilms(id: string, chunks: string[][]): Promise<void> {
  const info = { id, fileNames: ['films.csv'], format: 'generic', total: chunks.flat().length };
  let from = 0;
  for (const titles of chunks) {
    const steps = titles.map((title): ImportStep => ({
      film: makeFilm(title),
      entries: [{ fields: { watchedOn: '2012-03-04' }, loggedAt: null, sourceId: null }],
      changes: [],
      rating: { value: 7, criteria: {}, ratedAt: null },
      watchlist: null,
      liked: false,
      tags: [],
    }));
    await sendMessage('commitImport', { info, from, steps });
    acknowledge(titles);
    from += steps.length;
  }
}

/** Deletes the ratings of films, or of all if none are given, without the log. */
export async function loseRatings(titles: string[] | null): Promise<void> {
  const { db } = await openDatabase();
  const films = (await db.getAll('films')).filter(({ title }) => titles === null || titles.includes(title));
  const ids = new Set(films.map(({ id }) => id));
  const tx = db.transaction('ratings', 'readwrite');
  for (const { id, filmId } of await tx.store.getAll()) if (ids.has(filmId)) await tx.store.delete(id);
  await tx.done;
  db.close();
}

/** Makes an entry unreadable as a row. */
export async function breakEntry(): Promise<void> {
  const { db } = await openDatabase();
  const tx = db.transaction('entries', 'readwrite');
  const [first] = await tx.store.getAll(null, 1);
  if (first) await tx.store.put({ ...first, tags: 7 } as never);
  await tx.done;
  db.close();
}

/** The titles of the films with a live rating, and the number of entries. */
export async function readLog(): Promise<{ rated: string[]; entries: number }> {
  const { db } = await openDatabase();
  const rows = await readAllRows(db);
  db.close();
  const titles = new Map(rows.films.map(({ id, title }) => [id, title]));
  const rated = rows.ratings.flatMap(({ filmId, value, deleted }) =>
    deleted === null && value !== null ? (titles.get(filmId) ?? []) : [],
  );
  return { rated, entries: rows.entries.length };
}

/** Checks the health of the log; again for a while if the browser cannot open its files at the moment. */
export async function findHealth(): Promise<LogHealth> {
  for (let tries = 0; ; tries += 1) {
    const health = await sendMessage('getLogHealth', undefined);
    if (health.state !== 'unreadable' || tries === 5) return health;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Restores the newest backup. */
export async function restoreNewest(): Promise<LogHealth> {
  const [newest] = await sendMessage('listBackups', undefined);
  return sendMessage('restoreBackup', { id: newest?.id ?? '' });
}

export const acceptLoss = (): Promise<LogHealth> => sendMessage('acceptLoss', undefined);
export const checkLog = (): Promise<unknown> => sendMessage('checkLog', undefined);
