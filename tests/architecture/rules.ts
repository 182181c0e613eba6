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
const general = ['lib/text', 'lib/dates', 'lib/async'];

export const folderRules: FolderRule[] = [
  { folder: 'lib/text', mayImport: ['lib/async'], packages: ['htmlparser2', 'ulid'], isPure: true },
  { folder: 'lib/dates', mayImport: [], packages: [], isPure: true },
  { folder: 'lib/async', mayImport: [], packages: [], isPure: true },
  { folder: 'lib/films', mayImport: general, packages: ['valibot'], isPure: true },
  { folder: 'lib/sites', mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  { folder: 'lib/review-text', mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  {
    folder: 'lib/detect',
    mayImport: [...general, 'lib/films', 'lib/sites', 'lib/review-text'],
    packages: [],
    isPure: true,
  },
  { folder: 'lib/stats', mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  { folder: 'lib/tables', mayImport: general, packages: ['papaparse'], isPure: true },
  {
    folder: 'lib/catalogue',
    mayImport: [...general, 'lib/films', 'lib/tables'],
    packages: ['papaparse', 'fflate', 'valibot', 'idb'],
  },
  {
    folder: 'lib/reviews',
    mayImport: [...general, 'lib/films', 'lib/review-text', 'lib/catalogue'],
    packages: ['valibot'],
  },
  { folder: 'lib/watchlog', mayImport: [...general, 'lib/films'], packages: ['idb', 'valibot'] },
  {
    folder: 'lib/watchlog/search',
    mayImport: [...general, 'lib/watchlog/index'],
    packages: ['@leeoniya/ufuzzy'],
    isPure: true,
  },
  {
    folder: 'lib/transfer',
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/watchlog'],
    packages: ['papaparse', 'fflate', 'valibot'],
  },
  {
    folder: 'lib/transfer/formats',
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/transfer'],
    packages: ['papaparse', 'fflate', 'valibot'],
    isPure: true,
  },
  {
    folder: 'lib/messaging',
    mayImport: general,
    packages: [...browserApi, '@webext-core/messaging', 'valibot'],
  },
  { folder: 'lib/settings', mayImport: general, packages: [...browserApi, 'valibot'] },
  { folder: 'lib/i18n', mayImport: general, packages: browserApi },
  {
    folder: 'lib/background',
    mayImport: [
      ...general,
      'lib/films',
      'lib/review-text',
      'lib/catalogue',
      'lib/reviews',
      'lib/watchlog',
      'lib/transfer',
      'lib/stats',
      'lib/messaging',
      'lib/settings',
      'lib/i18n',
    ],
    packages: [...browserApi, 'entities', 'valibot', 'idb'],
  },
  {
    folder: 'components',
    mayImport: [...general, 'lib/films', 'lib/i18n'],
    packages: ['preact', '@preact/signals', '@tanstack/virtual-core', 'uplot'],
  },
  { folder: 'entrypoints', mayImport: ['lib', 'components'], packages: ['*'] },
];

/** Content scripts read pages: a database there would be the page's own. */
export const forbiddenInContentScripts = [
  'lib/watchlog',
  'lib/catalogue',
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
  'lib/films/fixtures/addresses.fixture.ts',
  'lib/films/fixtures/films.fixture.ts',
  'lib/films/fixtures/identity.fixture.ts',
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
