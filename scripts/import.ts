// Prints what an import of files would bring, as one JSON object, and writes nothing.
//   npm run --silent import -- FILE…
// Days are those of the time zone in TZ. A file that cannot be read is told in `error`, and ends with 0 all the same.
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { FileFault, formatFileFault } from '../lib/tables/faults.ts';
import { formatPreview } from '../lib/transfer/plan/format-preview.ts';
import { maxFileBytes } from '../lib/tables/limits.ts';
import { readFiles, type InputFile } from '../lib/transfer/files/read-files.ts';

/** The file; of several with the folder it lies in, which in an export that was unpacked says what it is. */
async function loadFile(path: string, isAlone: boolean): Promise<InputFile> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new FileFault('unreadable', `${name} is no file.`);
    if (found.size > maxFileBytes)
      throw new FileFault('too-large', `${name} is larger than any export of films.`);
    return { name: isAlone ? name : `${basename(dirname(path))}/${name}`, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = error instanceof Error ? error.message : String(error);
    throw new FileFault('unreadable', `${name}: ${isMissing ? 'there is no such file.' : why}`);
  }
}

const paths = process.argv.slice(2);
const files: InputFile[] = [];
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
const preview = formatPreview(readFiles(files, { timeZone }));
process.stdout.write(
  `${JSON.stringify(fault === null ? preview : { ...preview, error: formatFileFault(fault) })}\n`,
);
