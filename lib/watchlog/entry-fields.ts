import type { EntryFields } from './types.ts';

/**
 * The fields of an entry about which nothing was said: watched at an unknown time and to the end, no rewatch, no rating,
 * no words.
 */
export function createEntryFields(): Required<EntryFields> {
  return {
    watchedOn: null,
    rewatch: false,
    finished: true,
    rating: null,
    tags: [],
    note: '',
    review: '',
    reviewHasSpoilers: false,
    place: '',
    company: '',
  };
}
