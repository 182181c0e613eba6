import * as v from 'valibot';
import { toHex } from '../text/bytes.ts';
import { lazySchema } from '../text/schemas.ts';
import { createRowLists, logStores, type RowLists } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';
import { open, seal } from './encryption.ts';
import { addParsedRow, countRows, rowSchema, type StoredRow } from './rows.ts';

// A file of rows in a folder of a remote. Its name says who wrote it, the how manieth of theirs it is, and the hash of its
// bytes, so that half a file is known for what it is on every server. Nobody changes a file, and nobody writes another's.

/**
 * `seg`: rows that changed on the device, or all of them. `snap`: the whole log, without a change that is in no older file:
 * a device that has read these need not read it.
 */
export type SegmentKind = 'seg' | 'snap';

/** The parts of a file's name. */
export interface SegmentName {
  device: string;
  sequence: number;
  hash: string;
  kind: SegmentKind;
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
const namePattern = /^([0-9a-z]{8})-(\d{8})-([0-9a-f]{64})\.(seg|snap)$/;
/** Rows given to the reader at once. */
const rowsPerBatch = 500;
/** No row takes as many characters; what does is no file of ours. */
const maxLineLength = 16 * 1024 * 1024;

const formatSegmentName = ({ device, sequence, hash, kind }: SegmentName): string =>
  `${device}-${String(sequence).padStart(8, '0')}-${hash}.${kind}`;

/** The parts of a file's name; null if the file is not one of ours. */
export function parseSegmentName(name: string): SegmentName | null {
  const match = namePattern.exec(name);
  const [, device = '', sequence = '', hash = '', kind] = match ?? [];
  if (kind !== 'seg' && kind !== 'snap') return null;
  return { device, sequence: Number(sequence), hash, kind };
}

const hashBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** Whether bytes are those that a file of this name had when it was written. */
export const isIntact = async ({ hash }: SegmentName, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  (await hashBytes(bytes)) === hash;

/** What an encrypted file is bound to: a server cannot give one file for another. */
const sealName = ({ device, sequence, kind }: Omit<SegmentName, 'hash'>): string =>
  `${device}-${sequence}.${kind}`;

/** A file to write. */
export interface WrittenSegment {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Makes a file of rows, compressed, and encrypted if there is a key. */
export async function writeSegment(
  header: Omit<SegmentHeader, 'format'>,
  { sequence, kind, key }: { sequence: number; kind: SegmentKind; key: CryptoKey | null },
  rows: AsyncIterable<StoredRow[]>,
): Promise<WrittenSegment> {
  const encoder = new TextEncoder();
  async function* listLines(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    yield encoder.encode(`${JSON.stringify({ format: segmentFormat, ...header })}\n`);
    for await (const batch of rows)
      yield encoder.encode(batch.map(({ store, row }) => `${JSON.stringify([store, row])}\n`).join(''));
  }
  const lines = listLines();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const packed = new Uint8Array(
    await new Response(text.pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
  const place = { device: header.device, sequence, kind };
  const bytes = key === null ? packed : await seal(key, sealName(place), packed);
  return { name: formatSegmentName({ ...place, hash: await hashBytes(bytes) }), bytes };
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
