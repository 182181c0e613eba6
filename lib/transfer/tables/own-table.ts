import type { ColumnMapping } from '../types.ts';

/** The columns that `exports/generic-csv.ts` writes. */
export const ownColumns = {
  title: 'Title',
  originalTitle: 'Original title',
  year: 'Year',
  directors: 'Directors',
  imdb: 'IMDb ID',
  tmdb: 'TMDB ID',
  watchedOn: 'Watched on',
  rating: 'Rating',
  filmRating: 'Film rating',
  rewatch: 'Rewatch',
  finished: 'Finished',
  liked: 'Liked',
  watchlist: 'Watchlist',
  tags: 'Tags',
  note: 'Note',
  review: 'Review',
  spoilers: 'Spoilers',
  place: 'Place',
  company: 'Company',
  filmTags: 'Film tags',
} as const satisfies ColumnMapping;

/** Whether Marquee wrote the table. Its first versions had no column for the tags of films. */
export function isOwnTable(header: string[]): boolean {
  const own = Object.values(ownColumns);
  return [own, own.slice(0, -1)].some((columns) => header.join('\n') === columns.join('\n'));
}

/** Spreadsheets run cells that begin like this as formulas (OWASP, "CSV Injection"). */
const formulaStart = /^'*[=+\-@\t\r]/;

/** The cell, with an apostrophe in front when a spreadsheet would run it as a formula. `unguard` removes it. */
export function guard(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that `guard` adds. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
