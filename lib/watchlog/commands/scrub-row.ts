import { createEntryFields } from '../entry-fields.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { TrashStore } from './edit-types.ts';
import type { RowOf } from '../store/schema.ts';

const emptied = { importId: null, purged: true } as const;

function emptyReview({ source }: StoredReview): StoredReview {
  return {
    url: '',
    source,
    siteName: null,
    film: {
      title: '',
      year: null,
      releases: [],
      directors: [],
      writers: [],
      cast: [],
      genres: [],
      refs: [],
    },
    headline: null,
    author: null,
    date: null,
    language: null,
    score: null,
    score100: null,
    criteria: [],
    readers: null,
    verdict: null,
    pros: [],
    cons: [],
    excerpt: null,
    text: null,
    commentsCount: null,
    evidence: [],
    fetchedAt: 0,
  };
}

/** Functions by store that empty a row except for its id, its film, its list and its deletion stamp. */
export const emptyRow: { [S in TrashStore]: (row: RowOf<S>) => RowOf<S> } = {
  entries: ({ sourceId: _sourceId, ...row }) => ({
    ...row,
    ...emptied,
    ...createEntryFields(),
    loggedAt: 0,
  }),
  ratings: (row) => ({ ...row, ...emptied, value: null, criteria: {}, ratedAt: 0 }),
  watchlist: (row) => ({ ...row, ...emptied, priority: 0, reason: '', addedAt: 0 }),
  keptReviews: (row) => ({ ...row, ...emptied, url: '', review: emptyReview(row.review) }),
  listItems: (row) => ({ ...row, ...emptied, position: '', note: '', addedAt: 0 }),
  lists: (row) => ({ ...row, ...emptied, name: '', description: '', ranked: false, createdAt: 0 }),
};
