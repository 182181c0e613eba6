import { decodeFileText } from '../../tables/decode-text.ts';
import { FileFault } from '../../tables/faults.ts';
import { isJsonText, parseJson } from '../json.ts';
import { maxFileBytes, maxNameLength, maxZipDepth, type ReadBudget } from '../../tables/limits.ts';
import { sniffHeader } from '../../tables/table.ts';
import type { SourceFile } from '../../tables/types.ts';
import { truncateText } from '../../text/text.ts';
import type { Notice } from '../types.ts';
import { listOddLines, listOddRows } from './odd-rows.ts';
import { toByteSource, type ByteSource } from './byte-source.ts';
import { isZip, openZip, type OpenedZip } from './zip.ts';

/** A file as the user picks it. Its name can be a path. */
interface ImportFile<Bytes extends Uint8Array | ByteSource = Uint8Array> {
  name: string;
  /** Its bytes, or where to read them from: of an archive only what is needed is read. */
  bytes: Bytes;
}

/** A file in memory, or one that is read part by part. */
export type AnyImportFile = ImportFile<Uint8Array | ByteSource>;

/** Folders of exports that say what their files are, the most important first. Other parts of a path are ignored. */
const knownFolders = ['deleted', 'orphaned', 'likes', 'lists'];

/**
 * The file name, cut to `maxNameLength`, and the known folder in a path; '' when no known folder is in it. The path itself
 * is never used.
 */
export function splitPath(path: string): Pick<SourceFile, 'name' | 'folder'> {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = truncateText(parts.pop() ?? '', maxNameLength).toWellFormed();
  const folders = parts.map((part) => part.toLowerCase());
  return { name, folder: knownFolders.find((folder) => folders.includes(folder)) ?? '' };
}

const isMarkup = (text: string): boolean => /^\uFEFF?\s*</.test(text);

/** Decodes a file, and parses its JSON or its header. Throws `FileFault`. */
function decodeFile({ name, bytes }: ImportFile, folder: string): { source: SourceFile; notices: Notice[] } {
  if (bytes.length > maxFileBytes) throw new FileFault('too-large', name, 'too-large');
  try {
    const { text, oddLines } = decodeFileText(bytes);
    if (text.trim() === '') throw new FileFault('empty', null, 'empty');
    const isJson = isJsonText(text);
    const json = isJson ? parseJson(text) : undefined;
    const source = { name, folder, text, header: isJson ? [] : sniffHeader(text), json };
    const listOdd = isJson || isMarkup(text) ? listOddLines : listOddRows;
    return { source, notices: listOdd(folder === '' ? name : `${folder}/${name}`, text, oddLines) };
  } catch (error) {
    throw error instanceof FileFault ? new FileFault(error.errorClass, name, ...error.detail) : error;
  }
}

/** The opened files, and the first fault of those that could not be opened. */
export interface Opened {
  sources: SourceFile[];
  /** What is to be said of their rows. */
  notices: Notice[];
  fault: FileFault | null;
}

const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The extension that most files of an archive have. Files with another extension are extras. */
function findMainEnding(paths: string[]): string {
  const endings = paths.map(endingOf);
  const count = (ending: string): number => endings.filter((each) => each === ending).length;
  return [...new Set(endings)].toSorted((a, b) => count(b) - count(a))[0] ?? '';
}

/** Whether a fault of one file is that of the whole import, which is larger than it says or than any. */
const endsAll = ({ detail }: FileFault): boolean =>
  detail[0] === 'packed-too-large' || detail[0] === 'too-many-files';

interface OpenedArchive extends Opened {
  /** Whether all of its files are blank. */
  isBlank: boolean;
}

/** Where an archive is: the folder of its path in the archive around it, and how many are around it. */
interface ArchivePlace {
  folder: string;
  depth: number;
  budget: ReadBudget;
}

/** Opens a file of an archive, which can be an archive itself. Throws `FileFault`. */
function openMember({ path, unpack }: OpenedZip['files'][number], place: ArchivePlace): OpenedArchive {
  const whole = `${place.folder}${path}`;
  const { name, folder } = splitPath(whole);
  const bytes = unpack();
  if (isZip(bytes)) {
    if (place.depth >= maxZipDepth) throw new FileFault('bad-zip', name, 'nested-archive');
    try {
      const inner = openZip(toByteSource(bytes), isReadable, place.budget);
      return openPacked(inner, { ...place, folder: whole.replace(/[^/\\]*$/, ''), depth: place.depth + 1 });
    } catch (error) {
      if (!(error instanceof FileFault) || error.file !== null) throw error;
      throw new FileFault(error.errorClass, name, ...error.detail);
    }
  }
  const { source, notices } = decodeFile({ name, bytes }, folder);
  return { sources: [source], notices, fault: null, isBlank: false };
}

/**
 * Decodes the files of an archive, one at a time, and those of archives in it. Files of other kinds are not faults, and one
 * damaged file does not stop the others. Throws `FileFault` `too-large` if a file is larger than it says, or there are too many.
 */
function openPacked({ files, paths, fault }: OpenedZip, place: ArchivePlace): OpenedArchive {
  const opened: OpenedArchive = { sources: [], notices: [], fault, isBlank: files.length === paths.length };
  const mainEnding = findMainEnding(files.map(({ path }) => path));
  for (const member of files) {
    const { path } = member;
    try {
      const { sources, notices, fault: inner, isBlank } = openMember(member, place);
      opened.isBlank &&= isBlank;
      opened.fault ??= inner;
      for (const source of sources) opened.sources.push(source);
      for (const notice of notices) opened.notices.push(notice);
    } catch (error) {
      if (!(error instanceof FileFault) || endsAll(error)) throw error;
      opened.isBlank &&= error.errorClass === 'empty';
      const isIgnored = ['unknown-format', 'empty'].includes(error.errorClass);
      const isExtra = error.errorClass !== 'bad-zip' && endingOf(path) !== mainEnding;
      if (!isIgnored && !isExtra) opened.fault ??= error;
    }
  }
  return opened;
}

const isReadable = (path: string): boolean => /\.(?:csv|tsv|txt|md|json|xml|nfo|rss)$/i.test(path);

/** The fault for an archive without readable files. */
function describeUnreadable(name: string, paths: string[], isBlank: boolean): FileFault {
  if (paths.some((path) => path.startsWith('xl/'))) {
    return new FileFault('unknown-format', name, 'workbook');
  }
  return isBlank
    ? new FileFault('empty', name, 'empty')
    : new FileFault('unknown-format', name, 'nothing-readable');
}

/** The file itself, or the readable files in an archive, as far as the budget goes, which it lowers. Throws `FileFault`. */
export function openFile(file: AnyImportFile, budget: ReadBudget): Opened {
  const { name, folder } = splitPath(file.name);
  const bytes = 'read' in file.bytes ? file.bytes : toByteSource(file.bytes);
  const isArchive = isZip(bytes.read(0, 3));
  budget.bytes -= isArchive ? 0 : bytes.size;
  if (bytes.size > maxFileBytes || budget.bytes < 0) throw new FileFault('too-large', name, 'too-large');
  if (!isArchive) {
    const { source, notices } = decodeFile({ name, bytes: bytes.read(0, bytes.size) }, folder);
    return { sources: [source], notices, fault: null };
  }
  const unzipped = openZip(bytes, isReadable, budget);
  const { isBlank, ...opened } = openPacked(unzipped, { folder: '', depth: 1, budget });
  if (opened.sources.length > 0 && !unzipped.paths.some((path) => path.startsWith('xl/'))) return opened;
  throw opened.fault ?? describeUnreadable(name, unzipped.paths, isBlank);
}
