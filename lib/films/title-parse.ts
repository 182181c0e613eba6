import { cleanText } from '../std/text.ts';
import type { WorkKind } from './types.ts';

/** What a heading, a page's title or a list's row says of a work. */
export interface ParsedTitle {
  title: string;
  /** Other names it gives for the same work. */
  alternativeTitles: string[];
  year: number | null;
  /** Null where the words do not tell. */
  kind: WorkKind | null;
  directors: string[];
}

/** Reads a title as sites print it; the title alone, and what stood around it. */
export function parseTitle(text: string): ParsedTitle {
  const clean = cleanText(text);
  const match = /^(.+?)\s*[([]((?:18|19|20)\d\d)[)\]]/.exec(clean);
  return {
    title: match?.[1] ?? clean,
    alternativeTitles: [],
    year: match?.[2] === undefined ? null : Number(match[2]),
    kind: null,
    directors: [],
  };
}
