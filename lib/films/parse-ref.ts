import { cleanText } from '../text/text.ts';
import { formatId, isIdKind } from './film-ids.ts';
import { foldTitle } from './titles/title-key.ts';
import type { RefKind } from './types.ts';

/** A ref in its parts. For a `title` ref `value` is the folded title and `year` what stands behind it. */
export interface ParsedRef {
  kind: RefKind;
  value: string;
  year: number | null;
}

/**
 * The parts of a ref; null where the text is none. A title is folded on the way, so that "title:The Hours:2002" will do,
 * and what other systems write in either case is put in the one that `findRefInUrl` gives.
 */
export function parseRef(text: string): ParsedRef | null {
  const clean = cleanText(text);
  const colon = clean.indexOf(':');
  const kind = clean.slice(0, Math.max(colon, 0)).toLowerCase();
  const rest = clean.slice(colon + 1).trim();
  if (rest === '') return null;
  if (isIdKind(kind)) return { kind, value: formatId(kind, rest), year: null };
  if (kind !== 'title') return null;
  const year = /:(\d{4})$/.exec(rest)?.[1];
  const value = foldTitle(year === undefined ? rest : rest.slice(0, -5));
  return value === '' ? null : { kind, value, year: year === undefined ? null : Number(year) };
}
