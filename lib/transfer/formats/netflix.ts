import { createImportBuilder } from '../import-builder.ts';
import { findRequestedTable, isShortHistory } from '../netflix/history-columns.ts';
import { readActivity, readMyList, readRatings } from '../netflix/requested-data.ts';
import { readShortHistory } from '../netflix/short-history.ts';
import { hasColumns, readTable } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

const readers = { activity: readActivity, ratings: readRatings, list: readMyList } as const;

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('netflix', options);
  for (const file of files) {
    const table = readTable(file);
    const kind = findRequestedTable(table.header);
    if (kind === null) readShortHistory(builder, file.name, table, options);
    else readers[kind](builder, table, options);
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: true });
}

/**
 * Netflix: the viewing history of a profile, with titles and days and no ids, and the history, ratings and list that it
 * sends on request.
 */
export const netflix: FileFormat = {
  id: 'netflix',
  notes: {
    files: 'The viewing history of a profile, in any language, and the data sent on request (CSV or ZIP)',
    read: 'Films with their days; stars, thumbs up, My List; one profile if you choose one',
    left: 'Series, trailers, short plays, hidden rows, sittings before the last, thumbs down',
  },
  recognise: (files) =>
    files.filter((file) => isShortHistory(file) || findRequestedTable(file.header) !== null),
  isByProduct: ({ header }) => hasColumns(header, 'Profile Name'),
  read: readFiles,
};
