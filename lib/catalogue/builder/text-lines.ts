import { ImportError } from '../errors.ts';
import { gunzip } from './gunzip.ts';
import type { InputFile } from './input-file.ts';

/** A batch of lines of a file, and the progress of reading. */
export interface LineBatch {
  lines: string[];
  /** Bytes read of the file itself, before decompression. */
  bytesRead: number;
  /** Whether the file ends with the last line; only then can the line have no line break. */
  isLast: boolean;
}

/** The maximum length of a line, in UTF-16 units; a file with a longer line is not a data set. */
const maxLineLength = 1_000_000;

/** The bytes of a file, decompressed if it is gzip. */
interface OpenBytes {
  read(): Promise<Uint8Array | null>;
  /** Bytes read of the file itself, before decompression. */
  bytesRead(): number;
  /** Releases the file. */
  stop(): Promise<void>;
}

const forever = new Promise<null>(() => {});

/** The first piece of a file: two bytes at least, because gzip is known by them, unless the file is shorter. */
async function readFirst(
  source: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
  let first = await source.read();
  while (!first.done && first.value.byteLength < 2) {
    const next = await source.read();
    if (next.done) break;
    first = { done: false, value: new Uint8Array([...first.value, ...next.value]) };
  }
  return first;
}

async function openBytes(file: InputFile): Promise<OpenBytes> {
  const source = file.stream().getReader();
  let bytesRead = 0;
  let isStopped = false;
  let first: ReadableStreamReadResult<Uint8Array<ArrayBuffer>> | null = await readFirst(source);
  const isGzip = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  async function read(): Promise<Uint8Array<ArrayBuffer> | null> {
    const { value } = first ?? (await source.read());
    first = null;
    // An end here would make the file look cut off. The decompression is left unfinished: cancelling it throws in
    // Node where the error cannot be caught (24.21, "Controller is already closed").
    if (isStopped) return await forever;
    bytesRead += value?.byteLength ?? 0;
    return value ?? null;
  }
  const unpacked = isGzip ? gunzip(read) : null;
  return {
    bytesRead: () => bytesRead,
    read: async () => (unpacked ? ((await unpacked.next()).value ?? null) : await read()),
    async stop() {
      isStopped = true;
      await source.cancel();
    },
  };
}

/**
 * Converts the error of a stream to an `ImportError`: a gzip file that ends too early, a damaged one, or a file that
 * cannot be read.
 */
function describeFault(error: unknown, file: InputFile, row: number, bytesRead: number): ImportError {
  if (error instanceof ImportError) return error;
  const location = { file: file.name, row };
  const cause = { cause: error };
  const isEnd = bytesRead >= file.size;
  // Decompression fails with TypeError; any other error is from reading the file.
  if (!(error instanceof TypeError))
    return new ImportError('unreadable', location, `${file.name} cannot be read after row ${row}`, cause);
  return isEnd
    ? new ImportError(
        'cut-off',
        location,
        `${file.name} is cut off after row ${row}; download it again`,
        cause,
      )
    : new ImportError(
        'damaged',
        location,
        `${file.name} is damaged after row ${row}; download it again`,
        cause,
      );
}

/** A chunk of a file's text, and the number of bytes of the file (before decompression) read so far. */
export interface TextChunk {
  text: string;
  bytesRead: number;
}

/** UTF-8, unless the bytes begin with the byte order mark of UTF-16, which spreadsheets write. */
function findEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Reads the text of a file, decompressed if it is gzip. Rejects with `ImportError`, whose row is the result of
 * `countRows`.
 */
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
 * Reads the lines of a text file, a few hundred at a time. Rejects with `ImportError` if it is cut off, damaged or not
 * text; the error's row is the number of lines after the first.
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
        `${file.name} is not a text file`,
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
