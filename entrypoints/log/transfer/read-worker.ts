import { readFiles, type InputFile } from '../../../lib/transfer/files/read-files.ts';
import type { ReadOptions } from '../../../lib/transfer/types.ts';
import { splitReading } from './reading-parts.ts';

// Reads files beside the page, so that a large one holds nothing up.
addEventListener('message', ({ data }: MessageEvent<{ files: InputFile[]; options: ReadOptions }>) => {
  for (const part of splitReading(readFiles(data.files, data.options))) postMessage(part);
});
