import { cleanText } from '../text/text.ts';
import { isIdKind, parseId } from './film-ids.ts';
import { foldTitle } from './titles/title-key.ts';
import type { RefKind } from './types.ts';

/** The parts of a ref. For a `title` ref `value` is the folded title and `year` the year after it. */
export interface ParsedRef {
  kind: RefKind;
  value: string;
  year: number | null;
}

/**
 * Parses a ref; null if the text is not one or its id does not have the form of its system. Folds a title, so that "title:The Hours:2002" is accepted, and
 * writes ids in the letter case that `findRefInUrl` returns.
 */
export function parseRef(text: string): ParsedRef | null {
  const clean = cleanText(text);
  const colon = clean.indexOf(':');
  const kind = clean.slice(0, Math.max(colon, 0)).toLowerCase();
  const rest = clean.slice(colon + 1).trim();
  if (rest === '') return null;
  if (isIdKind(kind)) {
    const id = parseId(kind, rest);
    return id === null ? null : { kind, value: id.slice(kind.length + 1), year: null };
  }
  if (kind !== 'title') return null;
  const year = /:(\d{4})$/.exec(rest)?.[1];
  const value = foldTitle(year === undefined ? rest : rest.slice(0, -5));
  return value === '' ? null : { kind, value, year: year === undefined ? null : Number(year) };
}
