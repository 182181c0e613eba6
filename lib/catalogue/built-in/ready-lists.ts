import { titleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { parseTable } from './film-table.ts';

/** A list of films that comes with the catalogue. */
export interface ReadyList {
  /** Stable, such as `oscar-best-picture-winners`. */
  id: string;
  /** In English. */
  name: string;
  /** Where the list is from, in English. */
  source: string;
  isRanked: boolean;
  /** In their order. The ref is the IMDb id, else title and year. */
  films: { title: string; year: number | null; ref: FilmRef }[];
}

/** What `data/about.json` says of a list. */
export type ReadyListHead = Pick<ReadyList, 'id' | 'name' | 'source' | 'isRanked'>;

/** The table of lists for the file: `data/lists.tsv` with the name and the source of each list in its rows. */
export function formatReadyLists(heads: ReadyListHead[], table: string): string {
  const rows = parseTable(table).flatMap(({ list, title = '', year = '', imdb = '' }) => {
    const head = heads.find(({ id }) => id === list);
    return head === undefined
      ? []
      : [[head.id, head.name, head.source, head.isRanked ? '1' : '', title, year, imdb]];
  });
  return [['list', 'name', 'source', 'ranked', 'title', 'year', 'imdb'], ...rows]
    .map((row) => row.join('\t'))
    .join('\n');
}

/** Reads the table of the file. */
export function parseReadyLists(text: string): ReadyList[] {
  const lists = new Map<string, ReadyList>();
  for (const row of parseTable(text)) {
    const { list = '', name = '', source = '', ranked, title = '', year: cell = '', imdb = '' } = row;
    const year = /^\d{4}$/.test(cell) ? Number(cell) : null;
    const found = lists.get(list) ?? { id: list, name, source, isRanked: ranked === '1', films: [] };
    found.films.push({ title, year, ref: imdb === '' ? titleRef(title, year) : `imdb:${imdb}` });
    lists.set(list, found);
  }
  return [...lists.values()];
}
