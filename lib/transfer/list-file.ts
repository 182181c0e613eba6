import { findRefInUrl } from '../films/refs.ts';
import { parseRef } from '../films/parse-ref.ts';
import type { FilmRef } from '../films/types.ts';
import { FileFault, RowFault } from '../tables/faults.ts';
import { hasColumns, readTable } from '../tables/table.ts';
import type { SourceFile } from '../tables/types.ts';
import type { ImportBuilder } from './import-builder.ts';
import { listOf, member, textOf } from './json.ts';
import { findMarkdownVersion, readMarkdownList } from './list-markdown.ts';
import { letterboxdListColumns, listFileFormat, listFileVersion, listTableColumns } from './list-names.ts';
import type { ReadListItem } from './types.ts';
import { listIdRefs, readTitle, readYear } from './values.ts';

/** The forms of our lists as tables. */
const tableForms: { columns: readonly string[]; note: string }[] = [
  { columns: listTableColumns, note: 'Note' },
  { columns: letterboxdListColumns, note: 'Review' },
];

/** The form of one of our lists as a table: it has its columns and no others, so that no other table is meant. */
const findTableForm = ({ header }: SourceFile) =>
  tableForms.find(
    ({ columns }) =>
      header.length === columns.length && columns.every((name, at) => header[at]?.trim() === name),
  );

/** Whether a file has one of our lists. */
export const isListFile = (file: SourceFile): boolean =>
  member(file.json, 'format') === listFileFormat ||
  findTableForm(file) !== undefined ||
  findMarkdownVersion(file.text) !== null;

/** The ids of a film; what is not one is left out. */
function readRefs(film: unknown): FilmRef[] {
  return listOf(member(film, 'refs')).flatMap((ref) => {
    const parsed = parseRef(textOf(ref));
    // Refs made of titles are not in the file; the log makes its own.
    return parsed === null || parsed.kind === 'title' ? [] : [`${parsed.kind}:${parsed.value}` as const];
  });
}

/** Adds a film to a list, at its end or at the position that the file states. Throws `RowFault` if the list has it already. */
function addItem(
  builder: ImportBuilder,
  { name, items }: { name: string; items: ReadListItem[] },
  item: ReadListItem,
  from: { file: string; row: number },
): void {
  if (!builder.addListItem(item.film, { name, note: item.note }, from))
    throw new RowFault('duplicate', null, 'same-list-item');
  items.push(item);
}

/** Adds the list of a table, by the file's name: it has neither a description nor whether it is ranked. */
function readListTable(
  builder: ImportBuilder,
  file: SourceFile,
  { columns, note }: { columns: readonly string[]; note: string },
): void {
  const name = file.name.replace(/(?:-letterboxd)?(?: \(\d+\))?\.csv$/i, '');
  const items: ReadListItem[] = [];
  builder.eachRow(readTable(file, (cells) => hasColumns(cells, ...columns)).rows, (row) => {
    const page = findRefInUrl(row.text('LetterboxdURI'));
    const film = builder.film({
      title: readTitle(row.text('Title'), row.column('Title')),
      year: readYear(row.text('Year'), row.column('Year')),
      refs: [
        ...listIdRefs({ imdb: row.text('imdbID'), tmdb: row.text('tmdbID') }),
        ...(page === null ? [] : [page]),
      ],
    });
    const position = Number(row.text('Position'));
    const item = { film, position: position > 0 ? position : items.length + 1, note: row.text(note) };
    addItem(builder, { name, items }, item, row.from);
  });
  builder.addList({ name, description: '', ranked: false, items });
}

/** Adds the list of a Markdown text: it has no ids. */
function readListText(builder: ImportBuilder, { name: file, text }: SourceFile, version: number): void {
  if (version > listFileVersion) throw new FileFault('unreadable', null, 'newer-version');
  const read = readMarkdownList(text);
  const name = read.name || file.replace(/\.[a-z]+$/i, '');
  const items: ReadListItem[] = [];
  for (const { film: named, row } of read.films) {
    const from = { file, row };
    builder.attempt(from, () => {
      const title = readTitle(named.title, null);
      const year = readYear(named.year === null ? '' : String(named.year), null);
      const film = builder.film({ title, year, refs: [] });
      addItem(builder, { name, items }, { film, position: items.length + 1, note: named.note }, from);
    });
  }
  for (const row of read.others) builder.skip({ file, row }, new RowFault('missing-title', null, 'no-film'));
  builder.addList({ name, description: read.description, ranked: read.isRanked, items });
}

/** Adds the list of a file. Throws `FileFault` for a file of a newer version. */
export function readListFile(builder: ImportBuilder, source: SourceFile): void {
  const form = findTableForm(source);
  if (form) return readListTable(builder, source, form);
  const ofText = findMarkdownVersion(source.text);
  if (ofText !== null && source.json === undefined) return readListText(builder, source, ofText);
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
      addItem(builder, { name, items }, { film, position: at + 1, note }, from);
    });
  });
  const description = textOf(member(json, 'description'));
  builder.addList({ name, description, ranked: member(json, 'ranked') === true, items });
}
