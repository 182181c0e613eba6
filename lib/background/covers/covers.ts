import { isBelievable } from '../../dates/stored-time.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import type { CoverFilm, FoundCover } from '../../messaging/cover-protocol.ts';
import { titleRef } from '../../films/titles/title-key.ts';
import { judgeAge } from '../../reviews/policy.ts';
import { picturePolicy } from '../../reviews/sources/tmdb-pictures.ts';
import type { CacheDatabase, CoverRow, UseCache } from '../cache/cache-database.ts';
import { dropOldest } from '../cache/drop-oldest.ts';
import { listStoredRefs } from '../cache/film-refs.ts';

/**
 * The maximum number of kept covers, and of what TMDB sent. Beyond it the oldest tenth of these is deleted: a cover from the
 * screen cannot be fetched again, and gives way to others of the screen only.
 */
export const maxCovers = 3000;

/** A film's cover, and whether TMDB is to be asked for one. */
interface CoverState {
  cover: FoundCover | null;
  /** There is none, and none was looked for lately. */
  isDue: boolean;
}

/** The covers of films: pictures that were on the screen, and TMDB's. */
export interface Covers {
  /** Keeps a film's cover from the screen in place of an earlier one; does nothing where the user wants none. */
  keep: (film: Film, picture: string) => Promise<void>;
  /** Keeps what TMDB has for a film: a picture, or null. */
  keepFetched: (film: Film, picture: string | null) => Promise<void>;
  /** The cover of each film: the one from the screen, otherwise TMDB's. */
  find: (films: CoverFilm[]) => Promise<CoverState[]>;
  /** Deletes TMDB's pictures that are older than its terms allow. */
  purge: () => Promise<void>;
}

interface Options {
  use: UseCache;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Which covers the user wants. */
  loadWanted: () => Promise<{ fromScreen: boolean; fromTmdb: boolean }>;
}

/** How the keys of what TMDB sent begin. */
const tmdbKey = 'tmdb ';

type Origin = CoverRow['from'];
type RowFilter = (row: CoverRow) => boolean;

/** The rows that may be a film's: those with one of its refs that belong to no other film. */
async function findRows(db: CacheDatabase, film: CoverFilm): Promise<CoverRow[]> {
  const index = db.transaction('covers').store.index('byRef');
  const refs: FilmRef[] = [...film.refs.slice(0, 40), titleRef(film.title, film.year)];
  const lists = await Promise.all([...new Set(refs)].map((ref) => index.getAll(ref)));
  const rows = [...new Map(lists.flat().map((row) => [row.key, row])).values()];
  return rows.filter((row) => isSameFilm({ directors: [], ...film }, { ...row.film, refs: row.refs }));
}

/** How old what TMDB sent is. What a wrong clock saved in the future counts as old. */
function judgeRow({ savedAt, picture }: CoverRow, now: number): ReturnType<typeof judgeAge> {
  if (!isBelievable(savedAt, now)) return 'expired';
  return judgeAge(picturePolicy, { ageMs: now - savedAt, isMiss: picture === null });
}

/** The cover among a film's rows. Two films can have one title and year: then neither is known to be meant. */
function pickCover(rows: CoverRow[]): FoundCover | null {
  for (const from of [undefined, 'tmdb'] as Origin[]) {
    const [row, other] = rows.filter((one) => one.from === from);
    if (row && other) return null;
    if (row && row.picture !== null) return { picture: row.picture, isFromTmdb: from === 'tmdb' };
  }
  return null;
}

/** Saves a row in place of the film's earlier ones that `isReplaced` names. */
async function save(use: UseCache, film: Film, row: CoverRow, isReplaced: RowFilter): Promise<void> {
  await use(async (db) => {
    for (const former of await findRows(db, film))
      if (isReplaced(former)) await db.delete('covers', former.key);
    await db.put('covers', row);
    const isCounted = (key: string): boolean => key.startsWith(tmdbKey) === (row.from === 'tmdb');
    await dropOldest(db, { store: 'covers', byAge: 'bySavedAt', most: maxCovers, isCounted }, row.savedAt);
  });
}

/** The covers in the cache. Calls reject when the cache cannot be used. */
export function createCovers({ use, now, loadWanted }: Options): Covers {
  const makeRow = (film: Film, picture: string | null): CoverRow => {
    const { title, year, directors } = film;
    const refs = listStoredRefs(film);
    const key = refs[0] ?? titleRef(title, year);
    return { key, refs, film: { title, year, directors }, picture, savedAt: now() };
  };
  return {
    async keep(film, picture) {
      if ((await loadWanted()).fromScreen) await save(use, film, makeRow(film, picture), () => true);
    },
    async keepFetched(film, picture) {
      const row = makeRow(film, picture);
      // A picture from the screen stays, also while the user has switched those off.
      await save(
        use,
        film,
        { ...row, key: `${tmdbKey}${row.key}`, from: 'tmdb' },
        ({ from }) => from === 'tmdb',
      );
    },
    async find(films) {
      const wanted = await loadWanted();
      const nothing = { cover: null, isDue: wanted.fromTmdb };
      if (!wanted.fromScreen && !wanted.fromTmdb) return films.map(() => nothing);
      return use(async (db) => {
        if ((await db.count('covers')) === 0) return films.map(() => nothing);
        const at = now();
        const isShown: RowFilter = (row) =>
          row.from === 'tmdb' ? wanted.fromTmdb && judgeRow(row, at) !== 'expired' : wanted.fromScreen;
        const found = await Promise.all(films.map((film) => findRows(db, film)));
        return found.map((rows) => {
          const shown = rows.filter(isShown);
          const isKnown = shown.some((row) => row.from !== 'tmdb' || judgeRow(row, at) === 'fresh');
          return { cover: pickCover(shown), isDue: wanted.fromTmdb && !isKnown };
        });
      });
    },
    purge: () =>
      use(async (db) => {
        const tx = db.transaction('covers', 'readwrite', { durability: 'relaxed' });
        for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue())
          if (cursor.value.from === 'tmdb' && judgeRow(cursor.value, now()) === 'expired')
            await cursor.delete();
        await tx.done;
      }),
  };
}
