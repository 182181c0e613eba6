import { RowFault, shorten } from '../../tables/faults.ts';
import { hasColumns } from '../../tables/table.ts';
import { listOf, member } from '../json.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { pointScale, readTitle, readYear } from '../values.ts';
import type { FileFormat } from '../types.ts';

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('original_title', 'pl_title'), 'original_title');
  const url = cells.text('url');
  const [, kind] = /filmweb\.pl\/(serial|videogame|game|tvshow|program)\//.exec(url) ?? [];
  if (kind !== undefined)
    throw new RowFault(/game/.test(kind) ? 'game' : 'series', 'url', 'not-a-film', shorten(title));
  return {
    film: { title, year: readYear(cells.text('year'), 'year'), refs: listRefs({ url }) },
    status: null,
    rating: cells.rating(pointScale, 'user_rating'),
    ratedAt: cells.moment('timestamp', 'date'),
    isLiked: cells.isYes('favorite'),
    review: cells.text('user_comment', 'comment'),
  };
}

/** Filmweb: what scripts save of one's votes. `global_rating` is everybody's; the day is that of the vote. */
export const filmweb: FileFormat = createRecordFormat({
  id: 'filmweb',
  columns: {
    title: ['original_title', 'pl_title'],
    year: 'year',
    url: 'url',
    rating: 'user_rating',
    liked: 'favorite',
    review: ['user_comment', 'comment'],
  },
  scale: pointScale,
  notes: {
    files: 'Votes saved by a script (CSV or JSON)',
    read: 'Ratings and favourites',
    left: 'Series and games; films without a vote',
  },
  findRole: ({ header, json }) => {
    const [item] = listOf(json);
    const isItem = member(item, 'pl_title') !== undefined && member(item, 'user_rating') !== undefined;
    return isItem || hasColumns(header, 'user_rating', 'original_title', 'pl_title') ? 'votes' : null;
  },
  read,
});
