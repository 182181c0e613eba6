import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { finePointScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

function read(cells: Cells): RecordParts {
  return {
    film: {
      title: readTitle(cells.text('Title'), 'Title'),
      year: cells.year('Release Date'),
      refs: listRefs({ tmdb: cells.text('The Movie Database ID') }),
    },
    // It is a list of films to see: what was not seen is still on it.
    status: cells.isYes('Watched') ? 'watched' : 'planned',
    rating: cells.rating(finePointScale, 'Your Rating'),
  };
}

/** TodoMovies: a list of films to see, and what was seen of it. */
export const todomovies: FileFormat = createRecordFormat({
  id: 'todomovies',
  columns: {
    title: 'Title',
    releaseDate: 'Release Date',
    tmdb: 'The Movie Database ID',
    watched: 'Watched',
    rating: 'Your Rating',
  },
  scale: finePointScale,
  notes: { files: 'The export (CSV)', read: 'Seen films, ratings, films to see', left: 'Days of release' },
  findRole: ({ header }) => (hasColumns(header, 'Title', 'Watched', 'TodoMovies URL') ? 'films' : null),
  read,
});
