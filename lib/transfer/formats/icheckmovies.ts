import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { readTitle, readYear } from '../values.ts';
import type { FileFormat } from '../types.ts';

function read(cells: Cells): RecordParts {
  const isSeen = cells.text('checked') !== '' && !/^(?:no|false|0)$/i.test(cells.text('checked'));
  return {
    film: {
      title: readTitle(cells.text('title'), 'title'),
      year: readYear(cells.text('year'), 'year'),
      refs: listRefs({ url: cells.text('imdburl') }),
    },
    // When a film was checked is no day on which it was seen.
    status: isSeen ? 'watched' : cells.isYes('watchlist') ? 'planned' : 'not-watched',
    isLiked: cells.isYes('favorite'),
  };
}

/** iCheckMovies: the films that were checked, and lists of films. */
export const icheckmovies: FileFormat = createRecordFormat({
  id: 'icheckmovies',
  columns: {
    title: 'title',
    year: 'year',
    url: 'imdburl',
    watched: 'checked',
    watchlist: 'watchlist',
    liked: 'favorite',
  },
  notes: {
    files: 'Checks and lists (CSV)',
    read: 'Checked films without days, the watchlist, favourites',
    left: 'Films of a list that are neither checked nor to see; the days of checks; disliked and owned films',
  },
  findRole: ({ header }) => (hasColumns(header, 'title', 'imdburl', 'checked') ? 'checks' : null),
  read,
});
