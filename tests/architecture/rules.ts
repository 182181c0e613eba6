// The rules of the architecture, as data. A change of a rule needs a reason.

/** A room: folders that belong together, or one file. The test fails for a folder in no room. */
export interface Room {
  /** The folders, without their subfolders; or the path of one file, which then is not part of its folder's room. */
  folders: string[];
  /** The project's folders and files that it may import, including subfolders. */
  mayImport: string[];
  /** Folders from which it may import only types. These imports too must point to lower rooms. */
  mayImportTypes?: string[];
  /** The packages it may import; `*` allows all. */
  packages: string[];
  /** True if its code uses only its parameters: no page, browser, clock, network or storage. */
  isPure?: boolean;
}

const general = ['lib/text', 'lib/dates', 'lib/async'];

const foundations: Room[] = [
  { folders: ['lib/async'], mayImport: [], packages: [], isPure: true },
  {
    folders: ['lib/text'],
    mayImport: ['lib/async'],
    packages: ['htmlparser2', 'ulid', 'valibot'],
    isPure: true,
  },
  { folders: ['lib/dates'], mayImport: [], packages: [], isPure: true },
  { folders: ['lib/films', 'lib/films/titles'], mayImport: general, packages: ['valibot'], isPure: true },
  {
    folders: ['lib/sites', 'lib/sites/pages'],
    mayImport: [...general, 'lib/films'],
    packages: [],
    isPure: true,
  },
  { folders: ['lib/review-text'], mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  {
    folders: ['lib/tables', 'lib/tables/columns'],
    mayImport: general,
    packages: ['papaparse'],
    isPure: true,
  },
];

const publicFacts: Room[] = [
  {
    folders: ['lib/detect', 'lib/detect/readers', 'lib/detect/lists', 'lib/detect/signals'],
    mayImport: [...general, 'lib/films', 'lib/sites', 'lib/review-text'],
    packages: [],
    isPure: true,
  },
  {
    folders: ['lib/detect/review', 'lib/detect/review/article', 'lib/detect/review/signs'],
    mayImport: [...general, 'lib/films', 'lib/detect', 'lib/review-text'],
    packages: [],
    isPure: true,
  },
  { folders: ['lib/detect/poster'], mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  { folders: ['lib/catalogue/search'], mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  {
    folders: ['lib/catalogue'],
    mayImport: [...general, 'lib/films', 'lib/catalogue/search'],
    packages: ['valibot'],
  },
  {
    folders: ['lib/catalogue/built-in'],
    mayImport: [...general, 'lib/films', 'lib/catalogue', 'lib/catalogue/search'],
    packages: [],
  },
  {
    folders: ['lib/catalogue/builder'],
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/catalogue'],
    packages: ['papaparse', 'valibot'],
  },
  {
    folders: [
      'lib/catalogue/merge',
      'lib/catalogue/merge/readers',
      'lib/catalogue/merge/joins',
      'lib/catalogue/merge/tables',
    ],
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/catalogue/merge'],
    packages: ['valibot'],
    isPure: true,
  },
  {
    folders: ['lib/catalogue/imdb-ratings'],
    mayImport: [...general, 'lib/films', 'lib/catalogue'],
    packages: ['idb'],
  },
  {
    folders: ['lib/catalogue/store'],
    mayImport: [...general, 'lib/films', 'lib/catalogue'],
    packages: ['idb'],
  },
  {
    folders: ['lib/reviews'],
    mayImport: [...general, 'lib/films', 'lib/review-text', 'lib/catalogue'],
    packages: [],
  },
  {
    folders: ['lib/reviews/sources', 'lib/reviews/sources/posts', 'lib/reviews/sources/wikidata'],
    mayImport: [...general, 'lib/films', 'lib/review-text', 'lib/reviews'],
    packages: ['valibot'],
  },
];

/** The rooms of the watch log may import any of those before them in this list. */
const ofWatchlog = [...general, 'lib/films', 'lib/watchlog'];
const watchlog: Room[] = [
  { folders: ['lib/watchlog/migrations'], mayImport: general, packages: ['idb'] },
  // The types of rows and the errors. `log.ts`, which opens a log, is a separate room above those it imports.
  { folders: ['lib/watchlog'], mayImport: [...general, 'lib/films'], packages: [], isPure: true },
  {
    folders: ['lib/watchlog/store'],
    mayImport: ofWatchlog,
    packages: ['fractional-indexing', 'idb', 'valibot'],
  },
  { folders: ['lib/watchlog/films'], mayImport: ofWatchlog, packages: [] },
  { folders: ['lib/watchlog/commands'], mayImport: ofWatchlog, packages: ['valibot'] },
  { folders: ['lib/watchlog/recovery'], mayImport: ofWatchlog, packages: ['idb', 'valibot'] },
  { folders: ['lib/watchlog/log.ts'], mayImport: ofWatchlog, packages: [] },
  { folders: ['lib/watchlog/imports'], mayImport: ofWatchlog, packages: [] },
  { folders: ['lib/watchlog/queries'], mayImport: ofWatchlog, packages: ['idb'] },
  { folders: ['lib/watchlog/index'], mayImport: ofWatchlog, packages: [] },
  {
    folders: ['lib/watchlog/search'],
    mayImport: [...general, 'lib/films', 'lib/watchlog/index'],
    mayImportTypes: ['lib/watchlog'],
    packages: ['@leeoniya/ufuzzy'],
    isPure: true,
  },
  { folders: ['lib/stats'], mayImport: [...general, 'lib/films'], packages: [], isPure: true },
];

const ofTransfer = [...general, 'lib/films', 'lib/tables', 'lib/watchlog', 'lib/transfer'];
const transfer: Room[] = [
  { folders: ['lib/transfer'], mayImport: ofTransfer, packages: [] },
  {
    folders: ['lib/transfer/tables'],
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/transfer'],
    mayImportTypes: ['lib/watchlog'],
    packages: [],
    isPure: true,
  },
  {
    folders: ['lib/transfer/records', 'lib/transfer/netflix', 'lib/transfer/trakt', 'lib/transfer/plain'],
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/transfer'],
    mayImportTypes: ['lib/watchlog'],
    packages: [],
    isPure: true,
  },
  {
    folders: ['lib/transfer/formats'],
    mayImport: [...general, 'lib/films', 'lib/tables', 'lib/transfer'],
    // The result of reading a format becomes rows of the log, so it uses the log's types.
    mayImportTypes: ['lib/watchlog'],
    packages: [],
    isPure: true,
  },
  { folders: ['lib/transfer/files'], mayImport: ofTransfer, packages: ['fflate'] },
  { folders: ['lib/transfer/exports'], mayImport: ofTransfer, packages: [] },
  { folders: ['lib/transfer/plan'], mayImport: ofTransfer, packages: [] },
];

/** Sync knows rows and stamps, and nothing of films. */
const sync: Room[] = [
  {
    folders: ['lib/sync/remotes'],
    mayImport: ['lib/async', 'lib/text'],
    packages: ['htmlparser2', 'valibot', 'webdav'],
  },
  {
    folders: ['lib/sync'],
    mayImport: [...general, 'lib/watchlog', 'lib/sync'],
    packages: ['idb', 'valibot'],
  },
];

/** The only callers of the browser's API apart from entry points and the background. */
const browserAccess: Room[] = [
  {
    folders: ['lib/messaging'],
    mayImport: [...general, 'lib/films'],
    // Messages have answers of the log, the sources and the catalogues, so the protocol imports their types, but not their
    // code, since content scripts import the protocol.
    mayImportTypes: ['lib/reviews', 'lib/watchlog', 'lib/sync'],
    packages: ['wxt/browser'],
  },
  {
    folders: ['lib/i18n'],
    mayImport: general,
    // Labels are built from the contents of messages.
    mayImportTypes: ['lib/films', 'lib/messaging'],
    packages: ['wxt/browser'],
  },
  {
    folders: ['lib/settings'],
    mayImport: general,
    // Settings use the types of sources, scales, the log's integrity marker, and states that messages report.
    mayImportTypes: ['lib/reviews', 'lib/watchlog', 'lib/messaging'],
    // `idb` is for the copy of the settings outside the storage of the extension.
    packages: ['wxt/browser', 'wxt/utils/storage', 'valibot', 'idb'],
  },
];

/** All of lib except detect and sites: the background reads no pages. Its rooms may import any of those before them. */
const ofBackground = [
  ...general,
  'lib/films',
  'lib/review-text',
  'lib/catalogue',
  'lib/reviews',
  'lib/watchlog',
  'lib/stats',
  'lib/transfer',
  'lib/sync',
  'lib/messaging',
  'lib/i18n',
  'lib/settings',
  'lib/background',
];
const backgroundRoom = (folder: string): Room => ({
  folders: [`lib/background${folder}`],
  mayImport: ofBackground,
  packages: ['wxt/browser', 'entities', 'valibot', 'idb'],
});
const background = [
  '/messages',
  '/cache',
  '/http',
  '/catalogues',
  '/followed-sites',
  '/stated-scores',
  '/sources',
  '/covers',
  '/identify',
  '/log',
  '/sync',
  '/popup',
  '',
].map(backgroundRoom);

/**
 * Components take props and callbacks: no messages, no storage. They import the types of the data they show, and only the
 * types: a second type for the same data would drift from the first.
 */
const componentRoom = (folder: string, ...packages: string[]): Room => ({
  folders: [`components/${folder}`],
  mayImport: [...general, 'lib/i18n', 'components'],
  mayImportTypes: [
    'lib/films',
    'lib/catalogue',
    'lib/reviews',
    'lib/watchlog',
    'lib/stats',
    'lib/tables',
    'lib/transfer',
    'lib/sync',
    'lib/messaging',
    'lib/settings',
  ],
  packages: ['preact', ...packages],
});
const components = [
  componentRoom('ui/cover', '@preact/signals'),
  componentRoom('ui', '@preact/signals'),
  componentRoom('ui/painting', '@tanstack/virtual-core'),
  componentRoom('ui/page'),
  componentRoom('rating'),
  componentRoom('review-text', 'dompurify', 'marked'),
  componentRoom('lists'),
  componentRoom('film/forms'),
  componentRoom('film/own'),
  componentRoom('film/spread'),
  componentRoom('film'),
  componentRoom(
    'film-lists',
    '@atlaskit/pragmatic-drag-and-drop',
    '@atlaskit/pragmatic-drag-and-drop-hitbox',
  ),
  componentRoom('log'),
  componentRoom('stats', 'uplot'),
  componentRoom('tables'),
  componentRoom('transfer'),
  componentRoom('settings'),
  componentRoom('settings/catalogues'),
  componentRoom('settings/sites'),
  componentRoom('settings/sync'),
  componentRoom('badge'),
];

/** Entry points may import everything; nothing imports them. */
const entryPoint = (...folders: string[]): Room => ({
  folders,
  mayImport: ['lib', 'components', ...folders],
  packages: ['*'],
});
const logPage = (folder: string): Room => ({
  folders: [`entrypoints/log${folder}`],
  mayImport: ['lib', 'components', 'entrypoints/log'],
  packages: ['*'],
});
const entryPoints = [
  entryPoint('entrypoints'),
  entryPoint(...['', '/read', '/ask', '/show'].map((part) => `entrypoints/page${part}`)),
  entryPoint(...['', '/covers', '/site'].map((part) => `entrypoints/popup${part}`)),
  entryPoint('entrypoints/options'),
  entryPoint('entrypoints/welcome'),
  entryPoint('entrypoints/backup'),
  ...[
    '/state',
    '/keyboard',
    '/dialogs',
    '/views',
    '/film',
    '/lists',
    '/transfer/reading',
    '/transfer',
    '/statistics',
    '',
  ].map(logPage),
];

/** Every room, lowest first. Each import, also of a type, must point to the same room or an earlier one in this list. */
export const rooms: Room[] = [
  ...foundations,
  ...publicFacts,
  ...watchlog,
  ...transfer,
  ...sync,
  ...browserAccess,
  ...background,
  ...components,
  ...entryPoints,
];

/** The code that runs in web pages. */
export const pageFolders = ['entrypoints/page', 'components/badge'];

/** Code that must not be in page scripts, even indirectly: a database there would be the page's, and the rest is weight. */
export const forbiddenInPages = {
  folders: ['lib/watchlog', 'lib/background', 'lib/catalogue', 'lib/reviews', 'lib/transfer', 'lib/tables'],
  packages: ['idb', 'valibot', 'fflate', 'papaparse', 'htmlparser2', 'preact', '@preact/signals'],
};

/** The most source files in one folder, without tests and fixtures. */
export const mostFilesInFolder = 20;

/** Folders that may have more files: each file is one entry of a registry, found by its id. */
export const registryFolders = ['lib/sites', 'lib/reviews/sources', 'lib/transfer/formats'];

/** The globals that a pure file must not use. */
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

/** Data tables apart from `.data.ts` files: the limit on length does not apply to them. */
export const dataTables: string[] = [
  'lib/films/fixtures/addresses.fixture.ts',
  'lib/films/fixtures/films.fixture.ts',
  'lib/films/fixtures/identity.fixture.ts',
  'tests/site/films.ts',
  'tests/site/review-posts.ts',
];

/** Meaningless folder and file names. */
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

/** The least share of `lib/` exports with a doc sentence. */
export const documentedShare = 0.8;
