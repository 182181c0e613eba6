/**
 * The scripts that run in other people's pages, each built from the file of that name in `entrypoints/page`, with the
 * scripts that have to be in the page before it. `content` always is: it asks for the others.
 *
 * The order decides where a module goes: into the first script that needs it. Later scripts take it from there, so no
 * page loads a module twice (`scripts/page-scripts.ts`).
 */
export const pageScripts = {
  content: [],
  reader: [],
  adapter: ['reader'],
  markup: ['reader'],
  badge: ['reader'],
  details: ['reader', 'badge'],
  text: ['reader'],
  tables: ['reader', 'text'],
  lists: ['reader', 'text'],
  review: ['reader', 'markup'],
  feeds: [],
  poster: [],
} as const satisfies Record<string, readonly string[]>;

export type PageScript = keyof typeof pageScripts;

/** The scripts that the content script asks the background for when its page needs them. */
export const loadableScripts = [
  'reader',
  'markup',
  'text',
  'tables',
  'lists',
  'badge',
  'details',
] as const satisfies readonly PageScript[];
export type LoadableScript = (typeof loadableScripts)[number];

/** Where a script is in the package, without a slash before it. */
export const findScriptPath = (name: PageScript) => `page-${name}.js` as const;

/** The files to put into a page, in order, for a script to run there beside `content`. A file that is there already installs nothing. */
export const listScriptFiles = (name: PageScript) =>
  [...pageScripts[name], name].map((file) => `/${findScriptPath(file)}` as const);

/** What the manifest declares for a site that has an adapter, in order: the adapter's script, too, takes modules from these. */
export const scriptsOfListedSites = [
  'content',
  'reader',
  'adapter',
  'badge',
] as const satisfies readonly PageScript[];
