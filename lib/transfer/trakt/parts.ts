import { hasColumns } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { listOf, member } from '../json.ts';
import { isWatchlistName } from '../watchlist-name.ts';

/** What a list of Trakt's items is about. */
export type Role = 'history' | 'watched' | 'ratings' | 'comments' | 'favorites' | 'watchlist' | 'list';

/** One list of items: a file of the export, or a member of a backup in one file. */
export interface TraktPart {
  role: Role;
  file: string;
  /** The name by which a list is known. */
  name: string;
  items: unknown[];
}

export const works = ['movie', 'show', 'season', 'episode'];

const has = (item: unknown, name: string): boolean => member(item, name) !== undefined;

/** The role of a list, by the members of its first item; null when it is not one of Trakt's. */
function findRole(items: unknown, name: string, folder: string): Role | null {
  const item = listOf(items)[0];
  if (!works.some((work) => has(item, work))) return null;
  if (has(item, 'watched_at')) return 'history';
  if (has(item, 'plays') && has(item, 'last_watched_at')) return 'watched';
  if (has(item, 'rating') && has(item, 'rated_at')) return 'ratings';
  if (has(item, 'comment')) return 'comments';
  if (!has(item, 'listed_at')) return null;
  if (/favou?rites|recommendations/i.test(name)) return 'favorites';
  const isOwnList = folder === 'lists' && !isWatchlistName(name);
  return isOwnList || /(?:^|[/_-])list(?:s-list)?-/i.test(name) ? 'list' : 'watchlist';
}

const partsOfBackup = [
  'history',
  'watched',
  'ratings',
  'watchlist',
  'favorites',
  'recommendations',
  'comments',
];

/** The lists of a file; empty when it is not one of Trakt's. */
export function listParts({ json, name, folder }: SourceFile): TraktPart[] {
  if (json === undefined) return [];
  if (Array.isArray(json)) {
    const role = findRole(json, name, folder);
    const listName = name.replace(/^lists?-(?:list-)?(?:\d+-)?|\.json$/gi, '');
    return role === null ? [] : [{ role, file: name, name: listName, items: json }];
  }
  const parts = partsOfBackup.flatMap((key): TraktPart[] => {
    const items = listOf(member(json, key));
    const role = findRole(items, key, '');
    return role === null ? [] : [{ role, file: name, name: key, items }];
  });
  if (parts.length === 0) return [];
  const lists = listOf(member(json, 'lists')).flatMap((list): TraktPart[] => {
    const [title, items] = [member(list, 'name'), listOf(member(list, 'items'))];
    return typeof title === 'string' && items.length > 0
      ? [{ role: 'list', file: name, name: title, items }]
      : [];
  });
  return [...parts, ...lists];
}

/** Whether a file belongs to the export but has no films that were seen, or is empty. */
export function isByProduct({ json, name }: SourceFile): boolean {
  const isEmpty = Array.isArray(json) && json.length === 0;
  const words =
    'user|lists?|collection|collected|hidden|likes|comments|settings|network|playback|notes|social|dropped';
  return isEmpty || (json !== undefined && new RegExp(`^(?:${words})(?:[-_.]|$)`, 'i').test(name));
}

/** What the rows of a table for Trakt, or made by TraktRater, are about; null for another table. */
export function findTableRole({ header }: SourceFile): 'form' | 'ids' | 'rater' | null {
  if (hasColumns(header, 'action', 'type', 'title', 'trakt')) return 'form';
  const hasIds =
    hasColumns(header, 'imdb_id') || hasColumns(header, 'tmdb_id') || hasColumns(header, 'trakt_id');
  if (hasIds && hasColumns(header, 'watched_at', 'watchlisted_at')) return 'ids';
  return hasColumns(header, 'TraktId', 'ImdbId', 'Title') ? 'rater' : null;
}

/** Whether a moment is one of the first hours of 1970, in any time zone: so Trakt writes that it is unknown. */
export const isUnknownMoment = (at: number | null): boolean => at !== null && Math.abs(at) <= 14 * 3_600_000;
