import type { Migration } from './types.ts';

const noRows = { rows: 0, live: 0 };

/** Version 3: lists and their films. */
export const lists: Migration = {
  version: 3,
  changeStores: (db) => {
    for (const name of ['lists', 'listItems']) {
      const store = db.createObjectStore(name, { keyPath: 'id' });
      store.createIndex('byDeletion', 'deleted');
      store.createIndex('byImport', 'importId');
      if (name === 'listItems') {
        store.createIndex('byFilm', 'filmId');
        store.createIndex('byPlace', 'listKey');
      }
    }
  },
  changeState: (state) => ({
    ...state,
    counts: { ...('counts' in state ? (state.counts as object) : {}), lists: noRows, listItems: noRows },
  }),
};
