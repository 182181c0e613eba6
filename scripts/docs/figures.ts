/** The figures of `npm run bench` that docs/benchmarks.md shows, with their meaning. The bench prints ten times as many. */
export const shownFigures: [name: string, meaning: string][] = [
  ['content-script-gzip/no-adapter', 'content script of a page without films, gzip'],
  ['content-script-gzip/with-all-that-films-need', 'all scripts of a page whose text names films, gzip'],
  [
    'corpus-detect-to-character-walk/median',
    'reading a page, compared with a walk that reads every character, median',
  ],
  ['corpus-detect-cold-per-MB', 'first reading of saved film pages, for each megabyte'],
  ['corpus-cold-walk-per-MB', 'first walk over the same pages, for each megabyte'],
  ['corpus-detect-cold-longest-slice', 'longest slice of any first reading'],
  ['detect-cold-per-MB/prose-of-5-mb', 'first reading of prose without films, for each megabyte'],
  ['libraries/mark.js-to-detect', 'mark.js looking for 100 titles, compared with reading the page'],
  [
    'libraries/findAndReplaceDOMText-to-detect',
    'findAndReplaceDOMText looking for 100 titles, compared with reading the page',
  ],
  ['last-badge-after/list-of-250', 'a list of 250 films: time to the last badge'],
  ['main-thread/list-of-250', 'a list of 250 films: reading and drawing on the main thread'],
  ['longest-task/list-of-250', 'a list of 250 films: longest task'],
  ['script-duration/page-without-films', 'a page without films: time in script'],
  ['popup-first-paint', 'popup: first paint'],
  ['search/first-key', 'search as one types over all built-in titles: first key, until its films are found'],
  ['search/key/median', 'search as one types over all built-in titles: further keys, median'],
  [
    'search/key/95th-percentile',
    'search as one types over all built-in titles: further keys, 95th percentile',
  ],
  ['search/key/to-walk', 'search as one types, compared with a walk over the bytes of all titles, median'],
  ['built-in/size', 'built-in film data'],
  [
    'built-in/look-up-250-films/to-3191-films',
    'looking up 250 films in it, compared with one of 3,191 films',
  ],
  ['ratings-refresh-memory', 'refresh of IMDb’s ratings: memory of the whole process'],
  ['catalogue-10000/look-up-250', 'looking up 250 ids in a catalogue of 10,000 films'],
  ['catalogue-100000/look-up-250', 'looking up 250 ids in a catalogue of 100,000 films'],
  ['catalogue-1000000/look-up-250', 'looking up 250 ids in a catalogue of 1,000,000 films'],
  [
    'catalogue-1000000/look-up-250-films',
    'looking up 250 films by id, title and year in a catalogue of 1,000,000 films',
  ],
  ['catalogue-1000000/import-per-100000-rows', 'a catalogue of 1,000,000 films: import of 100,000 rows'],
  [
    'catalogue-1000000/import-memory-growth',
    'a catalogue of 1,000,000 films: memory growth during the import',
  ],
  ['log-100000/first-paint', 'a log of 100,000 entries: first paint'],
  [
    'log-100000/key/blocks/median',
    'a log of 100,000 entries: how long a letter typed in the search blocks the page',
  ],
  [
    'log-100000/key/result/median',
    'a log of 100,000 entries: from a letter typed in the search to its result',
  ],
];
