import { toHex } from '../../text/bytes.ts';
import { RemoteError } from './errors.ts';

/**
 * The names in a path of a remote, such as `log-1/a.seg`; none for the chosen folder itself. Throws `RemoteError`
 * `bad-answer` for a path that could lead out of the folder.
 */
export function splitPath(path: string): string[] {
  if (path === '') return [];
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..'))
    throw new RemoteError('bad-answer', 'a path has a name that no file can have');
  return names;
}

/** The names in the path of a file, or of a folder inside the chosen one. Throws `RemoteError` `forbidden` for that one. */
export function splitInnerPath(path: string): string[] {
  const names = splitPath(path);
  if (names.length === 0) throw new RemoteError('forbidden', 'the chosen folder itself is not touched');
  return names;
}

const temporaryName = /^.+\.[0-9a-f]{12}\.tmp$/;

/** A name beside a file under which it is written first. No two are the same. */
export function makeTemporaryName(name: string): string {
  const random = toHex(crypto.getRandomValues(new Uint8Array(6)));
  // Not ".part": Nextcloud refuses names that end like that.
  return `${name}.${random}.tmp`;
}

/** Whether a file was written under a temporary name and not moved, because the upload was interrupted. */
export const isTemporaryName = (name: string): boolean => temporaryName.test(name);
