import { makeFilm } from '../../films/make-film.ts';
import { titleRef } from '../../films/titles/title-key.ts';
import type { Command, Commit } from '../store/commit.ts';
import { deriveFields } from '../store/stamp-row.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { compareStamps } from '../store/hybrid-clock.ts';
import type { AssembledLog } from './assemble-log.ts';
import type { RowMaps } from './journal.ts';
import { reviveFilm } from '../commands/rows-of-film.ts';
import type { Scan } from './scan.ts';
import type { RowKey, RowOf } from '../store/schema.ts';
import type { FilmRow, ListRow, LogStore } from '../types.ts';

function repairBroken<S extends LogStore>(
  { rows, quarantine }: AssembledLog,
  store: S,
  id: string,
  { copies, now }: { copies: RowMaps; now: number },
): boolean {
  const good = copies[store].get(id);
  if (good !== undefined) {
    rows[store].set(id, deriveFields<S>(good));
    return true;
  }
  const row = rows[store].get(id);
  if (row === undefined) return false;
  quarantine.push({ store, row, reason: 'not a row of this store', counted: false, foundAt: now });
  rows[store].delete(id);
  return false;
}

function rederive<S extends LogStore>(rows: RowMaps, store: S, id: string): void {
  const row = rows[store].get(id);
  if (row !== undefined) rows[store].set(id, deriveFields<S>(row));
}

/**
 * Repairs, in a log that is being rebuilt, what no command can: restores broken rows from a backup or moves them to the
 * quarantine, and corrects the sort keys of entries and of items of lists. Returns the restored rows.
 */
export function repairRows(
  log: AssembledLog,
  { broken, misplaced }: Scan,
  known: { copies: RowMaps; now: number },
): RowKey[] {
  const restored = broken.filter(({ store, id }) => repairBroken(log, store, id, known));
  for (const { store, id } of misplaced) rederive(log.rows, store, id);
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

/** A placeholder for a list whose row cannot be found, so that its films are visible. */
function createUnknownList(id: string, unknownName: string, now: number): ListRow {
  return {
    id,
    stamps: {},
    deleted: null,
    importId: null,
    name: `${unknownName} ${id.slice(-4)}`,
    description: '',
    ranked: false,
    createdAt: now,
  };
}

/**
 * Repairs what commands can: restores missing films and lists from a backup or creates placeholders, restores deleted
 * films with live rows, keeps the newest of several ratings of a film, and joins films with the same id.
 */
export function repairLinks(
  scan: Scan,
  { films, lists }: Pick<RowMaps, 'films' | 'lists'>,
  unknown: { title: string; listName: string },
): Command {
  return async (commit) => {
    for (const id of scan.missingFilms.keys()) {
      const known = films.get(id);
      const film = known === undefined ? createUnknownFilm(id, unknown.title) : { ...known, deleted: null };
      await commit.save('films', film);
    }
    for (const id of scan.missingLists.keys())
      await commit.save('lists', lists.get(id) ?? createUnknownList(id, unknown.listName, commit.now));
    for (const id of scan.deletedFilms.keys()) await reviveFilm(commit, id);
    for (const { store, ids } of scan.doubles) await keepNewest(commit, store, ids);
    for (const twin of scan.twins) await ensureFilm(commit, twin);
    return null;
  };
}
