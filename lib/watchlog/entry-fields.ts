import type { EntryFields, OwnRecord, PartialDate } from './types.ts';

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

/** The names of all fields of an entry that people edit. */
export const entryFieldNames = /* @__PURE__ */ Object.keys(createEntryFields()) as (keyof EntryFields)[];

/**
 * The fields of a new entry of a film: watched on the given day (null: unknown), again if it was seen before, and rated as
 * the film itself is. An earlier entry's rating is not taken over.
 */
export function createNewEntry(
  watchedOn: PartialDate | null,
  own: Pick<OwnRecord, 'isRated' | 'rating' | 'watchedCount'> | null,
): Required<EntryFields> {
  const rating = own?.isRated ? own.rating : null;
  return { ...createEntryFields(), watchedOn, rewatch: (own?.watchedCount ?? 0) > 0, rating };
}
