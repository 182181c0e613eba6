import { FileFault } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { parseTitleText } from '../tables/title-text.ts';
import { starScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

type Role = 'ratings' | 'wishlist' | 'research';

/** Whether a table is part of the data set for research, which has other people's ratings. */
const isResearch = (header: string[]): boolean =>
  hasColumns(header, 'movieId', 'title', 'genres') || hasColumns(header, 'userId', 'movieId', 'rating');

function read(cells: Cells, role: Role): RecordParts {
  const refs = listRefs({ imdb: cells.text('imdb_id'), tmdb: cells.text('tmdb_id') });
  const { title, year } = parseTitleText(readTitle(cells.text('title'), 'title'));
  const film = { title, year, refs };
  if (role === 'wishlist') return { film, status: 'planned' };
  return { film, status: null, rating: cells.rating(starScale, 'rating') };
}

/** MovieLens: ratings and the wishlist. `average_rating` is everybody's. */
export const movielens: FileFormat = createRecordFormat<Role>({
  id: 'movielens',
  columns: { title: 'title', imdb: 'imdb_id', tmdb: 'tmdb_id', rating: 'rating' },
  scale: starScale,
  notes: {
    files: 'Ratings and the wishlist (CSV)',
    read: 'Ratings; the wishlist as the watchlist',
    left: 'Nothing',
  },
  findRole: ({ header }) => {
    if (isResearch(header)) return 'research';
    if (!hasColumns(header, 'movie_id', 'imdb_id', 'tmdb_id', 'title')) return null;
    return hasColumns(header, 'rating') ? 'ratings' : 'wishlist';
  },
  prepare: (file) => {
    if (isResearch(file.header)) throw new FileFault('unknown-format', file.name, 'not-yours');
    return file;
  },
  read,
});
