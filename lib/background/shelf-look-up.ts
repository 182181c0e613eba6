import type { FilmRef } from '../films/types.ts';
import type { ShelfFinding } from '../reviews/sources/shelf.ts';
import { ShelfError } from '../shelf/errors.ts';
import type { Shelf, ShelfFilm } from '../shelf/types.ts';
import type { AnswerCache } from './answer-cache.ts';
import { reportFault } from './report-fault.ts';

/** Looks names up in all shelves. */
export interface ShelfLookUp {
  /**
   * For each list of a film's names what each shelf has under them, in the order of the lists. Never rejects. Answers
   * are kept in the cache unless `isPassing`: thousands that are asked for once would only push out the others.
   */
  find: (keyLists: FilmRef[][], options?: { isPassing?: boolean }) => Promise<ShelfFinding[][]>;
}

type Answers = Map<string, ShelfFinding[]>;

/** Names the shelves and their content, so that an answer of other ones is told apart. */
function fingerprint(shelves: Shelf[]): string {
  return shelves.map(({ manifest, revision }) => `${manifest.id}:${revision}`).join(' ');
}

/** The films under any of the names, each once. */
function listFilms(keys: FilmRef[], found: Map<FilmRef, ShelfFilm[]>): ShelfFilm[] {
  const films = new Map<string, ShelfFilm>();
  for (const key of keys) {
    for (const film of found.get(key) ?? [])
      films.set(JSON.stringify([film.film.refs, film.film.directors]), film);
  }
  return [...films.values()];
}

/** One list's answer. A part that is not on this machine is no fault: it is fetched when its film is opened. */
async function askOne(shelf: Shelf, keys: FilmRef[]): Promise<ShelfFinding> {
  const { id, name } = shelf.manifest;
  try {
    return { shelf: id, name, films: listFilms(keys, await shelf.lookUp(keys)) };
  } catch (error) {
    if (error instanceof ShelfError && error.reason === 'not-asked')
      return { shelf: id, name, films: null, state: 'not-asked' };
    return { shelf: id, name, films: reportFault(`shelf ${id}`, error) };
  }
}

/** All lists in one look-up; where a part cannot be read, one by one, so that the others are answered. */
async function askShelf(shelf: Shelf, keyLists: FilmRef[][]): Promise<ShelfFinding[]> {
  const { id, name } = shelf.manifest;
  try {
    const found = await shelf.lookUp(keyLists.flat());
    return keyLists.map((keys) => ({ shelf: id, name, films: listFilms(keys, found) }));
  } catch {
    return await Promise.all(keyLists.map((keys) => askOne(shelf, keys)));
  }
}

/** A look-up over shelves that are opened when first needed, and a cache. Equal questions at one time share one promise. */
export function createShelfLookUp(options: {
  loadShelves: () => Promise<Shelf[]>;
  cache: AnswerCache;
}): ShelfLookUp {
  const { loadShelves, cache } = options;
  const underWay = new Map<string, Promise<ShelfFinding[]>>();

  async function findAnew(keyLists: Map<string, FilmRef[]>, isPassing: boolean): Promise<Answers> {
    const shelves = await loadShelves();
    const print = fingerprint(shelves);
    const names = [...keyLists.keys()];
    const cached = isPassing
      ? null
      : await cache.load(names, print).catch((error: unknown) => reportFault('cache', error));
    const kept: Answers = cached ?? new Map<string, ShelfFinding[]>();
    const missing = [...keyLists].filter(([name]) => !kept.has(name));
    if (missing.length === 0) return kept;
    const lists = missing.map(([, keys]) => keys);
    const byShelf = await Promise.all(shelves.map((shelf) => askShelf(shelf, lists)));
    const fresh: Answers = new Map(
      missing.map(([name], index) => [name, byShelf.flatMap((findings) => findings[index] ?? [])]),
    );
    const whole = new Map([...fresh].filter(([, findings]) => findings.every(({ films }) => films !== null)));
    // Nobody waits for the cache: an answer that is not kept is found again.
    if (whole.size > 0 && !isPassing)
      void cache.save(whole, print).catch((error: unknown) => reportFault('cache', error));
    return new Map([...kept, ...fresh]);
  }

  return {
    find(keyLists, { isPassing = false } = {}) {
      const names = keyLists.map((keys) => keys.join(' '));
      const fresh = new Map(
        names.flatMap((name, index) => (underWay.has(name) ? [] : [[name, keyLists[index] ?? []] as const])),
      );
      if (fresh.size > 0) {
        const answers = findAnew(fresh, isPassing).catch(
          (error: unknown): Answers => reportFault('shelves', error) ?? new Map(),
        );
        for (const name of fresh.keys())
          underWay.set(
            name,
            answers.then((found) => found.get(name) ?? []),
          );
        void answers.then(() => fresh.forEach((_keys, name) => underWay.delete(name)));
      }
      return Promise.all(names.map((name) => underWay.get(name) ?? Promise.resolve([])));
    },
  };
}
