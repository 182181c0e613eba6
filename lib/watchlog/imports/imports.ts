import { createEntryFields } from '../entry-fields.ts';
import { recordCommit, type Recorder } from './record-commit.ts';
import type { Command, Commit } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { ensureFilm } from '../films/film-rows.ts';
import { prefetchFilms, type FilmReader, type SingleStore } from '../films/prefetch.ts';
import type { LogDatabase, RowOf } from '../store/schema.ts';
import type {
  EntryFields,
  WatchEntry,
  FilmInput,
  ImportRow,
  RatingRow,
  RatingValue,
  WatchlistRow,
} from '../types.ts';
import { addTags } from '../../text/tags.ts';
import { limits } from '../../text/log-limits.ts';
import { checkCriteria, checkEntryFields, checkRating, checkTags } from '../store/validate.ts';

/** An entry to import. Times are in milliseconds since 1970; null if the file does not state them. */
interface ImportedEntry {
  fields: EntryFields;
  loggedAt: number | null;
  sourceId: string | null;
}

/** Everything that an import writes about one film. */
export interface ImportStep {
  film: FilmInput;
  entries: ImportedEntry[];
  /** Changed fields of entries that are already in the log. */
  changes: { id: string; fields: EntryFields }[];
  rating: { value: RatingValue; criteria: Record<string, RatingValue>; ratedAt: number | null } | null;
  watchlist: { priority: WatchlistRow['priority']; reason: string; addedAt: number | null } | null;
  liked: boolean;
  /** Tags to add to the film's own. */
  tags: string[];
}

/** Identifies and describes an import. */
export interface ImportInfo {
  /** Created by the caller, and the same for each chunk. */
  id: string;
  fileNames: string[];
  format: string;
  /** Number of steps or rows in the whole import. */
  total: number;
}

/** The commit and reader for the steps of a chunk. */
interface Writing extends Pick<Recorder, 'commit' | 'tagged'> {
  reader: FilmReader;
}

async function findRowOfFilm<S extends SingleStore>(
  { listOfFilm }: FilmReader,
  store: S,
  filmId: string,
): Promise<RowOf<S> | null> {
  const rows = await listOfFilm(store, filmId);
  return rows.find((row) => row.deleted === null) ?? rows.at(-1) ?? null;
}

async function addEntry(commit: Commit, filmId: string, entry: ImportedEntry): Promise<void> {
  const row: WatchEntry = {
    id: commit.makeId(),
    stamps: {},
    deleted: null,
    importId: null,
    filmId,
    ...createEntryFields(),
    loggedAt: entry.loggedAt ?? commit.now,
    origin: 'import',
    ...(entry.sourceId === null ? {} : { sourceId: entry.sourceId }),
    ...checkEntryFields(entry.fields),
  };
  await commit.save('entries', row);
}

async function changeEntry(commit: Commit, { id, fields }: ImportStep['changes'][number]): Promise<void> {
  const row = await commit.find('entries', id);
  // Deleted after the plan was made: the user's change has precedence.
  if (row === null || row.deleted !== null) return;
  await commit.save('entries', { ...row, ...checkEntryFields(fields) });
}

async function rateFilm(
  { commit, reader }: Writing,
  filmId: string,
  rating: NonNullable<ImportStep['rating']>,
): Promise<void> {
  const known = await findRowOfFilm(reader, 'ratings', filmId);
  const row: RatingRow = {
    ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId }),
    value: checkRating(rating.value),
    criteria: { ...known?.criteria, ...checkCriteria(rating.criteria) },
    ratedAt: rating.ratedAt ?? commit.now,
    deleted: null,
  };
  await commit.save('ratings', row);
}

async function listFilm(
  { commit, reader }: Writing,
  filmId: string,
  { priority, reason, addedAt }: NonNullable<ImportStep['watchlist']>,
): Promise<void> {
  if (reason.length > limits.note) throw new LogError('too-long', 'The reason is too long.');
  const known = await findRowOfFilm(reader, 'watchlist', filmId);
  if (known?.deleted === null) return;
  const row: WatchlistRow = {
    ...(known ?? { id: commit.makeId(), stamps: {}, importId: null, filmId }),
    priority,
    reason,
    addedAt: addedAt ?? commit.now,
    deleted: null,
  };
  await commit.save('watchlist', row);
}

async function tagFilm({ commit, tagged }: Writing, filmId: string, tags: string[]): Promise<void> {
  const film = await commit.find('films', filmId);
  if (film === null) return;
  const all = addTags(film.tags, checkTags(tags, limits.filmTags)).slice(0, limits.filmTags);
  const added = all.slice(film.tags.length);
  if (added.length === 0) return;
  tagged.set(filmId, [...(tagged.get(filmId) ?? []), ...added]);
  await commit.save('films', { ...film, tags: all });
}

async function takeStep(writing: Writing, step: ImportStep): Promise<void> {
  const { commit, reader } = writing;
  const filmId = await ensureFilm(commit, step.film, reader);
  for (const entry of step.entries) await addEntry(commit, filmId, entry);
  for (const change of step.changes) await changeEntry(commit, change);
  if (step.rating !== null) await rateFilm(writing, filmId, step.rating);
  if (step.watchlist !== null) await listFilm(writing, filmId, step.watchlist);
  const film = step.liked ? await commit.find('films', filmId) : null;
  if (film !== null && !film.liked) await commit.save('films', { ...film, liked: true });
  if (step.tags.length > 0) await tagFilm(writing, filmId, step.tags);
}

function createImportRow(info: Pick<ImportInfo, 'id' | 'fileNames' | 'format'>, now: number): ImportRow {
  const { id, fileNames, format } = info;
  const times = { startedAt: now, finishedAt: null, undoneAt: null };
  return { id, stamps: {}, deleted: null, importId: null, fileNames, format, ...times, counts: { done: 0 } };
}

function countMade(
  counts: Record<string, number>,
  { made, changes, tagged }: Recorder,
): Record<string, number> {
  const summed: Record<string, number> = {
    ...counts,
    changed: (counts.changed ?? 0) + changes.length,
    tagged: (counts.tagged ?? 0) + tagged.size,
  };
  for (const [store, ids] of Object.entries(made)) summed[store] = (counts[store] ?? 0) + ids.length;
  return summed;
}

/**
 * Writes one chunk of an import, from step `from`, in one transaction with the import's progress. `work`
 * writes through the given commit. Does nothing for a chunk that is already done, so that an interrupted
 * import can send it again. Throws `LogError` `bad-value` for an import that was undone, and for a chunk that
 * leaves a gap.
 */
export function commitChunk(
  info: ImportInfo,
  from: number,
  count: number,
  work: (commit: Commit, tagged: Recorder['tagged']) => Promise<void>,
): Command {
  return async (commit) => {
    const parent = (await commit.find('imports', info.id)) ?? createImportRow(info, commit.now);
    const done = parent.counts.done ?? 0;
    if (parent.undoneAt !== null) throw new LogError('bad-value', 'This import was undone.');
    if (done >= from + count && count > 0) return null;
    if (done !== from) throw new LogError('bad-value', 'A part of the import is missing.');
    const recorder = recordCommit(commit, info.id);
    await work(recorder.commit, recorder.tagged);
    const { made, changes, ahead } = recorder;
    const tagged = [...recorder.tagged].map(([filmId, tags]) => ({ filmId, tags }));
    const counts = { ...countMade(parent.counts, recorder), done: done + count, total: info.total };
    const finishedAt = counts.done >= info.total ? commit.now : null;
    await commit.save('imports', { ...parent, counts, finishedAt });
    const chunk = { ...createImportRow({ ...info, id: commit.makeId() }, commit.now), importId: info.id };
    await commit.save('imports', {
      ...chunk,
      fileNames: [],
      counts: { from, count },
      made,
      changes,
      tagged,
      ahead: [...ahead],
    });
    return null;
  };
}

/**
 * Writes one chunk of an import from a service's files. Throws `LogError` as `commitChunk`, and if a field is
 * invalid.
 */
export function commitImport(info: ImportInfo, from: number, steps: ImportStep[]): Command {
  return commitChunk(info, from, steps.length, async (commit, tagged) => {
    const ahead = await prefetchFilms(
      commit,
      steps.map(({ film }) => film),
    );
    const writing: Writing = { ...ahead, tagged };
    for (const step of steps) await takeStep(writing, step);
  });
}

/** The imports, newest first, without their chunks. */
export async function listImports(db: LogDatabase): Promise<ImportRow[]> {
  const tx = db.transaction('imports');
  // Only the keys of chunks are read: there can be hundreds, and each contains the ids of all rows it
  // created.
  const [keys, chunkKeys] = await Promise.all([
    tx.store.getAllKeys(),
    tx.store.index('byImport').getAllKeys(),
  ]);
  const chunks = new Set(chunkKeys);
  const rows = await Promise.all(keys.filter((id) => !chunks.has(id)).map((id) => tx.store.get(id)));
  const imports = rows.flatMap((row) => (row?.deleted === null ? [row] : []));
  return imports.sort((a, b) => b.startedAt - a.startedAt);
}
