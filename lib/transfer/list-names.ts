/** The value of `format` in a file with one of our lists. */
export const listFileFormat = 'marquee-list';

/** The version of the shape of such a file. Version 1: name, description, ranking, and films in their order. */
export const listFileVersion = 1;

/** The columns of one of our lists as a table. */
export const listTableColumns = ['Position', 'Title', 'Year', 'imdbID', 'tmdbID', 'Note'] as const;

/**
 * The columns of a list that Letterboxd's own import reads (letterboxd.com/about/importing-data), in the order of the films: a
 * film's text is its review.
 */
export const letterboxdListColumns = [
  'LetterboxdURI',
  'tmdbID',
  'imdbID',
  'Title',
  'Year',
  'Review',
] as const;
