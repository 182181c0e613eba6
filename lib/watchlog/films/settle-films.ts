import type { Commit } from '../store/commit.ts';
import { orderStamps } from '../store/hybrid-clock.ts';
import { filmStores } from '../store/schema.ts';
import { addTags } from '../../text/tags.ts';
import type { FilmRow, FilmRowKey } from '../types.ts';
import { joinFilms, keepOneOfEach, moveRows } from './film-join.ts';
import { accountOfRow, listRowsOfFilm } from './film-match.ts';
import { hasLiveRows } from './film-rows.ts';

// What holds between rows within one log, for rows that came from another: a film that was joined has no rows of its own, two
// rows of one film are one, and a film has one rating. Every copy of the log decides the same from the same rows, and what it
// writes yields to what a user has done meanwhile elsewhere.

/** Whether the film was split off again, by which the user said that it is a film of its own. */
const isSplit = ({ merged }: FilmRow): boolean => merged === null;

/** The films into which a film was joined, one after another; the last is where it is now, unless they go in a circle. */
async function listJoins(commit: Commit, film: FilmRow): Promise<{ path: FilmRow[]; isCircle: boolean }> {
  const path = [film];
  for (let at = film; at.merged;) {
    const next = await commit.find('films', at.merged.into);
    const isCircle = path.some(({ id }) => id === next?.id);
    if (next === null || isCircle) return { path, isCircle };
    path.push(next);
    at = next;
  }
  return { path, isCircle: false };
}

/** Of films that two devices joined to each other at once one stays, the same everywhere. Returns its id. */
async function openCircle(commit: Commit, films: FilmRow[]): Promise<string> {
  const [first] = films.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (first === undefined) return '';
  const refs = [...new Set([...first.refs, ...(first.merged?.refs ?? [])])];
  await commit.derive('films', { ...first, refs, merged: null, deleted: null });
  return first.id;
}

/**
 * Moves the rows that came to a joined film after the join, and the tags that it was given, to where the film is now. A
 * split brings them back. Returns the id of that film.
 */
async function followJoin(commit: Commit, film: FilmRow): Promise<string> {
  const { path, isCircle } = await listJoins(commit, film);
  if (isCircle) return openCircle(commit, path);
  const kept = path.at(-1) ?? film;
  if (kept.id === film.id) return film.id;
  const moved: FilmRowKey[] = [];
  for (const store of filmStores) moved.push(...(await moveRows(commit, store, film.id, kept.id)));
  const late = moved.filter(({ id }) => !film.merged?.rows.some((row) => row.id === id));
  if (film.merged && late.length > 0)
    await commit.derive('films', {
      ...film,
      merged: { ...film.merged, rows: [...film.merged.rows, ...late] },
    });
  const isNewer = (field: 'tags' | 'liked'): boolean =>
    orderStamps(film.stamps[field], film.stamps.merged) > 0;
  const tags = isNewer('tags') ? addTags(kept.tags, film.tags) : kept.tags;
  const liked = kept.liked || (isNewer('liked') && film.liked);
  if (tags.length > kept.tags.length || liked !== kept.liked)
    await commit.derive('films', { ...kept, tags, liked });
  return kept.id;
}

/** Joins a film with the other rows of the log that are the same film. Returns the id of the row that stays: the oldest. */
async function joinSame(commit: Commit, film: FilmRow): Promise<string> {
  if (isSplit(film)) return film.id;
  const findByRef = (ref: FilmRow['refs'][number]): Promise<FilmRow[]> =>
    commit.tx.objectStore('films').index('byRef').getAll(ref);
  const found = await listRowsOfFilm(accountOfRow(film), findByRef);
  const others = found.filter((row) => row.id !== film.id && row.deleted === null && !isSplit(row));
  const [first = film, ...rest] = [film, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  let kept = first;
  for (const other of rest) kept = await joinFilms(commit, kept, other);
  return kept.id;
}

const isLive = ({ deleted }: { deleted: string | null }): boolean => deleted === null;

/**
 * Whether anything about a film may not hold. Most films need nothing, and asking about many at once takes a tenth of the
 * time of asking one after another.
 */
async function isUnsettled(commit: Commit, film: FilmRow, isChanged: boolean): Promise<boolean> {
  if (film.merged || film.deleted !== null) return true;
  const { tx } = commit;
  const [ratings, watchlist, items, ...sharing] = await Promise.all([
    tx.objectStore('ratings').index('byFilm').getAll(film.id),
    tx.objectStore('watchlist').index('byFilm').getAll(film.id),
    tx.objectStore('listItems').index('byFilm').getAll(film.id),
    ...(isChanged ? film.refs.map((ref) => tx.objectStore('films').index('byRef').getAllKeys(ref)) : []),
  ]);
  const lists = items.filter(isLive).map(({ listId }) => listId);
  return (
    ratings.filter(isLive).length > 1 ||
    watchlist.filter(isLive).length > 1 ||
    new Set(lists).size < lists.length ||
    sharing.some((ids) => ids.some((id) => id !== film.id))
  );
}

async function settleFilm(commit: Commit, film: FilmRow, isChanged: boolean): Promise<void> {
  let at = film.merged ? await followJoin(commit, film) : film.id;
  const kept = await commit.find('films', at);
  if (kept === null) return;
  if (kept.deleted === null && isChanged) at = await joinSame(commit, kept);
  else if (kept.deleted !== null && !kept.purged && (await hasLiveRows(commit, at)))
    await commit.derive('films', { ...kept, deleted: null });
  await keepOneOfEach(commit, at);
}

/**
 * Makes films hold together again after rows from another copy were written: `changed` are the films whose rows came,
 * `touched` those of which other rows came.
 */
export async function settleFilms(
  commit: Commit,
  { changed, touched }: { changed: Set<string>; touched: Set<string> },
): Promise<void> {
  const ids = [...new Set([...changed, ...touched])];
  const unsettled = await Promise.all(
    ids.map(async (id) => {
      const film = await commit.find('films', id);
      return film !== null && (await isUnsettled(commit, film, changed.has(id)));
    }),
  );
  for (const id of ids.filter((_id, at) => unsettled[at])) {
    const film = await commit.find('films', id);
    if (film !== null) await settleFilm(commit, film, changed.has(id));
  }
}
