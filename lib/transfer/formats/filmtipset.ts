import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { decodeReferences } from '../../text/markup.ts';
import { fineStarScale, readTitle } from '../values.ts';
import type { FileFormat } from '../types.ts';

/** The table with its references resolved: their semicolons look like the ends of cells. */
function decodeTable(text: string): string {
  return text
    .split('\n')
    .map((line) => decodeReferences(line.replaceAll('&quot;', line.includes('"') ? '""' : '"')))
    .join('\n');
}

function read(cells: Cells): RecordParts {
  const imdb = cells.text('IMDB');
  return {
    film: {
      title: readTitle(cells.text('MovieTitle'), 'MovieTitle'),
      year: null,
      refs: /^-/.test(imdb) ? [] : listRefs({ imdb }),
    },
    status: null,
    rating: cells.rating(fineStarScale, 'Score'),
    ratedAt: cells.moment('VoteDate'),
  };
}

/** Filmtipset: the votes. The day is that of the vote. */
export const filmtipset: FileFormat = createRecordFormat({
  id: 'filmtipset',
  columns: { title: 'MovieTitle', imdb: 'IMDB', rating: 'Score' },
  scale: fineStarScale,
  notes: { files: 'The votes (CSV)', read: 'Ratings', left: 'Nothing' },
  findRole: ({ header }) => (hasColumns(header, 'VoteDate', 'MovieTitle', 'Score') ? 'votes' : null),
  prepare: (file) => ({ ...file, text: decodeTable(file.text) }),
  read,
});
