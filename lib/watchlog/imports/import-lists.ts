import type { Command, Commit } from '../store/commit.ts';
import { checkListFields, createListRow, insertFilms, type ListFields } from '../commands/list-commands.ts';
import type { FilmInput, ListRow } from '../types.ts';
import { commitChunk, type ImportInfo } from './imports.ts';

/** A list to import: its films go to the list of that name, or to a new one. */
export interface ImportedList extends ListFields {
  /** In their order. */
  items: { film: FilmInput; note: string }[];
}

/** The name of a list as lists are compared in imports: without capitals and blanks around it. */
export const foldListName = (name: string): string => name.trim().toLowerCase();

async function ensureList(commit: Commit, { items: _items, ...fields }: ImportedList): Promise<ListRow> {
  const rows = await commit.tx.objectStore('lists').getAll();
  const name = foldListName(fields.name);
  const known = rows.find((row) => row.deleted === null && foldListName(row.name) === name);
  if (known !== undefined) return known;
  const row = createListRow(commit, { ...fields, ...checkListFields(fields) });
  await commit.save('lists', row);
  return row;
}

/**
 * Writes one chunk of an import: lists with films. The films follow those that the list has; films that are on it stay where
 * they are. A long list can be sent in several parts, one after another. Throws `LogError` as `commitChunk`, and if a name is
 * empty or a text too long.
 */
export function commitImportedLists(info: ImportInfo, from: number, lists: ImportedList[]): Command {
  return commitChunk(info, from, lists.length, async (commit) => {
    for (const list of lists) {
      const { id } = await ensureList(commit, list);
      await insertFilms(commit, id, list.items, null);
    }
  });
}
