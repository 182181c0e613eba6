import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { ReadyList } from '../../../lib/messaging/list-protocol.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import { findList, listItemsOfList, listLists } from '../../../lib/watchlog/queries/lists.ts';
import { indexRefs, isSeen, type ListFilm } from '../../../lib/watchlog/search/list-films.ts';
import type { LogDatabase } from '../../../lib/watchlog/store/schema.ts';
import type { ListItemRow, ListRow } from '../../../lib/watchlog/types.ts';
import type { FilmRef } from '../../../lib/films/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import type { ReadList } from '../state/read-lists.ts';

/** The last commit of the log that the page shows; -1 while it shows none. */
export const findSequence = (state: LogPageState): number => state.shown.value?.index.sequence ?? -1;

/**
 * Reads from the log, and again after each change of it. Null until it is read for the first time. What is `known` is not
 * read.
 */
function useQuery<T>(
  state: LogPageState,
  query: (db: LogDatabase) => Promise<T>,
  { key, known = null }: { key: string; known?: T | null },
): T | null {
  const [read, setRead] = useState<{ key: string; value: T } | null>(null);
  const sequence = findSequence(state);
  // Before the frame in which nothing is there yet: the read begins earlier.
  useLayoutEffect(() => {
    if (known !== null) return setRead({ key, value: known });
    let isCurrent = true;
    // A log that cannot be read has a notice of its own.
    void state.reader
      .read(query)
      .then((value) => isCurrent && setRead({ key, value }))
      .catch(() => undefined);
    return () => void (isCurrent = false);
  }, [state, key, sequence]);
  return known ?? (read?.key === key ? read.value : null);
}

/** The user's lists, the newest first; null until they are read. */
export const useLists = (state: LogPageState): ListRow[] | null =>
  useQuery(state, listLists, { key: 'lists' });

/** A list with its items, in order; `list` is null if there is none with that id. Null until it is read. */
export function useList(state: LogPageState, id: string): ReadList | null {
  const sequence = findSequence(state);
  const query = async (db: LogDatabase): Promise<ReadList> => {
    const [list, items] = await Promise.all([findList(db, id), listItemsOfList(db, id)]);
    state.readLists.remember(id, sequence, { list, items });
    return { list, items };
  };
  return useQuery(state, query, { key: id, known: state.readLists.find(id, sequence) });
}

/** The user's newest lists with their items, at most `most`, and the number of all; null until they are read. */
export const useNewestLists = (
  state: LogPageState,
  most: number,
): { lists: { list: ListRow; items: ListItemRow[] }[]; count: number } | null =>
  useQuery(
    state,
    async (db) => {
      const all = await listLists(db);
      const newest = all.slice(0, most);
      const lists = newest.map(async (list) => ({ list, items: await listItemsOfList(db, list.id) }));
      return { lists: await Promise.all(lists), count: all.length };
    },
    { key: `newest ${most}` },
  );

let loadingReady: Promise<ReadyList[]> | null = null;

/** The lists that come with the film data; null until they are read, and none if they cannot be. */
export function useReadyLists(): ReadyList[] | null {
  const [lists, setLists] = useState<ReadyList[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadingReady ??= sendMessage('listReadyLists', undefined);
    loadingReady
      .catch((): ReadyList[] => {
        loadingReady = null;
        return [];
      })
      .then((read) => isCurrent && setLists(read))
      .catch(() => undefined);
    return () => void (isCurrent = false);
  }, []);
  return lists;
}

/** The positions of the films of the log by their refs, as of its last change. */
export function useFilmRefs(state: LogPageState): Map<FilmRef, number> {
  const shown = state.shown.value;
  return useMemo(() => (shown === null ? new Map<FilmRef, number>() : indexRefs(shown.index)), [shown]);
}

/** The films of a list of the user's. */
export function toListFilms(index: LogIndex, items: readonly ListItemRow[]): ListFilm[] {
  return items.map((item, position) => {
    const at = index.positions.films.get(item.filmId) ?? null;
    return {
      id: item.id,
      place: position + 1,
      title: at === null ? '' : (index.films.titles[at] ?? ''),
      year: at === null ? null : (index.films.years[at] ?? null),
      refs: at === null ? [] : (index.films.refs[at] ?? []),
      note: item.note,
      addedAt: item.addedAt,
      at,
      isSeen: at !== null && isSeen(index, at),
    };
  });
}

/** The films of a ready-made list. */
export function toReadyFilms(
  index: LogIndex,
  { films }: ReadyList,
  positions: ReadonlyMap<FilmRef, number>,
): ListFilm[] {
  return films.map(({ title, year, ref }, position) => {
    const at = positions.get(ref) ?? null;
    return {
      id: String(position),
      place: position + 1,
      title,
      year,
      refs: [ref],
      note: '',
      addedAt: null,
      at,
      isSeen: at !== null && isSeen(index, at),
    };
  });
}
