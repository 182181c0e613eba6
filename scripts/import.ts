// Prints what an import of files would bring, as one JSON object, and writes nothing.
//   npm run --silent import -- FILE…
// Days are those of the time zone in TZ. A file that cannot be read is told in `error`, and ends with 0 all the same.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileFault, formatFileFault } from '../lib/transfer/faults.ts';
import { formatPreview } from '../lib/transfer/format-preview.ts';
import { maxFileBytes } from '../lib/transfer/limits.ts';
import { readFiles, type InputFile } from '../lib/transfer/read-files.ts';

async function loadFile(path: string): Promise<InputFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) throw new FileFault('too-large', `${name} is larger than any export of films.`);
    return { name, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('unreadable', error instanceof Error ? error.message : String(error));
  }
}

const paths = process.argv.slice(2);
const files: InputFile[] = [];
let fault: FileFault | null = null;
for (const path of paths) {
  try {
    files.push(await loadFile(path));
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
