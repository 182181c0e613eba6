import { isPartialDate } from '../../../dates/partial-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const iso = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** RFC 822 with a four-digit year, as in RSS 2.0: "Sat, 07 Sep 2002 00:00:01 GMT". */
const rfc =
  /^(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+\d\d:\d\d(?::\d\d)?(?:\s*(?:[A-Z]{1,4}|[+-]\d{4}))?)?$/;

/**
 * Parses the date of a post as `YYYY-MM-DD`, or as an ISO date and time if it is one. Null for dates that do not exist
 * and for relative ones such as "yesterday".
 */
export function parsePostDate(text: string): string | null {
  const clean = text.trim().slice(0, 60);
  const stated = iso.exec(clean);
  if (stated) return isPartialDate(stated[1] ?? '') ? clean.replace(' ', 'T') : null;
  const [, day = '', name = '', year = ''] = rfc.exec(clean) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return month > 0 && isPartialDate(date) ? date : null;
}
