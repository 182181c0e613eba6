import type { DavEntry } from './multistatus.ts';
import type { RemoteFile } from './types.ts';

/** The text without percent signs for characters; as it is where they do not fit. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The names in an `href`: servers write an absolute path, an address (behind a proxy with another scheme, host or port), or
 * against the rules a path relative to the folder. Null if it leads upward.
 */
function splitHref(href: string, folder: string[]): string[] | null {
  const path = href.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, (origin) =>
    origin.length < href.length ? '' : '/',
  );
  const names = path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .map((name) => decode(name).normalize());
  if (names.some((name) => name === '..' || name === '.' || name.includes('/'))) return null;
  return path.startsWith('/') ? names : [...folder, ...names];
}

const startsWith = (names: string[], start: string[]): boolean =>
  start.every((name, at) => names[at] === name);

/** A listing, sorted out. */
export interface FolderListing {
  /** What the server says of the folder itself; null if it leaves it out. */
  self: DavEntry | null;
  files: RemoteFile[];
}

/**
 * Finds the files of a folder among what a server lists. Null if it lists something, but nothing in the
 * folder, or not even the folder. `path` is the folder's, as it was asked for.
 */
export function readListing(entries: DavEntry[], path: string): FolderListing | null {
  const asked = splitHref(path, []) ?? [];
  const found = entries.flatMap((entry) => {
    const names = splitHref(entry.href, asked);
    return names === null ? [] : [{ entry, names }];
  });
  const fits = (start: string[]) =>
    found.filter(({ names }) => startsWith(names, start) && names.length <= start.length + 1);
  // A proxy in front of the server may give it another path: the folder itself is then above all the others.
  const [top] = found.map(({ names }) => names).sort((one, other) => one.length - other.length);
  const isTop = top !== undefined && found.every(({ names }) => startsWith(names, top));
  const folder = fits(asked).length === 0 && isTop ? top : asked;
  const fitting = fits(folder);
  const self = fitting.filter(({ names }) => names.length === folder.length).map(({ entry }) => entry);
  // Where nothing but the folder itself is understood, there must be nothing else.
  if (fitting.length === self.length && (self.length === 0 || self.length < entries.length)) return null;
  const files = new Map<string, RemoteFile>();
  for (const { entry, names } of fitting) {
    const { status, isFolder, size, modifiedAt } = entry;
    const name = names[folder.length];
    const isGone = status === 404 || status === 410;
    if (name === undefined || isFolder || entry.href.endsWith('/') || isGone) continue;
    files.set(name, { name, size, modifiedAt });
  }
  return {
    self: self.find(({ status }) => status !== null && status >= 300) ?? self[0] ?? null,
    files: [...files.values()],
  };
}
