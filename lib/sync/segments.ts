import * as v from 'valibot';
import { concatBytes, toHex } from '../text/bytes.ts';
import { lazySchema } from '../text/schemas.ts';
import { createRowLists, logStores, type RowLists } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';
import { open, seal } from './encryption.ts';
import { addParsedRow, countRows, rowSchema, type RowCursor } from './rows.ts';

// A file of rows in a folder of a remote. Its name says who wrote it, the how manieth of theirs it is, and the hash of its
// bytes, so that half a file is known for what it is on every server. Nobody changes a file, and nobody writes another's.

/**
 * `seg`: rows that changed on the device, or a part of them all. `snap`: a whole copy of the log, or the last part of one;
 * `part`: a part before the last. A copy has no change that is in no other file: a device that has read these need not read it.
 */
type SegmentKind = 'seg' | 'part' | 'snap';

/** What a file is, of which device. */
interface SegmentPlace {
  device: string;
  sequence: number;
  kind: SegmentKind;
  /** The sequence of the first part of its copy, which has all changes of the files before that; its own of a `seg`. */
  first: number;
  /** Which part of its copy it is, from 1 on. The `snap` is the last one. */
  part: number;
}

/** The parts of a file's name. */
export interface SegmentName extends SegmentPlace {
  hash: string;
}

/** The first line of a file. */
export interface SegmentHeader {
  /** The version of this form. */
  format: number;
  /** The version of the log's schema that its rows have. */
  schema: number;
  device: string;
  /** What the user calls the device. */
  name: string;
  /** Milliseconds since 1970 by the device's clock. */
  madeAt: number;
}

/** The version of the form of files. */
const segmentFormat = 1;
const namePattern = /^([0-9a-z]{8})-(\d{8})-([0-9a-f]{64})\.(?:(\d{8})-(\d{4})\.)?(seg|part|snap)$/;
/** Rows given to the reader at once. */
const rowsPerBatch = 500;
/** No row takes as many characters; what does is no file of ours. */
const maxLineLength = 16 * 1024 * 1024;

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** A name's end. Only a copy in several parts says which one it is. */
const formatEnding = ({ kind, first, part }: SegmentPlace): string =>
  kind === 'seg' || (kind === 'snap' && part === 1) ? kind : `${pad(first, 8)}-${pad(part, 4)}.${kind}`;

const formatSegmentName = (name: SegmentName): string =>
  `${name.device}-${pad(name.sequence, 8)}-${name.hash}.${formatEnding(name)}`;

const isSegmentKind = (text: string | undefined): text is SegmentKind =>
  text === 'seg' || text === 'part' || text === 'snap';

/** The parts of a file's name; null if the file is not one of ours. */
export function parseSegmentName(name: string): SegmentName | null {
  const [, device = '', digits = '', hash = '', first, part = '1', kind] = namePattern.exec(name) ?? [];
  if (!isSegmentKind(kind)) return null;
  const sequence = Number(digits);
  const parsed = { device, sequence, hash, kind, first: Number(first ?? digits), part: Number(part) };
  // Each file has one name alone.
  return formatSegmentName(parsed) === name ? parsed : null;
}

const hashBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** Whether bytes are those that a file of this name had when it was written. */
export const isIntact = async ({ hash }: SegmentName, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  (await hashBytes(bytes)) === hash;

/** What an encrypted file is bound to: a server cannot give one file for another. */
const sealName = (place: SegmentPlace): string => `${place.device}-${place.sequence}.${formatEnding(place)}`;

/** How much one file takes. */
export interface SegmentLimits {
  /** Bytes, compressed. A file is a little larger: it ends with the text after which there are as many. */
  bytes: number;
  rows: number;
}

/** Text given to the compression at once, in characters. */
const textPerWrite = 32 * 1024;

/** The text of the next rows, one a line. */
async function takeText(cursor: RowCursor, maxRows: number): Promise<{ text: string; rows: number }> {
  let text = '';
  let rows = 0;
  while (rows < maxRows && text.length < textPerWrite) {
    const next = await cursor.peek();
    if (next === null) break;
    text += `${JSON.stringify([next.store, next.row])}\n`;
    rows += 1;
    cursor.take();
  }
  return { text, rows };
}

/** A header and the rows of a cursor, as many as one file takes, compressed. */
async function packRows(
  header: SegmentHeader,
  cursor: RowCursor,
  limits: SegmentLimits,
): Promise<{ packed: Uint8Array<ArrayBuffer>; rows: number }> {
  const encoder = new TextEncoder();
  const { readable, writable } = new CompressionStream('gzip');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let rows = 0;
  const collect = async (): Promise<void> => {
    for (const reader = readable.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return;
      pieces.push(value);
      size += value.length;
    }
  };
  const feed = async (): Promise<void> => {
    const writer = writable.getWriter();
    try {
      await writer.write(encoder.encode(`${JSON.stringify(header)}\n`));
      while (size < limits.bytes) {
        const next = await takeText(cursor, limits.rows - rows);
        if (next.rows === 0) break;
        rows += next.rows;
        await writer.write(encoder.encode(next.text));
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error);
      throw error;
    }
  };
  await Promise.all([feed(), collect()]);
  return { packed: concatBytes(pieces), rows };
}

/** Where a file is written: its kind is known once it is clear whether rows are left. */
interface SegmentTarget extends Omit<SegmentPlace, 'device' | 'kind'> {
  isCopy: boolean;
  key: CryptoKey | null;
  limits?: SegmentLimits;
}

const noLimits: SegmentLimits = { bytes: Infinity, rows: Infinity };

/** A file to write. */
export interface WrittenSegment {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** How many rows it has. */
  rows: number;
  /** Whether no row is left for another file. */
  isLast: boolean;
}

/** Makes a file of the next rows, compressed, and encrypted if there is a key. Without limits it takes all of them. */
export async function writeSegment(
  about: Omit<SegmentHeader, 'format'>,
  { isCopy, key, limits = noLimits, ...where }: SegmentTarget,
  cursor: RowCursor,
): Promise<WrittenSegment> {
  const { packed, rows } = await packRows({ format: segmentFormat, ...about }, cursor, limits);
  const isLast = (await cursor.peek()) === null;
  const copyKind = isLast ? 'snap' : 'part';
  const place: SegmentPlace = { device: about.device, kind: isCopy ? copyKind : 'seg', ...where };
  const bytes = key === null ? packed : await seal(key, sealName(place), packed);
  return { name: formatSegmentName({ ...place, hash: await hashBytes(bytes) }), bytes, rows, isLast };
}

const headerSchema = lazySchema(() =>
  v.object({
    format: v.number(),
    schema: v.number(),
    device: v.string(),
    name: v.pipe(v.string(), v.maxLength(200)),
    madeAt: v.number(),
  }),
);

/** A file that was read, or why it was not. `torn`: its bytes are not those that were written. `sealed`: under another key. */
export type ReadSegment =
  | { state: 'read'; header: SegmentHeader; batches: AsyncGenerator<{ rows: RowLists; invalid: number }> }
  | { state: 'torn' | 'sealed' | 'bad' | 'newer' };

async function* readLines(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<string> {
  const text = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream());
  const reader = text.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) throw new Error('a line is too long');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isStore = (value: unknown): value is LogStore => logStores.some((store) => store === value);

/** Adds the row of a line. Returns false if it is none. */
function addLine(rows: RowLists, line: string, schema: number): boolean {
  const value = parseJson(line);
  const [store, row] = Array.isArray(value) ? (value as unknown[]) : [];
  return isStore(store) && addParsedRow(rows, store, row, schema);
}

/** The rows of lines in batches. A line that is no row of this version is counted, and the others are read. */
async function* readRows(
  lines: AsyncGenerator<string>,
  schema: number,
): AsyncGenerator<{ rows: RowLists; invalid: number }> {
  let batch = { rows: createRowLists(), invalid: 0 };
  try {
    for await (const line of lines) {
      if (!addLine(batch.rows, line, schema)) batch.invalid += 1;
      if (countRows(batch.rows) + batch.invalid < rowsPerBatch) continue;
      yield batch;
      batch = { rows: createRowLists(), invalid: 0 };
    }
  } catch {
    // Its end cannot be read, though it is as it was written: what could be counts, and no other file waits for it.
    batch.invalid += 1;
  }
  if (countRows(batch.rows) > 0 || batch.invalid > 0) yield batch;
}

/**
 * Reads a file: its hash, its encryption, its header, then its rows in batches. `schema` is the newest version of rows that is
 * understood here: a file with newer rows is `newer`, and nothing of it is read.
 */
export async function readSegment(
  name: SegmentName,
  bytes: Uint8Array<ArrayBuffer>,
  { key, schema = rowSchema }: { key: CryptoKey | null; schema?: number },
): Promise<ReadSegment> {
  if (!(await isIntact(name, bytes))) return { state: 'torn' };
  const packed = key === null ? bytes : await open(key, sealName(name), bytes);
  if (packed === null) return { state: 'sealed' };
  const lines = readLines(packed);
  try {
    const first = await lines.next();
    const header = v.safeParse(headerSchema, parseJson(first.done ? '' : first.value));
    if (!header.success || header.output.device !== name.device) return { state: 'bad' };
    if (header.output.format > segmentFormat || header.output.schema > schema) return { state: 'newer' };
    return { state: 'read', header: header.output, batches: readRows(lines, header.output.schema) };
  } catch {
    return { state: 'bad' };
  }
}
