import type { FilmRef } from '../../films/types.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import { findLastYear } from '../../catalogue/manifest.ts';
import type { Catalogue, CatalogueFilm } from '../../catalogue/types.ts';
import { makeCatalogueAnswer, type SourceAnswer } from '../../reviews/answers.ts';
import type { LookupCache } from './lookup-cache.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Looks up refs in all catalogues. */
export interface CatalogueLookUp {
  /**
   * For each list of a film's refs, the answer of each catalogue, in the order of the lists. Never rejects. Answers are
   * cached unless `isPassing` is set: thousands of one-off answers would only displace others.
   */
  find: (keyLists: FilmRef[][], options?: { isPassing?: boolean }) => Promise<SourceAnswer[][]>;
}

/** Whether the catalogue could be read. Other answers are not cached. */
const isRead = ({ status }: SourceAnswer): boolean => status.state === 'ok' || status.state === 'none';

/** The look-up, and how far its catalogues reach. */
export interface CatalogueAccess extends CatalogueLookUp {
  /** The last year whose films the catalogues have; null without catalogues. Never rejects. */
  findLastYear: () => Promise<number | null>;
}

type Answers = Map<string, SourceAnswer[]>;

/** Identifies the catalogues and their revisions, so that cached answers of others are ignored. */
function fingerprint(catalogues: Catalogue[]): string {
  return catalogues.map(({ manifest, revision }) => `${manifest.id}:${revision}`).join(' ');
}

/** The films with any of the refs, each once. */
function listFilms(keys: FilmRef[], found: Map<FilmRef, CatalogueFilm[]>): CatalogueFilm[] {
  const films = new Map<string, CatalogueFilm>();
  for (const key of keys) {
    for (const film of found.get(key) ?? [])
      films.set(JSON.stringify([film.film.refs, film.film.directors]), film);
  }
  return [...films.values()];
}

/**
 * The answer for one list. A missing part of a published catalogue is not a fault: it is fetched when the film is
 * opened.
 */
async function askOne(catalogue: Catalogue, keys: FilmRef[]): Promise<SourceAnswer> {
  const { manifest } = catalogue;
  try {
    return makeCatalogueAnswer(manifest, listFilms(keys, await catalogue.lookUp(keys)));
  } catch (error) {
    const { status, ...nothing } = makeCatalogueAnswer(manifest, []);
    if (error instanceof CatalogueError && error.reason === 'not-asked')
      return { ...nothing, status: { ...status, state: 'not-asked' } };
    reportFault(`catalogue ${manifest.id}`, error);
    return { ...nothing, status: { ...status, state: 'failed' } };
  }
}

/** Looks up all lists at once; if a part cannot be read, one by one, so that the others are answered. */
async function askCatalogue(catalogue: Catalogue, keyLists: FilmRef[][]): Promise<SourceAnswer[]> {
  try {
    const found = await catalogue.lookUp(keyLists.flat());
    return keyLists.map((keys) => makeCatalogueAnswer(catalogue.manifest, listFilms(keys, found)));
  } catch {
    return await Promise.all(keyLists.map((keys) => askOne(catalogue, keys)));
  }
}

/**
 * Creates a look-up with a cache. The catalogues are loaded on first use. Equal requests at the same time share one
 * promise.
 */
export function createCatalogueLookUp(options: {
  loadCatalogues: () => Promise<Catalogue[]>;
  cache: LookupCache;
}): CatalogueAccess {
  const { loadCatalogues, cache } = options;
  const underWay = new Map<string, Promise<SourceAnswer[]>>();

  async function findUncached(keyLists: Map<string, FilmRef[]>, isPassing: boolean): Promise<Answers> {
    const catalogues = await loadCatalogues();
    const print = fingerprint(catalogues);
    const names = [...keyLists.keys()];
    const cached = isPassing
      ? null
      : await cache.load(names, print).catch((error: unknown) => reportFault('cache', error));
    const kept: Answers = cached ?? new Map<string, SourceAnswer[]>();
    const missing = [...keyLists].filter(([name]) => !kept.has(name));
    if (missing.length === 0) return kept;
    const lists = missing.map(([, keys]) => keys);
    const byCatalogue = await Promise.all(catalogues.map((catalogue) => askCatalogue(catalogue, lists)));
    const fresh: Answers = new Map(
      missing.map(([name], index) => [name, byCatalogue.flatMap((answers) => answers[index] ?? [])]),
    );
    const whole = new Map([...fresh].filter(([, list]) => list.every(isRead)));
    // Saving is not awaited: a lost answer is looked up again.
    if (whole.size > 0 && !isPassing)
      void cache.save(whole, print).catch((error: unknown) => reportFault('cache', error));
    return new Map([...kept, ...fresh]);
  }

  return {
    findLastYear: () => loadCatalogues().then(findLastYear, () => null),
    find(keyLists, { isPassing = false } = {}) {
      const names = keyLists.map((keys) => keys.join(' '));
      const fresh = new Map(
        names.flatMap((name, index) => (underWay.has(name) ? [] : [[name, keyLists[index] ?? []] as const])),
      );
      if (fresh.size > 0) {
        const answers = findUncached(fresh, isPassing).catch(
          (error: unknown): Answers => reportFault('catalogues', error) ?? new Map(),
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
