import { createImportBuilder } from '../import-builder.ts';
import { findRequestedTable, findShortHistory, isShortHistory } from '../netflix/history-columns.ts';
import { readActivity, readMyList, readRatings } from '../netflix/requested-data.ts';
import { readShortHistory } from '../netflix/short-history.ts';
import { hasColumns } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { openServiceTable, type ServiceForm } from '../tables/service-table.ts';
import { netflixStars } from '../netflix/requested-data.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

const readers = { activity: readActivity, ratings: readRatings, list: readMyList } as const;

const requestedForms: Record<keyof typeof readers, ServiceForm> = {
  activity: { columns: { title: 'Title', watchedOn: 'Start Time' } },
  ratings: {
    columns: { title: 'Title Name', rating: 'Star Value', liked: 'Thumbs Value' },
    scale: netflixStars,
  },
  list: { columns: { title: 'Title Name' } },
};

/** What the columns of a table are. */
function findForm({ header, name }: SourceFile): ServiceForm {
  const kind = findRequestedTable(header);
  if (kind !== null) return requestedForms[kind];
  const short = findShortHistory(header, name);
  return { columns: short === null ? {} : { title: short.title, watchedOn: short.date } };
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('netflix', options);
  for (const file of files) {
    const table = openServiceTable(builder, file, findForm(file), options);
    const kind = findRequestedTable(file.header);
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
