// The rules of the house, as data. Change one here only together with the reason for it.

/** What a folder's files may import besides themselves and anybody's types. */
export interface FolderRule {
  folder: string;
  /** Folders of this project. */
  mayImport: string[];
  /** Packages; `*` where any may be. */
  packages: string[];
  /** Reads nothing but its parameters: no page, browser, clock, network or storage. */
  isPure?: boolean;
}

const browserApi = ['wxt/browser', 'wxt/utils/storage'];

/** The most fitting folder (the longest name) holds for a file. */
export const folderRules: FolderRule[] = [
  { folder: 'lib/std', mayImport: [], packages: [], isPure: true },
  { folder: 'lib/films', mayImport: ['lib/std'], packages: [], isPure: true },
  { folder: 'lib/sites', mayImport: ['lib/std', 'lib/films'], packages: [], isPure: true },
  { folder: 'lib/detect', mayImport: ['lib/std', 'lib/films', 'lib/sites'], packages: [], isPure: true },
  { folder: 'lib/stats', mayImport: ['lib/std', 'lib/films'], packages: [], isPure: true },
  // idb: imported shelves lie in `marquee-cache`.
  {
    folder: 'lib/shelf',
    mayImport: ['lib/std', 'lib/films'],
    packages: ['papaparse', 'fflate', 'valibot', 'idb'],
  },
  // Shelves kept on this machine: the one part of the shelf that knows a database.
  {
    folder: 'lib/shelf/store',
    mayImport: ['lib/std', 'lib/films', 'lib/shelf'],
    packages: ['papaparse', 'fflate', 'valibot', 'idb'],
  },
  {
    folder: 'lib/reviews',
    // What detect reads out of text and data alone serves posts of followed sites too; what needs a page does not.
    mayImport: [
      'lib/std',
      'lib/films',
      'lib/shelf',
      'lib/detect/readers/json-ld-text.ts',
      'lib/detect/review/find-reviews.ts',
      'lib/detect/review/heading.ts',
      'lib/detect/review/labels.ts',
      'lib/detect/review/parse-names.ts',
      'lib/detect/review/parse-score.ts',
      'lib/detect/review/read-item.ts',
    ],
    packages: ['valibot'],
  },
  { folder: 'lib/watchlog', mayImport: ['lib/std', 'lib/films'], packages: ['idb', 'valibot'] },
  {
    folder: 'lib/transfer',
    mayImport: ['lib/std', 'lib/films', 'lib/watchlog'],
    packages: ['papaparse', 'fflate', 'valibot'],
  },
  {
    folder: 'lib/transfer/formats',
    mayImport: ['lib/std', 'lib/films', 'lib/transfer'],
    packages: ['papaparse', 'fflate', 'valibot'],
    isPure: true,
  },
  {
    folder: 'lib/messaging',
    mayImport: ['lib/std'],
    packages: [...browserApi, '@webext-core/messaging', 'valibot'],
  },
  { folder: 'lib/settings', mayImport: ['lib/std'], packages: [...browserApi, 'valibot'] },
  { folder: 'lib/i18n', mayImport: ['lib/std'], packages: browserApi },
  {
    folder: 'lib/background',
    mayImport: [
      'lib/std',
      'lib/films',
      'lib/shelf',
      'lib/reviews',
      'lib/watchlog',
      'lib/transfer',
      'lib/stats',
      'lib/messaging',
      'lib/settings',
      'lib/i18n',
    ],
    packages: [...browserApi, 'valibot', 'idb'],
  },
  {
    folder: 'components',
    mayImport: ['lib/std', 'lib/films', 'lib/i18n'],
    packages: ['preact', '@preact/signals', '@tanstack/virtual-core', 'uplot'],
  },
  { folder: 'entrypoints', mayImport: ['lib', 'components'], packages: ['*'] },
];

/** Content scripts read pages: a database there would be the page's own. */
export const forbiddenInContentScripts = [
  'lib/watchlog',
  'lib/shelf',
  'lib/reviews',
  'lib/background',
  'lib/transfer',
];

/** What a pure file may not name as a free variable. */
export const impureGlobals = new Set([
  'window',
  'self',
  'globalThis',
  'document',
  'navigator',
  'location',
  'history',
  'browser',
  'chrome',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'caches',
  'setTimeout',
  'setInterval',
  'requestIdleCallback',
  'requestAnimationFrame',
  'queueMicrotask',
  'performance',
  'console',
  'process',
]);

export const longestFile = 300;
export const longestFunction = 60;

/** Data tables, besides those that are called `.data.ts`: length says nothing about them. */
export const dataTables: string[] = [
  'lib/films/golden-films.ts',
  'lib/films/golden-identity.ts',
  'tests/site/films.ts',
  'tests/site/review-posts.ts',
];

/** Folder and file names that say nothing. */
export const emptyNames = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'core',
  'lib2',
]);

/** Share of `lib/` exports that need a doc sentence. */
export const documentedShare = 0.8;
