// Prints the preview of an import as one JSON object. Writes nothing.
// Usage: npm run --silent import -- [--date-order dmy|mdy|ymd] [--profile NAME] FILE…
// Days are in the time zone of TZ. If a file cannot be read, `error` says so, and the exit code is 0 all the same; for
// a wrong flag it is 2.
import { openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFileFault, formatRowFault } from '../components/transfer/fault-words.ts';
import { FileFault, toProblem } from '../lib/tables/faults.ts';
import { formatPreview } from '../lib/transfer/plan/format-preview.ts';
import { maxFileBytes } from '../lib/tables/limits.ts';
import type { ByteSource } from '../lib/transfer/files/byte-source.ts';
import { readFiles, type AnyImportFile } from '../lib/transfer/files/read-files.ts';
import { say } from './messages.ts';

/** A file of which a part is read when it is needed. */
function openFile(path: string, size: number): ByteSource {
  const file = openSync(path, 'r');
  return {
    size,
    read: (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
    },
  };
}

/** Opens a file. Of several files the name has the folder too, which identifies the files of an unpacked export. */
async function loadFile(path: string, isAlone: boolean): Promise<AnyImportFile> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new FileFault('unreadable', name, 'not-a-file');
    if (found.size > maxFileBytes) throw new FileFault('too-large', name, 'too-large');
    return { name: isAlone ? name : `${basename(dirname(path))}/${name}`, bytes: openFile(path, found.size) };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new FileFault('unreadable', name, isMissing ? 'no-such-file' : 'no-access');
  }
}

/** Ends the command with one line about what is wrong with its flags. */
function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readFlags() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'date-order': { type: 'string' }, profile: { type: 'string' } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { values: flags, positionals: paths } = readFlags();
const orders = ['dmy', 'mdy', 'ymd'] as const;
const dateOrder = orders.find((order) => order === flags['date-order']);
if (flags['date-order'] !== undefined && dateOrder === undefined)
  refuse(`--date-order is one of ${orders.join(', ')}.`);
const files: AnyImportFile[] = [];
let fault: FileFault | null = null;
for (const path of paths) {
  try {
    files.push(await loadFile(path, paths.length === 1));
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    fault ??= error;
  }
}
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const reading = readFiles(files, { timeZone, ...(dateOrder && { dateOrder }), profile: flags.profile });
const preview = formatPreview(fault === null ? reading : { ...reading, error: toProblem(fault) }, {
  row: (row) => formatRowFault(row, say),
  file: (problem) => formatFileFault(problem, say),
});
process.stdout.write(`${JSON.stringify(preview)}\n`);
