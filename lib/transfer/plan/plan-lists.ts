import { truncateText } from '../../text/text.ts';
import { limits } from '../../text/log-limits.ts';
import type { ImportedList } from '../../watchlog/imports/import-lists.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import type { Reading } from '../types.ts';
import type { LogLookup } from './log-lookup.ts';

/** The lists of the files with the decided films that the log's lists of the same names do not have. */
export function planLists(
  { lists, tags }: Pick<Reading, 'lists' | 'tags'>,
  decided: ReadonlyMap<FilmInput, FilmInput>,
  lookup: LogLookup,
): ImportedList[] {
  const planned = new Map<string, ImportedList>();
  for (const { film: named, list } of tags) {
    const film = decided.get(named);
    if (!list || film === undefined) continue;
    const row = lookup.findFilm(film);
    if (row !== null && lookup.isOnList(row.id, list.name)) continue;
    const about = lists.find(({ name }) => name === list.name);
    const made = planned.get(list.name) ?? {
      name: truncateText(list.name, limits.listName),
      description: truncateText(about?.description ?? '', limits.description),
      ranked: about?.ranked ?? false,
      items: [],
    };
    planned.set(list.name, made);
    made.items.push({ film, note: truncateText(list.note, limits.note) });
  }
  return [...planned.values()];
}
