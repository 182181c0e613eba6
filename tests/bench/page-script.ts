import { listReader } from '../../lib/detect/lists/read-lists.ts';
import { makeSiteReader } from '../../lib/detect/readers/adapter.ts';
// Runs inside a page: times the readings of its document with all readers, and plain walks over its text nodes.
import { markupReader } from '../../lib/detect/read-markup.ts';
import { readPage, readPageInSteps, type ReadingOptions } from '../../lib/detect/read-page.ts';
import { textReader } from '../../lib/detect/readers/text.ts';
import { findAdapter } from '../../lib/sites/find-adapter.ts';
import { siteAdapters } from '../../lib/sites/registry.ts';
import { findMedian } from './figures.ts';

export interface DetectionTiming {
  /** The first reading, before anything is compiled, in slices as in the content script. */
  coldMs: number;
  /** The longest of those slices, which is the longest task of the content script. */
  coldSliceMs: number;
  /** The median of the later readings. */
  warmMs: number;
  /** The median of the walks that read every character of every text node. */
  walkMs: number;
  /** The median of the walks that only read the length of each text node. */
  lengthWalkMs: number;
  /** The number of mentions, plus one if there is a subject. */
  films: number;
}

const rounds = 9;
/** The least duration of a measurement, which repeats its work: one reading is too short for the clock. */
const leastMs = 4;
/** The duration of the warm-up, in which all code is compiled. */
const warmUpMs = 150;
/** As in the content script (`idle-slices.ts`). */
const sliceMs = 6;

let checksum = 0;

function walkCharacters(): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    for (let at = 0; at < data.length; at += 1) checksum = (checksum + data.charCodeAt(at)) | 0;
  }
}

function walkLengths(): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    checksum = (checksum + node.data.length) | 0;
}

/** Repeats work for some ms. Returns the mean duration of one round in ms. */
function timeRepeated(work: () => unknown, forMs: number): number {
  const from = performance.now();
  let count = 0;
  let passed = 0;
  for (; passed < forMs; passed = performance.now() - from, count += 1) work();
  return passed / count;
}

/** Returns the content script's reading options: only the adapter of the page's site, and all readers. */
function makeOptions(url: string): ReadingOptions {
  const adapter = findAdapter(new URL(url), siteAdapters);
  return {
    site: makeSiteReader(adapter ? [adapter] : []),
    markup: markupReader,
    text: textReader,
    lists: listReader,
  };
}

function readCold(url: string): Pick<DetectionTiming, 'coldMs' | 'coldSliceMs' | 'films'> {
  const slices: number[] = [];
  const steps = readPageInSteps(document, url, makeOptions(url));
  for (let step; !step?.done;) {
    const from = performance.now();
    do step = steps.next();
    while (!step.done && performance.now() - from < sliceMs);
    slices.push(performance.now() - from);
    if (step.done) {
      const { mentions, subject } = step.value;
      const coldMs = slices.reduce((total, ms) => total + ms, 0);
      return { coldMs, coldSliceMs: Math.max(...slices), films: mentions.length + (subject ? 1 : 0) };
    }
  }
  throw new Error('The reading did not end.');
}

/** Returns the duration in ms of the first walk that reads every character. Call it before any other. */
export function timeColdWalk(): number {
  const from = performance.now();
  walkCharacters();
  return performance.now() - from;
}

/** Times the page it runs in; `url` is the address the page was saved from. Readings and walks alternate. */
export function timeDetection(url: string): DetectionTiming {
  const cold = readCold(url);
  const options = makeOptions(url);
  const work = [walkCharacters, walkLengths, () => readPage(document, url, options)];
  for (const one of work) timeRepeated(one, warmUpMs);
  const times = Array.from({ length: rounds }, () => work.map((one) => timeRepeated(one, leastMs)));
  const [walkMs = NaN, lengthWalkMs = NaN, warmMs = NaN] = work.map((_, at) =>
    findMedian(times.map((round) => round[at] ?? NaN)),
  );
  return { ...cold, walkMs, lengthWalkMs, warmMs };
}
