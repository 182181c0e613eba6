import { ImportError } from '../errors.ts';
import type { InputFile } from './input-file.ts';

/** Lines of a file that were read at one go, and how much of the file they and all before them are. */
export interface LineBatch {
  lines: string[];
  /** Of the file as it lies on the disk. */
  bytesRead: number;
  /** Whether the file ends behind the last line; only then may it be without a line break. */
  isLast: boolean;
}

/** No line of a data set is longer, in UTF-16 units; a file with one is none. */
const maxLineLength = 1_000_000;

/** The bytes of a file, unpacked where its first ones are gzip's. */
interface OpenBytes {
  read(): Promise<Uint8Array | null>;
  /** Of the file as it lies on the disk. */
  bytesRead(): number;
  /** Lets go of the file. */
  stop(): Promise<void>;
}

const forever = new Promise<void>(() => {});

async function openBytes(file: InputFile): Promise<OpenBytes> {
  const source = file.stream().getReader();
  let bytesRead = 0;
  let isStopped = false;
  let first: ReadableStreamReadResult<Uint8Array<ArrayBuffer>> | null = await source.read();
  const isGzip = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = first ?? (await source.read());
      first = null;
      // An end that is none would be taken for a file cut off; the unpacking is left where it stands, as cancelling it
      // throws in Node where nobody can catch it (24.21, "Controller is already closed").
      if (isStopped) return await forever;
      if (done) return controller.close();
      bytesRead += value.byteLength;
      controller.enqueue(value);
    },
  });
  const reader = (isGzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  return {
    bytesRead: () => bytesRead,
    read: async () => (await reader.read()).value ?? null,
    async stop() {
      isStopped = true;
      await source.cancel();
    },
  };
}

/** The error of a stream in our words: a gzip that ends too soon, one that is damaged, or a file that is not to be read. */
function describeFault(error: unknown, file: InputFile, row: number, bytesRead: number): ImportError {
  if (error instanceof ImportError) return error;
  const place = { file: file.name, row };
  const cause = { cause: error };
  const isEnd = bytesRead >= file.size;
  // Decompression fails with TypeError; whatever else comes is from the reading of the file.
  if (!(error instanceof TypeError))
    return new ImportError('unreadable', place, `${file.name} cannot be read behind row ${row}`, cause);
  return isEnd
    ? new ImportError('cut-off', place, `${file.name} is cut off behind row ${row}; fetch it again`, cause)
    : new ImportError('damaged', place, `${file.name} is damaged behind row ${row}; fetch it again`, cause);
}

/** A stretch of a file's text, and how much of the file is read until then, in bytes as it lies on the disk. */
export interface TextChunk {
  text: string;
  bytesRead: number;
}

/** The bytes are UTF-8 unless they begin with the mark of UTF-16, which spreadsheets write. */
function findEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of a file, unpacked where it is gzip. Rejects with `ImportError`, which names the row that `countRows` tells. */
export async function* readText(file: InputFile, countRows: () => number): AsyncGenerator<TextChunk> {
  const bytes = await openBytes(file);
  let decoder: TextDecoder | null = null;
  try {
    for (let chunk = await bytes.read(); chunk !== null; chunk = await bytes.read()) {
      decoder ??= new TextDecoder(findEncoding(chunk));
      yield { text: decoder.decode(chunk, { stream: true }), bytesRead: bytes.bytesRead() };
    }
  } catch (error) {
    throw describeFault(error, file, countRows(), bytes.bytesRead());
  } finally {
    await bytes.stop();
  }
  yield { text: decoder?.decode() ?? '', bytesRead: bytes.bytesRead() };
}

/**
 * The lines of a text file, a few hundred at a time. Rejects with `ImportError` where it is cut off, damaged or no text;
 * its row counts the lines behind the first.
 */
export async function* readLines(file: InputFile): AsyncGenerator<LineBatch> {
  let lineCount = 0;
  let rest = '';
  let size = 0;
  for await (const { text, bytesRead } of readText(file, () => Math.max(0, lineCount - 1))) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    size = bytesRead;
    if (rest.length > maxLineLength)
      throw new ImportError(
        'not-imdb',
        { file: file.name, row: lineCount },
        `${file.name} is no text in lines`,
      );
    if (lines.length === 0) continue;
    lineCount += lines.length;
    yield { lines: lines.map(dropReturn), bytesRead, isLast: false };
  }
  yield { lines: rest === '' ? [] : [dropReturn(rest)], bytesRead: size, isLast: true };
}

function dropReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
