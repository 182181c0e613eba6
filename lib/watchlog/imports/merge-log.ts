import { logStores, createRowLists, type RowLists } from '../store/schema.ts';
import type { Command } from '../store/commit.ts';
import { commitChunk, type ImportInfo } from './imports.ts';
import { mergeIn } from './receive-rows.ts';
import type { LogStore } from '../types.ts';

/** The number of rows in a part. */
export const countPart = (rows: RowLists): number =>
  logStores.reduce((sum, store) => sum + rows[store].length, 0);

/**
 * Writes one chunk of a log's restore: merges each row field by field with the row of the same id and keeps
 * the stamps, so that a restore into an empty log gives the same log. Films that are one are joined. Throws `LogError` as
 * `commitChunk`.
 */
export function commitLogMerge(info: ImportInfo, from: number, rows: RowLists): Command {
  return commitChunk(info, from, countPart(rows), (commit) => mergeIn(commit, rows));
}

/** Splits a log's rows into parts of at most `maxRows`: films before the rows that refer to them. */
export function splitMerge(rows: RowLists, maxRows: number): RowLists[] {
  const parts: RowLists[] = [];
  let open = createRowLists();
  let size = 0;
  const next = (): RowLists => {
    if (size === maxRows) {
      parts.push(open);
      open = createRowLists();
      size = 0;
    }
    size += 1;
    return open;
  };
  const put = <S extends LogStore>(store: S, from: Pick<RowLists, S>): void => {
    for (const row of from[store]) next()[store].push(row);
  };
  for (const store of logStores) put(store, rows);
  return size === 0 ? parts : [...parts, open];
}
