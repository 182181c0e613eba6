import type { Migration } from './types.ts';

/** Version 2: films have their own tags. */
export const filmTags: Migration = {
  version: 2,
  changeStores: () => undefined,
  changeRow: { films: (row) => (typeof row === 'object' ? { tags: [], ...row } : row) },
};
