import type { Migration } from './types.ts';

const indexes: Record<string, [name: string, path: string, multiEntry?: boolean][]> = {
  films: [['byRef', 'refs', true]],
  ratings: [['byFilm', 'filmId']],
  entries: [
    ['byFilm', 'filmId'],
    ['byDay', 'diaryKey'],
  ],
  watchlist: [['byFilm', 'filmId']],
  corrections: [
    ['byKey', 'key'],
    ['byFilm', 'filmId'],
  ],
  keptReviews: [
    ['byFilm', 'filmId'],
    ['byUrl', 'url'],
  ],
  imports: [],
  followedSites: [['byUrl', 'url']],
};

/**
 * Version 1: a store for each kind of row with indexes by film, ref, day, import and deletion; the state; the
 * quarantine.
 */
export const first: Migration = {
  version: 1,
  changeStores: (db) => {
    for (const [name, paths] of Object.entries(indexes)) {
      const store = db.createObjectStore(name, { keyPath: 'id' });
      for (const [index, path, multiEntry = false] of paths) store.createIndex(index, path, { multiEntry });
      store.createIndex('byDeletion', 'deleted');
      store.createIndex('byImport', 'importId');
    }
    db.createObjectStore('meta', { keyPath: 'id' });
    db.createObjectStore('quarantine', { autoIncrement: true });
  },
};
