import { listOf, member, memberAt } from '../json.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts, RecordStatus } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { refuseOtherWorks } from '../records/work-words.ts';
import { finePointScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

const statuses: Record<string, RecordStatus> = {
  FINISHED: 'watched',
  PLANNED: 'planned',
  WATCHING: 'in-progress',
  HOLD: 'in-progress',
  DROPPED: 'dropped',
};

/** The days of the activities that say that it was watched. What was only added or rated has no such day. */
const listDays = (cells: Cells): RecordParts['days'] =>
  cells
    .items('activity')
    .filter((one) => one.text('customDate') !== '' && /WATCHED|STATUS|FINISHED/.test(one.text('type')))
    .filter((one) => !/PLANNED|WATCHING|HOLD/.test(one.text('data')))
    .map((one) => one.day('customDate'));

function read(cells: Cells): RecordParts {
  const title = readTitle(cells.text('content.title', 'game.name'), 'content.title');
  refuseOtherWorks(cells.text('content.type') || 'game', 'content.type', title);
  const status = statuses[cells.text('status').toUpperCase()] ?? null;
  return {
    film: {
      title,
      year: cells.year('content.release_date'),
      refs: listRefs({ tmdb: cells.text('content.tmdbId'), imdb: cells.text('content.imdbId') }),
    },
    status,
    days: status === 'watched' || status === 'dropped' ? listDays(cells) : [],
    rating: cells.rating(finePointScale, 'rating'),
    ratedAt: cells.moment('updatedAt'),
    addedAt: cells.moment('createdAt'),
    review: cells.text('thoughts'),
  };
}

/** Watcharr: the JSON of its export. When a film was added is no day of a viewing. */
export const watcharr: FileFormat = createRecordFormat({
  id: 'watcharr',
  notes: {
    files: 'The export (JSON)',
    read: 'Finished and dropped films with the days set by hand, ratings, thoughts, planned films',
    left: 'Shows and games; films in progress or on hold',
  },
  findRole: ({ json }) =>
    listOf(json).some((item) => {
      const isWork = memberAt(item, 'content', 'tmdbId') !== undefined || member(item, 'game') !== undefined;
      return isWork && typeof member(item, 'status') === 'string';
    })
      ? 'watched'
      : null,
  read,
});
