import { RowFault, shorten } from '../../tables/faults.ts';
import { findWorkKindInUrl } from '../../films/refs.ts';
import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat, listJsonRows } from '../records/record-format.ts';
import { listXmlItems } from '../records/xml-items.ts';
import { hundredScale, readTitle, readYear } from '../values.ts';
import type { FileFormat } from '../types.ts';

type Role = 'table' | 'xml';

function read(cells: Cells): RecordParts {
  const named = readTitle(cells.text('Film Name', 'filmname'), 'Film Name');
  const url = cells.text('URL', 'filmlink', 'url');
  const isSeason = /\((?:season|series|part) \d+\)$/i.test(named);
  if (isSeason || /\/(?:tv|game)\//.test(url) || findWorkKindInUrl(url) === 'series')
    throw new RowFault(
      /\/game\//.test(url) ? 'game' : isSeason ? 'season' : 'series',
      'URL',
      'not-a-film',
      shorten(named),
    );
  const [, name = named, year = ''] = /^(.*\S) \((\d{4})\)$/.exec(named) ?? [];
  return {
    film: {
      title: name,
      year: readYear(cells.text('Year') || year, 'Year'),
      refs: listRefs({ imdb: cells.text('IMDB ID', 'imdbid') }),
    },
    status: null,
    // Its scale begins at 0, for which there are no stars.
    rating:
      Number(cells.text('Score', 'rating') || NaN) === 0
        ? {
            value: 1,
            isExact: false,
            text: cells.text('Score', 'rating'),
            column: cells.column('Score', 'rating'),
          }
        : cells.rating(hundredScale, 'Score', 'rating'),
    ratedAt: cells.moment('Date Rated', 'reviewdate'),
    review: cells.text('Mini Review', 'quote'),
  };
}

/** Criticker: rankings of a hundred points, as a table or as XML. */
export const criticker: FileFormat = createRecordFormat<Role>({
  id: 'criticker',
  columns: {
    title: 'Film Name',
    year: 'Year',
    url: 'URL',
    imdb: 'IMDB ID',
    rating: 'Score',
    review: 'Mini Review',
  },
  scale: hundredScale,
  notes: {
    files: 'The rankings (CSV or XML)',
    read: 'Ratings, and mini reviews as entries without a day',
    left: 'Series, seasons and games',
  },
  findRole: ({ header, text }) => {
    if (hasColumns(header, 'Score', 'Film ID', 'Film Name')) return 'table';
    return /<recentratings\b/i.test(text.slice(0, 2000)) ? 'xml' : null;
  },
  listRows: (file, role) =>
    role === 'xml' ? [{ role, rows: listJsonRows(file, listXmlItems(file.text, 'film')) }] : null,
  read,
});
