import { FileFault } from '../../tables/faults.ts';
import { formats } from '../formats/registry.ts';
import { openFile, splitPath, type InputFile } from './source-files.ts';
import { createFailure } from '../import-builder.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat, Reading, ReadOptions } from '../types.ts';

export type { InputFile } from './source-files.ts';

/** The files that were picked, as far as they could be opened. */
interface OpenedFiles {
  /** Of one file of its own, or of one archive. */
  groups: { name: string; sources: SourceFile[] }[];
  fault: FileFault | null;
}

function openFiles(files: InputFile[]): OpenedFiles {
  const opened: OpenedFiles = { groups: [], fault: null };
  for (const file of files) {
    try {
      const { sources, fault } = openFile(file);
      opened.groups.push({ name: splitPath(file.name).name, sources });
      opened.fault ??= fault;
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      opened.fault ??= error;
    }
  }
  return opened;
}

/**
 * The format that knows most of the files, of two that know as many the first; the one for any table only where no
 * service knows one. Null where none does.
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

function describeUnknown({ name, sources }: OpenedFiles['groups'][number]): FileFault {
  const header = sources[0]?.header ?? [];
  const isNameless = ['Date', 'Name', 'Year', 'Letterboxd URI'].every((column) => header.includes(column));
  return new FileFault('unknown-format', name, isNameless ? 'same-columns' : 'unknown-service');
}

/** Files beside an archive or a table that its format does not know. What else lies in an archive is no fault. */
function findStranger({ groups }: OpenedFiles, format: FileFormat): FileFault | null {
  const isStrange = (file: SourceFile): boolean => format.isByProduct?.(file) !== true;
  const stranger = groups.find(
    ({ sources }) => format.recognise(sources).length === 0 && sources.some(isStrange),
  );
  if (stranger === undefined) return null;
  const other = findFormat(stranger.sources);
  if (other === null) return describeUnknown(stranger);
  return new FileFault('unknown-format', stranger.name, 'mixed-services', other.name, format.name);
}

/** Rows are told by the file they stand in; of several archives the names of the files in them may be the same. */
function listNames(groups: OpenedFiles['groups']): string[] {
  return groups.map(({ name }) => name);
}

/**
 * What the files tell together, whatever service they are from: it is found by their content, and the rows that cannot
 * be brought over are listed with the reason. `error` is set where a file, or all of them, cannot be read; what the
 * others hold is there all the same. Throws `RangeError` for a time zone that is none, and for nothing in the files.
 */
export function readFiles(files: InputFile[], options: ReadOptions): Reading {
  const opened = openFiles(files);
  const names = listNames(opened.groups);
  const sources = opened.groups.flatMap((group) => group.sources);
  const format = findFormat(sources);
  if (format === null) {
    const [group] = opened.groups;
    const fault = opened.fault ?? (group ? describeUnknown(group) : new FileFault('empty', null, 'no-file'));
    return createFailure(null, names, fault);
  }
  const fault = opened.fault ?? findStranger(opened, format);
  try {
    const reading = format.read(format.recognise(sources), options);
    const failure = fault === null ? null : createFailure(format.id, names, fault);
    return { ...reading, fileNames: names, error: failure?.error ?? reading.error };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return createFailure(format.id, names, fault ?? error);
  }
}
