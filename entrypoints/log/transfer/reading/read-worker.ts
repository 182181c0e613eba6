import { readFiles, type ImportFile } from '../../../../lib/transfer/files/read-files.ts';
import type { ReadOptions } from '../../../../lib/transfer/types.ts';
import { splitReading } from './reading-parts.ts';

// Reads files off the main thread, so that a large one does not block the page.
addEventListener('message', ({ data }: MessageEvent<{ files: ImportFile[]; options: ReadOptions }>) => {
  for (const part of splitReading(readFiles(data.files, data.options))) postMessage(part);
});
