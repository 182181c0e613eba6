import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { finePointScale, readTitle, readYear } from '../values.ts';
import type { FileFormat } from '../types.ts';

const orNothing = (text: string): string => (/^n\/?a$/i.test(text) ? '' : text);

function read(cells: Cells): RecordParts {
  const plays = cells.count('View Count');
  const hasDay = orNothing(cells.text('Date Viewed', 'Last Viewed at', 'Last Viewed')) !== '';
  const isSeen = plays > 0 || (hasDay && orNothing(cells.text('View Count')) === '');
  return {
    film: {
      title: readTitle(cells.text('Title'), 'Title'),
      year: readYear(orNothing(cells.text('Year')), 'Year'),
      originalTitle: orNothing(cells.text('Original Title')) || null,
      refs: listRefs({ imdb: cells.text('IMDB ID'), tmdb: cells.text('TMDB ID') }),
    },
    status: isSeen ? 'watched' : 'not-watched',
    days: isSeen && hasDay ? [cells.day('Date Viewed', 'Last Viewed at', 'Last Viewed')] : [],
    plays,
    rating: cells.rating(finePointScale, 'User Rating'),
  };
}

/** Plex: the table of a library that WebTools writes. "Rating" beside "User Rating" is everybody's. */
export const plex: FileFormat = createRecordFormat({
  id: 'plex',
  columns: {
    title: 'Title',
    originalTitle: 'Original Title',
    year: 'Year',
    imdb: 'IMDB ID',
    tmdb: 'TMDB ID',
    watchedOn: ['Date Viewed', 'Last Viewed at', 'Last Viewed'],
    plays: 'View Count',
    rating: 'User Rating',
  },
  scale: finePointScale,
  notes: {
    files: 'A library of films from WebTools (CSV)',
    read: 'Films that were seen, as often as they were, with the last day; your ratings',
    left: 'Films that were not seen',
  },
  findRole: ({ header }) =>
    hasColumns(header, 'Title', 'Media ID', 'User Rating') ||
    hasColumns(header, 'Title', 'View Count', 'Date Viewed')
      ? 'library'
      : null,
  read,
});
