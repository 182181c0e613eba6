import type { Command, Commit } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { hasLiveRows } from '../films/film-rows.ts';
import { listImports } from './imports.ts';
import { logStores, type LogDatabase, type RowOf } from '../store/schema.ts';
import { removeTags } from '../../text/tags.ts';
import type { ImportChange, ImportRow, ImportTags, LogStore, Stamp } from '../types.ts';

/** Fields whose changes are not the user's: joining films and the trash change them. */
const silentFields = new Set(['filmId', 'deleted']);

/** The chunk's stamp, and the stamps of undone imports and of the undo itself. */
interface Undoing {
  since: Stamp;
  undone: ReadonlySet<Stamp>;
}

/**
 * Whether a stamp of a row is from after the chunk. In a row that the chunk created, every other stamp is, even if it looks
 * older: the clock may have been ahead during the import. A row from another copy of the log keeps its stamps.
 */
function isLater(row: { stamps: Record<string, Stamp> }, stamp: Stamp, { since, undone }: Undoing): boolean {
  if (stamp === '' || stamp === since || undone.has(stamp)) return false;
  const isMade = Object.entries(row.stamps).some(([field, own]) => own === since && !silentFields.has(field));
  return stamp > since || isMade;
}

/** Whether the user has changed a row since the chunk; changes by the undo do not count. */
function isEdited(row: { stamps: Record<string, Stamp> }, undoing: Undoing): boolean {
  return Object.entries(row.stamps).some(
    ([field, stamp]) => !silentFields.has(field) && isLater(row, stamp, undoing),
  );
}

/** Removes the tags that a chunk added; keeps all others. */
async function untagFilm(commit: Commit, { filmId, tags }: ImportTags): Promise<void> {
  const film = await commit.find('films', filmId);
  if (film !== null) await commit.save('films', { ...film, tags: removeTags(film.tags, tags) });
}

/**
 * Deletes a film that the import created if no live row refers to it any more; removes its like if the import
 * set it. Returns whether the film stays for its like or its tags.
 */
async function dropFilm(commit: Commit, film: RowOf<'films'>, undoing: Undoing): Promise<boolean> {
  const liked = film.liked && isLater(film, film.stamps.liked ?? '', undoing);
  const isMarked = liked || film.tags.length > 0;
  const isBare = !isMarked && !(await hasLiveRows(commit, film.id));
  await commit.save('films', { ...film, liked, deleted: isBare ? commit.stamp : film.deleted });
  return isMarked;
}

async function dropRow<S extends LogStore>(
  commit: Commit,
  store: S,
  id: string,
  undoing: Undoing,
): Promise<boolean> {
  const row = await commit.find(store, id);
  if (row === null || row.deleted !== null) return false;
  if (isEdited(row, undoing)) return true;
  await commit.save(store, { ...row, deleted: commit.stamp });
  return false;
}

function setField<Row extends object>(row: Row, field: string, value: unknown): void {
  Object.defineProperty(row, field, { value, enumerable: true, configurable: true, writable: true });
}

/** Restores the fields that a chunk changed, unless the user has changed them since. */
async function restoreRow<S extends LogStore>(
  commit: Commit,
  store: S,
  { id, before, stamps }: ImportChange,
  { since, undone }: Undoing,
): Promise<void> {
  const row = await commit.find(store, id);
  if (row === null) return;
  const restored = { ...row };
  for (const [field, value] of Object.entries(before)) {
    const stamp = row.stamps[field] ?? '';
    if (stamp === (stamps?.[field] ?? since) || undone.has(stamp)) setField(restored, field, value);
  }
  if (store === 'films' && restored.deleted !== null && (await hasLiveRows(commit, id)))
    restored.deleted = null;
  await commit.save(store, restored);
}

/** The chunk that created a row, if its import was undone; null for rows of the user and of other imports. */
type FindMaker = (store: LogStore, row: { id: string }) => ImportRow | null;

function createFindMaker(rows: ImportRow[]): FindMaker {
  const undone = new Set(
    rows.filter(({ importId, undoneAt }) => importId === null && undoneAt !== null).map(({ id }) => id),
  );
  const chunks = rows.filter(({ importId }) => importId !== null && undone.has(importId));
  const makers = new Map(
    chunks.flatMap((chunk) =>
      Object.entries(chunk.made ?? {}).flatMap(([store, ids]) =>
        ids.map((id): [string, ImportRow] => [`${store}:${id}`, chunk]),
      ),
    ),
  );
  return (store, { id }) => makers.get(`${store}:${id}`) ?? null;
}

/**
 * Deletes rows created by imports that were undone earlier and kept because this import had changed them:
 * after this undo nothing of the user's is left in them.
 */
async function dropLeftOvers(
  commit: Commit,
  { changes = [], tagged = [] }: ImportRow,
  findMaker: FindMaker,
  undone: ReadonlySet<Stamp>,
): Promise<void> {
  const films = new Set(tagged.map(({ filmId }) => filmId));
  for (const { store, id } of changes) {
    const row = store === 'films' ? null : await commit.find(store, id);
    if (store === 'films') films.add(id);
    if (row === null || row.deleted !== null) continue;
    const maker = findMaker(store, row);
    if (maker === null) continue;
    await dropRow(commit, store, id, { since: maker.stamps.made ?? '', undone });
    if ('filmId' in row && row.filmId !== null) films.add(row.filmId);
  }
  for (const id of films) {
    const film = await commit.find('films', id);
    const maker = film === null || film.deleted !== null ? null : findMaker('films', film);
    if (film !== null && maker !== null)
      await dropFilm(commit, film, { since: maker.stamps.made ?? '', undone });
  }
}

async function undoChunk(
  commit: Commit,
  chunk: ImportRow,
  { undone, findMaker }: { undone: ReadonlySet<Stamp>; findMaker: FindMaker },
): Promise<string[]> {
  const undoing: Undoing = {
    since: chunk.stamps.made ?? '',
    undone: new Set([...undone, ...(chunk.ahead ?? [])]),
  };
  const kept: string[] = [];
  for (const store of logStores.toReversed()) {
    if (store === 'films') continue;
    for (const id of chunk.made?.[store] ?? []) if (await dropRow(commit, store, id, undoing)) kept.push(id);
  }
  for (const tagged of chunk.tagged ?? []) await untagFilm(commit, tagged);
  // Films last: a film that was deleted before the import is deleted again if no live row refers to it any
  // more.
  const changes = chunk.changes ?? [];
  const ofFilms = changes.filter(({ store }) => store === 'films');
  const ofOthers = changes.filter(({ store }) => store !== 'films');
  for (const change of [...ofOthers, ...ofFilms]) await restoreRow(commit, change.store, change, undoing);
  for (const id of chunk.made?.films ?? []) {
    const film = await commit.find('films', id);
    if (film !== null && film.deleted === null && (await dropFilm(commit, film, undoing))) kept.push(id);
  }
  await dropLeftOvers(commit, chunk, findMaker, undone);
  await commit.save('imports', { ...chunk, undoneAt: commit.now });
  return kept;
}

/**
 * Undoes an import, at any later time: turns rows it created into tombstones and restores fields it changed,
 * except what the user has changed since; `counts.kept` is the number of rows kept for that reason. Undoes at
 * most `maxChunks` chunks per call: call it until the import's `undoneAt` is set. Throws `LogError`
 * `not-found` if there is no such import.
 */
export function undoImport({ importId, maxChunks = 3 }: { importId: string; maxChunks?: number }): Command {
  return async (commit) => {
    const parent = await commit.find('imports', importId);
    if (parent === null || parent.importId !== null)
      throw new LogError('not-found', 'There is no such import.');
    if (parent.undoneAt !== null) return null;
    const rows = await commit.tx.objectStore('imports').getAll();
    const chunks = rows
      .filter((row) => row.importId === importId)
      .sort((a, b) => (b.counts.from ?? 0) - (a.counts.from ?? 0));
    const open = chunks.filter(({ undoneAt }) => undoneAt === null);
    const earlier = rows.filter(({ undoneAt }) => undoneAt !== null);
    // Including the stamps of the chunks: a field that two chunks changed back and forth keeps the newer
    // one's value.
    const undone = new Set([
      commit.stamp,
      ...earlier.map(({ stamps }) => stamps.undoneAt ?? ''),
      ...[...earlier, ...chunks].map(({ stamps }) => stamps.made ?? ''),
    ]);
    const kept: string[] = [];
    const findMaker = createFindMaker(rows);
    for (const chunk of open.slice(0, maxChunks))
      kept.push(...(await undoChunk(commit, chunk, { undone, findMaker })));
    const isDone = open.length <= maxChunks;
    const undoneAt = isDone ? commit.now : null;
    const chunksUndone = chunks.length - Math.max(0, open.length - maxChunks);
    const counts = { ...parent.counts, kept: (parent.counts.kept ?? 0) + kept.length, chunksUndone };
    // Another device, where the edits have not come yet, leaves these rows too.
    const all = { kept: [...(parent.kept ?? []), ...kept].sort() };
    await commit.save('imports', { ...parent, undoneAt, counts, ...(all.kept.length > 0 && all) });
    return null;
  };
}

/**
 * The stamps, not before `since`, of the commits that undid imports in whole or in part. A row that has one of them as its
 * deletion was deleted by an undo, not by the user.
 */
export async function listUndoStamps(db: LogDatabase, since: Stamp): Promise<Set<Stamp>> {
  const stamps = new Set<Stamp>();
  for (const { id, undoneAt, counts, stamps: own } of await listImports(db)) {
    const isUndone = undoneAt === null ? (counts.chunksUndone ?? 0) > 0 : (own.undoneAt ?? '') >= since;
    // Chunks are large, and are read only if one of them was undone.
    const chunks = isUndone ? await db.getAllFromIndex('imports', 'byImport', id) : [];
    for (const chunk of chunks) {
      const stamp = chunk.undoneAt === null ? '' : (chunk.stamps.undoneAt ?? '');
      if (stamp !== '' && stamp >= since) stamps.add(stamp);
    }
  }
  return stamps;
}
