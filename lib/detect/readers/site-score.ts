import { parseCount } from '../../review-text/parse-count.ts';
import type { SiteScore } from '../../films/types.ts';

/** "8.7", "8,77", "72.15462610899873", "91%", "4.1/5". */
const figure = /^(\d{1,3}(?:[.,]\d{1,20})?)\s*(?:(%)|\/\s*(\d{1,3}))?$/;
const end = /^\d{1,3}(?:[.,]\d{1,3})?$/;

const toNumber = (text: string): number => Number(text.replace(',', '.'));

/** An end of the scale: null if it is not stated, NaN if it cannot be read. */
function readEnd(text: string | null): number | null {
  if (text === null) return null;
  return end.test(text) ? toNumber(text) : NaN;
}

/** Whether the value is on the scale, as far as the page states one. */
function isSane({ value, worst, best }: Pick<SiteScore, 'value' | 'worst' | 'best'>): boolean {
  if (Number.isNaN(worst) || Number.isNaN(best)) return false;
  return (best === null || best > (worst ?? 0)) && value >= (worst ?? 0) && value <= (best ?? value);
}

/**
 * The score in the data of an `aggregateRating` (schema.org/AggregateRating), whose properties `read` returns as text.
 * Null without a value, a count or a sane scale, and if the data contradicts itself. Values are rounded to hundredths.
 */
export function readSiteScore(read: (property: string) => string | null): SiteScore | null {
  const [, number, percent, over] = figure.exec(read('ratingValue') ?? '') ?? [];
  const count = parseCount(read('ratingCount') ?? read('reviewCount') ?? '');
  if (number === undefined || count === null || count < 1) return null;
  const written = percent ? 100 : over === undefined ? null : Number(over);
  const stated = readEnd(read('bestRating'));
  if (written !== null && stated !== null && written !== stated) return null;
  const scale = { worst: readEnd(read('worstRating')), best: written ?? stated };
  const value = Math.round(toNumber(number) * 100) / 100;
  return isSane({ value, ...scale }) ? { value, ...scale, count } : null;
}
