import { foldTitle } from '../films/titles/title-key.ts';
import type { WorkKind } from '../films/types.ts';
import { nameOf } from './dom.ts';
import type { BlockReading } from './readers/judge-span.ts';

/** How often a title occurs in the text, and what kind of work the words around it suggest. */
export interface WordCounts {
  title: string;
  count: number;
  beside: number;
  near: number;
  /** How often the words next to it say "film" itself. */
  named: number;
  other: number;
  otherKind: WorkKind | null;
  year: number | null;
}

/** Counts the spans of a text by folded title, in order of first occurrence; ignores `h1` headings. */
export function countWords(blocks: BlockReading[]): Map<string, WordCounts> {
  const wordCounts = new Map<string, WordCounts>();
  const inText = blocks.filter(({ block }) => nameOf(block) !== 'h1');
  for (const { span, judgement } of inText.flatMap(({ spans }) => spans)) {
    const folded = foldTitle(span.title);
    const counts = wordCounts.get(folded) ?? {
      title: span.title,
      count: 0,
      beside: 0,
      near: 0,
      named: 0,
      other: 0,
      otherKind: null,
      year: null,
    };
    counts.count += 1;
    if (judgement.other !== null) counts.other += 1;
    if (judgement.film === 3 || (judgement.film === 2 && judgement.other === null)) counts.beside += 1;
    else if (judgement.film > 0 && judgement.other === null) counts.near += 1;
    if (judgement.film === 3) counts.named += 1;
    counts.otherKind ??= judgement.other;
    counts.year ??= span.year;
    wordCounts.set(folded, counts);
  }
  return wordCounts;
}
