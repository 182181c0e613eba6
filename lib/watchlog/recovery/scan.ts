import { isSameFilm } from '../../films/same-film.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import { emptyChecksum, toggleChecksum } from '../../text/checksum.ts';
import { checksumRow } from '../store/commit.ts';
import { deriveFields } from '../store/stamp-row.ts';

import { countCounted } from './integrity.ts';
import { parseRow } from '../store/row-schemas.ts';
import { readReadable } from '../store/read-readable.ts';
import {
  createEmptyCounts,
  filmStores,
  logStores,
  type LogDatabase,
  type LogState,
  type RowKey,
  type RowOf,
  type StoreCounts,
} from '../store/schema.ts';
import type { FilmRow, LogStore } from '../types.ts';

/** The result of reading every row of the log. Rows are given by store and id. */
export interface Scan {
  /** Number of rows read, including tombstones. */
  rows: number;
  state: LogState | null;
  counts: StoreCounts;
  checksum: string;
  quarantined: number;
  /** Rows that are not valid for their store, or that the browser cannot read. */
  broken: RowKey[];
  /** Rows that the browser cannot read, by store; of some not even the id is known. */
  unreadable: { store: LogStore; id: string | null }[];
  /** Entries and items of lists whose sort key does not match their day or their position. */
  misplaced: RowKey[];
  /** Missing or deleted films that live rows refer to, each with one of those rows. */
  missingFilms: Map<string, RowKey>;
  deletedFilms: Map<string, RowKey>;
  /** Missing lists that live items refer to, each with one of those items. */
  missingLists: Map<string, RowKey>;
  /** Live rows of which a film or key may have only one; each list has the rows of one film or key. */
  doubles: { store: LogStore; ids: string[] }[];
  /** Live films that share an id with another row and are the same film. */
  twins: FilmRow[];
}

/** The state of a scan in progress. */
interface Gathering extends Scan {
  films: Map<string, FilmRow>;
  refs: Map<string, FilmRow>;
  /** Live rows, by store and film or key. */
  single: Map<string, { store: LogStore; ids: string[] }>;
  said: { key: RowKey; filmId: string }[];
  /** The lists that have a row, also a deleted or a purged one: their items are hidden with them. */
  lists: Set<string>;
  /** The lists that items name, each with one of the items. */
  saidLists: Map<string, RowKey>;
}

function gatherSingle({ single }: Gathering, store: LogStore, key: string, id: string): void {
  const name = `${store} ${key}`;
  const found = single.get(name);
  if (found === undefined) single.set(name, { store, ids: [id] });
  else found.ids.push(id);
}

function gatherFilm(found: Gathering, row: FilmRow): void {
  found.films.set(row.id, row);
  if (row.deleted !== null) return;
  const ids = row.refs.filter((ref) => !isTitleRef(ref));
  const others = ids.flatMap((ref) => found.refs.get(ref) ?? []);
  if (others.some((other) => isSameFilm(other, row))) found.twins.push(row);
  for (const ref of ids) found.refs.set(ref, row);
}

/** Whether the sort keys of a row are those that its fields give. */
function isInPlace<S extends LogStore>(row: RowOf<S>): boolean {
  const [now, derived]: { diaryKey?: string; listKey?: string; id: string }[] = [row, deriveFields<S>(row)];
  return now?.diaryKey === derived?.diaryKey && now?.listKey === derived?.listKey;
}

function gatherRow<S extends LogStore>(found: Gathering, store: S, row: RowOf<S>): void {
  found.rows += 1;
  found.counts[store].rows += 1;
  found.checksum = toggleChecksum(found.checksum, checksumRow(store, row));
  const key: RowKey = { store, id: row.id };
  if (parseRow(store, row) === null) {
    found.broken.push(key);
    return;
  }
  if (row.deleted === null) found.counts[store].live += 1;
  if (!isInPlace<S>(row)) found.misplaced.push(key);
  if (store === 'lists') found.lists.add(row.id);
  if ('refs' in row) gatherFilm(found, row);
  if (row.deleted !== null) return;
  if (store === 'ratings' || store === 'watchlist')
    gatherSingle(found, store, 'filmId' in row ? String(row.filmId) : '', row.id);
  if ('key' in row) gatherSingle(found, store, row.key, row.id);
  if ('listId' in row) {
    gatherSingle(found, store, `${row.listId} ${row.filmId}`, row.id);
    found.saidLists.set(row.listId, key);
  }
  const isOfFilm = filmStores.some((known) => known === store);
  if (isOfFilm && 'filmId' in row && typeof row.filmId === 'string')
    found.said.push({ key, filmId: row.filmId });
}

function conclude(found: Gathering): Scan {
  for (const { key, filmId } of found.said) {
    const film = found.films.get(filmId);
    if (film === undefined) found.missingFilms.set(filmId, key);
    else if (film.deleted !== null) found.deletedFilms.set(filmId, key);
  }
  for (const [listId, key] of found.saidLists)
    if (!found.lists.has(listId)) found.missingLists.set(listId, key);
  found.doubles = [...found.single.values()].filter(({ ids }) => ids.length > 1);
  return found;
}

async function scanStore<S extends LogStore>(db: LogDatabase, found: Gathering, store: S): Promise<void> {
  const { rows, unreadable } = await readReadable(db, store);
  for (const row of rows) gatherRow(found, store, row);
  found.counts[store].rows += unreadable.length;
  for (const id of unreadable) {
    found.unreadable.push({ store, id });
    if (id !== null) found.broken.push({ store, id });
  }
}

/** How many rows a scan has read, of how many that the log has by its own count. */
export type OnScanned = (progress: { read: number; total: number }) => void;

const countRows = (counts: StoreCounts): number =>
  logStores.reduce((sum, store) => sum + counts[store].rows, 0);

/**
 * Reads every row of the log and returns the faults found; calls `onScanned` after each store. Changes nothing. Call it
 * while nothing writes to the log.
 */
export async function scanLog(db: LogDatabase, onScanned?: OnScanned): Promise<Scan> {
  const found: Gathering = {
    rows: 0,
    state: null,
    counts: createEmptyCounts(),
    checksum: emptyChecksum,
    quarantined: 0,
    broken: [],
    unreadable: [],
    misplaced: [],
    missingFilms: new Map(),
    deletedFilms: new Map(),
    missingLists: new Map(),
    doubles: [],
    twins: [],
    films: new Map(),
    refs: new Map(),
    single: new Map(),
    said: [],
    lists: new Set(),
    saidLists: new Map(),
  };
  found.state = (await db.get('meta', 'state')) ?? null;
  const quarantined = await db.getAll('quarantine');
  found.quarantined = quarantined.length;
  for (const store of logStores) {
    await scanStore(db, found, store);
    found.counts[store].rows += countCounted(quarantined, store);
    onScanned?.({ read: found.rows, total: found.state === null ? 0 : countRows(found.state.counts) });
  }
  return conclude(found);
}
