import type { ByteSource } from '../../../../lib/transfer/files/byte-source.ts';
import { readFiles } from '../../../../lib/transfer/files/read-files.ts';
import type { ReadOptions } from '../../../../lib/transfer/types.ts';
import { splitReading } from './reading-parts.ts';

/** Only workers have it, and the types of pages do not. */
declare const FileReaderSync: new () => { readAsArrayBuffer: (part: Blob) => ArrayBuffer };

/** A file of which a part is read when it is needed. */
function openFile(file: File): ByteSource {
  const reader = new FileReaderSync();
  return {
    size: file.size,
    read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to))),
  };
}

// Reads files off the main thread, so that a large one does not block the page.
addEventListener('message', ({ data }: MessageEvent<{ files: File[]; options: ReadOptions }>) => {
  const files = data.files.map((file) => ({ name: file.name, bytes: openFile(file) }));
  for (const part of splitReading(readFiles(files, data.options))) postMessage(part);
});
