import { parseRef } from '../films/parse-ref.ts';
import type { FilmRef } from '../films/types.ts';
import { FileFault, RowFault } from '../tables/faults.ts';
import { hasColumns, readTable } from '../tables/table.ts';
import type { SourceFile } from '../tables/types.ts';
import type { ImportBuilder } from './import-builder.ts';
import { listOf, member, textOf } from './json.ts';
import type { ReadListItem } from './types.ts';
import { listIdRefs, readTitle, readYear } from './values.ts';

/** The value of `format` in a file with one of our lists. */
export const listFileFormat = 'marquee-list';

/** The version of the shape of such a file. Version 1: name, description, ranking, and films in their order. */
export const listFileVersion = 1;

/** The columns of one of our lists as a table. */
export const listTableColumns = ['Position', 'Title', 'Year', 'imdbID', 'tmdbID', 'Note'] as const;

/** Whether a file is one of our lists as a table: it has these columns and no others, so that no other table is meant. */
const isListTable = ({ header }: SourceFile): boolean =>
  header.length === listTableColumns.length &&
  listTableColumns.every((name, at) => header[at]?.trim() === name);

/** Whether a file has one of our lists. */
export const isListFile = (file: SourceFile): boolean =>
  member(file.json, 'format') === listFileFormat || isListTable(file);

/** The ids of a film; what is not one is left out. */
function readRefs(film: unknown): FilmRef[] {
  return listOf(member(film, 'refs')).flatMap((ref) => {
    const parsed = parseRef(textOf(ref));
    // Refs made of titles are not in the file; the log makes its own.
    return parsed === null || parsed.kind === 'title' ? [] : [`${parsed.kind}:${parsed.value}` as const];
  });
}

/** Adds the list of a table, by the file's name: it has neither a description nor whether it is ranked. */
function readListTable(builder: ImportBuilder, file: SourceFile): void {
  const name = file.name.replace(/\.csv$/i, '');
  const items: ReadListItem[] = [];
  builder.eachRow(readTable(file, (cells) => hasColumns(cells, ...listTableColumns)).rows, (row) => {
    const film = builder.film({
      title: readTitle(row.text('Title'), row.column('Title')),
      year: readYear(row.text('Year'), row.column('Year')),
      refs: listIdRefs({ imdb: row.text('imdbID'), tmdb: row.text('tmdbID') }),
    });
    const note = row.text('Note');
    if (!builder.addListItem(film, { name, note }, row.from))
      throw new RowFault('duplicate', null, 'same-list-item');
    const position = Number(row.text('Position'));
    items.push({ film, position: position > 0 ? position : null, note });
  });
  builder.addList({ name, description: '', ranked: false, items });
}

/** Adds the list of a file. Throws `FileFault` for a file of a newer version. */
export function readListFile(builder: ImportBuilder, source: SourceFile): void {
  if (isListTable(source)) return readListTable(builder, source);
  const { name: file, json } = source;
  const version = member(json, 'version');
  if (typeof version !== 'number') throw new FileFault('unreadable', null, 'no-version');
  if (version > listFileVersion) throw new FileFault('unreadable', null, 'newer-version');
  const name = textOf(member(json, 'name')) || file.replace(/\.json$/i, '');
  const items: ReadListItem[] = [];
  listOf(member(json, 'films')).forEach((item, at) => {
    const from = { file, row: at + 1 };
    builder.attempt(from, () => {
      const title = readTitle(textOf(member(item, 'title')), 'title');
      const year = readYear(textOf(member(item, 'year')), 'year');
      const film = builder.film({ title, year, refs: readRefs(item) });
      const note = textOf(member(item, 'note'));
      if (!builder.addListItem(film, { name, note }, from))
        throw new RowFault('duplicate', null, 'same-list-item');
      items.push({ film, position: at + 1, note });
    });
  });
  const description = textOf(member(json, 'description'));
  builder.addList({ name, description, ranked: member(json, 'ranked') === true, items });
}
