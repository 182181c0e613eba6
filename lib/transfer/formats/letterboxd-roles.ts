import { hasColumns } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isListFile as isOwnList } from '../list-file.ts';
import { isWatchlistName } from '../watchlist-name.ts';
import { isLetterboxdFeed } from './letterboxd-feed.ts';
import { isUploadTable } from './letterboxd-upload.ts';

/** The content of a file in the export. */
export type LetterboxdRole =
  'diary' | 'reviews' | 'ratings' | 'watched' | 'watchlist' | 'likes' | 'list' | 'upload' | 'feed';

/**
 * What the user deleted (`deleted`) and what Letterboxd removed (`orphaned`). Both are in the export, but not in the
 * diary.
 */
const removedFolders = ['deleted', 'orphaned'];

/** Whether a record is the header above the films of a list. */
export const isListHeader = (cells: string[]): boolean =>
  hasColumns(cells, 'Position', 'Name', 'Year', 'URL');

function isListFile({ header, text }: SourceFile): boolean {
  if (/^(?:\S* )?Letterboxd list export/i.test(text.slice(0, 60)) || isListHeader(header)) return true;
  const isAbout = hasColumns(header, 'Date', 'Name', 'Tags', 'URL', 'Description');
  return isAbout && /^position,name,year,url,description/im.test(text.slice(0, 100_000));
}

/** watched.csv, watchlist.csv and likes/films.csv have the same header; only the file name distinguishes them. */
function findRoleByName(name: string): LetterboxdRole | null {
  if (/like|^films\.csv$/i.test(name)) return 'likes';
  if (isWatchlistName(name)) return 'watchlist';
  return /watched/i.test(name) ? 'watched' : null;
}

/** The role of a file; null when it is not part of the export, or has nothing about the user's films. */
export function findLetterboxdRole(file: SourceFile): LetterboxdRole | null {
  const { header, text, folder, name } = file;
  // A list of ours has columns of the form to upload.
  if (removedFolders.includes(folder) || isOwnList(file)) return null;
  if (isLetterboxdFeed(text)) return 'feed';
  if (isUploadTable(header)) return 'upload';
  if (isListFile(file)) return 'list';
  if (!hasColumns(header, 'Name', 'Letterboxd URI')) return null;
  // The folder also has other people's reviews and lists.
  if (folder === 'likes') return /film/i.test(name) ? 'likes' : null;
  if (hasColumns(header, 'Review')) return 'reviews';
  if (hasColumns(header, 'Watched Date')) return 'diary';
  return hasColumns(header, 'Rating') ? 'ratings' : findRoleByName(name);
}

/**
 * Whether a file belongs to the export but has none of the user's films: the profile, comments, deleted files, and
 * other people's reviews.
 */
export function isLetterboxdByProduct({ folder, name }: SourceFile): boolean {
  return [...removedFolders, 'likes'].includes(folder) || /^(?:profile|comments)\.csv$/i.test(name);
}
