import { foldTitle } from '../../../films/titles/title-key.ts';
import { compareText } from '../compare-text.ts';
import { readOmdbRows } from '../readers/omdb-rows.ts';
import { readTitle, readYear } from '../source-film.ts';
import type { SourceFiles } from '../types.ts';
import { writeTable, type Cell } from './write-table.ts';

/** series.tsv: the titles of television series, with the latest year that is known of each; sorted. */
export function writeSeries(files: SourceFiles): { text: string; count: number } {
  const rows = new Map<string, Cell[]>();
  for (const row of readOmdbRows(files, 'all_series')) {
    const title = readTitle(row('name'));
    const year = readYear(row('date'));
    if (title !== null) rows.set([foldTitle(title), title, year ?? ''].join('\t'), [title, year]);
  }
  const sorted = [...rows].sort(([one], [other]) => compareText(one, other)).map(([, cells]) => cells);
  return { text: writeTable(['title', 'year'], sorted), count: sorted.length };
}
