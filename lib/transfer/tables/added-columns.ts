import type { ColumnField } from '../../tables/columns/fields.ts';
import { findAnswer } from '../../tables/columns/cell-words.ts';
import type { Table } from '../../tables/table.ts';
import type { AddedCells, AddedColumns, ImportBuilder, RowCells } from '../import-builder-types.ts';
import type { ColumnMapping, ReadOptions } from '../types.ts';
import { listTags } from '../values.ts';
import { findScale } from './rating-scale.ts';
import { readStars } from './read-stars.ts';
import { listRefs, readFilmYear } from './table-film.ts';
import { cellOf, createPlan, type TablePlan } from './plan-cells.ts';

/** The fields that a column can add to what a service's table has: all that say more about a row, not what the row is. */
export const addableFields: readonly ColumnField[] = [
  ...(['year', 'originalTitle', 'directors', 'imdb', 'tmdb', 'url', 'rating', 'rewatch'] as const),
  ...(['liked', 'tags', 'filmTags', 'note', 'review', 'place', 'company'] as const),
];

/** Reads the added columns of a row. Throws `RowFault`. */
function readAdded(plan: TablePlan, row: RowCells): AddedCells {
  const cell = (field: ColumnField): string => cellOf(plan, row, field);
  const isYes = (field: ColumnField): boolean => findAnswer(cell(field)) === true;
  const directors = listTags(cell('directors'));
  return {
    film: {
      refs: listRefs(plan, row),
      year: readFilmYear(plan, row, null),
      originalTitle: cell('originalTitle') || null,
      ...(directors.length > 0 && { directors }),
    },
    stars: readStars(plan, row, 'rating'),
    entry: {
      note: cell('note'),
      review: cell('review'),
      place: cell('place'),
      company: cell('company'),
      tags: listTags(cell('tags')),
      rewatch: isYes('rewatch'),
    },
    filmTags: listTags(cell('filmTags')),
    isLiked: isYes('liked'),
  };
}

/** How the columns are read that the user added to a table of a service. */
export function planAdded(
  builder: Pick<ImportBuilder, 'findDay'>,
  table: Table,
  mapping: ColumnMapping,
  options: ReadOptions,
): AddedColumns {
  const { rating = '' } = mapping;
  const at = table.header.indexOf(rating);
  const { scale } = findScale(
    rating,
    table.rows.map(({ cells }) => cells[at] ?? ''),
    options.scale,
  );
  const plan = createPlan({
    mapping,
    scale,
    days: { order: options.dateOrder ?? null, findDay: builder.findDay },
  });
  return { read: (row) => readAdded(plan, { from: row.from, text: (column) => row.plain?.(column) ?? '' }) };
}
