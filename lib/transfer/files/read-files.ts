import { FileFault } from '../../tables/faults.ts';
import { nameApart } from '../../tables/table.ts';
import { formatNames } from '../format-names.ts';
import { generic } from '../formats/generic.ts';
import { formats } from '../formats/registry.ts';
import { joinReadings } from './join-readings.ts';
import { isListFile } from '../list-file.ts';
import { isLogFile, marquee } from '../formats/marquee.ts';
import { openFile, splitPath, type AnyImportFile } from './source-files.ts';
import { createFailure } from '../import-builder.ts';
import type { SourceFile } from '../../tables/types.ts';
import { createReadBudget, maxKeptNames } from '../../tables/limits.ts';
import type { FileFormat, Notice, Reading, ReadOptions } from '../types.ts';

export type { AnyImportFile } from './source-files.ts';

/** The picked files that could be opened. */
interface OpenedFiles {
  /** One group for each picked file or archive. */
  groups: { name: string; sources: SourceFile[] }[];
  notices: Notice[];
  fault: FileFault | null;
}

function openFiles(files: AnyImportFile[]): OpenedFiles {
  const opened: OpenedFiles = { groups: [], notices: [], fault: null };
  const budget = createReadBudget();
  for (const file of files) {
    try {
      const { sources, notices, fault } = openFile(file, budget);
      opened.groups.push({ name: splitPath(file.name).name, sources });
      for (const notice of notices) opened.notices.push(notice);
      opened.fault ??= fault;
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      opened.fault ??= error;
    }
  }
  return opened;
}

/**
 * The format that recognises the most files; the first of equals. `generic` is chosen only when no other format
 * recognises any. Null when none does.
 */
function findFormat(sources: SourceFile[]): FileFormat | null {
  let best: FileFormat | null = null;
  let most = 0;
  for (const format of formats) {
    const count = format.recognise(sources).length;
    const isLastResort = format.id === 'generic' && best !== null;
    if (count > most && !isLastResort) [best, most] = [format, count];
  }
  return best;
}

const hasColumnOfTitles = ({ header }: SourceFile, { mapping }: ReadOptions): boolean =>
  mapping?.title !== undefined && nameApart(header).includes(mapping.title);

function describeUnknown({ name, sources }: OpenedFiles['groups'][number]): FileFault {
  const header = sources[0]?.header ?? [];
  const isNameless = ['Date', 'Name', 'Year', 'Letterboxd URI'].every((column) => header.includes(column));
  return new FileFault('unknown-format', name, isNameless ? 'same-columns' : 'unknown-service');
}

/**
 * A fault for a picked file that the format does not recognise; null when there is none. Other files inside an archive
 * are not faults.
 */
function findForeignFile({ groups }: OpenedFiles, format: FileFormat): FileFault | null {
  const isForeign = (file: SourceFile): boolean => format.isByProduct?.(file) !== true;
  const foreign = groups.find(
    ({ sources }) => format.recognise(sources).length === 0 && sources.some(isForeign),
  );
  if (foreign === undefined) return null;
  const other = findFormat(foreign.sources);
  if (other === null) return describeUnknown(foreign);
  return new FileFault(
    'unknown-format',
    foreign.name,
    'mixed-services',
    formatNames[other.id],
    formatNames[format.id],
  );
}

/** The files of one service, to be read together. */
interface Share {
  format: FileFormat;
  sources: SourceFile[];
}

/**
 * The files of other services in the archives, by service: people pack several exports together. Tables of no service are
 * not among them, for exports have many that are not about films.
 */
function listOtherShares({ groups }: OpenedFiles, main: FileFormat): Share[] {
  const known = groups.flatMap(({ sources }) => main.recognise(sources));
  let rest = groups
    .filter(({ sources }) => sources.length > 1)
    .flatMap(({ sources }) => sources)
    .filter((source) => !known.includes(source) && main.isByProduct?.(source) !== true);
  const shares: Share[] = [];
  for (const format of formats) {
    if (format === main || format.id === 'generic' || format.id === 'marquee') continue;
    const sources = format.recognise(rest);
    if (sources.length === 0) continue;
    shares.push({ format, sources });
    rest = rest.filter((source) => !sources.includes(source));
  }
  return shares;
}

/** Sets lists of ours apart that were picked with other files: they are read beside them, whatever those are. */
function setListsApart(groups: OpenedFiles['groups']): {
  groups: OpenedFiles['groups'];
  lists: SourceFile[];
} {
  const all = groups.flatMap(({ sources }) => sources);
  const lists = all.filter(isListFile);
  // A whole log is merged and not read as films are, so that a list beside it is refused.
  const isAlone = lists.length === all.length || all.some(isLogFile);
  if (isAlone) return { groups, lists: [] };
  const others = groups.map((group) => ({
    ...group,
    sources: group.sources.filter((source) => !lists.includes(source)),
  }));
  return { groups: others.filter(({ sources }) => sources.length > 0), lists };
}

/** Reads the files of one service. A file that it cannot read at all is the reading's fault. */
function readShare({ format, sources }: Share, names: string[], options: ReadOptions): Reading {
  try {
    return format.read(sources, options);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return createFailure(format.id, names, error);
  }
}

/** The names of the picked files, at most `maxKeptNames`. Files in several archives may have the same names. */
function listNames(groups: OpenedFiles['groups']): string[] {
  return groups.slice(0, maxKeptNames).map(({ name }) => name);
}

/**
 * Reads files of one service, recognised by their content, into one reading; an archive can have those of several. Rows that cannot be imported are
 * listed with the reason. `error` is set if one or all of the files cannot be read; the contents of the others are
 * still in the reading. Throws `RangeError` for an invalid time zone, and never because of a file's content.
 */
export function readFiles(files: AnyImportFile[], options: ReadOptions): Reading {
  const opened = openFiles(files);
  const names = listNames(opened.groups);
  const { groups, lists } = setListsApart(opened.groups);
  opened.groups = groups;
  const sources = groups.flatMap((group) => group.sources);
  const found = findFormat(sources);
  // A table whose titles only the user can tell.
  const told = found === null ? sources.filter((file) => hasColumnOfTitles(file, options)) : [];
  const format = told.length > 0 ? generic : found;
  if (format === null) {
    const [group] = opened.groups;
    const fault = opened.fault ?? (group ? describeUnknown(group) : new FileFault('empty', null, 'no-file'));
    return createFailure(null, names, fault);
  }
  const fault = opened.fault ?? (found && findForeignFile(opened, format));
  const main = { format, sources: found === null ? told : format.recognise(sources) };
  const others = format.id === 'marquee' || format.id === 'generic' ? [] : listOtherShares(opened, format);
  if (lists.length > 0) others.push({ format: marquee, sources: lists });
  const reading = joinReadings(
    readShare(main, names, options),
    others.map((share) => readShare(share, names, options)),
  );
  const failure = fault === null ? null : createFailure(format.id, names, fault);
  const notices = [...opened.notices, ...reading.notices];
  return { ...reading, notices, fileNames: names, error: failure?.error ?? reading.error };
}
