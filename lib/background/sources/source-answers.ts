import { listStoredRefs } from '../cache/film-refs.ts';
import { isSameFilm } from '../../films/same-film.ts';
import { chooseKey } from '../../films/find-id.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import { isBelievable, isResting } from '../../dates/stored-time.ts';
import { judgeAge, type SourcePolicy } from '../../reviews/policy.ts';
import type { FoundFilm, LiveSourceId, ReviewSource, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { CacheDatabase, SourceAnswerRow, UseCache } from '../cache/cache-database.ts';

/** A source's stored answer about a film. */
export interface KeptAnswer {
  row: SourceAnswerRow;
  age: 'fresh' | 'stale' | 'expired';
}

/** The stored answers of live sources. */
export interface SourceAnswers {
  /**
   * The stored answer for each film and source, in the order of the films, then the sources; null when there is none.
   */
  load: (films: Film[], sources: ReviewSource[]) => Promise<(KeptAnswer | null)[][]>;
  /** The films that sources found for any of the refs. */
  loadFilms: (refLists: FilmRef[][]) => Promise<Film[][]>;
  save: (source: LiveSourceId, film: Film, found: FoundFilm | null) => Promise<void>;
  /** Stores that a request failed; the previous answer stays. */
  saveFault: (
    source: LiveSourceId,
    film: Film,
    fault: { code: SourceErrorCode; until: number },
  ) => Promise<void>;
  /** Deletes answers that are older than their source's policy allows. */
  purge: (sources: ReviewSource[]) => Promise<void>;
}

/** The longest that a fault may say to wait, in milliseconds: the day of a budget. */
const longestFaultMs = 24 * 3_600_000;

/** Whether a request is due: the answer is missing, old or lacks what is needed, and no fault says to wait. */
export function isAnswerDue(
  kept: KeptAnswer | null,
  now: number,
  lacks: (found: FoundFilm) => boolean = () => false,
): boolean {
  if (kept?.row.fault && isResting(kept.row.fault.until, longestFaultMs, now)) return false;
  return kept?.age !== 'fresh' || (kept.row.found !== null && lacks(kept.row.found));
}

/** Whether a row found by a name is about the film: a remake may have the same one. Of a film not found, refs are kept. */
function isAbout({ found, refs }: SourceAnswerRow, film: Film): boolean {
  const account = found?.film ?? { refs, title: null, year: null, names: refs.filter(isTitleRef) };
  return isSameFilm(film, account);
}

function judge(row: SourceAnswerRow, policy: SourcePolicy, now: number): KeptAnswer {
  if (row.fetchedAt === null || !isBelievable(row.fetchedAt, now)) return { row, age: 'stale' };
  return { row, age: judgeAge(policy, { ageMs: now - row.fetchedAt, isMiss: row.found === null }) };
}

type RefIndex = { getAll: (ref: FilmRef) => Promise<SourceAnswerRow[]> };

/** The rows about each film, in their order. */
function findRows(db: CacheDatabase, films: Film[]): Promise<SourceAnswerRow[][]> {
  const index = db.transaction('sourceAnswers').store.index('byRef');
  return Promise.all(films.map((film) => findRowsOf(index, film)));
}

async function findRowsOf(index: RefIndex, film: Film): Promise<SourceAnswerRow[]> {
  const lists = await Promise.all(listStoredRefs(film).map((ref) => index.getAll(ref)));
  const rows = new Map(lists.flat().map((row) => [row.key, row]));
  return [...rows.values()].filter((row) => isAbout(row, film));
}

/** The newest of a source's rows; one with an answer before one that only tells of a fault. */
function pickRow(rows: SourceAnswerRow[], source: LiveSourceId, now: number): SourceAnswerRow | null {
  const own = rows.filter((row) => row.source === source);
  const fetchedAt = (row: SourceAnswerRow): number =>
    row.fetchedAt !== null && isBelievable(row.fetchedAt, now) ? row.fetchedAt : 0;
  return own.sort((a, b) => fetchedAt(b) - fetchedAt(a))[0] ?? null;
}

/** The films that sources found under each list of refs. */
async function listFoundFilms(db: CacheDatabase, refLists: FilmRef[][]): Promise<Film[][]> {
  if ((await db.count('sourceAnswers')) === 0) return refLists.map(() => []);
  const index = db.transaction('sourceAnswers').store.index('byRef');
  return Promise.all(
    refLists.map(async (refs) => {
      const rows = (await Promise.all(refs.map((ref) => index.getAll(ref)))).flat();
      return [...new Map(rows.map((row) => [row.key, row])).values()].flatMap(
        ({ found }) => found?.film ?? [],
      );
    }),
  );
}

/** The answers in the cache. Calls reject when the cache cannot be used. */
export function createSourceAnswers({ use, now }: { use: UseCache; now: () => number }): SourceAnswers {
  const edit = (
    source: LiveSourceId,
    film: Film,
    change: (row: SourceAnswerRow) => SourceAnswerRow,
  ): Promise<void> =>
    use(async (db) => {
      const key = `${source} ${chooseKey(film)}`;
      const tx = db.transaction('sourceAnswers', 'readwrite', { durability: 'relaxed' });
      const made = { key, source, refs: listStoredRefs(film), found: null, fetchedAt: null, fault: null };
      await tx.store.put(change((await tx.store.get(key)) ?? made));
      await tx.done;
    });
  return {
    load: (films, sources) =>
      use(async (db) => {
        if (sources.length === 0 || (await db.count('sourceAnswers')) === 0)
          return films.map(() => sources.map(() => null));
        return (await findRows(db, films)).map((rows) =>
          sources.map(({ id, policy }) => {
            const row = pickRow(rows, id, now());
            const kept = row && judge(row, policy, now());
            return kept?.age === 'expired' ? null : kept;
          }),
        );
      }),
    loadFilms: (refLists) => use((db) => listFoundFilms(db, refLists)),
    save: (source, film, found) =>
      edit(source, film, (row) => ({
        ...row,
        refs: [...new Set([...listStoredRefs(film), ...(found ? listStoredRefs(found.film) : [])])],
        found,
        fetchedAt: now(),
        fault: null,
      })),
    saveFault: (source, film, fault) => edit(source, film, (row) => ({ ...row, fault })),
    purge: (sources) =>
      use(async (db) => {
        const tx = db.transaction('sourceAnswers', 'readwrite', { durability: 'relaxed' });
        for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
          const { source, fetchedAt, found } = cursor.value;
          const policy = sources.find(({ id }) => id === source)?.policy;
          // What a wrong clock fetched in the future never becomes old, so it counts as old now.
          const isKnown = fetchedAt !== null && isBelievable(fetchedAt, now());
          const ageMs = isKnown ? now() - fetchedAt : now();
          const isExpired = !policy || judgeAge(policy, { ageMs, isMiss: found === null }) === 'expired';
          if (isExpired) await cursor.delete();
        }
        await tx.done;
      }),
  };
}
