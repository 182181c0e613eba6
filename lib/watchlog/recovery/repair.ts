import { makeFilm } from '../../films/make-film.ts';
import { titleRef } from '../../films/titles/title-key.ts';
import { deriveFields, type Command, type Commit } from '../store/commit.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { compareStamps } from '../store/hybrid-clock.ts';
import type { RowMaps } from './journal.ts';
import { reviveFilm } from '../commands/rows-of-film.ts';
import type { Scan } from './scan.ts';
import { type LogTransaction, type RowKey, type RowOf } from '../store/schema.ts';
import type { FilmRow, LogStore } from '../types.ts';

async function repairBroken<S extends LogStore>(
  tx: LogTransaction,
  store: S,
  id: string,
  { copies, now }: { copies: RowMaps; now: number },
): Promise<boolean> {
  const good = copies[store].get(id);
  if (good !== undefined) {
    await tx.objectStore(store).put(deriveFields<S>(good));
    return true;
  }
  const row: unknown = await tx.objectStore(store).get(id);
  await tx
    .objectStore('quarantine')
    .add({ store, row, reason: 'not a row of this store', counted: true, foundAt: now });
  await tx.objectStore(store).delete(id);
  return false;
}

async function rederive<S extends LogStore>(tx: LogTransaction, store: S, id: string): Promise<void> {
  const row: RowOf<S> | undefined = await tx.objectStore(store).get(id);
  if (row !== undefined) await tx.objectStore(store).put(deriveFields<S>(row));
}

/**
 * Repairs, in one transaction, what no command can: restores broken rows from a backup or moves them to the
 * quarantine, and corrects the diary keys of entries. The caller must then rebuild the state. Returns the
 * restored rows.
 */
export async function repairRows(
  tx: LogTransaction,
  { broken, misplaced }: Scan,
  known: { copies: RowMaps; now: number },
): Promise<RowKey[]> {
  const restored: RowKey[] = [];
  for (const { store, id } of broken) {
    if (await repairBroken(tx, store, id, known)) restored.push({ store, id });
  }
  for (const { store, id } of misplaced) await rederive(tx, store, id);
  return restored;
}

/** A placeholder for a film whose row cannot be found, so that its entries are visible and can be moved. */
function createUnknownFilm(id: string, unknownTitle: string): FilmRow {
  const title = `${unknownTitle} ${id.slice(-4)}`;
  return {
    id,
    stamps: {},
    deleted: null,
    importId: null,
    ...makeFilm({ title, refs: [titleRef(title, null)] }),
    liked: false,
    tags: [],
  };
}

async function keepNewest<S extends LogStore>(commit: Commit, store: S, ids: string[]): Promise<void> {
  const rows: RowOf<S>[] = [];
  for (const id of ids) {
    const row = await commit.find(store, id);
    if (row !== null && row.deleted === null) rows.push(row);
  }
  const changedAt = (row: RowOf<S>): string =>
    Object.values(row.stamps).reduce(
      (newest, stamp) => (compareStamps(stamp, newest, commit.now) > 0 ? stamp : newest),
      '',
    );
  const [, ...older] = rows.sort((a, b) => compareStamps(changedAt(b), changedAt(a), commit.now));
  for (const row of older) await commit.save(store, { ...row, deleted: commit.stamp });
}

/**
 * Repairs what commands can: restores missing films from a backup or creates placeholders, restores deleted
 * films with live rows, keeps the newest of several ratings of a film, and joins films with the same id.
 */
export function repairLinks(scan: Scan, films: Map<string, FilmRow>, unknownTitle: string): Command {
  return async (commit) => {
    for (const id of scan.missingFilms.keys()) {
      const known = films.get(id);
      const film = known === undefined ? createUnknownFilm(id, unknownTitle) : { ...known, deleted: null };
      await commit.save('films', film);
    }
    for (const id of scan.deletedFilms.keys()) await reviveFilm(commit, id);
    for (const { store, ids } of scan.doubles) await keepNewest(commit, store, ids);
    for (const twin of scan.twins) await ensureFilm(commit, twin);
    return null;
  };
}
