import { isUnrated, parseRating } from '../../tables/columns/ratings.ts';
import type { RowCells } from '../import-builder-types.ts';
import { readRating, type ReadStars } from '../values.ts';
import { scaleTo } from './rating-scale.ts';
import { cellOf, columnOf, type TablePlan } from './plan-cells.ts';

/**
 * The stars of a cell. "★★★½", "3.5/5" and "70 %" name their own scale. Null when there is no rating. Throws
 * `RowFault`.
 */
export function readStars(plan: TablePlan, row: RowCells, field: 'rating' | 'filmRating'): ReadStars | null {
  const raw = cellOf(plan, row, field);
  if (raw === '' || isUnrated(raw)) return null;
  const column = columnOf(plan, field);
  const { value, best } = parseRating(raw);
  const scale = field === 'rating' ? plan.scale : plan.filmScale;
  const own = best === null ? scale : { ...scaleTo(best), worst: 0.1, step: 0.1 };
  return readRating(value, column, own);
}
