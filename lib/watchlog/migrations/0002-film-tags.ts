import type { Migration } from './types.ts';

/** Version 2: a film has tags of its own. */
export const filmTags: Migration = {
  version: 2,
  changeStores: () => undefined,
  changeRow: { films: (row) => (typeof row === 'object' ? { tags: [], ...row } : row) },
};
