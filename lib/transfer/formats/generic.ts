import { hasColumns } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { createImportBuilder } from '../import-builder.ts';
import { isFilmTable, openTables } from '../tables/find-table.ts';
import { readRow } from '../tables/read-row.ts';
import { planTable } from '../tables/table-plan.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('generic', options);
  let marksRewatches = true;
  for (const file of files) {
    for (const { table, caption } of openTables(file)) {
      const { plan, report } = planTable(file, table, options, builder.findDay, caption);
      builder.addTable(() => report);
      marksRewatches &&= plan.mapping.rewatch !== undefined;
      builder.eachRow(table.rows, (row) => readRow(builder, plan, row));
    }
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: !marksRewatches });
}

/** Any other table of films. Its columns are found by their names and cells; the user's mapping is added to that. */
export const generic: FileFormat = {
  id: 'generic',
  notes: {
    files: 'Any other table or JSON list of films, with or without a header',
    read: 'Titles, days, ratings, reviews, tags and more, by the names of columns and what is in them',
    left: 'Other works than films; columns that are not understood',
  },
  // A Letterboxd table whose file was renamed is excluded: its dates are not the days the films were watched.
  recognise: (files) =>
    files.filter((file) => !hasColumns(file.header, 'Letterboxd URI') && isFilmTable(file)),
  read: readFiles,
};
