/** The limits of one row of the log, in UTF-16 units or items: of what is stored, and so of what a form takes. */
export const limits = {
  title: 500,
  name: 300,
  ref: 300,
  refs: 64,
  names: 200,
  note: 20_000,
  review: 200_000,
  tags: 50,
  /** For a film, which can be on many lists. */
  filmTags: 500,
  tag: 100,
  place: 300,
  listName: 200,
  description: 20_000,
  keys: 50,
  criteria: 30,
} as const;
