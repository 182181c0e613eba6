import { listReader } from '../../lib/detect/lists/read-lists.ts';
import { makeSiteReader } from '../../lib/detect/readers/adapter.ts';
// Runs inside a page: times our reading, then mark.js and findAndReplaceDOMText as they mark titles.
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { markupReader } from '../../lib/detect/read-markup.ts';
import { readPage } from '../../lib/detect/read-page.ts';
import { textReader } from '../../lib/detect/readers/text.ts';
import { siteAdapters } from '../../lib/sites/registry.ts';

export interface LibraryTiming {
  detectMs: number;
  findAndReplaceMs: number;
  markMs: number;
}

function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function makePattern(titles: string[]): RegExp {
  const escaped = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g');
}

/** Runs each once, cold, on the same document. The changes of one library are reverted before the next one runs. */
export function timeLibraries(url: string, titles: string[]): LibraryTiming {
  const detectMs = time(
    () =>
      void readPage(document, url, {
        site: makeSiteReader(siteAdapters),
        markup: markupReader,
        text: textReader,
        lists: listReader,
      }),
  );
  let finder: { revert(): void } | undefined;
  const findAndReplaceMs = time(() => {
    finder = findAndReplaceDOMText(document.body, { find: makePattern(titles), wrap: 'mark' });
  });
  finder?.revert();
  const mark = new Mark(document.body);
  const markMs = time(() => mark.mark(titles, { separateWordSearch: false, accuracy: 'exactly' }));
  mark.unmark();
  return { detectMs, findAndReplaceMs, markMs };
}
