import type { FilmRef } from '../../films/types.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import type { Catalogue, CatalogueFilm } from '../../catalogue/types.ts';
import { makeCatalogueAnswer, type SourceAnswer } from '../../reviews/answers.ts';
import type { LookupCache } from './lookup-cache.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Looks names up in all catalogues. */
export interface CatalogueLookUp {
  /**
   * For each list of a film's names what each catalogue has under them, in the order of the lists. Never rejects. Answers
   * are kept in the cache unless `isPassing`: thousands that are asked for once would only push out the others.
   */
  find: (keyLists: FilmRef[][], options?: { isPassing?: boolean }) => Promise<SourceAnswer[][]>;
}

/** Whether the catalogue could be read: any other answer is not kept. */
const isRead = ({ status }: SourceAnswer): boolean => status.state === 'ok' || status.state === 'none';

type Answers = Map<string, SourceAnswer[]>;

/** Names the catalogues and their content, so that an answer of other ones is told apart. */
function fingerprint(catalogues: Catalogue[]): string {
  return catalogues.map(({ manifest, revision }) => `${manifest.id}:${revision}`).join(' ');
}

/** The films under any of the names, each once. */
function listFilms(keys: FilmRef[], found: Map<FilmRef, CatalogueFilm[]>): CatalogueFilm[] {
  const films = new Map<string, CatalogueFilm>();
  for (const key of keys) {
    for (const film of found.get(key) ?? [])
      films.set(JSON.stringify([film.film.refs, film.film.directors]), film);
  }
  return [...films.values()];
}

/** One list's answer. A part that is not on this machine is no fault: it is fetched when its film is opened. */
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

/** All lists in one look-up; where a part cannot be read, one by one, so that the others are answered. */
async function askCatalogue(catalogue: Catalogue, keyLists: FilmRef[][]): Promise<SourceAnswer[]> {
  try {
    const found = await catalogue.lookUp(keyLists.flat());
    return keyLists.map((keys) => makeCatalogueAnswer(catalogue.manifest, listFilms(keys, found)));
  } catch {
    return await Promise.all(keyLists.map((keys) => askOne(catalogue, keys)));
  }
}

/** A look-up over catalogues that are opened when first needed, and a cache. Equal questions at one time share one promise. */
export function createCatalogueLookUp(options: {
  loadCatalogues: () => Promise<Catalogue[]>;
  cache: LookupCache;
}): CatalogueLookUp {
  const { loadCatalogues, cache } = options;
  const underWay = new Map<string, Promise<SourceAnswer[]>>();

  async function findAnew(keyLists: Map<string, FilmRef[]>, isPassing: boolean): Promise<Answers> {
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
