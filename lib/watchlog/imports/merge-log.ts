import { isSameFilm } from '../../films/same-film.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import type { Command, Commit } from '../store/commit.ts';
import { joinFilms } from '../films/film-join.ts';

import { commitChunk, type ImportInfo } from './imports.ts';
import { mergeRows } from '../store/merge.ts';
import { createRowLists, logStores, type RowLists } from '../store/schema.ts';
import type { FilmRef } from '../../films/types.ts';
import type { FilmRow, LogStore } from '../types.ts';

/** A part of another copy of the log. */
export interface MergePart {
  rows: RowLists;
  /** Films with different row ids in the two copies: the row to keep, and the row to join into it. */
  joins: { keep: string; other: string }[];
}

async function mergeStore<S extends LogStore>(
  commit: Commit,
  store: S,
  rows: Pick<RowLists, S>,
): Promise<void> {
  // Requests all rows at once; the loop below then finds them cached.
  await Promise.all(rows[store].map(({ id }) => commit.find(store, id)));
  for (const row of rows[store]) {
    const mine = await commit.find(store, row.id);
    await commit.merge(store, mine === null ? row : mergeRows(mine, row));
  }
}

/** Joins two films unless an earlier join has shown them to be different. */
async function joinTwins(commit: Commit, { keep, other }: MergePart['joins'][number]): Promise<void> {
  const [kept, twin] = [await commit.find('films', keep), await commit.find('films', other)];
  if (kept === null || twin === null || twin.deleted !== null || !isSameFilm(kept, twin)) return;
  await joinFilms(commit, kept, twin);
}

/** The number of rows and joins in a part. */
export function countPart({ rows, joins }: MergePart): number {
  return logStores.reduce((sum, store) => sum + rows[store].length, joins.length);
}

/**
 * Writes one chunk of a log's restore: merges each row field by field with the row of the same id and keeps
 * the stamps, so that a restore into an empty log gives the same log. Throws `LogError` as `commitChunk`.
 */
export function commitLogMerge(info: ImportInfo, from: number, part: MergePart): Command {
  return commitChunk(info, from, countPart(part), async (commit) => {
    for (const store of logStores) await mergeStore(commit, store, part.rows);
    for (const join of part.joins) await joinTwins(commit, join);
  });
}

/** Films with different rows in the two copies that are the same film, found by the ids of services. */
function listJoins(theirs: FilmRow[], mine: FilmRow[]): MergePart['joins'] {
  const ids = new Set(mine.map(({ id }) => id));
  const byRef = new Map<FilmRef, FilmRow>();
  for (const row of mine.filter(({ deleted }) => deleted === null))
    for (const ref of row.refs) if (!isTitleRef(ref)) byRef.set(ref, row);
  return theirs
    .filter(({ id, deleted }) => deleted === null && !ids.has(id))
    .flatMap((row) => {
      const known = row.refs.flatMap((ref) => byRef.get(ref) ?? []).find((one) => isSameFilm(one, row));
      return known === undefined ? [] : [{ keep: known.id, other: row.id }];
    });
}

/**
 * Splits a log's rows into parts of at most `maxRows`: films before the rows that refer to them, joins last.
 */
export function splitMerge(rows: RowLists, mine: FilmRow[], maxRows: number): MergePart[] {
  const parts: MergePart[] = [];
  let open: MergePart = { rows: createRowLists(), joins: [] };
  let size = 0;
  const next = (): MergePart => {
    if (size === maxRows) {
      parts.push(open);
      open = { rows: createRowLists(), joins: [] };
      size = 0;
    }
    size += 1;
    return open;
  };
  const put = <S extends LogStore>(store: S, from: Pick<RowLists, S>): void => {
    for (const row of from[store]) next().rows[store].push(row);
  };
  for (const store of logStores) put(store, rows);
  for (const join of listJoins(rows.films, mine)) next().joins.push(join);
  return size === 0 ? parts : [...parts, open];
}
