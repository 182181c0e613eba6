/** The fields that a column of a table can have. */
export const columnFields = [
  'title',
  'originalTitle',
  'year',
  'releaseDate',
  'directors',
  'imdb',
  'tmdb',
  'otherId',
  'url',
  'kind',
  'watchedOn',
  'watched',
  'status',
  'plays',
  'rewatches',
  'rating',
  'filmRating',
  'rewatch',
  'finished',
  'liked',
  'watchlist',
  'owned',
  'tags',
  'filmTags',
  'note',
  'review',
  'spoilers',
  'place',
  'company',
] as const;

/** A field that a column of a table can have. */
export type ColumnField = (typeof columnFields)[number];

/** How sure it is that a column has a field: by its name and its cells, by one of them, or hardly. */
export type Certainty = 'sure' | 'likely' | 'unsure';

/** What a column was taken for. */
export interface ReadColumn {
  field: ColumnField;
  column: string;
  certainty: Certainty;
}

/** The columns of a table: what each was taken for, and those that are not read. */
export interface TableColumns {
  read: ReadColumn[];
  unread: string[];
}
