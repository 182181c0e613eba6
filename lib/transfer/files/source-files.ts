import { decodeText } from '../../tables/decode-text.ts';
import { FileFault } from '../../tables/faults.ts';
import { isJsonText, parseJson } from '../json.ts';
import { maxFileBytes } from '../../tables/limits.ts';
import { sniffHeader } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { isZip, readZip, type Unzipped } from './zip.ts';

/** A file as the user picks it. Its name can be a path. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/** Folders of exports that say what their files are, the most important first. Other parts of a path are ignored. */
const knownFolders = ['deleted', 'orphaned', 'likes', 'lists'];

/** The file name and the known folder in a path; '' when no known folder is in it. The path itself is never used. */
export function splitPath(path: string): Pick<SourceFile, 'name' | 'folder'> {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = parts.pop() ?? '';
  const folders = parts.map((part) => part.toLowerCase());
  return { name, folder: knownFolders.find((folder) => folders.includes(folder)) ?? '' };
}

/** Decodes a file, and parses its JSON or its header. Throws `FileFault`. */
function decodeFile({ name, bytes }: InputFile, folder: string): SourceFile {
  if (bytes.length > maxFileBytes) throw new FileFault('too-large', name, 'too-large');
  try {
    const text = decodeText(bytes);
    if (text.trim() === '') throw new FileFault('empty', null, 'empty');
    const isJson = isJsonText(text);
    const json = isJson ? parseJson(text) : undefined;
    return { name, folder, text, header: isJson ? [] : sniffHeader(text), json };
  } catch (error) {
    throw error instanceof FileFault ? new FileFault(error.errorClass, name, ...error.detail) : error;
  }
}

/** The opened files, and the first fault of those that could not be opened. */
export interface Opened {
  sources: SourceFile[];
  fault: FileFault | null;
}

const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The extension that most files of an archive have. Files with another extension are extras. */
function findMainEnding(paths: string[]): string {
  const endings = paths.map(endingOf);
  const count = (ending: string): number => endings.filter((each) => each === ending).length;
  return [...new Set(endings)].toSorted((a, b) => count(b) - count(a))[0] ?? '';
}

/**
 * Decodes the files of an archive. Files of other kinds are not faults, and one damaged file does not stop the others.
 */
function openPacked({ files, fault }: Unzipped): Opened {
  const opened: Opened = { sources: [], fault };
  const mainEnding = findMainEnding(files.map(({ path }) => path));
  for (const { path, bytes } of files) {
    const { name, folder } = splitPath(path);
    try {
      opened.sources.push(decodeFile({ name, bytes }, folder));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      const isIgnored = ['unknown-format', 'empty'].includes(error.errorClass);
      if (!isIgnored && endingOf(path) === mainEnding) opened.fault ??= error;
    }
  }
  return opened;
}

const isReadable = (path: string): boolean => /\.(?:csv|tsv|txt|json|xml|rss)$/i.test(path);

/** The fault for an archive without readable files. */
function describeUnreadable(name: string, { paths, files }: Unzipped): FileFault {
  if (paths.some((path) => path.startsWith('xl/'))) {
    return new FileFault('unknown-format', name, 'workbook');
  }
  const isEmpty =
    paths.length === files.length && files.every(({ bytes }) => bytes.every((byte) => byte <= 0x20));
  return isEmpty
    ? new FileFault('empty', name, 'empty')
    : new FileFault('unknown-format', name, 'nothing-readable');
}

/** The file itself, or the readable files in an archive. Throws `FileFault`. */
export function openFile(file: InputFile): Opened {
  const { name, folder } = splitPath(file.name);
  if (!isZip(file.bytes)) {
    return { sources: [decodeFile({ name, bytes: file.bytes }, folder)], fault: null };
  }
  if (file.bytes.length > maxFileBytes) throw new FileFault('too-large', name, 'too-large');
  const unzipped = readZip(file.bytes, isReadable);
  const opened = openPacked(unzipped);
  if (opened.sources.length > 0 && !unzipped.paths.some((path) => path.startsWith('xl/'))) return opened;
  throw opened.fault ?? describeUnreadable(name, unzipped);
}
