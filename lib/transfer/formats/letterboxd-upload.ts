import { hasColumns, readTable } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { ImportBuilder } from '../import-builder.ts';
import { readRow } from '../tables/read-row.ts';
import { planTable } from '../tables/table-plan.ts';
import type { ReadOptions } from '../types.ts';

/** Whether a header is that of a table for Letterboxd's own import (letterboxd.com/about/importing-data). */
export function isUploadTable(header: string[]): boolean {
  const named = ['LetterboxdURI', 'tmdbID', 'imdbID', 'Title'].some((name) => header.includes(name));
  return named && ['WatchedDate', 'Rating10', 'LetterboxdURI'].some((name) => hasColumns(header, name));
}

/** The columns whose names leave something open: of two ratings that to ten has no half stars to lose. */
function chooseColumns(header: string[], { mapping, scale }: ReadOptions): Partial<ReadOptions> {
  const hasPoints = hasColumns(header, 'Rating10');
  const points = hasPoints ? { rating: header.find((name) => hasColumns([name], 'Rating10')) ?? '' } : {};
  return {
    mapping: { ...points, ...mapping },
    ...(!hasPoints && hasColumns(header, 'Rating') && { scale: scale ?? 5 }),
  };
}

/**
 * Reads a table for Letterboxd's own import as any table of films. A film that is only rated or named was seen, which
 * Letterboxd marks. Throws `FileFault` when the user has to choose the order of dates.
 */
export function readUpload(builder: ImportBuilder, file: SourceFile, options: ReadOptions): void {
  const table = readTable(file);
  const { plan, report } = planTable(
    file,
    table,
    { ...options, ...chooseColumns(table.header, options) },
    builder.findDay,
  );
  builder.addTable(() => report);
  const rated = { ...plan, marksSeen: true };
  builder.eachRow(table.rows, (row) => readRow(builder, rated, row));
}
