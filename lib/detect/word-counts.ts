import { foldTitle } from '../films/titles/title-key.ts';
import type { WorkKind } from '../films/types.ts';
import { nameOf } from './dom.ts';
import type { BlockReading } from './readers/prose.ts';

/** How often a title stands in the text, and how the words beside it speak. */
export interface Tally {
  title: string;
  count: number;
  beside: number;
  near: number;
  /** How often the words say film itself. */
  named: number;
  other: number;
  otherKind: WorkKind | null;
  year: number | null;
}

/** The spans of a text by their folded title, in the order in which they first stand; headings of the first order left out. */
export function tallySpans(blocks: BlockReading[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const inText = blocks.filter(({ block }) => nameOf(block) !== 'h1');
  for (const { span, verdict } of inText.flatMap(({ spans }) => spans)) {
    const folded = foldTitle(span.title);
    const tally = tallies.get(folded) ?? {
      title: span.title,
      count: 0,
      beside: 0,
      near: 0,
      named: 0,
      other: 0,
      otherKind: null,
      year: null,
    };
    tally.count += 1;
    if (verdict.other !== null) tally.other += 1;
    if (verdict.film === 3 || (verdict.film === 2 && verdict.other === null)) tally.beside += 1;
    else if (verdict.film > 0 && verdict.other === null) tally.near += 1;
    if (verdict.film === 3) tally.named += 1;
    tally.otherKind ??= verdict.other;
    tally.year ??= span.year;
    tallies.set(folded, tally);
  }
  return tallies;
}
