import type { EntryFields } from './types.ts';

/**
 * The default fields of an entry: watched at an unknown time and to the end, no rewatch, no rating, no texts.
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
