import { parseRef } from '../films/parse-ref.ts';
import type { FilmRef } from '../films/types.ts';
import { FileFault, RowFault } from '../tables/faults.ts';
import type { SourceFile } from '../tables/types.ts';
import type { ImportBuilder } from './import-builder.ts';
import { listOf, member, textOf } from './json.ts';
import type { ReadListItem } from './types.ts';
import { readTitle, readYear } from './values.ts';

/** The value of `format` in a file with one of our lists. */
export const listFileFormat = 'marquee-list';

/** The version of the shape of such a file. Version 1: name, description, ranking, and films in their order. */
export const listFileVersion = 1;

/** Whether a file has one of our lists. */
export const isListFile = ({ json }: SourceFile): boolean => member(json, 'format') === listFileFormat;

/** The ids of a film; what is not one is left out. */
function readRefs(film: unknown): FilmRef[] {
  return listOf(member(film, 'refs')).flatMap((ref) => {
    const parsed = parseRef(textOf(ref));
    // Refs made of titles are not in the file; the log makes its own.
    return parsed === null || parsed.kind === 'title' ? [] : [`${parsed.kind}:${parsed.value}` as const];
  });
}

/** Adds the list of a file. Throws `FileFault` for a file of a newer version. */
export function readListFile(builder: ImportBuilder, { name: file, json }: SourceFile): void {
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
