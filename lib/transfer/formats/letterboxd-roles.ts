import { hasColumns } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isLetterboxdFeed } from './letterboxd-feed.ts';
import { isUploadTable } from './letterboxd-upload.ts';

/** What a file of the export is about. */
export type LetterboxdRole =
  'diary' | 'reviews' | 'ratings' | 'watched' | 'watchlist' | 'likes' | 'list' | 'upload' | 'feed';

/** What the user has taken away, and what Letterboxd has: both are in the export, and neither is in the diary. */
const goneFolders = ['deleted', 'orphaned'];

/** Whether a record is the header of a list's films. */
export const isListHeader = (cells: string[]): boolean =>
  hasColumns(cells, 'Position', 'Name', 'Year', 'URL');

function isListFile({ header, text }: SourceFile): boolean {
  if (/^(?:\S* )?Letterboxd list export/i.test(text.slice(0, 60)) || isListHeader(header)) return true;
  const isAbout = hasColumns(header, 'Date', 'Name', 'Tags', 'URL', 'Description');
  return isAbout && /^position,name,year,url,description/im.test(text.slice(0, 100_000));
}

/** watched.csv, watchlist.csv and likes/films.csv have one header: only the name tells them apart. */
function findRoleByName(name: string): LetterboxdRole | null {
  if (/like|^films\.csv$/i.test(name)) return 'likes';
  if (/watch-?list/i.test(name)) return 'watchlist';
  return /watched/i.test(name) ? 'watched' : null;
}

/** What a file tells of; null where it is none of the export, or nothing of the user's films. */
export function findLetterboxdRole(file: SourceFile): LetterboxdRole | null {
  const { header, text, folder, name } = file;
  if (goneFolders.includes(folder)) return null;
  if (isLetterboxdFeed(text)) return 'feed';
  if (isUploadTable(header)) return 'upload';
  if (isListFile(file)) return 'list';
  if (!hasColumns(header, 'Name', 'Letterboxd URI')) return null;
  // Beside the films the folder has reviews and lists of other people.
  if (folder === 'likes') return /film/i.test(name) ? 'likes' : null;
  if (hasColumns(header, 'Review')) return 'reviews';
  if (hasColumns(header, 'Watched Date')) return 'diary';
  return hasColumns(header, 'Rating') ? 'ratings' : findRoleByName(name);
}

/** Whether a file belongs to the export and tells of no film: the profile, comments, what was deleted, others' reviews. */
export function isLetterboxdByProduct({ folder, name }: SourceFile): boolean {
  return [...goneFolders, 'likes'].includes(folder) || /^(?:profile|comments)\.csv$/i.test(name);
}
