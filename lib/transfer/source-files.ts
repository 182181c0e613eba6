import { decodeText } from './decode-text.ts';
import { FileFault } from './faults.ts';
import { isJsonText, parseJson } from './json.ts';
import { maxFileBytes } from './limits.ts';
import { sniffHeader } from './table.ts';
import type { SourceFile } from './types.ts';
import { isZip, readZip, type ZipFile } from './zip.ts';

/** A file as somebody picks it. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/** Folders of exports that say what their files are; all other parts of a path are passed over. */
const knownFolders = ['likes', 'lists', 'deleted', 'orphaned'];

/** The name and the known folder of a path in an archive; the path itself is never used. */
function splitPath(path: string): Pick<SourceFile, 'name' | 'folder'> {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = parts.pop() ?? '';
  const folder =
    parts.map((part) => part.toLowerCase()).findLast((part) => knownFolders.includes(part)) ?? '';
  return { name, folder };
}

/** One file, decoded; its JSON parsed, its header read. Throws `FileFault`. */
function decodeFile({ name, bytes }: InputFile, folder: string): SourceFile {
  if (bytes.length > maxFileBytes)
    throw new FileFault('too-large', `${name} is larger than any export of films.`);
  const text = decodeText(bytes);
  if (text.trim() === '') throw new FileFault('empty', `${name} is empty.`);
  const isJson = isJsonText(text);
  const json = isJson ? parseJson(text) : undefined;
  return { name, folder, text, header: isJson ? [] : sniffHeader(text), json };
}

/** What could be opened, and the first fault of what could not. */
export interface Opened {
  sources: SourceFile[];
  fault: FileFault | null;
}

/** In an archive files of other kinds are no fault, and one that is cut off keeps nobody from the others. */
function openPacked(packed: ZipFile[]): Opened {
  const opened: Opened = { sources: [], fault: null };
  for (const { path, bytes } of packed) {
    const { name, folder } = splitPath(path);
    try {
      opened.sources.push(decodeFile({ name, bytes }, folder));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      if (error.errorClass !== 'unknown-format' && error.errorClass !== 'empty') opened.fault ??= error;
    }
  }
  return opened;
}

/** What a file holds: itself, or, of an archive, the files in it that can be read. Throws `FileFault`. */
export function openFile(file: InputFile): Opened {
  if (!isZip(file.bytes)) return { sources: [decodeFile(file, '')], fault: null };
  if (file.bytes.length > maxFileBytes) throw new FileFault('too-large', `${file.name} is too large.`);
  const opened = openPacked(readZip(file.bytes, (path) => /\.(?:csv|tsv|txt|json|xml|rss)$/i.test(path)));
  if (opened.sources.length > 0) return opened;
  throw opened.fault ?? new FileFault('empty', `${file.name} holds no tables and no JSON.`);
}
