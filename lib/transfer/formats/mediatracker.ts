import { member } from '../json.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat, listJsonRows } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { fineStarScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

const roles = ['seen', 'userRating', 'watchlist'] as const;
type Role = (typeof roles)[number];

function read(cells: Cells, role: Role): RecordParts {
  const title = readTitle(cells.text('title', 'mediaItem.title'), 'title');
  refuseOtherWorks(cells.text('mediaType', 'mediaItem.mediaType'), 'mediaType', title);
  const film = {
    title,
    year: cells.year('year', 'releaseDate', 'mediaItem.releaseDate'),
    refs: listRefs({
      imdb: cells.text('imdbId', 'mediaItem.imdbId'),
      tmdb: cells.text('tmdbId', 'mediaItem.tmdbId'),
    }),
  };
  if (role === 'seen') return { film, status: 'watched', days: [cells.day('date')] };
  if (role === 'userRating') {
    const review = cells.text('review');
    const rating = cells.rating(fineStarScale, 'rating');
    return { film, status: null, rating, ratedAt: cells.moment('date'), review };
  }
  return { film, status: 'planned', addedAt: cells.moment('date', 'addedAt') };
}

/** MediaTracker: the JSON of its export, with moments in milliseconds. */
export const mediatracker: FileFormat = createRecordFormat<Role>({
  id: 'mediatracker',
  notes: {
    files: 'The export (JSON)',
    read: 'Every viewing, ratings of five, the watchlist',
    left: 'Shows, episodes, books and games',
  },
  findRole: ({ json }) =>
    Array.isArray(member(json, 'seen')) &&
    (Array.isArray(member(json, 'userRating')) || Array.isArray(member(json, 'watchlist')))
      ? 'seen'
      : null,
  listRows: (file) => roles.map((role) => ({ role, rows: listJsonRows(file, member(file.json, role)) })),
  read,
});
