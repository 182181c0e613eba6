// Runs inside a page: times one reading of its document beside one bare walk over its text nodes.
import { readPage } from '../../lib/detect/read-page.ts';
import { siteAdapters } from '../../lib/sites/registry.ts';

export interface DetectionTiming {
  /** The first reading, before anything is compiled. */
  coldMs: number;
  /** Median of the readings after it. */
  warmMs: number;
  /** Median of the walks. */
  walkMs: number;
  /** Mentions found, and one more for a subject. */
  films: number;
}

const rounds = 7;

function walkText(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
  return length;
}

function measure<Result>(work: () => Result): { ms: number; result: Result } {
  const from = performance.now();
  const result = work();
  return { ms: performance.now() - from, result };
}

function findMedian(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Times the page it runs in; `url` is the address the page was saved from. */
export function timeDetection(url: string): DetectionTiming {
  const read = () => readPage(document, url, { sites: siteAdapters });
  const cold = measure(read);
  const walks = Array.from({ length: rounds }, () => measure(walkText).ms);
  const warm = Array.from({ length: rounds }, () => measure(read).ms);
  const { mentions, subject } = cold.result;
  return {
    coldMs: cold.ms,
    warmMs: findMedian(warm),
    walkMs: findMedian(walks),
    films: mentions.length + (subject ? 1 : 0),
  };
}
