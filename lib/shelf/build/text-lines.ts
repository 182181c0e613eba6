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

/** Counts what goes through, and says by the first bytes whether it is gzip's. */
async function openText(
  file: InputFile,
  count: (bytes: number) => void,
): Promise<ReadableStream<Uint8Array>> {
  const reader = file.stream().getReader();
  const first = await reader.read();
  const isGzip = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (first.done) return controller.close();
      count(first.value.byteLength);
      controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      count(value.byteLength);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return isGzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
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

/**
 * The lines of a text file, unpacked where it is gzip, a few hundred at a time. Rejects with `ImportError` where it is
 * cut off, damaged or no text; its row counts the lines behind the first.
 */
export async function* readLines(file: InputFile): AsyncGenerator<LineBatch> {
  let bytesRead = 0;
  let lineCount = 0;
  let rest = '';
  const decoder = new TextDecoder();
  try {
    const text = await openText(file, (bytes) => (bytesRead += bytes));
    for await (const chunk of text) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
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
  } catch (error) {
    throw describeFault(error, file, Math.max(0, lineCount - 1), bytesRead);
  }
  const last = rest + decoder.decode();
  yield { lines: last === '' ? [] : [dropReturn(last)], bytesRead, isLast: true };
}

function dropReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
