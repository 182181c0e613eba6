import { shorten } from '../tables/faults.ts';
import type { RoughDay } from '../tables/rough-dates.ts';
import type { RowLocation } from '../tables/types.ts';
import type { ImportBuilder } from './import-builder.ts';

/** Says what was kept of a text that is no full date. */
export function noteRoughDay(
  builder: Pick<ImportBuilder, 'notice'>,
  from: RowLocation,
  column: string | null,
  { text, day }: RoughDay & { text: string },
): void {
  if (day === null) builder.notice(from, column, 'no-day', shorten(text));
  else builder.notice(from, column, 'rough-day', shorten(text), day);
}
